import type { Phrase } from "../../phrase.ts";

const ROLE =
  "(agent|agents|representative|representatives|rep|reps|person|human|humans|colleague|colleagues|coworker|teammate|specialist|specialists|advisor|adviser|advisors|advisers|team|someone|somebody|operator|operators|expert|experts|manager|supervisor|department|support|member|consultant|associate|customer service|customer care|staff|technician|technicians|engineer|engineers|people|concierge|queue|desk|crew|lead|leader|tier <1>|level <1>|billing|sales|claims|clinician|nurse|pharmacist|banker|counsellor|counselor|coordinator|moderator|admin|officer|professional|assistant manager|line|unit|group|division|office|folks|guys|center|centre|nurses|doctors|pharmacists|bankers|developers|developer|support l <1>|l1|l2|l3|moderators|coordinators|managers|supervisors|teammates|leads|buyer|hr|accounts|billing|finance|logistics|security|retention|cancellations|warranty|returns)";
const SOMEBODY = `(a|an|the|our|one of our|another|my|some|your|next|first|live|human|available|right|someone|somebody|real)? <3> ${ROLE}`;
const MOVE =
  "(transfer*|connect*|forward*|pass*|hand*|rout*|rerout*|redirect*|direct*|escalat*|refer*|send*|sent|put|putting|get|getting|bring*|loop*|switch*|assign*|move|moving|link*|patch*|introduc*|reach*|raise*|raising)";
/** Moves that are said of nothing but a handoff, where it is the customer who is moved. */
const MOVE_YOU =
  "(transfer*|connect*|forward*|pass|passing|hand|handing|rout*|rerout*|redirect*|escalat*|patch*|send|sending|put|putting|get|getting|switch*|move|moving|link|linking|bring*|walk|direct*|refer|referring)";
const CASE =
  "(your|this|the|our|ur) <1> (chat|call|conversation|case|request|issue|question|ticket|message|query|enquiry|inquiry|concern|complaint|matter|thread|claim|problem)";

/** It is refused, has failed, is asked about or only offered. */
const NOT_DONE = [
  "(forward*|pass*|send*|escalat*) <3> (feedback|request|requests|suggestion|suggestions|idea|ideas|comment|comments|wish|report|as a)",
  "(recommend|suggest|advise|encourage) <3> (contacting|reaching|calling|speaking|chatting|contact|reach|call)",
  "(unable|not able|can't|cannot|couldn't|could not|won't|will not|failed|fail|impossible|unavailable|isn't possible|not possible|don't have|no longer) <6> (transfer*|connect*|forward*|pass|hand|escalat*|reach|put|send|get|find|locate)",
  "(don't|do not|not) <1> (think|believe|sure) <4>",
  "(would|do|did|should|shall|want|like|wish) (you|me|i|we) <4> (transfer*|connect*|speak|talk|put|pass|forward|escalat*|hand|get|bring|fetch|find|call|to be)",
  "(page|link|website|webpage|article|url|row|gate|platform)",
  "(file|bank|wire|money|balance|credit|domain|stock|data|photo) (transfer|transfers)",
  "(transfer|connection|handoff|escalation) <2> (failed|was declined|has been cancelled|cancelled|not possible|error)",
  "(if|in case|whenever) (you|u|this|that|needed|necessary|it|i) <6>",
  "(nobody|no one|none|no (agent|agents|human|humans|operator|operators|representative|representatives)) <4> (available|online|reached|free|here|connected|join|answer)",
  "(wi fi|wifi|printer|cable|bluetooth|router|server|money|funds|amount|miles|points|bank transfer|wire transfer|data|domain|parcel|package|technician will (visit|come|arrive))",
  "(i can|i could|we can|we could|can i|could i|shall i|may i|let me know if|happy to|you can|able to) <3> (transfer|connect|forward|pass|hand|escalate|put)",
  "(contact|reach|call|visit|chat with|speak to|speak with|get in touch|talk to|message) (our|the|your|a|us|one) <3> (team|agent|support|representative|department|specialist)",
];

/** That it is not needed. */
const NEEDLESS =
  "(no need|no reason|don't need|do not need|won't need|will not need|needn't|need not|don't have|do not have|won't have|will not have|shouldn't have|should not have|shouldn't need|should not need|doesn't have|never have|not have|not need|don't worry about|without|won't|so you don't|you don't|isn't necessary|not necessary|unnecessary|not required|rather than|instead of|avoid|not be|nothing)";

