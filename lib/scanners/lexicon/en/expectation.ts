import type { Phrase } from "../../phrase.ts";
import { NO_REPEAT } from "./expectation/no-repeat.ts";
import { ROLE } from "./expectation/roles.ts";
import { WAITS } from "./expectation/waits.ts";

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
  "(unable|not able|can't|cannot|couldn't|could not|won't|will not|failed|fail|impossible|unavailable|isn't possible|not possible|don't have|no longer) <6> (transfer*|connect*|forward*|pass|hand|escalat*|reach|put|send|get|find|locate|bring|fetch|grab|loop|add|invite)",
  "(don't|do not|not) <1> (think|believe|sure) <4>",
  "(would|do|did|should|shall|want|like|wish) (you|me|i|we) <4> (transfer*|connect*|speak|talk|put|pass|forward|escalat*|hand|get|bring|fetch|find|call|to be)",
  "^ <2> (our|the) team (will|'ll|usually|typically) <1> (respond|reply|answer|get back) (to (you|your <1>))? (in|within|by)",
  "(dropped|disconnected|cut off|lost|ended) <2> before",
  "(page|link|website|webpage|article|url|row|gate|platform)",
  "^ <1> (you|you're|you are|your (place|position|spot)) <2> (#|1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|next|number #) in <1> (queue|line) $",
  "(file|bank|wire|money|balance|credit|domain|stock|data|photo) (transfer|transfers)",
  "(transfer|connection|handoff|escalation) <2> (failed|was declined|has been cancelled|cancelled|not possible|error)",
  "(if|in case|whenever) (you|u|this|that|needed|necessary|it|i (need|have|am|get|don't|do|cannot|can't|was|were)) <6>",
  "(nobody|no one|none|no (agent|agents|human|humans|operator|operators|representative|representatives)) <4> (available|online|reached|free|here|connected|join|answer)",
  "(wi fi|wifi|printer|cable|bluetooth|router|server|money|funds|amount|miles|points|bank transfer|wire transfer|data|domain|parcel|package|technician will (visit|come|arrive))",
  "(i can|i could|we can|we could|can i|could i|shall i|may i|let me know if|happy to|you can|able to) <3> (transfer|connect|forward|pass|hand|escalate|put)",
  "(contact|reach|call|visit|chat with|speak to|speak with|get in touch|talk to|message) (our|the|your|a|us|one) <3> (team|agent|support|representative|department|specialist)",
];

