import type { Phrase } from "../../../phrase.ts";
import { ALREADY, BEFORE, CONDITION, CORRECTION, ELSEWHERE, I, OTHERS, SOON, TO_OTHERS, TOLD } from "./words.ts";

const reference = (name: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
  rule: `R1.reference.${name}`,
  label: "rep_reference",
  confidence,
  any,
  unless,
});

const THAT_IS =
  "(that's|thats|that is|this is|thats|it's|its|it is|isn't that|isnt that|is that not|was that not|wasn't that|that was|which is|is|exactly|precisely|literally|again)";

/** Stories and answers to others: "then I said", "I said yes to him". */
const NARRATIVE = [
  "(and|so|then|when|once|where|because|since|after|before|everything|anything|something|things|thing|all|whatever|who|whom) (i|we) (said|asked|told|explained|mentioned|stated)",
  `(said|asked|explained|mentioned) (yes|no|ok|okay|sure|hi|hello|goodbye|thanks|thank|to|nothing|something|anything|so|fine|sorry|please)`,
  "(he|she|they|them|him|her) (said|asked|told|replied|answered|says|said)",
  "(i|we) never (said|told|asked|mentioned)",
  "(yesterday|last (week|month|year|night|time|monday|tuesday|friday))",
];

const INTERJECTION =
  "(no|nope|nah|yes|yeah|yep|ok|okay|well|but|please|hey|oh|uh|um|hm|hmm|like|sorry|actually|again|wait|look|listen|dude|sir|mate|man|omg|wtf|lol|jesus|hello|bot|thing is|excuse me|not that|thank you|thanks|seriously|are you|because|cuz)";
const OPENING = `^ ${INTERJECTION}? ${INTERJECTION}? <1>`;

