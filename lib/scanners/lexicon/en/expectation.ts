import type { Phrase } from "../../phrase.ts";

const SOMEBODY =
  "(a|an|the|our|one of our|another|my|some|your|next|first|live|human|available|right|someone|somebody|real)? <3> (agent|agents|representative|rep|person|human|colleague|colleagues|specialist|advisor|adviser|team|someone|somebody|operator|expert|manager|supervisor|department|support|member|consultant|associate|customer service|staff|technician|engineer|people|concierge|queue)";
const MOVE =
  "(transfer*|connect*|forward*|pass*|hand*|rout*|redirect*|direct*|escalat*|refer*|send*|put|putting|get|getting|bring*|loop*|switch*|assign*|move|moving|link*|patch*|introduc*|reach*)";

/** It is refused, has failed, is asked about or only offered. */
const NOT_DONE = [
  "(forward*|pass*|send*|escalat*) <3> (feedback|request|requests|suggestion|suggestions|idea|ideas|comment|comments|wish|report|as a)",
  "(recommend|suggest|advise|encourage) <3> (contacting|reaching|calling|speaking|chatting|contact|reach|call)",
  "(unable|not able|can't|cannot|couldn't|could not|won't|will not|failed|fail|impossible|unavailable|isn't possible|not possible|don't have|no longer) <6> (transfer*|connect*|forward*|pass|hand|escalat*|reach|put|send|get)",
  "(would|do|did|should|shall|want|like|wish) (you|me|i|we) <4> (transfer*|connect*|speak|talk|put|pass|forward|escalat*|hand|to be)",
  "(transfer|connection|handoff|escalation) (failed|was declined|has been cancelled|cancelled|not possible|error)",
  "(if|in case|whenever) (you|u|this|that|needed|necessary|it|i) <6>",
  "(i can|i could|we can|we could|can i|could i|shall i|may i|let me know if|happy to|you can|able to) <3> (transfer|connect|forward|pass|hand|escalate|put)",
  "(contact|reach|call|visit|chat with|speak to|speak with|get in touch|talk to|message) (our|the|your|a|us|one) <3> (team|agent|support|representative|department|specialist)",
];