export const EXPECTATION: Phrase[] = [
  {
    rule: "transfer.said",
    label: "ack_transfer",
    confidence: 0.9,
    any: [
      "here (he|she|they) (comes|come|is|are) $",
      `^ <2> here comes <3> ${ROLE}`,
      `(this|it|that|your (case|chat|request|question|ticket|issue|call|claim)) (is|are|sits|lies) <1> (now|already)? <1> with (a|an|our|the|one of) <3> ${ROLE}`,
      `^ <2> (over|off|across) to (my|our|a|the|one of) <2> ${ROLE}`,
      "(ping|pinging|tag|tagging|loop|looping|call|calling|bring|bringing|pull|pulling|rope|roping) in (our|my|the|a|an|one of) <3> (guy|gal|lady|person|folks|whiz|wizard|pro)",
      `(i'm|i am|i'll|i will|we're|we are|we'll|we will|let me|let's|let us|allow me to|going to|i have|i've|we have|we've|will now|now|please wait while (i|we)|hold on while (i|we)|while (i|we)|hold while (i|we)|try to|trying to|gonna|to) <2> ${MOVE} <4> (you|this|your (chat|call|conversation|case|request|issue|question|ticket|message)|it) <4> (to|with|through to|over to|on to|onto|over|in touch with|up with|for|in front of) ${SOMEBODY}`,
      `${MOVE_YOU} (you|u|ya) <1> (over|through|across|along|off|on|up|back|straight|directly)? <1> (to|with|onto|into) <5> ${ROLE}`,
      `${MOVE_YOU} (you|u|ya) <1> (over|through|across|along|off|on|up) (to|with|onto|now|right)`,
      "(hand|handing|pass|passing|put|putting|send|sending|switch|switching|transfer|transferring) (you|u|ya) <1> (back|down|round|around) (to|with|through)",
      "off (you|we) go to",
      `(ping|pinging|pinged|page|paging|paged|buzz|buzzing|buzzed|summon|summoning|summoned|conference|conferencing|flag|flagging|flagged|patch|patching) <1> (in|for|down)? <3> ${ROLE}`,
      "(conferencing|patching|dialing|dialling) (in)? (the|our|a|your)",
      `(it's|it is|this is|you're|you are|${CASE} (is|has)) <1> (on (its|it's|your|the) way|off|en route|headed|bound|gone) <1> to <3> ${ROLE}`,
      `${ROLE} <1> (takes|steps|jumps) (over|in) (from here|now|here|for me|at this point)`,
      "(opening|open|opened|starting) (a|the|up a) <1> (line|channel|chat) (to|with)",
      "^ (now)? (connecting|transferring) <1> (now|you|please wait)? $",
      `(transferring|connecting|redirecting|switching|forwarding|rerouting|patching) (you|u|ya) <3> (to|with|over|now|through|across)`,
      `(going to|gonna|go ahead and|i'll|i will|i'm|i am|let me|we'll|we will|have to|need to|i'd like to|while i|while we) <2> (transfer|connect|transferring|connecting|reroute|redirect) (you|u|ya|your call|this call|the call|your chat|this chat)`,
      `(put|putting|patch|patching) (you|u|ya|your call) <1> through`,
      `(pull|pulling|pulled|loop|looping|looped|rope|roping|roped|tag|tagging|tagged|cc'd|add|adding|added|invite|inviting|invited|page|paging|paged|call|calling|called|involve|involving|involved) <1> (in|into|over)? <1> ${SOMEBODY} <2> (to|in|into|on|for|from|who|that|here|now)?`,
      `(this|it|${CASE}) (has|have|is|are|was|will) <2> (been|being|be)? <1> (sent|moved) <1> (over)? (to|with) <4> ${ROLE}`,
      "^ (chat|call|conversation|ticket|case|issue) <1> (escalated|transferred|reassigned|handed over|forwarded) $",
      `${ROLE} <2> (join|joins|joining) (you|us|(this|the|our) <1> (chat|call|conversation|thread|session|discussion))`,
      `^ <2> (searching for|looking for|finding|locating|contacting|paging|calling|notifying) (an|a|the|our|you|available|next) <2> ${ROLE}`,
      "(sending|transferring|connecting|handing|passing|putting|switching|patching) (you|u|ya) <1> (over)? (to|with)",
      `${SOMEBODY} (is|are|was|has|have) <1> (being|been|now)? <1> (assigned|allocated|called|notified|requested|alerted|summoned|paged|added|invited|asked|contacted|pinged|brought (in|over)|looped in|pulled in)`,
      `(this|it|that|question|case|chat|chat's|call|call's|ticket|conversation|request) <1> (goes|going|moves|moving|heading|heads|passes) <1> (over|across|through|along|up|straight|off|now)? to <3> ${ROLE}`,
      "(calling|getting|fetching|grabbing|bringing|finding|pulling|call|get|fetch|grab|bring|pull) (one|somebody|someone|them|him|her) <1> (over|in|across|for you|here|on (this|it))",
      `${SOMEBODY} (is|are) <1> (about to|going to|ready to) (join|take over|jump in|step in|take this|help you)`,
      "(is|are|they're|she's|he's|who's|be|will|they'll|she'll|he'll) <2> (join|joining|entering|coming (into|to)|jumping (into|in)|stepping (into|in)|hopping (into|on)|jump in|step in|hop on|about to join) <1> (this|the|our|us|you|your)? <1> (chat|conversation|call|thread|us|here|shortly|soon|now)",
      `(adding|inviting|dialing|dialling|bringing|fetching|conferencing|roping|add|invite|dial|conference|fetch) (in)? ${SOMEBODY}`,
      "(you'll|you will) <1> be <1> (speaking|talking|chatting|dealing) (to|with) <4> (next|from here|shortly|soon|in a moment)",
      `(assigned|allocated|assigning|allocating) <3> ${ROLE} <1> to (you|your|this|handle|help)`,
      `(queued|queuing|queueing) you`,
      "(will|'ll) be (helping|assisting|taking care of|looking after|handling|chatting with|speaking with) <3> (from (now on|here|now)|from this point|going forward)",
      `(pass|passing|passed|forward|forwarding|forwarded|send|sending|sent|transfer|transferring|transferred|hand|handing|handed|move|moving|moved|escalate|escalating|escalated) (this|your|the) (chat|call|case|conversation|ticket|thread) <1> (over|on|along|up)? (to|onto)`,
      `(bring|bringing|brought) <1> (in|into|over|on|aboard) ${SOMEBODY}`,
      `(bring|bringing|brought) (my|a|an|our|another|one of our) <1> ${ROLE}`,
      `(answered|handled|assisted|served|helped|taken|reviewed|attended to|looked at|continued) by (a|an|the|our|one of|another|my) <3> ${ROLE}`,
      `(passed|passing|pass|forwarded|forwarding|forward|escalated|escalating|escalate|direct|directing|directed|redirect|route|assign|raise|hand|refer|transfer|move|send|routed|routing|assigned|assigning|raised|raising|sent|sending|handed|handing|referred|referring|moved|moving|flagged|submitted|transferred|transferring) (this|it|that|everything|${CASE}|your details|your info|your information) <2> (along|on|over|up|off|across)? <1> (to|with) <5> ${ROLE}`,
      `(this|it|that|${CASE}|you) (has|have|is|are|was|will|needs to|'s|gets|got) <2> (been|being|be)? <1> (transferred|forwarded|passed|routed|rerouted|redirected|escalated|assigned|handed|referred|reassigned) <2> (to|with|over|up|on)`,
      `(you'll|you will|you're|you are|you|you've been|you have been) <2> (be|being|been|now|get)? <2> (connected|transferred|redirected|put|handed|passed|switched|routed|escalated|moved) <1> (to|with|through|over|off|onto|now|shortly|momentarily|in)`,
      `${SOMEBODY} <3> (will|'ll|is going to|is gonna|are going to|should) <2> (take (over|it|this|care|your)|join|assist|help|be (with|right|joining|assisting|helping|taking|here|connected)|handle|continue|jump in|step in|come in|see to|pick up|look after|chat with|speak with|talk to|attend)`,
      `one of (our|the|my|them) <3> (will|'ll|is going to|is) <2> (jump|step|hop|join|assist|help|be with|take|call|contact|reach|reply|look|joining|assisting|taking)`,
      `^ <2> (handover|handoff|hand off|transfer|escalation|transferring|connecting|escalating|forwarding|routing) to <3> ${ROLE}`,
      `^ <2> (chat|call|conversation|ticket|case|issue) <1> (transferred|escalated|assigned|routed|handed|forwarded|reassigned|moved) (to|over)`,
      `let <2> ${SOMEBODY} <1> (take|handle|help|assist|deal|look|continue|jump)`,
      `(have|having|get|getting|ask|asking|asked) ${SOMEBODY} <3> (to)? <1> (take|handle|help|assist|deal|look into|continue|contact|call|give|ring|email|message|reach|join|jump|step|come|hop|look|reply|respond)`,
      `(i've|i have|we've|we have|i'm|we're|i'll) <1> (requested|requesting|request|called for|calling for|asked for|asking for|sent for|sending for) ${SOMEBODY}`,
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
      `${SOMEBODY} (is|are|has|have) <2> (joining|joined|taken over|stepped in|accepted|entered|come in|on (the|their|his|her) way|taking over|been (notified|informed|assigned|alerted)|notified|coming)`,
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
  ...NO_REPEAT,
  ...WAITS,
];
