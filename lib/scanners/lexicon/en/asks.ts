import type { Phrase } from "../../phrase.ts";

const WANT =
  "(want|wanna|need|demand|require|like|love|prefer|wish|insist|trying|looking|hoping|have|got|gotta|must|attempting) <2>";
const TALK =
  "(speak|spk|speek|talk*|tlak|tak|chat|chatting|deal|communicate|converse|discuss <2>|speaking|dealing|message)";
const TO = "(to|with|2|w)";
const A = "(a|an|the|some|another|one of your|any|your|ur|one)";
const GIVE = "(get|gimme|give|find|bring|send|fetch|grab|put)";
const MOVE =
  "(transfer|connect|pass|put|forward|direct|redirect|route|switch|escalate|hand|refer|patch|move|bring|send|link)";
const BOSS =
  "(supervisor|manager|superior|boss|team (lead|leader)|head of <2>|higher up|someone (higher|senior|more senior|in charge|above you)|senior (agent|advisor|person|rep))";

/** The words mean somebody else, or tell what has been. */
const ELSEWHERE = [
  "(travel|estate|letting|insurance|booking|ticket|free|real estate|secret|cleaning|bleaching|change|user) agent*",
  "(spoke|talked|chatted|was speaking|was talking|was transferred|were talking) <4> (agent|representative|rep|person|someone|somebody|human|manager|supervisor|guy|lady|woman|man|people|advisor)",
  "(spoke|talked|chatted) (to|with)",
  "(would|could|should|wish|might) (have|of|i had|i could have) <2> (loved|liked|spoken|talked|preferred|wanted)",
  "(pretend|speak english|easier to|people act|report* <3> to (a|an))",
  "(sound*|act*|seem|feel*|talk*|look*) (like|as) (a|an)? <1> (human|person|people)",
  "(your|the|an|one|this|that|previous|last|first|another) (agent|rep|representative|manager|advisor|operator) <2> (told|said|was|has|had|did|didn't|never|couldn't|could not|promised|hung|confirmed|assured|sent|gave|informed|advised|helped|asked|who)",
  "(don't|do not|no need|not necessary|didn't|rather not|never) <3> (transfer|connect|put me|speak to (a|an|another) @person|talk to (a|an|another) @person)",
  "(my|his|her|their|our|the bank's|landlord's) (manager|boss|supervisor|husband|wife|mother|mom|dad|friend|lawyer|doctor|bank)",
  "(account|general|property|product|office|store|password|task|file|package|hotel|shift|project|bank|branch|download|device|window) manager",
];

/** Whether somebody is a person is no wish for one. */
const ARE_YOU = [
  "(are|r|am|is) (you|u|i|this|it) <4> (human|person|robot|bot|real|machine|ai|computer|alive)",
  "(you|u) (a|an)? (human|real person|robot|bot|machine|computer) $",
  "(real|human|person) or (a|an)? (bot|robot|machine|not|computer|ai)",
  "(bot|robot|machine|ai|computer) or (a|an)? (human|person|real)",
  "(is|was) there (a|an)? (human|person|someone|somebody) (behind|reading|typing|at the other end)",
  "(am i|are we) (speaking|talking|chatting) <3> (human|person|robot|bot|machine)",
];

/** Somebody out in the world, to be met or paid. */
const OUT_THERE = [
  "(nearby|near|closest|nearest|local|in my area|in my city|around here|around me|around my)",
  "(meet|meeting|appointment|visit) <4> (in person|with)",
  "(transfer|send|pay|payment|money|wire|gift) <6> (new|another|different|wrong) (person|people|account)",
];

const NOT_THIS = [...ELSEWHERE, ...ARE_YOU, ...OUT_THERE];

