import type { Phrase } from "../../phrase.ts";

const TO_WHOM =
  "(a|an|the|our|one of our|one of|another|my|your|someone|somebody)? <3> (human|person|agent|agents|representative|rep|advisor|adviser|colleague|colleagues|specialist|team|operator|expert|associate|teammate|teammates|supervisor|manager|support|someone|somebody|staff|member|department|desk|consultant|technician|people|line)";
const OVER = "(over|through|on|across|up|directly|straight|now|right now|right away|back)?";
const YOU =
  "(you|your (request|case|issue|question|message|conversation|chat|ticket|call|enquiry|inquiry|details)|this|this (conversation|chat|case|request|issue|ticket|matter)|the (conversation|chat|case|request|issue|matter)|it)";

/** An offer, a refusal, or what was or would be. */
const NOT_SAID = [
  "(would|do|did) you (like|want|prefer|need|wish)",
  "(shall|should|may|can|could) (i|we) (please)? (transfer|connect|put|hand|pass|forward|escalate|get)",
  "(i|we) (can|could|may|might|would|am able to|are able to) (also|then|always|only|certainly|gladly)? (transfer|connect|put|hand|pass|forward|escalate|get|arrange)",
  "(if|unless|whether|once|before|until|when|instead of|in case) (you|i|we|the|an|a|that|it|this|needed|necessary|possible)",
  "(unable|not able|can't|cannot|couldn't|could not|failed|not possible|won't|will not|don't|do not|didn't|unfortunately|unavailable|no agents|no one|nobody|never|without|not) <5> (transfer*|connect*|hand|pass|forward|escalat*|available|reach)",
  "(connecting|connect|transferring) (the|a) (phone|device|app|cable|printer|tv|router|computer|laptop|account|speaker)",
  "(transfer|connection|handover) (failed|was not possible|is not possible|did not work|was cancelled)",
  "(your|the|a) (order|payment|refund|money|funds|amount|account|package|parcel|device|domain|balance|booking|internet|wifi|bank) <4> (transfer*|connect*|forward*)",
];

export const BROKEN: Phrase[] = [
  {
    rule: "promise.now",
    label: "promised_never_came",
    confidence: 0.9,
    any: [
      `(transferring|connecting|passing|putting|handing|forwarding|escalating|routing|redirecting|moving|switching|directing|referring|sending|getting) ${YOU} ${OVER} (to|with|in touch with) ${TO_WHOM}`,
      `(transferring|connecting|handing|passing|putting) you (over|through|now|to|across)`,
      `(i'm|i am|we're|we are|am|are|be) (now|just|going to be|currently)? (transferring|connecting|escalating|handing|passing|forwarding) ${YOU}`,
      `(getting|finding|fetching|looking for|bringing in) <2> (a|an|the|our|next|available|live|human) <2> (agent|human|representative|colleague|specialist|advisor|operator|person|teammate) (for you|now|to (help|assist))?`,
      "(you|you'll|you're) (are|will be|be|now|are now|have been|are going to be|will now be|are being|were) (being|now|shortly|just|also|be)? (transferred|connected|handed over|put through|passed on|passed over|forwarded|escalated|redirected|routed)",
      `${YOU} (is|are|has been|have been|will be|was|is being|is now) (now|being|also|just)? (transferred|escalated|handed over|passed on|passed|forwarded|assigned|routed) (on|over)? to ${TO_WHOM}`,
    ],
    unless: NOT_SAID,
  },
  {
    rule: "promise.soon",
    label: "promised_never_came",
    confidence: 0.88,
    any: [
      `(i'll|i will|we'll|we will|ill|i'm going to|i am going to|we are going to|let me|let us|i'd be happy to|i have to|i need to|i shall|i must) (now|just|gladly|happily|go ahead and|quickly|then|also|need to|have to)? (transfer|connect|put|hand|pass|forward|escalate|route|redirect|refer|direct|get|bring|move|switch) ${YOU} ${OVER} (to|with|in touch with) ${TO_WHOM}`,
      `(i'll|i will|we'll|we will|let me|i'm going to|i am going to) (now|just|go ahead and|quickly)? (transfer|hand|put|pass) you (over|through|across|now|to)`,
      `(i'll|i will|we'll|we will|let me|i'm going to|i am going to) (now|just|go ahead and|quickly)? (connect|escalate|transfer) (you|this|your case|your request|it) (now|right away|immediately|for you)?`,
      "(i'll|i will|we'll|we will|let me|let's|i'm going to|i am going to) (now|just|quickly)? (get|find|bring in|bring|fetch|grab|call|loop in|ask|involve|send you to|try to connect you (to|with)) (you)? (a|an|one of|our|my|someone|somebody) <3> (agent|manager|supervisor|expert|experts|human|representative|colleague|colleagues|specialist|advisor|person|teammate|someone|somebody|team)",
      "(i've|i have|we've|we have|i|we) (just|now|already)? (transferred|escalated|forwarded|passed|handed|notified|alerted|assigned|raised) (you|this|your (case|request|issue|question|message|conversation|chat|ticket)|it|the (conversation|chat|case)|our|a|an) <3> (to|team|agent|colleague|specialist|support|human|department)",
      "(an|a|one of our|our|another|the next|someone|somebody|your|next available|my) <3> (agent|agents|human|representative|representatives|colleague|colleagues|specialist|specialists|advisor|advisors|person|teammate|teammates|member|someone|somebody|operator|team|from our team) <2> (will|is going to|is about to|should) (be|join|take|now|shortly|soon|assist|help|continue|pick|get) (with you|you|over|up|this|the|shortly|be|in)?",
    ],
    unless: NOT_SAID,
  },
  {
    rule: "promise.hold",
    label: "promised_never_came",
    confidence: 0.85,
    any: [
      `(hold|wait|bear with me|stay|stand by|hang|one moment|moment|hold on) <4> while (i|we) <2> (transfer|connect|put|hand|pass|get|find|bring|locate|escalate|forward) <4> (agent|human|representative|colleague|specialist|advisor|person|teammate|someone|somebody|team|through|over|you|operator)`,
      `^ <2> (transferring|connecting|transferring to|connecting to|handing over|escalating) <5> $`,
    ],
    unless: NOT_SAID,
  },
];