/** To give once more what was given. */
const AGAIN =
  "(repeat|repeating|repeated|re explain|reexplain|reexplaining|re explaining|re enter|reenter|retell|retelling|re tell|retype|retyping|restate|restating|rehash|rehashing|recap|reiterate|(explain|explaining|explained|tell|telling|told|say|saying|said|type|typing|typed|describe|describing|write|writing|give|giving|provide|providing|answer|answering|share|sharing|enter|entering|introduce|introducing|present|mention|raise|send|sending|list|go through|walk through|spell out) <6> (again|twice|once more|a second time|another time|all over|from scratch|from the (beginning|start|top)|over again|anew)|(go|going|run|running) (through|over) <6> (again|twice|once more|all over|a second time|from the (top|start|beginning))|(start|starting|begin|beginning) <3> (over|again|fresh|from scratch|from (the|square) (beginning|start|top|one)|from zero|afresh|anew|all over))";

const HOLDER = `(they|they'll|they've|they're|he's|she's|he|he'll|she|she'll|who|(the|our|my|your|next|another|new) <1> ${ROLE}|agent|agents|colleague|colleagues|representative|specialist|advisor|adviser|operator|whoever <4>|everyone|anyone|someone|next (agent|person|rep))`;

/** All that was said. */
const WHOLE =
  "((our|your|the|this|a|full|entire|whole|complete|of|all|detailed|short|brief)? (full|entire|whole|complete|detailed|short|brief|earlier|previous|past|existing|chat|conversation|case|relevant|good|quick|record of our|record of this|record of the)? (conversation|chat|chats|history|transcript|context|notes|summary|log|discussion|thread|recap|background|messages)|(all|full|your|the|these|those) <1> (of)? <1> (details|information|info|answers|story|situation)|all of (this|that|it)|everything <1> (you|you've|we|we've|i|so far|above|from)|everything|what (you|you've|we|we've|i've|happened|was) <4>|all (you|you've|we|we've|that you))";

/** What was said, but for the talk itself, which is handed over without a promise. */
const SAID =
  "((our|your|the|this|all|of)? (of)? (your|the|our)? (full|entire|whole|complete|detailed|short|brief|chat|conversation|case|relevant|quick)? (history|transcript|context|notes|summary|log|recap|background|details|information|info|answers|story|situation)|everything|all of (this|that|it)|it all|what (you|you've|we|we've|i've|happened|was) <4>|all (you|you've|we|we've|that you))";