export const ASKS: Phrase[] = [
  {
    rule: "supervisor",
    label: "ask_supervisor",
    confidence: 0.92,
    any: [
      `${TALK} ${TO} ${A}? ${BOSS}`,
      `${MOVE} (me|us|this|my call|it) <2> (to|with|through to|on to|up to) ${A}? ${BOSS}`,
      `${GIVE} (me|us) ${A}? ${BOSS}`,
      `(want|need|demand|like|where is|where's|is there|have|ask for|asking for) ${A} ${BOSS}`,
      `^ ${A}? ${BOSS} (please|pls|plz|now)? $`,
      "escalate (this|my|it|me|the) <3> (higher|up|management|next level|supervisor|manager|someone)",
    ],
    unless: ELSEWHERE,
  },
  {
    rule: "talk",
    label: "ask_human",
    confidence: 0.95,
    any: [
      `(can|could|may|cld|might|shall|should) (i|we|you let me|u let me|you have me) <2> ${TALK} ${TO} ${A}? @person`,
      `${WANT} (to)? ${TALK} ${TO} ${A}? @person`,
      `(let|lemme|allow|help) (me|us)? ${TALK} ${TO} ${A}? @person`,
      `(how|where|when) (can|do|could|would|should|may|to) (i|we|one)? <2> ${TALK} ${TO} ${A}? @person`,
      `(way|possible|option|able|possibility|chance|number|ok|okay|time) <3> ${TALK} ${TO} ${A}? @person`,
      `(rather|instead|just|only|please|pls|plz|actually|really|directly|id) ${TALK} (directly|live)? ${TO} ${A}? @person`,
      `^ ${TALK} ${TO} ${A}? @person`,
      `(would|i'd|id|we'd) (like|rather|prefer|want|love) <2> (speak|talk*|chat|speaking) ${TO} ${A}? @person`,
    ],
    unless: NOT_THIS,
  },
  {
    rule: "talk",
    label: "ask_human",
    confidence: 0.8,
    any: [
      `${TALK} ${TO} (a|an|any|some|another|real|live|actual|human) <2> @surely_person`,
      `${TALK} ${TO} @surely_person`,
    ],
    unless: NOT_THIS,
  },
  {
    rule: "transfer",
    label: "ask_human",
    confidence: 0.94,
    any: [
      `${MOVE} (me|us|this|my (call|chat|conversation)|it|the call|the chat) <3> (to|with|through to|thru to|over to|on to|onto|back to|in touch with|in contact with|through with) ${A}? @person`,
      `${MOVE} (me|us) (over|through|on)? (please|now|pls)? $`,
      `${MOVE} me <2> (to|with|through to|over to|on to) (someone|somebody|anyone|(your|a|one of your) colleague*|(your|the) team|(your|the) staff|support|customer (service|care|support))`,
      `(transfer|connect|escalate|redirect|forward) (to|with) ${A}? @person`,
      "(can|could|may) (i|we) (be|get) (transferred|connected|put through|passed|redirected|escalated|forwarded)",
      "(want|need|like|please) <2> be? (transferred|connected|put through|passed on|escalated|handed (over|off))",
      "put me through (please|now|already)?",
      "(escalate|hand) <2> (this|my (case|issue|ticket|problem|chat|complaint|query)|it|me) (up|over|please|to a @person)",
      "(hand|pass) me (over|off|on) to",
      "(give|hand|pass|get|put) me over? to (a|an|the|your)? @person",
      "human (handoff|handover|takeover|escalation|transfer)",
      "^ please? escalate (this|it|my case|the issue)? (please|now|immediately)? $",
      "^ (handoff|handover|hand off|hand over|transfer|support|talk to support|transfer me) please? $",
    ],
    unless: NOT_THIS,
  },
  {
    rule: "give",
    label: "ask_human",
    confidence: 0.93,
    any: [
      `${GIVE} (me|us) ${A}? (number of a)? @person`,
      `(get|have|let|ask) ${A}? @person <2> (to|on|help|assist|call|contact|look|take|in here|involved|join|respond|reply|answer)`,
      `(get|reach|contact|find|access|see|hear from|get hold of|get a hold of|get in touch with|get in contact with|get through to|be in touch with) ${A}? @surely_person`,
      `(want|need|demand|require|prefer|like|looking for|waiting for|asking for|asked for|ask for|request*|request for|wish for) ${A}? @surely_person`,
      "(want|need|demand|prefer|require) (a|an|another|some) person (please|pls|plz|now|here)? $",
      "(ask|asking|asked|begging|waiting) <2> for <2> @surely_person",
      "(is|are) (there|any) <2> @surely_person <2> (i can|available|there|that can|to|who can|here|around|online|please|pls|plz|at all)",
      "(is|are|isn't|aren't|where is|where are|where's|wheres) (there|the|your|all the)? (any|no|a|an|some)? <1> (real|actual|live|human|living) (person|people|human|humans|agent|agents|support|staff|operator|rep|reps|someone|somebody)",
      "(is|isn't|aren't) there <1> (any|a|an|no|some) (person|human|agent|representative|operator|rep|one|someone|somebody) <3> (to|i can|that i can|who i can|i could|we can|available|there|around|here|online)",
      `(where|how) <3> (find|get|reach|contact|have) ${A}? @surely_person`,
      "(do|does|don't|have) (you|u|they) have (a|any|some)? (real|live|actual|human) <1> (person|people|human|agent*|rep*|support|help)",
      "(do|don't) you have (any|a|some|no)? (human|humans|people|persons|staff|person|real people) <3> (i can|to talk|to speak|who|there|working|available)",
      "(agent|representative|human|operator|person|advisor|rep) (please|pls|plz|now|asap|needed|required|pleaaase)",
      "(could|can|would|will|may) (a|any|another|some) (human|person|colleague|real person|agent|staff member) <1> (look|help|take|check|deal|handle|call|contact|answer|reply|respond|do|assist|join|read)",
      "(help|assistance|support|answer|answers|response|reply|service|refund|it|this) from (a|an|any|some|your)? @person",
      "put (a|an|some) @person <1> (on|in|here)",
      "bring <1> in (a|an|some)? @person",
      "(account|billing|support|customer|live|human) assistant (asap|please|now)",
    ],
    unless: NOT_THIS,
  },
  {
    rule: "someone",
    label: "ask_human",
    confidence: 0.85,
    any: [
      `(can|could|may|cld) (i|we) <2> ${TALK} ${TO} (someone|somebody|anyone|anybody)`,
      `${WANT} to? (speak|talk|chat|be talking|be speaking) ${TO} (someone|somebody|anyone|anybody)`,
      `(i'd|id|would) like to (speak|talk|chat) ${TO} (someone|somebody|anyone)`,
      `(let me|lemme) (speak|talk|chat) ${TO} (someone|somebody|anyone)`,
      `^ (speak|talk|chat) ${TO} (someone|somebody)`,
      "(is there|isn't there) (someone|somebody|anyone|anybody) <2> i (can|could|may) (speak|talk|chat)",
      `(how|where) <3> (speak|talk|chat) ${TO} (someone|somebody|anyone|anybody)`,
      "(just|please|pls) (have|get) (someone|somebody|a @person) (call|contact|help|ring)",
      `(speak|talk) ${TO} (customer|client|tech|technical|live) (service|services|support|care|help)`,
      "(customer|live) (service|support|chat|care) (agent|rep|representative|person)? (please|pls|plz|now)",
      "(connect|transfer|put|pass|direct) me <3> (customer|live|technical|tech) (service|services|support|care)",
      "(speak|talk|chat|reach|connect|contact) <2> (someone|somebody|anyone|anybody) (else|real|human|live|in person|there|who is not|who isn't|that is not|that isn't|from (your|the) (team|support|company|staff)|who (can|knows|actually|could|understands)|about (this|my|it))",
      "(someone|somebody) (real|human|alive|else to talk|with a (brain|pulse)|that (is|isn't) (a|human))",
      "(someone|somebody|anyone|anybody|person|people|human|agent|representative) (there|here|available|around|else)? (to|i can|i could|i may|who i can|that i can) (talk*|speak|chat) (to|with)",
      "(someone|somebody) from your (team|support|company|staff|side|office) <2> (call|contact|chat|help|talk|write|speak|reply)",
      "(phone|telephone|call|contact) number <4> (speak|talk|chat|reach|someone|somebody|person|human)",
      "(can|could|would|may|will) (you|u|i|we)? <2> (get|have|ask|find|call) (someone|somebody|anyone) else? (to|on|from|who|please|in|that)",
      "(can|could|may) (someone|somebody|anyone) (else|real|human) <2> (help|look|take|check|assist|do|handle|deal|please)",
      "^ (contact|reach|call|phone|ring) (the|your)? (customer|live|human) (service|services|support|care)",
      "(want|need|like|how|where) <3> (contact|reach|call|phone|ring) <1> (customer|live|human) (service|services|support|care)",
    ],
    unless: [
      ...NOT_THIS,
      "(in|at|from) the? (billing|sales|security|finance|accounts|marketing|legal|engineering|fraud|hr|shipping|returns) (department|team|dept)",
    ],
  },
  {
    rule: "no_bot",
    label: "ask_human",
    confidence: 0.9,
    any: [
      "(not|no|don't|dont|never|instead of|rather than|hate|stop|done|sick of|tired of|fed up with) <4> (talk*|speak*|chat*|deal*|communicat*) <2> (to|with) <2> @bot",
      "@surely_person (not|and not|instead of|rather than|over|no) <2> @bot",
      "(not|no|instead of|rather than|over) <2> @bot <3> @surely_person",
      "no more? (bots|robots|chatbots|machines) (please|pls)?",
      "(i|we) (need|want|wanted) <3> (human|real) (help|support|assistance|contact|interaction|intervention|being|touch|service)",
      "(speak|talk|chat) in person",
      "(human|live|real) (support|help|assistance|chat|customer service|service|contact) (please|pls|plz|now|instead)",
      "^ (live|human|real|actual) (support|help|assistance|chat|agent*|person|rep*) $",
      "human (service|services|support|person|assistance)",
    ],
    unless: ARE_YOU,
  },
  {
    rule: "word",
    label: "ask_human",
    confidence: 0.88,
    any: [
      "^ (no|hi|hello|hey|yes|ok|please|i said|just|sorry|look|ugh|and|so)? (a|an|the)? (real|live|actual|human)? (human|agent|representative|operator|person|rep|advisor|adviser|customer service|live agent|people|someone|humans|real person) (being|beings)? (please|pls|plz|now|asap|representative|agent)? $",
      "(i|we) (want|need) (a|an|the|to have|some|to see)? (real|live|actual|human|proper)? (agent|representative|operator|human|rep|adviser|advisor) being? (please|now|asap|right now|to help|who|that|not)",
      "(agent|human|representative|operator) (agent|human|representative|operator)",
    ],
    unless: NOT_THIS,
  },
];