export const REFERENCES: Phrase[] = [
  reference(
    "as_said",
    0.95,
    [
      `(as|like|exactly as|just like|same as|than) ${I} (was|am|${SOON})? (${TOLD}|say|saying|tell|asked|discussed|posted|gave|been saying|been telling)`,
      `${THAT_IS} (not)? (exactly|precisely|literally|just|kind of|kinda|pretty much|also|basically|all)? (what|why|the one|where|how|when) ${I} (was|am|${SOON})? (${TOLD}|saying|asking|asked|asked for|say|telling|been saying|been telling|been asking|talking)`,
      `what ${I} (just|${ALREADY}|literally just) (${TOLD}|asked|gave|sent)`,
      `(as|like) (i've|ive|i have) <1> (${TOLD}|asked)`,
    ],
    [
      ...CORRECTION,
      `(like|as|what|why|that) ${I} <1> (said|told|mentioned|explained|asked|wrote) (this|that|it)? (to)? ${OTHERS}`,
      "as asked",
      "just what i (asked|said)",
      "(asked|looking|asking) for <2> (perfect|thank|thanks|great|awesome)",
      "(perfect|great|awesome|thanks|thank you) <2> (exactly|that's|that is|just)",
      "sounds like",
    ],
  ),
  reference(
    "as_mentioned",
    0.84,
    [
      `(as|like) (i|was|is|has been)? (${ALREADY}|just|i|we|clearly|initially)? (mentioned|stated|explained|described|said|discussed|noted|written|told|indicated|specified|pointed out|outlined)`,
      `(per|as per|according to|mentioned in|stated in|explained in|described in|said in|wrote in|told in|given in|included in|answered in|in) my (very)? (previous|earlier|last|first|original|initial|above|prior|opening) (message|messages|msg|email|e mail|mail|tweet|tweets|post|comment|note|reply|chat|dm|statement|question|answer|text|ticket|request)`,
      "(mentioned|said|stated|explained|described|posted|written|given|discussed) (it|this|that)? (above|up there|further up)",
      "(as|see|like) above $",
      "^ (see|read|look) above",
    ],
    [
      "as (stated|described|mentioned|explained|written|noted|said|discussed|told|indicated|specified|outlined) (in|on|by|at|per|from|under) (the|your|our|this|that|its|their|a) (website|site|web|docs|documentation|manual|wiki|policy|terms|article|faq|page|guide|contract|readme|tutorial|instructions|bug|app|advert*|listing|description|ad|agreement|law|agent|rep|driver|topic|channel)",
      "as (told|stated|said|mentioned|explained) (by|to) (the|your|my|a|an|@outsider)",
      "(it|they|he|she|you|support|site|page|website) (said|told|mentioned|stated)",
      "(sounds|sound|looks|look|feel|feels) like",
      ...CORRECTION,
    ],
  ),
  reference(
    "just_said",
    0.93,
    [
      `(i|we|i've|we've|i'd|we'd|iv) (have|had|did|do)? ${SOON} (${TOLD}|say|tell|mention|explain|went (over|through)|covered|made (it|this|that) clear)`,
      `(i|we) (did|have|had) (${TOLD}|say|tell (you|u)|mention|explain|ask|state|specify)`,
      `(i|we) (${TOLD}|asked|say|tell|went (over|through)|covered) (you|u|this|that|it|so|you that|you this|the same)? ${ALREADY}`,
      `^ <1> (${ALREADY}|just) (said|told|mentioned|explained|answered|stated|described|covered|discussed|asked|went (over|through))`,
      `^ <1> (said|told|mentioned|explained|answered|asked) (it|that|this|you|u|so|you that)? (${ALREADY}|before|earlier|twice|above)`,
      `(we|we've) (have|had)? (${ALREADY}|just)? (been|gone|went|go|talked|discussed|covered|established) (over|through|about|that|this|it) (this|that|it|already|before)`,
      `(${ALREADY}|just) (said|told (you|u)|mentioned|explained|answered) (that|this|it|so|above|you|u|everything)`,
    ],
    [
      ...ELSEWHERE,
      ...TO_OTHERS,
      ...CORRECTION,
      ...CONDITION,
      "(you|they|he|she|support|agent|it|bot|who|someone|link) (have|has|had)? (already|just|previously|earlier) (said|told|mentioned|explained|answered|stated)",
      "(you've|they've|he's|she's|been|was|were) <1> (told|asked)",
      "(i|we) <1> (just|only|also|even) (say|mention|tell|explain|wrote to|reported|repeated|typed (in)?|typed|now|asked (my|the|him|her|them))",
      "(told|tell) (you|u|ya) so",
      "(just|only|also) (want|wanted|need|needed|like) to",
      "just (say|saying|mention) <2> (hi|hello|thanks|yes|no)",
      "(just|also|only) (typed|wrote|written) (sudo|apt|in|the command|a)",
      "(won't|cannot|can't|will|would|should|could) <1> (just|also|even) (say|tell|explain|mention)",
    ],
  ),
  reference(
    "before",
    0.9,
    [
      `(i|we|i've|we've|ive|i'd|iv) (have|had|did)? (${SOON})? (${TOLD}|asked|say|discussed|clarified|talked) <7> ${BEFORE}`,
      `${BEFORE} <2> (i|we|i've|ive) (have|had|did)? (${TOLD})`,
      "(in|with|from|at) my (very)? (first|last|previous|earlier|original|initial|prior) (message|question|msg|reply|email|text|tweet|sentence|post|answer|chat|request) <1> (i|we|was|is|which|where|that)",
    ],
    [
      ...ELSEWHERE,
      ...TO_OTHERS,
      ...CORRECTION,
      ...CONDITION,
      "before (i|we|the|my|it|you|he|she|they|that|this|a|an|and it|christmas|going|buying|leaving|starting|trying)",
      "(already|twice|before|above|once) (been|have|has|had|was|is|the|charged|paid|installed|tried|a|in|on|i|it|and)",
      "(charged|paid|billed|tried|happened|worked|works|used|bought) <3> (twice|times|before|already|earlier|above)",
      "times #",
      "(just|only|at) once",
      "asked for",
      "(told|asked|said) <3> (by|that) (they|he|she)",
      "have already",
    ],
  ),
  reference(
    "told_you",
    0.9,
    [
      "(i|we|i've|we've|ive|iv|i'd) (have|had|did)? <1> (told|tld|tol|informed|notified) (you|u|ya|yall|you guys|ye|yo)",
      "^ <1> (told|tld) (you|u|ya)",
      "(i|we|i've) <2> been (telling|saying|explaining) <1> (you|u|ya|this|that|it|so)",
      `(i|we|i've|ive) (have|had|did)? <1> (told|wrote|typed|said|gave|given|explained|answered|mentioned|described) <4> (the|your|that|this) <1> @bot`,
      "(i|we|i've|ive) (have|had)? <1> (told|explained|said|mentioned|described|gave|given|went through) <5> (to)? (the|your) (other|previous|last|first|prior|earlier|colleague*|coworker*|workmate) <1>",
    ],
    [
      ...CORRECTION,
      "(see|told) <1> (i|we)? <1> told (you|u|ya)",
      "told (you|u|ya) (so|to)",
      "if (i|we) (told|tell)",
      "(what|everything|all|things|something|anything|thing) (i|we) told (you|u) (to|about|was|is|yesterday)",
      "so i told (you|u)",
      "(never|haven't|hasn't|didn't|not|wish) <1> (told|tell)",
      "(would|could|should|might|must|will) <1> (have|of)? told",
      "(i|we) forgot",
      "@bot (told|said|gave|wrote|asked) (me|us)",
      "(who|whoever|nobody|someone|somebody) told",
    ],
  ),
  reference(
    "reiterate",
    0.88,
    [
      "^ <1> to (reiterate|repeat|recap|restate|re iterate|be clear again|say (it|that) again)",
      "(i|i'll|i will|let me|must|we|lemme|i'm going to|ill|gonna|i'd like to|i just|i can only) <1> (repeat|reiterate|re iterate|restate) <1> (that|my|the|it|this|what|for|again|i|myself|one|once)",
      "(i'll|i will|let me|must|i|we) <1> (repeat|reiterate) $",
      "^ <1> (i|we) (repeat|reiterate)",
      "(i'll|i will|let me|lemme|ill|i'm gonna|i'm going to|i shall|i) <1> (say|ask|tell|explain|try|put|state|type|write|give) (it|that|this|you|you my <2>|my question|the question)? <1> (again|once more|one more time|one last time|for you again|another way)",
      "(repeating|repeat|reposting|restating|asking|re asking) (my|the|this)? <1> (question|problem|issue|request|query|message|earlier|point|again)",
      "(here it is|here they are|here you go|here's|heres|here is|here are|its|it's|this is|it is) <5> (again|once more|one more time|for the @nth time)",
      "^ <1> (again|once again|once more|one more time) (my|the|our) <3> (is|are|was|number|name|question|id)",
      "^ <1> (again|once again|once more) (i|it's|its|it is|i'm|im|we) (need|want|am|asked|said|told|would like|have told|was|just need|just want)",
      "my <3> (number|name|question|id|email|address|issue|problem|order|code) again (is|was|it's)",
      "(my|the|original|initial) <1> (question|request|point) (was|still is|is still|remains|still stands|had been)",
      "(same|the same) (question|answer|email|number|address|name|info|information|details|one|problem) (as|i|that i|like)? <1> (before|earlier|above|said|gave|used|told|provided|mentioned|asked)",
    ],
    [
      "(can|could|would|will) (you|u) <3> (repeat|say|explain|restate|ask|tell|give)",
      "(please|pls|plz) (repeat|restate|say)",
      "(here|there) (we|it|i) (go|goes|comes) again",
      "(happen*|broke|broken|crash*|down|back|doing|working|late|delayed|error|failing|failed|try|trying) <2> again",
      "again (please|pls|plz)? (thanks|thank)",
      "(it's|its|it is|this is|i) <3> (not|doing|on|off|open*|start*|stuck|slow|try|start) <3> again",
      "(see|use|call|order|fly|shop|buy|come|visit|travel|login|log) <2> again",
      "(let me|i'll|i will|i) <1> try <2> again",
    ],
  ),
  reference(
    "read_again",
    0.88,
    [
      "(see|read|check|look at|refer to|refer|re read|reread|reference|view|review|scroll (up|back) (to)?|go back (to|and read)|look back (at)?|find|consult) <1> (to)? (my|our|the|this) <1> (above|previous|earlier|first|last|original|initial|prior|former|opening|other|whole|entire|full) <1> (message|messages|msg|msgs|chat|conversation|thread|email|e mail|emails|transcript|history|text|texts|tweet|tweets|post|posts|comment|comments|dm|dms|question|reply|replies|answer|line|lines|response|statement|note|notes|request|sentence)",
      "(see|read|reread|check|look at|refer to) <1> (my|our|the|this) (message|messages|msg|msgs|chat|conversation|thread|transcript|history|chat history|conversation history|chat log|log|logs|question|tweet|tweets|notes|ticket|case notes|backlog|scrollback) <1> (again|above|earlier|before|please|carefully|properly|first)",
      "(see|read|reread|check|look at|refer to) <1> (my|our|the|this) (message|messages|msg|msgs|chat|conversation|thread|transcript|history|chat history|conversation history|chat log|log|logs|question|tweet|tweets|notes|ticket|case notes|backlog|scrollback) $",
      "(see|read|reread|re read|check|look at|look|refer to|go by) <1> (above|what (i|we|i've|ive|we've|i have) (said|wrote|sent|posted|typed|told|asked|just|already|written|pasted|have|gave)|my (previous|earlier|first|last|original|initial|above))",
      "(scroll|look|read|scrolling|go) (back)? up",
      "scroll back",
      "(my|the) (message|question|reply|answer|error|paste|link|info|details|description|post|pastebin|response) (is)? (above|up there|further up)",
      "(i|we) <1> (posted|wrote|said|typed|sent|pasted|put|linked|gave|asked) (it|that|this|them)? (up there|above|further up)",
      "(it's|its|it is|that's|thats|is|was|they're|all) <1> (in|on) (my|the) (first|last|previous|original|initial|earlier|very first|opening) (message|msg|email|mail|tweet|post|text|line|question|sentence|dm)",
      "(read|re read|reread) (my|the|what) <4> (again|once more|one more time)",
    ],
    [
      "(i|we|can't|cannot|don't|doesn't|won't|can|could|to|when|did i|do i|where|how|should i|i'll|i will|let me) (not|please|just|even)? (see|read|check|scroll|look|find|view|review|go)",
      "(error|inbox|bank|statement|check the last|check my e mail|check my email)",
      "if (you|u) (scroll|look)",
      "(scroll|scrolling) (up|back) (doesn't|does not|is|isn't|and|or|down|button|bar|wheel|speed)",
      "(scroll|read|look|go|going|goes|went|gone) up (to|by|in|on|from|and|the|a|for|with|#)",
      "(prices|price|fares|costs|rates|fees|bill) <2> (go|going|goes|gone)",
      "look up",
    ],
  ),
  reference(
    "thought",
    0.85,
    [
      `(didn't|didnt|did not|did|haven't|havent|have|hadn't) (i|we) (not)? <1> (just|${ALREADY}|not|even)? (say|said|tell|told|mention|mentioned|explain|explained|give|given|send|sent|answer|answered|ask|asked|provide|provided|write|state|make) <3> (that|this|it|you|u|so|already|before|earlier|the|my|clear|about)`,
      "(didn't|didnt|did not|haven't|hadn't) (i|we) <1> (just|already) (say|said|tell|told|mention|mentioned|explain|ask|answer|do)",
      `(thought|believe|think|sure|swear|certain|positive|guess|assumed) (that)? (i|i've|we|we've|i'd|i had|i have) <1> (said|told|mentioned|explained|stated|gave|given|sent|made|answered|described|asked|provided|was clear|been clear|specified)`,
      "(i|we) (thought i|think i|have|i've|was|were|am|believe i|had|made)? <2> (made|been|was|making) (it|this|that|myself|very|quite|pretty|perfectly|crystal|abundantly|more than)? (very|quite|perfectly|crystal|abundantly|pretty)? clear",
    ],
    [
      ...CORRECTION,
      ...TO_OTHERS,
      "(haven't|havent|have not|hasn't) (been)? (said|told|mentioned|explained|given|sent|asked|provided|answered) (you|u|anyone|them) <1> yet",
      "did (i|we) (say|tell|mention|give|send) <2> (right|wrong|correctly|enough|anything)",
      "(to be|be|let me be|wasn't|isn't|is it|not) <1> clear",
      "(clear|cleared|clearing) (the|my|out|cache|history|cookies)",
      "(did|have) (i|we) (say|said|mention|tell|told|give|given) (how|you how|you that i (love|like))",
    ],
  ),
  reference(
    "contrast",
    0.8,
    [
      "(i|we|i've) (said|asked for|asked about|asked|wrote|typed|told you|wanted|ordered|requested) <6> (not|rather than|instead of) <4>",
      "(not|isn't|wasn't) <5> (i|we) (said|asked for|asked about|asked)",
      "(i|we) (said|told you|asked|told u) $",
      "(i|we) was asking <1> (about|if|for|how|you|whether|why|what|when|where|which|u)",
      "^ no <1> (i'm|i am|im) asking (about|for|if|how|why|you|whether)",
    ],
    [...NARRATIVE, ...CORRECTION, ...TO_OTHERS, "(not|didn't|don't) (sure|know|working|work|available|able)"],
  ),
  {
    ...reference(
      "i_said",
      0.8,
      [
        `${OPENING} (i|we) (clearly|just|only|also|did)? (said|stated|mentioned|explained|sayed)`,
        `${OPENING} (i|we) (clearly|just|only|also)? asked (you|u)? (about|if|whether|how|what|why|which|where|when|who|is|can|a question|the question|this|that|something|nicely|you)`,
      ],
      [...NARRATIVE, ...CORRECTION, ...TO_OTHERS, ...ELSEWHERE, ...CONDITION, "it was more like", "(in|over|at) #"],
    ),
    only: "own_statement",
  },
];
