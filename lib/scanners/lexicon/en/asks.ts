import type { Phrase } from "../../phrase.ts";
import { CHIEFS } from "./asks/chiefs.ts";
import { NEVER, NO_HUMAN } from "./asks/never.ts";
import { orEnd } from "./asks/or-end.ts";

/** Customers who ask for a person: what they say, and what the same words mean otherwise. */
export const ASKS: Phrase[] = [
  // To speak with somebody.
  {
    rule: "speak",
    label: "ask_human",
    confidence: 0.93,
    any: [
      "@ask_speak_to @ask_human",
      "@ask_speak @ask_to @ask_staff",
      "@ask_speak (to|with) support",
      "(get|be) (in touch|in contact|through) (to|with) support",
      "how (to|do|can|could) (i|we)? (contact|reach) support",
      "(get|be) (through|thru|connected|put through|in touch|in contact|transferred|a hold|ahold|hold) (to|with|of) @ask_staff",
      "(can|could|may|how|where) (do|can|could|would|should|to)? (i|we)? (please)? (reach|contact|call|message|email) @ask_staff",
      "(like|want|wish|need|wanna|have) to (reach|contact|call|message) @ask_staff",
      "@ask_speak @ask_human $",
      "(discuss|raise|take up|sort|resolve|solve|do|handle|go over|review|settle|clear) <4> with (@ask_human|@ask_somebody (real|human|who)?)",
      "(i need|i want|i'd like|i would like|can i|could i|may i|can you|could you|would you|please|pls|plz|kindly|let me|just|wanna|prefer|need|want|would you mind|do you mind|insist on|rather) <4> (to|with|for|by|from|have|get|see|me|of) (a|an|some|any|the|another)? @ask_true_human",
      "(prefer|preferred|rather be|like|interested in|appreciate|option of|chance of|possibility of|way of|possible|consider|insist on|better|comfortable|want|mind) (speaking|talking|chatting|dealing|communicating|conversing|interacting) (to|with) @ask_staff",
      "(help|assistance|support|answer|answers|response|reply|advice|attention|intervention|input|explanation|call|message|word) (from|by|of) (a|an|some|any|the|your|one of your|actual|real|live) @ask_human",
      "(from|with|by|via|through) (a|an|actual|some) (real|live|actual|human|living|breathing) @ask_kind? (@ask_agent|@ask_person|@ask_folk)",
    ],
    unless: [
      ...NEVER,
      NO_HUMAN,
      "(contact|emergency|main|second) (person|agent|human)",
      "(for|per) (one|a|an|each|every|another) (single)? person",
      "(like|as|than) (a|an)? (real|actual)? (human|person)",
      "(got|received|had|gotten|getting|is|was|are|were|came) (a|an|the|some|no|any|not)? (help|assistance|support|answer|answers|response|reply|advice|call|message|word)",
    ],
  },
  {
    rule: "speak.somebody",
    label: "ask_human",
    confidence: 0.85,
    any: [
      "(@ask_speak @ask_to|have (a|an) (quick|little|brief|short|proper|phone)? (word|chat|talk|conversation|discussion|call) with) @ask_somebody",
      "(is|are|isn't) (@ask_somebody|@ask_human) <4> (able|free|available|around|here|there|willing) (to|who can) (@ask_speak|help me|assist me)",
      "(can|could|will|would|may|might) (@ask_somebody|@ask_human) <4> @ask_speak (to|with) (me|us)",
      "(need|want|like|get|have|ask|find) <1> @ask_somebody <4> to (speak|talk|chat) (to|with) (me|us)",
      "(is|are|isn't) there (nobody|no one|noone|not a single person|really no one|really nobody) <2> (i|we) can @ask_speak",
      "(have|let|make|get) @ask_somebody (real|human|competent|qualified|senior|responsible|else) <1> (deal|handle|help|look|take|answer|reply|respond)",
      "(get|put|bring) @ask_somebody (real|human)? (on|in here|on here)",
      "(like|want|need|wish) to (call|phone|ring|reach|contact|email|message) @ask_somebody (about|who|regarding|directly)",
      "(is|are) @ask_somebody (here|there|actually|even)? (real|human|a human|alive)",
      "@ask_somebody (real|human|alive) (there|here|on|around|available|online)",
      "(have|want|need|like|get|request|arrange|possible|start|begin|schedule) <3> (conversation|chat|word|talk|discussion) with (@ask_human|@ask_somebody)",
      "(have|let|make|get) @ask_somebody (real|human)? (reply|answer|respond|talk|chat)",
      "(is|are) there (a|an|any|some)? (lady|gentleman|man|woman|guy|person|human|people|one) <2> (i|we|to) (can|could|may)? @ask_speak",
      "(need|want|get|give|find|send|like|prefer) (me|us)? @ask_somebody (who|that|which) (can|could|will|would)? (actually|really|truly|properly|fluently)? (help|helps|understand|understands|know|knows|speak|speaks|answer|answers|solve|resolve|cares|listens|is (real|human|alive|competent|qualified))",
      "(get|be) (in touch|in contact|connected|transferred|through|put through|a hold|ahold|hold) (with|to|of) @ask_somebody",
      ...orEnd(
        "(can|could|may|might|should|do|how|where) (i|we) <3> (reach|contact|call|get|phone|ring|email|ask) @ask_somebody",
        "about|to help|to talk|who|that|for|at|there|in|on|regarding|directly",
      ),
      ...orEnd(
        "(someone|somebody|anyone|anybody|a person|people|person|some one) (there|here|available|real|around|else|from your team|at your company|on your team)? (that|who|whom|to whom)? (i|we|to) (can|could|may|should|need to|might)? (actually|please|just|directly)? @ask_speak",
        "to|with|about|directly|please",
      ),
      "(someone|somebody|anyone|anybody|a person|people) (there|here|available)? (to|for me to) @ask_speak (to|with)",
      ...orEnd(
        "(who|whom) (can|could|should|do|would|may|must) (i|we) (please|actually|need to|have to)? (@ask_speak|complain)",
        "to|with|about|out|regarding",
      ),
    ],
    unless: [...NEVER, "(talk|speak|chat) (to|with) (someone|somebody|anyone) (i|you) (know|trust|love|like)"],
  },
  // To be put through.
  {
    rule: "transfer",
    label: "ask_human",
    confidence: 0.93,
    any: [
      "(give|deliver|transfer|transfert|tranfer|trasfer|transfere|connect|conect|conncet|connection|pass|put|patch|hook|switch|redirect|forward|direct|refer|link|route|hand|move|send|get|bring|take|escalate|join|pair) (me|us|my (call|chat)|this (call|chat)|the (call|chat)) (over|on|through|thru|across|off|up|straight|directly|back|now|in touch|in contact|please|immediately)? (to|with|2|into|onto|too) @ask_anybody",
      "(transfer|tranfer|pass|forward|redirect|refer|route|hand|escalate|give) (this|it|my|the)? (call|chat|case|issue|conversation|request|ticket|complaint|problem|matter)? (over|on|up|directly|straight)? to @ask_human",
      "(transfer|tranfer|connect|conect|pass|put|give|get|hook) (me|us)? @ask_staff",
      "(put|patch|pass|hand|forward|transfer) (me|us) (through|thru|over|across|on to someone|on to somebody)",
      "^ <4> (transfer|connect|escalate|forward) (me|us|now|please) (please|pls|plz|now|then|already|asap|immediately|thanks|thank you)? $",
      "(can|could|will|would|please) (you|u)? (please|just|kindly)? (transfer|connect|forward|escalate) (me|us) (please|pls|plz|now|then)? $",
      "(put|get|bring|have|let|add|call|summon|involve) (in)? @ask_human (on|onto|in|into|here|over here|to (this|the) chat|join|take over|help|handle|assist|answer|look|reply|respond|step in|to (help|assist|handle|take|answer|look|respond|reply|talk|speak|chat))",
      ...orEnd(
        "(request|requesting|start|initiate|trigger|do|want|need|like|perform) (a|an|the)? (human|agent|live|person|support)? (handoff|handover|hand over|hand off|takeover|take over|escalation|transfer|intervention)",
        "to @ask_staff|please|now",
      ),
      "(mind|consider|about|appreciate|by) (transferring|connecting|putting|passing|forwarding|redirecting|referring|directing) (me|us) <2> (to|with) @ask_anybody",
      "(assign|allocate|appoint|provide) (me|us)? (with|to)? @ask_human",
      "human (handoff|handover|hand over|hand off|takeover|take over|intervention|escalation)",
      "(transfer|handover|handoff|hand over|hand off|escalate|switch|change|go|move|escalation) (directly|over|straight)? to @ask_staff",
      "(connect|conect|connecting|connection|transfer|transferred|redirected|put through) (with|to|2|too) @ask_staff",
    ],
    unless: [
      ...NEVER,
      NO_HUMAN,
      "(transfer|put|pass|send|get) (me|us) (the|my|some|money|over) (money|funds|number|list|file|link|amount)",
      "(they|he|she|who|keep|keeps|kept|which) (just|then|only|finally|always)? (transfer|connect|put|pass|transferred|connected|transferring) (me|us)",
      "(was|were|been|got|being|are|is) (just|then|finally|already|now)? (transferred|connected|passed|put|forwarded)",
    ],
  },
  // To have, want or need one.
  {
    rule: "want",
    label: "ask_human",
    confidence: 0.92,
    any: [
      ...orEnd(
        "(want|wants|need|needs|wanna|require|requires|prefer|demand|request|requesting|demanding|wish for|would like|i'd like|id like|we'd like|want to have|desire|nee|waant|neeed|looking for) (to (have|get|reach|find|contact|request))? @ask_human",
        "@ask_please|to (talk|speak|chat|help|assist|look|handle|answer|explain|fix|resolve|solve|review|check|contact|call|deal|take|sort|respond|reply|come|join|be)|who|that|not|for|on|and|or|help|here|because|about|in",
      ),
      "(want|need|require|prefer|like|demand|request|get) (a|an|some|any|the|real|actual|more|live)? (human|live|live agent|in person|real person|personal|person to person) (help|assistance|support|contact|interaction|attention|service|response|answer|reply|touch|being|conversation|chat|input)",
      ...orEnd(
        "(get|give|gimme|find|fetch|bring|grab|call|lemme|let me|lend) (me|us|in|over)? @ask_human",
        "@ask_please|to (talk|speak|chat|help|assist|look|handle|answer|explain|fix|resolve|solve|review|check|contact|call|deal|take|sort|respond|reply|come|join|be)|who|that|not|for|on|and|or|help|here|because|about|in",
      ),
      ...orEnd(
        "(get|give|gimme|find|fetch) (me|us) @ask_somebody",
        "real|human|else|who|that|to (talk|speak|chat)|on|@ask_please",
      ),
      "(get|send|have|find|fetch|ask|bring) (me|us)? @ask_somebody (else|real)? to (help|assist|talk|speak|chat|answer|respond|reply|explain) (me|us|to|with|my|this)",
      "(request|requested|requesting|ask|asking|asked|begging) for @ask_staff",
      "(rather|will|i'll|ill|want to|like to|prefer to|happy to|can) wait (for|to (speak|talk) (to|with)) @ask_human",
      "(press|button|key|option|dial|menu|shortcut|command|type) <4> (for|to get|to reach|to get to) @ask_human",
      ...orEnd(
        "(i|we) (said|say|typed|wrote|asked for|keep saying|keep asking for|repeat) (i|we)? (want|need)? @ask_staff",
        "@ask_please|not",
      ),
      "(prefer|rather have|rather|better|want) @ask_staff (instead|than|over|rather)",
      "(can|could|may) (i|we) (please|pls|just)? (have|get|see|reach|find|request|ask|use) (for|to)? @ask_human",
      "^ (contact|reach|call|get|message) @ask_staff @ask_please? $",
      "how (to|do|can|could|would|should|does) (i|we|one)? (get|find|reach|contact|see|request|access|call) (to|a hold of|hold of|ahold of|in touch with|through to|thru to|out to|hooked up with)? @ask_staff",
      "where (is|are|can i (get|find)|do i (get|find)|could i find|would i find|r) @ask_human",
    ],
    unless: [
      ...NEVER,
      NO_HUMAN,
      "(called|spoke|talked|told|asked) (by|to|with|me|for) <2> (yesterday|last|ago)",
      "(asked|waiting|waited) for <4> (yesterday|last (week|month|night)|hours|and (he|she|they|was|got)|but|was told|days)",
      "(need|want|looking for) <3> (person|people|human|agent|staff|representative|operator|clerk|employee|associate|consultant|advisor) (nearby|near|in my (area|town|city)|close to|name|number|id|code|email|names|for my (wedding|house|home|party|company|business|team|shop))",
    ],
  },
  // Whether there is one.
  {
    rule: "exists",
    label: "ask_human",
    confidence: 0.85,
    any: [
      ...orEnd(
        "(is|are|isn't|aren't|were|was|r) (there|their|ther|they're) (not|no|a|an|any|even|actually|like|anyway|some|chance (to|of) (talk|speak|talking|speaking|get))? (way (to|i can|of) (talk|speak|get|reach|talking|speaking) (to|with)?)? @ask_human",
        "available|online|here|there|around|i|we|who can|to (talk|speak|chat|help|assist)|working|reading|free|now|able|@ask_please",
      ),
      "(any|an|a) @ask_kinds? (@ask_agent|human|humans|real person|live person|live people|people) (available|online|around|free|on here|on duty|there|here to help)",
      "any (@ask_real @ask_folk|@ask_real? @ask_agent|humans|human|human beings) (here|available|there|online|around|who|that|i can)",
      "(you|u|ya|yall) (guys|all|people)? (have|got) (any|a|no|some)? @ask_real @ask_kind? (@ask_agent|@ask_person|@ask_folk) (i|we|available|here|there|who|that|to)",
      "(can|could|will|would|may|let) @ask_somebody (real|human|actual|alive) <2> (help|assist|answer|talk|speak|respond|reply|look|read|take|please)",
      "(can|could|will|would|may|might) (a|an|any|some|one of your|the) @ask_kinds? (@ask_agent|@ask_person) (please|just|actually|kindly)? (help|assist|take|look|answer|contact|talk|speak|chat|handle|respond|reply|join|step|check|intervene|deal|review)",
      "(when|how soon|how long (until|till|before)) (will|can|is|are|does|do|would)? (a|an|the|some|any|your)? @ask_kinds? (@ask_agent|@ask_person) (be|is|are|going to)? (be)? (available|online|join|joins|respond|responds|answer|answers|reply|come|take over)",
      ...orEnd(
        "(do|does|don't|doesn't) (you|u|ya|yall|this|they|your company) (guys|company|site|place|people)? (not)? (have|got|employ|offer|provide|has) @ask_human",
        "available|online|here|there|around|i|we|who can|to (talk|speak|chat|help|assist)|@ask_please",
      ),
      "(do|does) (you|u|this) (guys)? (have|got|offer) (a|any|some)? (human|live|real) (support|help|agents|people|operators|chat|staff|assistance|customer service)",
      "(only|just) (a|an|by|with|from|to) (real|actual|human|live)? (human|person|agent|representative) (can|could|will|would) (help|solve|answer|fix|understand)",
    ],
    unless: [
      ...NEVER,
      NO_HUMAN,
      "(are|is) (you|u|this|it|that) <2> (human|person|agent|bot|representative|operator)",
      "(person|people|human|humans) (in|on) (my|the) (photo|picture|room|house|world|car|video|planet|earth)",
    ],
  },
  // One word, or little more.
  {
    rule: "word",
    label: "ask_human",
    confidence: 0.9,
    any: [
      "^ (no|nope|yes|yeah|yep|ok|okay|please|pls|plz|just|i said|um|uh|well|fine|omg|ugh|alright|then|again|hello|hi|hey|sorry|but|so|only)? (no|nope|please|just|the|a|an)? @ask_kinds? @ask_agent @ask_please? @ask_please? $",
      "^ (no|nope|yes|yeah|yep|ok|okay|please|pls|plz|just|i said|um|uh|well|fine|omg|ugh|alright|then|again|hello|hi|hey|sorry|but|so|only)? (no|nope|please|just|the|a|an)? @ask_kinds? @ask_person @ask_please? @ask_please? $",
      "^ (no|nope|yes|yeah|yep|ok|okay|please|just|i said|hello|hi|hey|sorry)? @ask_det? @ask_desk @ask_please? @ask_please? $",
      "^ (a|an|some)? @ask_real @ask_kind? @ask_folk @ask_please? $",
      "^ <5> @ask_kinds? (agent|representative|human|person|operator|rep|human being|customer service) (please|pls|plz|now|asap|right now|immediately) $",
      "(waste of time|useless|not helping|not working|doesn't help|isn't helping|didn't help|not helpful|not help|ridiculous|pointless|isn't working|doesn't work|aint working|no good) @ask_kinds? (agent|human|representative|operator|person|rep) @ask_please? $",
      "^ (agent|human|representative|operator|person|rep) (agent|human|representative|operator|person|rep|please|pls|help|chat|support|now|assistance) <3> $",
      "^ (human|live|real|person) (help|support|assistance|chat|agent|service|contact|now|talk) <2> $",
      "^ <2> (someone|somebody) (real|human|live) @ask_please? $",
      "^ (please|a|human|agent)? (handoff|hand off|handover|hand over|transfer to agent|escalation) @ask_please? $",
      "^ (a|an)? @ask_kinds? (human|person|agent|representative|operator|rep) (not|instead of) @ask_bot $",
    ],
    unless: [
      "(for|per) (one|a|an|each|every|another|single) (single)? (person|human)",
      "(hello|hi|hey|thanks|thank you|ok|okay) (agent|human|representative|operator|person|rep|staff|customer service|customer support|support) $",
      "(no|not|never) (a|an|the)? (agent|human|person|representative|operator) $",
      "(spoke|spoken|talked|told|said|was|is|are|am|were|your|my|this|that|for|from|by|like|as|travel|estate|insurance|user|leasing|per|you|every|each|third|first|contact) (a|an|the|real|live|actual|good|great|nice)? (agent|representative|human|person|operator|rep|customer service|staff|cs)",
      "^ (staff|cs|f|customer|sales|the) $",
    ],
  },
  // Away from the machine.
  {
    rule: "no_bot",
    label: "ask_human",
    confidence: 0.82,
    any: [
      "(don't|do not|dont|didn't|won't|will not|not going to|not gonna|refuse to|tired of|sick of|fed up with|done with|enough of|stop|rather not|not|can't|cannot|wouldn't|no more|no|never) (want to|wanna|like to|like|wish to|want|need|need to|going to|trying to|be|have to|interested in|care to)? (@ask_speak|speaking|talking|chatting|deal|dealing|communicate|communicating|interact|interacting|text|texting|messaging|argue|arguing|talked|waste <2> time|wasting <2> time) (to|with|on) @ask_bot",
      "(don't|do not|dont) (want|need|like) (to (use|have|see) )?(help from|answers from|an answer from|a response from|your|this|a|an|the)? @ask_bot",
      ...orEnd(
        "(turn off|get rid of|stop|switch off|disable|get me off|get me away from|get out of|bypass|skip|leave|exit|quit|end) (the|this|your|with)? (the|this|your)? (stupid|dumb|fucking|damn|useless|ai)? (bot|chatbot|chat bot|ai|automated (system|assistant|chat|messages|responses|replies)|virtual (assistant|agent))",
        "please|now|and|i|chat",
      ),
      "(someone|somebody|something|a person|anyone|one|agent|human) (that|who|which|that's|thats|who's|whos|other than|not) (is|are|isn't|is not|isnt|not|actually)? (not|just|a)? @ask_bot",
      "^ <2> (no|not|enough|no more) (a|an|more|of the|with the)? (bot|bots|robot|robots|chatbot|chatbots|automated messages|machines|ai) @ask_please? $",
      "(instead of|rather than|and not|not|than) (to|with)? (talking to|speaking to|chatting with)? @ask_bot @ask_please? $",
    ],
    unless: [
      "(are|is|r) (you|u|this|it) <3> (bot|robot|machine|computer|ai|human)",
      "(i'm|im|i am|am i|you're|you are|he is|she is|it's|its|this is|that's) (not|just|definitely|clearly|obviously)? (a|an|talking|speaking)? (a|to)? (bot|robot|machine|computer|ai)",
      "(if|whether|thought|assume|assumed|know|knew|sure|looks|sounds|feels) <3> (bot|robot|machine|computer|ai)",
      "(washing|coffee|vending|slot|atm|virtual|time|ticket) machine",
      "(program|software|computer|ai|machine|recording) (is|on|in|for|my|to|from|that)",
      "(my|the|new|install|buy|run|update) (computer|software|program)",
    ],
  },
  // Somebody else than who is here.
  {
    rule: "another",
    label: "ask_human",
    confidence: 0.85,
    any: [
      "(@ask_speak_to|(transfer|connect|switch|put|pass|move|forward|redirect|refer|hand) (me|us) (over|on|through)? (to|with)) @ask_else",
      "(want|need|get|give me|have|find|prefer|request|ask for|try|see) (me|us)? (another|a different|different|an other|any other|some other) @ask_kinds? (@ask_agent|human)",
      "(want|need|get|give|find|prefer) (me|us)? (someone|somebody|some one) else (to|who|that|please|now|on|for)",
      "(can|could|will|would|let|is there|isn't there|maybe|perhaps) @ask_else (please|there|here|available)? (help|assist|take|look|answer|handle|deal|respond|i can|i could|who)",
      "^ <2> (someone else|another agent|another person|different agent|another rep|another representative|different person) @ask_please? $",
    ],
    unless: [
      ...NEVER,
      "(already|i have|i've|i had|ive) (spoke|spoken|talked|contacted|told|asked)",
      "(for|to|with|by) someone else (s|account|name|card)",
    ],
  },
  ...CHIEFS,
];
