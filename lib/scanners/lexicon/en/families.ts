/** English phrases of a customer who says something again. Families are patterns over a plain (lower-case, straight-
 * quoted) sentence; `unless` names the readings of the same words that mean something else. */
export type Family = { rule: string; confidence: number; pattern: RegExp; unless?: RegExp; needsGrammar?: boolean };

const I = String.raw`\b(?:i|we)\b(?:'ve|'d| have| had| did|'m| am)?`;
const SAID =
  "(?:said|sad|told|mentioned|mention|explained|stated|wrote|written|described|indicated|noted|reported|typed|specified|clarified|asked|repeated|say)";
const GAVE =
  "(?:given|gave|give|sent|send|provided|submitted|shared|supplied|attached|uploaded|posted|answered|forwarded|listed|entered|filled)";
const SOON = "(?:already|allready|alredy|just|previously|literally|clearly|specifically|earlier|now)";
const BEFORE =
  "(?:already|before|earlier|above|previously|at the (?:start|beginning)|in (?:the|my) (?:beginning|first|last|previous|earlier)|twice|three times|(?:several|many|multiple|so many|\\d+) times|a (?:few )?minutes? ago|up there)";
const AGAIN =
  "(?:again|once more|all over|over again|from scratch|from the (?:start|beginning|top)|yet again|a (?:second|third|fourth) time)";
const TELL = "(?:repeat|explain|say|tell|type|write|describe|give|go (?:through|over)|start|provide|spell|answer)";
const TO_SOMEBODY_ELSE =
  /\b(?:told|said|asked|explained|mentioned|wrote|sent|gave)(?: this| that| it)? (?:to )?(?:him|her|my (?!problem|issue|question|name|order|account|number)\w+|the (?:driver|seller|bank|courier|doctor|landlord|shop|store|postman)|myself)\b/;
const SELF_CORRECTION =
  /\b(?:wrong|mistake|by mistake|my bad|misspoke|sorry,? i said|forget what|change what|correct what|instead of what|not what i meant|less than what|can't remember|cannot remember|don't remember|do not remember|remind me)\b/;
const ASKS_AGENT_TO_REPEAT =
  /\b(?:can|could|would|will|please|need|want|like|ask) (?:you|u)?(?: to)?(?: please)?\s*(?:repeat|say (?:that|it) again|explain (?:that|it|this) again)\b|^(?:please )?repeat(?! myself)(?: that| it| the| please|\W*$)/;