export const EXPECTATION: Phrase[] = [
  {
    rule: "transfer.said",
    label: "ack_transfer",
    confidence: 0.9,
    any: [
      `(i'm|i am|i'll|i will|we're|we are|we'll|we will|let me|let's|let us|allow me to|going to|i have|i've|we have|we've|will now|now|please wait while (i|we)|hold on while (i|we)|while (i|we)|hold while (i|we)|try to|trying to|gonna|to) <2> ${MOVE} <4> (you|this|your (chat|call|conversation|case|request|issue|question|ticket|message)|it) <4> (to|with|through to|over to|on to|onto|over|in touch with|up with|for|in front of) ${SOMEBODY}`,
      `(you|your (chat|call|conversation|case|request|issue|question|ticket|message)) <1> (are|is|will|have|has|'ll|you'll|you're|been|being) <3> (transferred|connected|forwarded|passed|handed|routed|redirected|escalated|referred|put through|assigned|sent) <4>`,
      `(you'll|you're|you will|you are) <2> (be|being|now|shortly|soon)? <1> (transferred|connected|forwarded|passed|handed over|put through|speaking (with|to)|in touch with|chatting with|talking (with|to)) <4>`,
      `(transferring|connecting|forwarding|escalating|handing|passing|routing|redirecting|putting) (you|this|your|the|to|over|it) <5>`,
      `^ <3> (transferring|connecting) <1> (to|with|you|now)`,
      `(getting|finding|looking for|let me find|let me get|i'll get|i will get|i'm getting|will get|bringing in|let me bring in|i'll bring in|i'll find|summoning|fetching|contacting|notifying|i have notified|i've notified|i have informed|i've let|looping in|i've asked|i have asked|let me ask) ${SOMEBODY}`,
      `${SOMEBODY} <2> (will|'ll|is going to|should|would) <3> (be with you|join|take over|take it from here|assist you|help you|continue|contact you|respond|reply|get back|reach out|be in touch|look into|pick (this|it) up|follow up|answer|be right with|call you|connect)`,
      `${SOMEBODY} (is|are|has|have) <2> (joining|joined|on (the|their) way|taking over|been (notified|informed|assigned|alerted)|notified|coming)`,
      `(when|as soon as|once) (one|an agent|somebody|someone|a (human|person|representative|colleague)|they) <4> (available|free|ready) <4> (connect|transfer|join|be with|contact|with you|respond|reply|will|'ll)`,
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
      "(can|could|please|may|would|will) you <2> (repeat|share|send|pass|forward|give)",
      "(please|kindly) (share|send|pass|forward|repeat)",
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
      "(hold on|hang on|stand by|standby|stay (on the line|with me|here)|bear with (me|us)|hang tight)",
      "(be|get back|back|respond|reply|join|assist|help|contact|answer|reach out|in touch|with you|available|hear from us) <4> (soon|shortly|quickly)",
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
      "(get well|see you|speak|hope <4>) soon",
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
      "(agent|agents|representative|representatives|someone|somebody|colleague|team|specialist|advisor|human|person|we|they) <3> (will|'ll|should|can|usually|typically|is|are|within|in about|in)",
      "(expected|estimated|average|approximate|approximately|current|typical*|usual*) <2> (time|wait|response|delay|reply|replies)",
    ],
    unless: [
      "(refund*|deliver*|ship*|parcel|package|credited|credit|deposit*|appear*|reflect*|transaction|payment|processed|processing|train|trains|bus|flight|delayed|delay of|arriv*|expire*|valid|trial|warranty|cool* down|propagat*|cook|bake|charge for|battery) <8> (hour|hours|minute|minutes|min|mins|day|days|week|weeks)",
      "(hour|hours|minute|minutes|min|mins|day|days|week|weeks) <6> (refund*|deliver*|ship*|arriv*|credited|to appear|to reflect|to process|delayed|late|ago|old|in advance|before (you|the|your)|trial|warranty)",
      "(unplug|power|restart|reboot|turn|switch|reset|leave|hold|press) <6> for? <1> (#|few|ten|thirty|five|sixty|two|one|a) <1> (seconds|second|secs|minutes|minute|mins)",
      "(wait|hold) <3> (#|few|ten|thirty|five|sixty|two|one|a) <1> (seconds|second|secs|minutes|minute|mins) (and|then|before|after|until)",
      "(last|past|previous|for the past|over the|every|per|each|open) <2> (#|few|two|three|hour|hours|minute|minutes|day|days|week|weeks)",
      "(you have|you've had|i have|i've|been) <2> (waiting|waited|been|had)",
      "(sorry|apologi*) <6> (wait*|took|been|delay)",
    ],
  },
  {
    rule: "wait.day",
    label: "wait_estimate",
    confidence: 0.75,
    any: [
      "(we|we'll|they|someone|somebody|agent|agents|team|colleague|representative|office|support) <4> (back|available|online|reply|respond|answer|get back|contact|call|reach|be there|return*) <4> (tomorrow|today|tonight|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(monday|tuesday|wednesday|thursday|friday|saturday|sunday) morning|next (week|business day|working day|day)|by (the end of the day|end of day|monday|tuesday|wednesday|thursday|friday|tomorrow)|within the (hour|day)|the same day)",
      "(repl*|respond*|response|answer*|back online|available again|back) <3> (in a day|in a few hours|in a few minutes|in an hour|within the (hour|day)|within a day|the next (business|working)? day|tomorrow|on day)",
      "(back online|back|available|return) on <1> (day|date|monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
    ],
    unless: ["(refund|delivery|deliver|parcel|order|package|ship*|arrive*) <6>", "(open|opening|hours) <4>"],
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
