/** Words that several phrases of repetition are made of, in the language of patterns. */
export const ALREADY = "(already|allready|alredy|aleady|alreay|alrdy|previously|earlier)";

/** The writer, with or without a helping verb. */
export const I = "(i|we|i've|we've|i'd|we'd|iv|weve) (have|had|did|do)?";

/** Adverbs that mark something as said or given before, or stress that it was. */
export const SOON = `(${ALREADY}|just|literally|clearly|specifically|explicitly|repeatedly|originally|initially|actually|definitely|plainly|simply|only|also|even|first|now|both) (have|been)? (just|${ALREADY})?`;

export const TOLD =
  "(said|sed|told|mentioned|mentionned|explained|explaned|stated|wrote|written|described|indicated|noted|reported|typed|specified|clarified|repeated|answered|informed|pointed out)";

export const GAVE =
  "(given|gave|sent|provided|submitted|shared|supplied|attached|uploaded|posted|pasted|answered|forwarded|listed|entered|filled|typed|included)";

/** Marks of an earlier time in the same talk. */
export const BEFORE = `(${ALREADY}|before|b4|beforehand|above|twice|thrice|once|up there|to begin with|all along|further up|@times times|# x|(2|3|4|5|6|10)x|(a|one|two|three|four|five|few|some|couple|several|#) (few|couple)? (of)? (minute|minutes|min|mins|seconds|messages|moment|moments|lines|posts|tweets|mails|replies) (ago|up|above|back|earlier)|just now|at the (start|beginning|top|outset|very)|in (the|my|that|our) (very)? (beginning|first|last|previous|earlier|original|initial|opening|other) <2>|from the (start|beginning|outset))`;

export const AGAIN =
  "(again|once more|one more time|all over|over and over|over again|from scratch|from the (start|beginning|top)|from (zero|square one)|every (single)? time|each time|a (second|third|fourth|fifth|2nd|3rd|4th) time|twice|to (every|each|another|yet another|a (new|different|third|second)|different|multiple|several|everyone|everybody) <1>)";

/** What one has to do again who must repeat. */
export const TELL =
  "(repeat*|re explain*|reexplain*|explain*|say|saying|tell|telling|type|typing|retype|retyping|write|writing|describ*|give|giving|go|going|start|starting|provide|providing|spell|spelling|answer|answering|send|sending|resend*|enter|entering|reenter*|state|stating|ask|asking|verify|verifying|confirm|confirming|rehash*|recount*|retell*|reiterat*)";

/** Somebody outside of this talk. */
export const OTHERS = "(him|her|them|everyone|everybody|people|someone|somebody|myself|(my|our|the|a) @outsider)";

/** He who says it corrects what he said. */
export const CORRECTION = [
  "(said|told|gave|given|sent|typed|entered|put|wrote|provided|mentioned|say) <4> (wrong|wrongly|incorrect|incorrectly|mistake|mistakenly|typo|old)",
  "(mistyped|misspoke|my (bad|mistake)|(forget|forgot|ignore|change|correct|instead of|disregard|scratch) what|scratch that|remind me)",
  "(oh|wait|oops|hang on) <2> (i|we) (said|told|gave|wrote)",
  "(forget|ignore|disregard|scratch|never mind|nevermind) <4> (i|we) (just|already)? (said|told|gave|asked|mentioned|sent)",
  "(said|told|wrote|gave) <6> but <1> (i meant|meant|actually|it should|make it)",
  "(can't|cannot|don't|do not|didn't|not) (remember|recall) <1> (what|if|whether|which|how|when|where) (i|we)",
  "(i|we) meant",
  "(sorry|oops|apologies) (if|(i|we) (said|gave|told|sent|mentioned|wrote|meant))",
  "not <2> (like|as|what) i (said|thought|told)",
  "(less|more|other|different|longer|later) than <3> i (said|told)",
  "(much|many|little|often|soon|amount|long|far) <3> (as|than|like) (i|we)",
];

/** What was entered was not taken: a fault, no repetition. */
export const NO_EFFECT = [
  "(entered|typed|put|uploaded|submitted|sent|posted|filled|provided|gave|given) <9> (but|and|yet) <4> (fail*|invalid|reject*|error|declined|blank|not|nothing|no|nobody|still|expired|refused|denied|blurry|isn't|doesn't|didn't|won't|never|got)",
];

/** No statement: a condition, or a question about it. */
export const CONDITION = [
  "(if|unless|whether|once|until|when|whenever|after|before) (i|we|you|they|it|he|she|someone|anyone|i've|we've|you've) <3> (already|just|told|said|sent|given|provided|mentioned|asked)",
  "(did|have|has|had|do|does|are) (you|they|it|he|she|someone|anyone|anybody) <1> already",
];

/** A place outside of this talk. */
export const ELSEWHERE = [
  "(asked|posted|reported|sent|submitted|wrote|shared|uploaded|filled|filed|said|mentioned|explained) <4> (in|on|at|to|into|with|over at) (the|another|an|a|other|my)? (forum|forums|community|store|bank|group|seller|facebook|fb|twitter|reddit|stackoverflow|stack|github|launchpad|askubuntu|mailing|bug|bugzilla|tracker|jira|channel|main|other|ubuntu*|debian|linux|kde|gnome)",
  "(asked|posted|reported|said|mentioned|explained) <4> (in|on|to|at) <3> (channel|forum|forums|list|room|group|tracker)",
];

export const TO_OTHERS = [
  "(told|asked) it (to|not)",
  "(mentioned|recommended|suggested) (you|u|your <1>) to",
  `(told|said|asked|explained|mentioned|wrote|sent|gave|given|provided|reported|forwarded) (this|that|it|yes|no|the same|all|everything|something)? (to)? ${OTHERS}`,
];