const ELSEWHERE =
  /\b(?:asked|posted|reported|sent|submitted|wrote|shared|uploaded|filled)\b(?: (?:this|it|that|a|an|the|one))?(?: \w+)? (?:in|on|at|to|into) (?:#|the (?:forum|community|store|bank|group|seller)|another|facebook|twitter|reddit|\w+ channel)/;
const NOT_A_STATEMENT =
  /\b(?:if|unless|whether|did|have|has|had) (?:i|we|you|they|it|someone|anyone)\b(?! not)(?!n't).{0,20}\balready\b/;

const BOT = "(?:chat ?bot|bot|robot|(?:virtual )?assistant|automated chat|ai|machine)";

export const FAMILIES: Family[] = [
  // complaint: having to say it again, being asked again, not being read
  { rule: "complaint", confidence: 0.95, pattern: /\b(?:repeat(?:ing)?|explain(?:ing)?) (?:myself|ourselves)\b/ },
  {
    rule: "complaint",
    confidence: 0.93,
    pattern: new RegExp(
      String.raw`\b(?:ha(?:ve|d|ving)|need(?:ed|ing)?|forced|made|make|making|want|expect(?:ing)?|going)(?: me| us)?(?: to| gotta)? (?:keep )?${TELL}(?:ing)?\b.{0,60}\b${AGAIN}`,
    ),
    unless: /\b(?:can|could|would) you\b|\bneed you\b|\bwant you to\b/,
  },
  {
    rule: "complaint",
    confidence: 0.92,
    pattern:
      /\b(?:have|having|had|make|made|making)(?: me| us)?(?: to)? repeat(?:ing)? (?:it|that|this|everything|all|the (?:same|whole)|my)\b/,
    unless: ASKS_AGENT_TO_REPEAT,
  },
  {
    rule: "complaint",
    confidence: 0.92,
    pattern: /\b(?:don't|do not|stop) mak(?:e|ing) me (?:repeat|say|explain|type)\b/,
  },
  {
    rule: "complaint",
    confidence: 0.92,
    pattern:
      /\b(?:how many|so many) (?:more )?times\b.{0,30}\b(?:tell|told|say|said|explain|explained|repeat|give|given|ask(?:ed)?|do this|answer)\b/,
    unless: /\bcan (?:be|i)\b|\bshould i (?!tell|say|repeat|explain)/,
  },
  {
    rule: "complaint",
    confidence: 0.92,
    pattern:
      /\b(?:second|third|fourth|fifth|sixth|\d(?:nd|rd|th)|umpteenth|hundredth|last) (?:time|person|agent)\b.{0,35}\b(?:tell|told|telling|say|saying|said|explain|explaining|explained|repeat|repeating|typ(?:e|ing)|giv(?:e|ing)|asked|describ(?:e|ing)|go(?:ing)? (?:through|over))\b/,
  },
  {
    rule: "complaint",
    confidence: 0.9,
    pattern: new RegExp(
      String.raw`${I}.{0,12}\b(?:said|told|explained|mentioned|given|gave|sent|asked|answered|provided|typed|described|repeated)\b.{0,40}\b(?:twice|(?:two|three|four|five|several|many|multiple|countless|a (?:few|dozen|hundred)|\d+) times|\d+x|thrice)`,
    ),
    unless: /\b(?:charged|paid|billed|tried|restart|transfer(?:red)? \w+ (?:money|funds))/,
  },
  {
    rule: "complaint",
    confidence: 0.9,
    pattern:
      /\b(?:did|do|does|have|has)(?:n't|nt| not)? (?:you|u|ya|anyone|anybody|nobody|no one|somebody|someone)(?: even| not| actually| bother to| guys| people| all)* (?:read|seen?|look(?:ed)? at|listen(?:ed)? to)\b.{0,25}\b(?:what (?:i|we)|my|the (?:message|chat|conversation|history|thread|transcript|ticket|notes)|above|any of (?:this|it|that)|messages?|anything)\b/,
  },
  {
    rule: "complaint",
    confidence: 0.9,
    pattern:
      /\b(?:you|they|u|nobody|no one)(?: guys| people)? (?:didn't|did not|didnt|don't|do not|never|haven't|clearly didn't|obviously didn't|has|have not)(?: even| actually| bother to)? (?:read|look(?:ed)? at|listen(?:ed)? to|see)\b.{0,25}\b(?:what (?:i|we)|my|i (?:said|wrote)|the (?:chat|conversation|message|history|transcript|notes)|above)\b/,
  },
  {
    rule: "complaint",
    confidence: 0.9,
    pattern:
      /\b(?:you|they|u|someone|everyone|every agent|each of you|again you)(?: guys| people| all| just| already| have| has|'ve)*(?: keep| kept)? (?:ask|asked|asking|asks)(?: me| us| for)?(?: for)? (?:this|that|it|the same|again|twice|my \w+ again|over and over|already|how)\b/,
    unless: /\b(?:wrong person)\b/,
  },
  {
    rule: "complaint",
    confidence: 0.9,
    pattern: /\b(?:keep|keeps|kept) (?:asking|being asked|getting asked|having to (?:explain|repeat|say|tell))\b/,
  },
  {
    rule: "complaint",
    confidence: 0.88,
    pattern:
      /\b(?:start(?:ing)?|begin(?:ning)?|back) (?:all )?(?:over|from (?:scratch|zero|the (?:start|beginning|top))|at (?:square one|the beginning|zero))\b.{0,20}(?:again|with (?:you|every|each|another)|every time|now)?/,
    unless:
      /\b(?:let's|lets|can (?:we|i|you)|could (?:we|i|you)|we can|please|i'll|i want to|should i|restart|phone|device|app|setup|install)\b/,
  },
  {
    rule: "complaint",
    confidence: 0.88,
    pattern:
      /\b(?:same|all (?:that|this|of it)|whole (?:story|thing|lot)|everything) (?:question |details? |information |info |story |thing )?(?:again|over again|all over|once more|a second time|from scratch)\b/,
    unless:
      /\b(?:same (?:thing|problem|issue|error|message|result)|charged|happen|tried|broke|appear|show|restart|transaction)/,
  },
  {
    rule: "complaint",
    confidence: 0.85,
    pattern:
      /\b(?:why|do|must|should|so) (?:do |must |should |am |are )?(?:i|we)(?:'m)? (?:have to |need to |being |getting )?(?:repeat|asked (?:for )?(?:this|that|it|the same|again|my)|answer(?:ing)? (?:this|that|the same))\b/,
  },
  // reference: says it again and marks it as said before
  {
    rule: "reference",
    confidence: 0.95,
    pattern: new RegExp(
      String.raw`\b(?:as|like|just like|exactly what|that's what|thats what|isn't that what|isnt that what|than what) (?:i|we|already|previously)(?:'ve|'d| have| had| was)? ?(?:${SOON} |first |only |also )?${SAID}\b`,
    ),
    unless: new RegExp(
      `${SELF_CORRECTION.source}|\\bnot \\w+ like i said|\\bnothing like (?:i|we)|\\bas asked\\b|just what i asked|\\b(?:like|as) i (?:said|told|mentioned|explained)(?: this| that| it)? to my\\b|\\basked for\\b.{0,8}(?:perfect|thank)`,
    ),
  },
  {
    rule: "reference",
    confidence: 0.93,
    pattern: new RegExp(String.raw`${I}(?: am)? ${SOON} (?:have )?${SAID}\b`),
    unless: new RegExp(
      `${ELSEWHERE.source}|${TO_SOMEBODY_ELSE.source}|${SELF_CORRECTION.source}|${NOT_A_STATEMENT.source}|\\bjust (?:asked|say|wrote to|reported|mention)\\b`,
    ),
  },
  {
    rule: "reference",
    confidence: 0.92,
    pattern: new RegExp(String.raw`${I}(?: ${SOON})? ${SAID}\b.{0,50}\b${BEFORE}`),
    unless: new RegExp(
      `${ELSEWHERE.source}|${TO_SOMEBODY_ELSE.source}|${SELF_CORRECTION.source}|\\basked for\\b|\\bbefore (?:i|we|the|my|it)\\b|\\blast (?:week|month|year)\\b|\\btimes \\d`,
    ),
  },
  {
    rule: "reference",
    confidence: 0.9,
    pattern: /\b(?:i|we)(?:'ve| have| had)? (?:just )?told (?:you|u|ya|you guys)\b/,
    unless: new RegExp(
      `${SELF_CORRECTION.source}|\\bsee\\b|\\btold (?:you|u) so\\b|\\bif (?:i|we) told\\b|\\bwhat i told you to\\b|\\bso i told you\\b|!\\s*now`,
    ),
  },
  {
    rule: "reference",
    confidence: 0.88,
    pattern:
      /(?:^to (?:reiterate|repeat|recap)\b|\bi(?:'ll| will| must| have to)? (?:repeat|reiterate)|\brepeating (?:my |the )?(?:question|problem|issue|request)\b)/,
    unless: ASKS_AGENT_TO_REPEAT,
  },
  {
    rule: "reference",
    confidence: 0.88,
    pattern:
      /\b(?:see|read|check|look at|refer to|scroll (?:up|back)(?: to)?)(?: please)? (?:(?:to )?(?:my|the) )?(?:above|previous|earlier|first|last|original|initial|prior)?\s?(?:message|messages|chat|conversation|thread|e-?mail|transcript|history|text)s?\b(?: above| earlier| before| please|\W*$)/,
    unless:
      /\b(?:i|we|can't|cannot|don't|doesn't|won't|can|could|to|when|did i|do i|where|how) (?:not )?(?:see|read|check|scroll)|\b(?:error|check my e-?mail|inbox|bank|check the last)\b/,
  },
  {
    rule: "reference",
    confidence: 0.88,
    pattern:
      /\b(?:see|read) (?:the )?(?:above|what (?:i|we)(?:'ve| have)? (?:said|wrote|sent|posted|typed|told|asked)|my (?:previous|earlier|first|last|original|initial|above))\b|\bscroll (?:up|back)\b|\bmy (?:message|question|reply|answer) above\b|\bi (?:posted|wrote|said|typed|sent) (?:up there|above|earlier)\b/,
    unless:
      /\bif you (?:scroll|look)\b|\berror\b|\bwhen i scroll|can't scroll|scroll(?:ing)? (?:back|up) (?:doesn|does not|is)/,
  },
  {
    rule: "reference",
    confidence: 0.85,
    pattern:
      /\b(?:per|as per|according to|mentioned in|stated in|explained in|described in) my (?:previous|earlier|last|first|original|initial|above)\b/,
  },
  {
    rule: "reference",
    confidence: 0.85,
    pattern:
      /(?:^|\b)already (?:said|told|mentioned|explained|answered|asked|stated|described|covered|discussed|went (?:over|through))\b(?! me)/,
    unless: new RegExp(
      `${ELSEWHERE.source}|\\b(?:you|they|he|she|support|agent|it|bot) (?:have |has |had |'ve )?already|\\bdid you already|${SELF_CORRECTION.source}`,
    ),
  },
  {
    rule: "reference",
    confidence: 0.82,
    pattern:
      /\b(?:as|like) (?:already |previously |just )?(?:mentioned|stated|explained|described|said|discussed|noted|written)(?: already| above| before| earlier| previously| to (?:the|your) (?:bot|assistant|colleague|first))?\b/,
    unless:
      /\b(?:as (?:stated|described|mentioned|explained|written) (?:in|on|by) (?:the|your|our)|it said|they said)\b/,
  },
  {
    rule: "reference",
    confidence: 0.8,
    needsGrammar: true,
    pattern:
      /^(?:\W|no|yes|yeah|yep|nope|ok|okay|well|but|please|hey|and|so|oh|are you dim|actually|thing is|thank you \w+)*\s*(?:,|\s)*(?:i|we) (?:said|stated|mentioned|explained|asked (?:for|about|if|whether))\b/,
    unless: new RegExp(
      `${SELF_CORRECTION.source}|${TO_SOMEBODY_ELSE.source}|\\bit was more like\\b|\\bto (?:him|her|them)\\b|\\basked for (?:a refund|help|support)\\b`,
    ),
  },
  {
    rule: "reference",
    confidence: 0.8,
    pattern:
      /,\s*(?:i|we) (?:said|told (?:you|u))\W*$|(?:\bi|,? it,? i) said\W*$|\b(?:didn't|didnt|did not) (?:i|we) (?:just |already )?(?:say|tell|mention|explain|give|send|answer)\b/,
  },
  // bot: the AI is named as the one who was told, or who asked the same
  {
    rule: "bot",
    confidence: 0.88,
    pattern: new RegExp(
      String.raw`${I}(?: just| already)? (?:told|wrote|typed|said|gave|explained|answered)\b.{0,30}\b(?:the|your) ${BOT}`,
    ),
    unless: new RegExp(`${NOT_A_STATEMENT.source}|\\bforgot\\b|${BOT} (?:told|said|gave|wrote|asked) (?:me|us)`),
  },
  {
    rule: "bot",
    confidence: 0.85,
    pattern: new RegExp(
      String.raw`\bsame (?:\w+ )?(?:questions?|things?) (?:as |that )?(?:the|your) ${BOT} (?:did|asked|has|had)\b`,
    ),
  },
  // provided: information or a document was given before and is asked for or ignored
  {
    rule: "provided",
    confidence: 0.9,
    pattern: new RegExp(String.raw`${I} (?:already|allready|previously) (?:have )?${GAVE}\b`),
    unless: new RegExp(
      `${ELSEWHERE.source}|${TO_SOMEBODY_ELSE.source}|${SELF_CORRECTION.source}|${NOT_A_STATEMENT.source}|\\b(?:money|payment|funds|transfer|invoice back|parcel|package)\\b`,
    ),
  },
  {
    rule: "provided",
    confidence: 0.88,
    pattern: new RegExp(
      String.raw`${I}(?: just)? (?:given|gave|sent|provided|submitted|shared|supplied|attached|uploaded|posted|answered|forwarded)\b.{0,50}\b(?:already|before|earlier|above|previously|to (?:the|your) (?:bot|assistant|colleague)|in (?:this|the) chat|all (?:that|of (?:it|them))|you all)\b`,
    ),
    unless: new RegExp(
      `${ELSEWHERE.source}|${SELF_CORRECTION.source}|\\b(?:money|payment|funds)\\b|\\bbefore (?:i|we|the|my)\\b|\\blast (?:week|month)\\b`,
    ),
  },
  {
    rule: "provided",
    confidence: 0.85,
    pattern:
      /(?:^|\b)already (?:provided|given|gave|sent|supplied|submitted|posted|shared|answered|in the chat|attached)\b/,
    unless: new RegExp(
      `${ELSEWHERE.source}|\\b(?:you|they|he|she|it|support|seller|who|link|been given the|just sent me|have already been|has already been|'s already been) ?(?:have |has |had |'ve )?already|\\bi've already been given|\\bbeen (?:already )?sent\\b|\\byou just sent|\\bif\\b|\\bunless\\b|${SELF_CORRECTION.source}`,
    ),
  },
  {
    rule: "provided",
    confidence: 0.85,
    pattern:
      /\b(?:you|they|your (?:bot|system|colleague|assistant)|the (?:bot|assistant|other (?:agent|person)))(?: guys)? (?:already|should already|must already|surely)(?: must| should)? (?:have|has|got|had)\b.{0,30}\b(?:my|that|this|it|the|all|everything|them)\b/,
    unless: /\b(?:have|has|had) (?:been |charged|taken|refunded|cancel|closed|paid|told me)/,
  },
  {
    rule: "provided",
    confidence: 0.85,
    pattern:
      /\b(?:that|it|this|which) (?:was|is|has been|were) (?:already |all |previously )*(?:already|all|previously) (?:provided|given|posted|sent|mentioned|explained|answered|in the chat|said|there above)\b|\b(?:that|it|this|everything|all of it)(?:'s| is) (?:all )?(?:in (?:the|this|my) (?:chat|conversation|thread|first message|message above)|written above|right there above|further up)\b/,
  },
  {
    rule: "provided",
    confidence: 0.82,
    pattern:
      /\b(?:i|we)(?: have|'ve)? (?:just )?(?:gave|given) (?:you|u|them|him|her) (?:all|everything|that|this|those|it|the (?:whole|same)|my)\b/,
    unless: SELF_CORRECTION,
  },
];

/** Stems of which at least one stands in every phrase above: what has none is not looked at further. */
export const STEMS =
  /bot\b|assistant|repeat|reiterat|again|all over|from scratch|start(?:ing)? over|square one|zero|told|said|mention|explain|stated|wrote|written|described|indicated|noted|reported|typed|specified|clarified|already|allready|previous|earlier|above|before|times|twice|thrice|\d+x|\btime\b|read|listen|ask|scroll|see |see$|check|look|given|gave|give|sent|provided|supplied|posted|answered|forwarded|recap|didn'?t i|further up|in th(?:e|is) chat|should|surely|must|discuss/;