export const EXPECTATION: Phrase[] = [
  {
    rule: "transfer.said",
    label: "ack_transfer",
    confidence: 0.9,
    any: [
      `(i'm|i am|i'll|i will|we're|we are|we'll|we will|let me|let's|let us|allow me to|going to|i have|i've|we have|we've|will now|now|please wait while (i|we)|hold on while (i|we)|while (i|we)|hold while (i|we)|try to|trying to|gonna|to) <2> ${MOVE} <4> (you|this|your (chat|call|conversation|case|request|issue|question|ticket|message)|it) <4> (to|with|through to|over to|on to|onto|over|in touch with|up with|for|in front of) ${SOMEBODY}`,
      `${MOVE_YOU} (you|u|ya) <1> (over|through|across|along|off|on|up|back|straight|directly)? <1> (to|with|onto|into) <3> ${ROLE}`,
      `${MOVE_YOU} (you|u|ya) <1> (over|through|across|along|off|on|up) (to|with|onto|now|right)`,
      `(transferring|connecting|redirecting|switching|forwarding|rerouting|patching) (you|u|ya) <3> (to|with|over|now|through|across)`,
      `(going to|gonna|go ahead and|i'll|i will|i'm|i am|let me|we'll|we will|have to|need to|i'd like to|while i|while we) <2> (transfer|connect|transferring|connecting|reroute|redirect) (you|u|ya|your call|this call|the call|your chat|this chat)`,
      `(put|putting|patch|patching) (you|u|ya|your call) <1> through`,
      `(pull|pulling|pulled|loop|looping|looped|rope|roping|roped|tag|tagging|tagged|cc'd|add|adding|added|invite|inviting|invited|page|paging|paged|call|calling|involve|involving|involved) <1> (in|into|over)? <1> ${SOMEBODY} <2> (to|in|into|on|for|from|who|that|here|now)?`,
      `(this|it|${CASE}) (has|have|is|are|was|will) <2> (been|being|be)? <1> (sent|moved) <1> (over)? (to|with) <4> ${ROLE}`,
      "^ (chat|call|conversation|ticket|case|issue) <1> (escalated|transferred|reassigned|handed over|forwarded) $",
      `${ROLE} <2> (join|joins|joining) (you|us|this|the|our)`,
      `^ <2> (searching for|looking for|finding|locating|contacting|paging|calling|notifying) (an|a|the|our|you|available|next) <2> ${ROLE}`,
      "(sending|transferring|connecting|handing|passing|putting|switching|patching) (you|u|ya) <1> (over)? (to|with)",
      `${SOMEBODY} (is|are|was|has|have) <1> (being|been|now)? <1> (assigned|allocated|called|notified|requested|alerted|summoned|paged|added)`,
      `(assigned|allocated|assigning|allocating) <3> ${ROLE} <1> to (you|your|this|handle|help)`,
      `(queued|queuing|queueing) you`,
      "(will|'ll) be (helping|assisting|taking care of|looking after|handling|chatting with|speaking with) <3> (from (now on|here|now)|from this point|going forward)",
      `(pass|passing|passed|forward|forwarding|forwarded|send|sending|sent|transfer|transferring|transferred|hand|handing|handed|move|moving|moved|escalate|escalating|escalated) (this|your|the) (chat|call|case|conversation|ticket|thread) <1> (over|on|along|up)? (to|onto)`,
      `(bring|bringing|brought) <1> (in|into|over|on|aboard) ${SOMEBODY}`,
      `(bring|bringing|brought) (my|a|an|our|another|one of our) <1> ${ROLE}`,
      `(answered|handled|assisted|served|helped|taken|reviewed|attended to|looked at|continued) by (a|an|the|our|one of|another|my) <3> ${ROLE}`,
      `(passed|passing|pass|forwarded|forwarding|forward|escalated|escalating|escalate|direct|directing|directed|redirect|route|assign|raise|hand|refer|transfer|move|send|routed|routing|assigned|assigning|raised|raising|sent|sending|handed|handing|referred|referring|moved|moving|flagged|submitted|transferred|transferring) (this|it|that|everything|${CASE}|your details|your info|your information) <2> (along|on|over|up|off|across)? <1> (to|with) <5> ${ROLE}`,
      `(this|it|that|${CASE}|you) (has|have|is|are|was|will|needs to|'s|gets|got) <2> (been|being|be)? <1> (transferred|forwarded|passed|routed|rerouted|redirected|escalated|assigned|handed|referred|reassigned) <2> (to|with|over|up|on)`,
      `(you'll|you will|you're|you are|you|you've been|you have been) <2> (be|being|been|now|get)? <2> (connected|transferred|redirected|put|handed|passed|switched|routed|escalated|moved) <1> (to|with|through|over|off|onto|now|shortly|momentarily)`,
      `${SOMEBODY} <3> (will|'ll|is going to|is gonna|are going to|should) <2> (take (over|it|this|care|your)|join|assist|help|be (with|right|joining|assisting|helping|taking|here|connected)|handle|continue|jump in|step in|come in|see to|pick up|look after|chat with|speak with|talk to|attend)`,
      `one of (our|the|my) <3> (will|'ll|is going to|is) <2> (join|assist|help|be with|take|call|contact|reach|reply|look|joining|assisting|taking)`,
      `^ <2> (handover|handoff|hand off|transfer|escalation|transferring|connecting|escalating|forwarding|routing) to <3> ${ROLE}`,
      `^ <2> (chat|call|conversation|ticket|case|issue) <1> (transferred|escalated|assigned|routed|handed|forwarded|reassigned|moved) (to|over)`,
      `let <2> ${SOMEBODY} <1> (take|handle|help|assist|deal|look|continue|jump)`,
      `(have|having|get|getting|ask|asking|asked) ${SOMEBODY} <1> (to)? <1> (take|handle|help|assist|deal|look into|continue|contact|call|give|ring|email|message|reach|join|jump|reply|respond)`,
      `(find|finding|get|getting|grab|grabbing|fetch|fetching|locate|locating|track down|search for|searching for|look for|looking for) (you)? ${SOMEBODY} <2> (who|that|to|for|now|available|qualified)`,
      `(i'm|i am|i'll|i will|let me|we're|we are|i've|i have|let's|going to|gonna) <2> (get|getting|got|grab|grabbing|find|finding|fetch|fetching|bring|bringing) <1> (in)? ${SOMEBODY}`,
      `(leaving|leave|handing|hand|turning|turn|passing|pass|giving|give) <2> (over|off|in)? (to|with)? (the)? (hands|hand) of`,
      `(leaving|leave|hand|handing|turn|turning) (you|this|it|things) <2> (with|over to|in) <4> ${ROLE}`,
      `(now|currently) <1> (chatting|speaking|talking|connected) (with|to) <4> ${ROLE}`,
      `(you|your (chat|call|conversation|case|request|issue|question|ticket|message)) <1> (are|is|will|have|has|'ll|you'll|you're|been|being) <3> (transferred|connected|forwarded|passed|handed|routed|redirected|escalated|referred|put through|assigned|sent) <4>`,
      `(you'll|you're|you will|you are) <2> (be|being|now|shortly|soon)? <1> (transferred|forwarded|passed|handed over|put through|speaking (with|to)|in touch with|chatting with|talking (with|to)) <4>`,
      `(transferring|connecting|forwarding|escalating|handing|passing|routing|redirecting|putting) (you|this|your|the|to|over|it) <5>`,
      `^ <3> (transferring|connecting) <1> (to|with|you|now)`,
      `(getting|finding|looking for|let me find|let me get|i'll get|i will get|i'm getting|will get|bringing in|let me bring in|i'll bring in|i'll find|summoning|fetching|contacting|notifying|i have notified|i've notified|i have informed|i've let|looping in|i've asked|i have asked|let me ask) ${SOMEBODY}`,
      `${SOMEBODY} <2> (will|'ll|is going to|should|would) <3> (be with you|join|take over|take it from here|assist you|help you|continue|contact you|respond|reply|get back|reach out|be in touch|look into|pick (this|it) up|follow up|answer|be right with|call you|connect)`,
      `${SOMEBODY} (is|are|has|have) <2> (joining|joined|on (the|their) way|taking over|been (notified|informed|assigned|alerted)|notified|coming)`,
      `(when|as soon as|once) (one|an agent|somebody|someone|a (human|person|representative|colleague)|they) <4> (available|free|ready|frees up|comes online) <4> (connect|transfer|join|be with|contact|with you|respond|reply|will|'ll)`,
      `(we'll|we will|i'll|i will) <1> (connect|transfer|put) you`,
      `(handing|handed|hand) <2> (over|off) <2> to ${SOMEBODY}`,
      `let's <1> (send|get|connect|transfer|bring) you (to|with|over|in) ${SOMEBODY}`,
      "(handover|handoff|hand off|transfer|escalation) (to (an|a|our|the) <2> (agent|human|team|person|representative))? <2> (initiated|started|in progress|requested|is under way|underway|complete|completed|accepted)",
      "(you've|you have|you are|you're) <2> (been)? <1> (added to|placed in|in|joined|entered) (the|our|a) <2> (queue|waiting (list|room)|line)",
      "(talk|speak|chat) to you <1> (colleague|human) now",
    ],
    unless: NOT_DONE,
  },
  {
    rule: "no_repeat.assured",
    label: "no_repeat",
    confidence: 0.9,
    any: [
      `${NEEDLESS} <4> ${AGAIN}`,
      `${HOLDER} <2> (will|'ll|can|has|have|already|is|are|was|were|been|gets|get|should|would|now) <3> (be able to|able to)? (have|has|had|see|read|know|knows|reading|aware of|access to|got|get|given|view|viewing|reviewing|reviewed|review|receive|received|familiar with) <3> ${WHOLE}`,
      `${HOLDER} (has|have|sees|knows|gets|got|receives|reads|had) (access to|a copy of|got|received|been given|read|seen|reviewed)? ${WHOLE}`,
      `(brief|briefed|briefing|filled|filling|fill|updated|caught|catching|catch|brought|bringing|bring|told|informed|got|get|getting) (them|him|her|${HOLDER}) <2> (in|on (your|the (case|situation|details|background|story)|what|this|everything)|up|up to (date|speed)|about (your|this|the|everything|what)|everything|the (situation|details|background)|your)`,
      `${HOLDER} <5> (up to speed|up to date|in the picture|in the know|fully aware|fully informed|aware of (your|the|what|everything)|briefed|caught up|filled in|in the loop|fully informed)`,
      `(shared|sharing|share|attached|attaching|attach|included|including|added|adding|gave|given|giving|give|copied|copying|saved|saving|left|leaving|put|noted) <1> (along|on|over|them|him|her|my colleague|down)? <2> ${WHOLE} <4> (to|with|for|so|along|over|on|in|across|of)`,
      `(passed|passing|pass|forwarded|forwarding|forward|sent|sending|send|relay|relayed|relaying|conveyed|transferred|transferring|handed|handing|carry|carrying|carried|explained|told|described|outlined) <1> (along|on|over|them|him|her|my colleague)? ${SAID} <5> (to|with|for|so|along|over|on|in|across|of)`,
      `(explained|explaining|told|described|relayed|conveyed|outlined) (them|him|her|my colleague)? (everything|it all|all of it|the situation|the issue|your <1>)`,
      `(not|won't|never|nobody will|no one will|don't) <2> (be asked|ask|ask you|need you to) <6> (same|again|over|twice|repeat)`,
      `(already)? familiar with <1> (your|the|everything|all)`,
      `${HOLDER} <2> (can|will|'ll) <2> (hit the ground|jump right|jump straight|dive right|dive straight|get straight|get right|go straight|start right)`,
      "(it's|it is|everything's|everything is|all of it is|it's all|that's all|all) <1> (in (the|your|my|our) (notes|file|ticket|system|log|case)|on (file|record|the ticket))",
      `(i've|i have|we've|we have|i'll|i will|i'm|i am|we'll) <1> (given|sent|giving|give|send|hand|handing|leaving|left|leave) (them|him|her|the (agent|team)|my colleague) <2> (a)? <2> (summary|summaries|rundown|recap|overview|context|heads up|transcript|notes|history|lowdown|picture|details|background|everything)`,
      `${WHOLE} <4> (will|is|are|has|have|gets|get|was|were|been|'ll) <3> (passed|shared|forwarded|sent|transferred|visible|available|handed|carried|kept|saved|attached|included|in front of|transfer|carry|follow|travel|with them|noted|on file|recorded|in (the|your|our) (notes|ticket|case|file)|there)`,
      `${WHOLE} <1> (travels|travel|carries|carry|follows|follow|goes|go|comes|come|moves|move|stays|stay|remains|remain) (with|along|over|on|to|in|here)`,
      `(pick|picking|picks|carry|carrying|continue|resume|start|take|taking) <2> (up|on|it|things|this)? <1> (from)? <1> (exactly|right)? where (we|you|i|the bot|it) <2> (left off|stopped|are|were|finished|ended)`,
      `(skip|skipping|bypass) <2> (explanation|explanations|explaining|recap|repetition|repeating|intro|backstory|basics)`,
      "(has|have|got|gets) (all|everything|the full|the whole|every|all of) <1> (the|your)? <1> (info|information|details|context|history|notes|background|story|picture|chat)",
      "(made|make|making|left|leaving|added|adding|wrote|written|taken|took|kept|keep|keeping) <2> (note|notes|record|summary|recap) <2> (of|for|about|on) <2> (this|everything|all|what|it|that|next|our|your|them|him|her|my)",
      "(summary|notes|recap) (that)? (i've|i|we've) <1> (written|wrote|made|left|put|prepared|taken)",
      "nothing <5> (lost|missed|forgotten|gets lost)",
      "no (explanation|explanations|introduction|introductions|recap) <1> (needed|necessary|required)",
      `${HOLDER} (will|'ll|now|already)? (have|has) <1> (your|all your|the) <1> (description|photos|photo|pictures|answers|info|details|chat|messages|file|data|information|responses|background|screenshots|reference|context|notes)`,
      `${HOLDER} <3> (know|knows) <1> (about|what|why|all|everything)`,
      "no (repeating|repetition|re explaining|explaining|retelling|starting over) <2> (needed|necessary|required)?",
      `${NEEDLESS} <2> (go|going) (back|all)? (over|through) <2> (details|everything|it|story|this|that|situation|issue|same|whole)`,
      `(let|letting) (them|him|her|${HOLDER}) know (what|about|everything|your|the|all|why)`,
      `${HOLDER} (knows|know|understands) <1> (the|your|about|what|everything|all) <2> (story|situation|history|background|everything|happened|already|issue|case)`,
      `(save|saves|saving|spare|spares|sparing) you <4> ${AGAIN}`,
      `(once is enough|you only (need|have) to (say|tell|explain) it once|won't ask you (the same|again|all)|(not|never|won't) be asked <3> (again|twice)|same questions (again|twice))`,
      "(no need|don't need|do not need|won't need|will not need|won't have|will not have|needn't|don't have|do not have|without having|without you having|never have|not have|not need|no reason|without the need|shouldn't have|should not need) <3> (repeat*|re explain|explain* <4> again|start <1> over|write <3> again|tell <4> again|say <3> again|type <3> again|go (through|over) <4> again|retype|describe <4> again|give <4> again|begin again|restate)",
      "(so (that)?)? you (won't|don't|needn't|will not|do not|shouldn't) <2> (repeat|re explain|start over|explain <3> again)",
      "(they|he|she|the agent|our agent|agent|colleague|colleagues|the team|the human|representative|specialist|someone|advisor|who) <2> (will|'ll|can|has|have|already|is able to|are able to|gets|get|they'll) <2> (have|has|see|read|receive|know|access to|got|get|been given|view|reviewing|review|full) <2> (our|your|the|this|all|everything|full|entire|whole|complete|what) <3> (conversation|chat|history|transcript|context|details|messages|notes|information|written|said|you|discussed|everything|so far|wrote|told|above)",
      "(shared|sharing|passed|passing|forwarded|forwarding|sent|sending|attached|including|handed|giving|given|pass|share|send|forward) <1> along? <2> (our|your|the|this|all|everything|full|entire|what) <2> (history|transcript|context|details|messages|notes|information|you (wrote|said|told))",
      "(shared|sharing) <1> (our|your|the|this|full|entire|whole) <2> (conversation|chat)",
      "(your|this|our|the) <1> (history|transcript|context|information) <2> (will be|is|has been|was|gets) <1> (shared|passed|forwarded|sent|transferred|visible|available|handed|carried|kept)",
      "(nothing|none of it|not a word) <3> (repeated|told|said|explained|written|typed) <2> (twice|again|a second time)",
      "(our|your|the|this|full|whole|entire) <1> (conversation|chat|history) <4> (available to|visible to|passed along|goes along|travels|comes along|goes with|in front of)",
      "(everything|all|what) you <1> (wrote|typed|said|told|sent) <4> (goes|travels|comes|stays|is passed|is shared) <2> (along|with|on)",
      "(giving|give|pass|passing|handing) (them|him|her|my colleague) <2> (all|everything|details|what) <4>",
      "(read|seen) (this|the|our|your) <1> (conversation|chat) <2> (by then|already|before)",
      "(can|will|able to) <1> see (the|our|your|this) <1> (conversation|chat|history)",
      "everything (you|we) <2> (wrote|said|told|written|discussed|shared|entered|provided) <2> (is|will|has|goes|comes|stays)",
    ],
    unless: [
      "do you (have|know|want|need)",
      "(can|could|please|may|would|will) you <2> (repeat|share|send|pass|forward|give|tell|explain)",
      "(feedback|suggestion|suggestions|idea|your request|your interest|privacy|anyone else|third parties|third party|advertis*|sell|publicly|password|pin)",
      "(can't|cannot|couldn't|do not|doesn't|don't|unable|no longer|won't) <1> (have|see|view|access|find) <3> (access|conversation|chat|history|transcript|context|notes|details|information)",
      "you (need|have|will need|will have|'ll need|'ll have|must) to (repeat|explain|start)",
      "(draft|game|course|video|episode|lesson|cart|book|movie|chapter|by (opening|clicking|tapping))",
      "(order|restart|reinstall|reset|download|purchase|payment|pay|application|trial|steps) <2> (again|twice|from scratch|over)",
      "(please|kindly) (share|send|pass|forward|repeat|provide|include|attach|give)",
      "(sorry|apologies|afraid) <6> (repeat|again)",
    ],
  },
  {
    rule: "wait.vague",
    label: "vague_wait",
    confidence: 0.85,
    any: [
      "(shortly|momentarily|in a moment|in a bit|in a while|in no time|any moment now|in due course|in some time|at the earliest)",
      "(as soon as|as quickly as|as fast as) (possible|we can|i can|they can|someone|somebody|one|an agent|a (human|person|representative|colleague)|they|available)",
      "(one|a|just a|just one|1) (moment|sec|second|tick|mo) (please|pls|while|whilst|and|as i)?",
      "(please|kindly|just) (wait|hold|stay tuned|be patient|allow <1> (moment|minute|some time))",
      "(hold on|hang on|stand by|standby|stay (on the line|with me|with us|connected|here)|bear with (me|us)|hang tight)",
      "(be|get back|back|respond|reply|join|assist|help|contact|answer|reach out|in touch|with you|available|hear from us) <4> (soon|shortly|quickly)",
      "(sit tight|hold tight|hang in there|be right back|right back|brb|be right with|right with you|with you in a|back in a (bit|sec|moment|minute|jiffy|flash)|in a (jiffy|sec|second|tick))",
      "(next available|first available|next free) <2> (agent|representative|operator|advisor|adviser|specialist|person|colleague|rep|consultant|associate|one)",
      "(one|a|just a|1) (minute|min|mins|mo) (please|pls)",
      "(sec|1 sec|one sec) $",
      "(keep you (long|waiting)|take (me)? (just|only)? a (sec|second|moment|minute))",
      "(response|responses|reply|replies|answers) <3> (delayed|slow|slower|longer|late|later)",
      "(be|is|expect|have) (a|some|short|brief|long|slight) <1> (wait|delay)",
      "(still|currently|just|now) (checking|looking|investigating|digging)",
      "(few|couple of|couple) (more)? (moments|seconds|secs)",
      "(before (too)? long|won't be long|won't take long|not be long|will not take long|shouldn't take long|shouldn't be long|without delay)",
      "(longer|later|slower) than (usual|normal|expected|average)",
      "(take|takes|taking|be) <1> (a while|a bit|a moment|some time|a little (while|longer|bit)|longer|a few moments)",
      "(give|allow|grant) (me|us|them) <1> (a|one|some|just a)? <1> (moment|sec|second|moments|bit|minute|time|little)",
      "(high|higher|heavy|large|unusually|increased) <3> (volume|volumes|demand|traffic|number of (chats|calls|requests|enquiries|messages))",
      "(soon|shortly|when (one|an agent|someone|somebody|they|a (human|person|representative)) (is|are|becomes|become|gets|'s) <1> (available|free|ready))",
      "thank* <2> for <1> (waiting|your patience|holding|bearing|being patient)",
      "(wait|waiting|response) <2> (time|times) <3> (longer|higher|long|high|busy|short|unknown)",
    ],
    unless: [
      "(wait|hold) <3> (until|for (#|the (device|light|app|page|restart|process|download|update)))",
      "(can't|cannot|don't|do not|no need to|won't|will not) <1> (wait|hold)",
      "(contact|email|reach|message|call|write|send|dm|pm) (us|me|an email|a message|our)",
      "(wait|waiting) for your",
      "(refund|money|parcel|package|order|delivery|item|product|update|feature|fix|release|patch|email|link|train|bus|flight) <6> (soon|shortly|in a moment|in due course)",
      "see you <2> (soon|shortly)",
      "(get well|see you|speak|hope <4>|ends|ending|expires|expiring|starts|arrive|arrives|starting|launch <4>|launching|arrive|arriving|opening|closing) soon",
      "(table|room|driver|meal|food|seat|flight|code|document|statement|card|results|offer|sale) <5> (soon|shortly|momentarily|in a (moment|bit|while)|in no time)",
      "^ <3> coming soon",
      "second time",
      "soon (you|you'll|we'll)",
      "coming soon to",
      "wait (#|ten|thirty|five|sixty|a few) (seconds|secs|minutes|mins|hours)",
      "thank* <2> for (your patience|waiting) <4> (and|with us)? $",
      "as soon as (you|the|your|it|we have|we know)",
    ],
  },
  {
    // A length of time is a wait only where the sentence speaks of the answer.
    rule: "wait.context",
    label: "context",
    confidence: 0.5,
    any: [
      "(wait*|queue|repl*|respond*|response|responses|answer*|assist*|connect*|transfer*|attend*)",
      "(back to you|be with you|with you|join|joins|joining|get to you|hear from|in touch|contact you|call you|reach out|reach you|back online|back in|we'll be back|we will be back|return|online|available|speak (with|to) you|look into|looking into|take over|pick up)",
      "(expect|hear|wait|hold) <6> (within|in|by|about|around|under)",
      "(agent|agents|representative|representatives|someone|somebody|colleague|team|specialist|advisor|operator|human|person|we|they) <3> (will|'ll|should|can|usually|typically|is|are|within|in about|in)",
      "(hold|waiting|answer|reply|queue) time",
      "(agent|advisor|adviser|representative|operator|specialist|colleague) <6> (min|mins|minute|minutes|hour|hours)",
      "(min|mins|minute|minutes|hour|hours) <3> (until|till|before|for) <1> (agent|advisor|adviser|representative|operator|someone|somebody|specialist|person|human|our turn|your turn)",
      "(eta|hear back|heard back|get an answer|get a reply|get back)",
      "back to (people|everyone|customers|all)",
      "(expected|estimated|average|approximate|approximately|current|typical*|usual*) <2> (time|wait|response|delay|reply|replies)",
    ],
    unless: [
      "(refund*|bank|banks|funds|deliver*|ship*|parcel|package|credited|credit|deposit*|appear*|reflect*|transaction|payment|processed|processing|train|trains|bus|flight|delayed|delay of|arriv*|expire*|valid|trial|warranty|cool* down|propagat*|cook|bake|charge for|battery) <8> (hour|hours|minute|minutes|min|mins|day|days|week|weeks)",
      "(hour|hours|minute|minutes|min|mins|day|days|week|weeks) <6> (refund*|deliver*|ship*|arriv*|credited|to appear|to reflect|to process|delayed|late|ago|old|in advance|before (you|the|your)|trial|warranty)",
      "(unplug|power|restart|reboot|turn|switch|reset|leave|hold|press) <6> for? <1> (#|few|ten|thirty|five|sixty|two|one|a) <1> (seconds|second|secs|minutes|minute|mins)",
      "(wait|hold) <3> (#|few|ten|thirty|five|sixty|two|one|a) <1> (seconds|second|secs|minutes|minute|mins) (and|then|before|after|until)",
      "(24 7|around the clock|24 hours a day|agents are available (24|from|between))",
      "(last|past|previous|for the past|over the|every|per|each|open) <2> (#|few|two|three|hour|hours|minute|minutes|day|days|week|weeks)",
      "(you have|you've had|i have|i've|been) <2> (waiting|waited|been|had)",
      "(sorry|apologi*) <6> (wait*|took|been|delay)",
    ],
  },
  {
    rule: "wait.held",
    label: "context",
    confidence: 0.5,
    any: [
      "(you|u|line) <1> (hold|wait|hang on|bear with (me|us)|stay) <2> for",
      "(give|allow|grant|need|take|take me|get back) <2> (me|us|about|just|another|to you) <5> (second|seconds|secs|minute|minutes|mins|hour|hours)",
      "let me (check|see|look) <6> (#|two|five|few|ten) (minute|minutes|mins|seconds|secs)",
      "(i|we) (need|just need) <4> (minute|minutes|mins|second|seconds|hour) <1> (to|while|please)",
      "(back|with you|with u|reply|respond) in <4> (second|seconds|secs|minute|minutes|min|mins|hour|hours)",
    ],
    unless: [
      "(a|one|1|just a) (second|sec|minute|min|moment|mo)",
      "(bank|banks|funds|button|key|power|device|unplug*|refund*|deliver*|restart|ago|late|delayed|driver|ride|food|wait <2> before)",
    ],
  },
  {
    rule: "wait.day",
    label: "wait_estimate",
    confidence: 0.75,
    any: [
      "(we|we'll|they|someone|somebody|agent|agents|team|colleague|representative|office|support) <4> (back|available|online|reply|respond|answer|get back|contact|call|reach|be there|return*) <4> (tomorrow|today|tonight|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(monday|tuesday|wednesday|thursday|friday|saturday|sunday) morning|next (week|business day|working day|day)|by (the end of the day|end of day|monday|tuesday|wednesday|thursday|friday|tomorrow)|within the (hour|day)|the same day)",
      "(we|we'll|they|they'll|someone|somebody|agent|agents|team|colleague|representative|support|i|i'll|desk|office) <6> (back|available|online|reply|respond|answer|contact|call|reach out|in touch|return|open again|reopen|reopens|hear) <4> (at|by|before|after|until|from|between) (#|noon|midnight|9am|10am|8am|morning|close of business)",
      "(reply|respond|answer|in touch|back to you|contact you|call you|hear (back|from us)|response) <3> (on|by|before|until) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|noon|the end of)",
      "(we're|we are|our team is|agents are|everyone is) <3> (away|offline|closed|out of office|out) <6> (until|till|reply|back|return) <3> (monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|#|morning)",
      "(expect|hear) <5> (tomorrow|tonight|by (the end|end of|tomorrow|tonight|noon|monday|tuesday|wednesday|thursday|friday)|this (afternoon|evening|morning)|later today)",
      "(repl*|respond*|response|answer*|in touch|back to you|with you|hear (from|back)|call you|contact you|available) <3> (in|within|inside|over) the (next|coming) (hour|hours|day|couple|few|two|three|#|half)",
      "(around|about|in|within|under|approximately)? a quarter of an hour",
      "(repl*|respond*|response|answer*|back online|available again|back) <3> (in a day|in a few hours|in a few minutes|in an hour|within the (hour|day)|within a day|the next (business|working)? day|tomorrow|on day)",
      "(call|hear|reply|response|answer|contact|touch|email|respond) <4> within the (hour|day|week)",
      "(be|right) back in (#|five|ten|two|three)",
      "(callback|call back|return call|call you) <4> (for|at|by|between|on|around) (#|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)",
      "(back|returning|return) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
      "(back online|back|available|return) on <1> (day|date|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    ],
    unless: [
      "(refund|delivery|deliver|parcel|order|package|ship*|arrive*) <6>",
      "(open|opening|hours) <4>",
      "(24 7|around the clock|call us|phone)",
    ],
  },
  {
    // What is waited for then is no person.
    rule: "wait.thing",
    label: "thing",
    confidence: 0.5,
    any: [
      "(refund*|money|payment*|payout|deliver*|shipment|shipping|shipped|parcel|package|order|orders|replacement|transfer of|bank|credit|credited|process|processed|processing|verification|verified|approval|approved|request is|return is|update)",
    ],
    unless: [
      "(agent|agents|representative|representatives|colleague|specialist|advisor|human|person|someone|somebody|team) <4> (will|'ll|be|is|are|reply|respond|answer|contact|join|take|get)",
    ],
  },
];
