import type { Phrase } from "../../../phrase.ts";
import { AGAIN, ALREADY, CORRECTION, NO_EFFECT, TELL } from "./words.ts";

const complaint = (name: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
  rule: `R1.complaint.${name}`,
  label: "rep_complaint",
  confidence,
  any,
  unless,
});

/** The agent is asked to repeat, or somebody asks to begin anew: no complaint. */
const ASKS_AGENT = [
  "(you|you'll|you'd|u|they|they'll|it|it'll) (will|would|do|really|also|may|might)? (have|need|has|needs|going|gotta|had) (to)? <1> (repeat|say|explain|tell|describe|give|send|go|start|resend|write|type|confirm|answer)",
  "(can|could|would|will) (you|u) <2> (repeat|say|explain|tell|describe|give|send|go|start|resend|write|type|ask|confirm)",
  "(please|pls|plz|want you to|need you to|like you to|ask you to) (repeat|explain|say|tell|send|resend|go|start)",
  "(let's|lets|can|could|may) (we|i)? <1> (start|go|try)",
];

/** What is started or sent again is a thing, no telling. */
const THINGS = [
  "(pin|terminal|letter|form|report|essay|app|phone|device|computer|laptop|router|modem|setup|install*|reinstall*|download*|upload*|import|export|build|compile|game|order|application|process|update|upgrade|boot|reboot|server|session|payment|transfer|money|code|link|password|login|log in|sign in)",
];

const READ =
  "(read|reading|see|seen|look at|looked at|looking at|listen to|listened to|listening to|check|checked|go through|gone through|scroll*|view|viewed|review|reviewed)";
const WRITTEN =
  "(what (i|we|i've|we've|i'm|im|ive|people|customers|anyone|others|was)|my|our|this (chat|conversation|thread)|the (query|message|messages|msg|msgs|chat|conversation|conversations|history|thread|threads|transcript|ticket|notes|whole|rest|full|entire|previous|earlier|email|emails|above|question|details|description)|above|any of (this|it|that|my)|messages|anything (i|we|above)|a word|a single|previous messages)";

export const COMPLAINTS: Phrase[] = [
  complaint(
    "repeat",
    0.95,
    [
      "(repeat|repeating|repeated|repeats|reexplain*) (myself|ourselves)",
      "(explain|explaining|explained) (myself|ourselves) <3> (again|over|every|each|twice|@times times|to|all)",
      "(have|having|had|need|needing) to <2> (explain|explaining) (myself|ourselves)",
      "(sound|sounding|feel|feeling|am|i'm|im|being) <2> (like)? a broken record",
    ],
    ["(how|way|ways|possible) <3> (not|avoid|without) <1> (repeat|repeating)"],
  ),
  complaint(
    "having_to",
    0.92,
    [
      `why (am|do|must|should|are|would) (i|we) <2> ${TELL} <6> (again|once more|all over|a second time|twice|for the @nth time)`,
      "(fill|filling|answer|answering|enter|entering|submit|submitting|send|sending|complete|completing|upload|uploading) <1> (in|out|through)? <2> same <2> for? (again|a second time|the @nth time|twice|once more)",
      "(fill|filling|go|going|answer|answering|enter|entering|submit|submitting|send|sending|complete|completing|type|typing|sign|upload|uploading) <1> (in|out|through)? <1> (the|this|that|your)? <1> (very|exact)? same <3> (again|a second time|for the @nth time|twice|once more|all over)",
      `(have|having|had|has|need|needs|needing|needed|forced|going|supposed|gotta|hafta|made) (to)? <2> ${TELL} <9> ${AGAIN}`,
      `(made|make|makes|making|forcing|want|wants|expect|expects|expecting|asked|asking|asks|tell|telling|ask) (me|us) (to)? <2> ${TELL} <9> ${AGAIN}`,
      "(have|having|had|need|makes|make|made|making|forced|want) (me|us)? (to)? <2> repeat (it|that|this|everything|all|the|my|our|these|those|what|again|stuff|things)",
      "(don't|do not|stop|quit|why|please don't|pls don't) <2> (make|making) (me|us) <2> (repeat|say|explain|type|tell|give|write|answer|go|start|do)",
    ],
    [
      "(change|changing|connecting|connect) (planes|flights|terminals|airports|flight)",
      ...ASKS_AGENT,
      ...THINGS,
      "no (need|reason) to",
      "(go|going|went) through <1> (security (gate|line|control|at|in)|security $|customs|immigration|passport|check in|airport|screening)",
    ],
  ),
  complaint(
    "tired",
    0.92,
    [
      `(tired|sick|fed up|done|bored|exhausted|exhausting|annoying|annoyed|frustrating|ridiculous|frustrated|hate|hating|weary|enough) <4> (repeat|repeating|re explaining|reexplaining|(explain*|tell|telling|say|saying|give|giving|type|typing|answer|answering|asked|describing) <6> ${AGAIN})`,
      `(tired|sick|fed up|bored) (of|with) <2> (explaining|telling (you|u)|repeating|being asked|getting asked|answering the same|the same questions|saying)`,
      `(not|won't|refuse to|don't want to|do not want to|dont wanna|can't be bothered to|no way i'm|hate to|don't feel like) <3> ${TELL} <5> (again|once more|all over|over again|from scratch|from the (start|beginning|top)|a (second|third) time)`,
      `${TELL} <3> (the same|this|that|it|everything|my|all|same|whole) <5> (over and over|all over again|again and again|every (single)? time|to every <1> (person|agent|rep|one|advisor)|for the @nth time|to (five|four|three|six|@times|several|multiple|different|#) <1> (people|agents|reps|persons|advisors|departments))`,
      "(must|do|should|shall|will|why (do|must|should|would)|am) (i|we) (really)? (have to|need to|gotta|going to have to)? (repeat|reexplain|re explain|answer (this|that|the same) <1> again)",
      "(i|we) (keep|kept|am|was|was|have been) <1> (repeating|having to (repeat|explain|say|tell|give))",
      "(i|we|i've) (keep|kept|have been|been) <1> (saying|telling (you|u|ya)|explaining (this|that|it|the same|to you)|giving you|sending you the same)",
      "(have|need|having|must|should|to|now) <2> (re explain*|reexplain*|retell*|retype|retyping|restate|re state|re type) (it|this|that|everything|all|my|the|again|what)",
      "(not|won't|never|no longer|stop|stopped|refuse to) <2> (repeat|repeating) (it|that|this|everything|all|my|the|any of)",
      "(i|we) (keep|kept|always) <1> (saying|giving|sending|writing|answering|typing) (the same|this|that|it)",
    ],
    [
      ...ASKS_AGENT,
      "(go|going) (there|back|out|home|near|with)",
      "(repeating|retyping) <1> (instructions|steps|process|procedure|test|tests|experiment|commands|exercise)",
    ],
  ),
  complaint(
    "count",
    0.92,
    [
      "(how many|so many|how often) <2> (time|times|do|must) <6> (tell|told|say|said|explain|explained|repeat|repeated|give|given|gave|ask|asked|answer|answered|type|send|sent|provide|write|go through|do we have to)",
      "(@nth|final) (time|attempt|try|go|person|agent|rep|one|message|chat|call) <6> (tell|told|telling|say|saying|said|explain*|repeat*|type|typing|typed|give|giving|gave|given|ask|asked|asking|asks|describ*|going through|go through|went through|answering|answered|writing|wrote|send|sending|sent|providing|provided|stated|stating)",
      `(i|i've|we|we've|ive|it|that|this|you) <3> (said|told|explained|mentioned|given|gave|sent|asked|answered|provided|typed|described|repeated|stated|wrote|written|saying|telling|explaining|asking|tell|tells|say|says|ask|entered|posted|sent) <7> (twice|thrice|@times times|# (times|x)|(2|3|4|5|6|10)x|a (dozen|hundred|thousand|million) times|(over and over|again and again|time and again|many many times))`,
      "(said|told|explained|given|gave|sent|asked|answered|provided) (it|that|this|you|u|you that|you this|the same thing) <2> (twice|thrice|@times times|# times|over and over|again and again)",
      "for the @nth time",
      "how (many|often) (more)? times? (do|must|will|am|are|should) (i|we) (have to|need to|gotta|going to have to|supposed to|going to) <1> (tell|say|explain|repeat|give|spell|go (over|through)|confirm|verify|enter|upload|send|type|fill|answer|provide|describe|ask)",
      "(explained|told|given|gave|said|described|repeated|explaining|telling) <5> (to)? (#|two|three|four|five|six|several|multiple|many|countless|so many|a few|different|various) <1> (people|agents|reps|persons|advisors|departments|representatives|colleagues|bots)",
      "for the (last|final|love of god last) time",
      "(explained|told|given|gave|said|described|repeated|sent|shown|spelled|spelt|provided|read) <7> to (#|two|three|four|five|six|several|many|all|each|every one|half) of (you|u|your|ya)",
    ],
    [
      "(told|asked|tell) (him|her|them|(my|our|the|a) @outsider)",
      // Then it is the other one who repeats.
      "(you|u|you've|are you|ya) <1> (told|said|say|saying|tell|mentioned|explained|repeated|repeating) <6> (twice|thrice|@times times|# times)",
      "(asked|asks|asking) <4> (password|passphrase|key|keys|permission|permissions|sudo|pin)",
      "(he|she|they|doctor|teacher|boss|sign|voice|announcement|speaker|presenter|@outsider) <1> (said|told|says|asked|mentioned|repeated)",
      ...NO_EFFECT,
      "(do|did|does|will|can|have|has) (you|they|he|she|it)",
      "(charged|paid|billed|tried|restart*|debited|rebooted|delivered|happened|crashed|called|rang|phoned|transferred|booked|ordered) <4> (twice|times|thrice)",
      "(can|may) <1> (be|i)",
      "times <1> (a|per|each|every|in a) (day|week|month|year|hour)",
      "should i (try|restart|wait|do|use|press)",
      "(first|last) time (i|we|you|he|they) (said|asked) (yes|no|hello|hi)",
      "can you (say|tell|explain)",
      "asked for <2> (callback|call back|refund|help|response|reply|replacement|manager|supervisor|human|person|someone|update|call)",
      ...CORRECTION,
    ],
  ),
  complaint(
    "unread",
    0.9,
    [
      `(did|do|does|have|has|are|were|can't|didn't|don't|haven't|doesn't|hasn't|aren't|is|isn't|why (don't|didn't|not)|won't|couldn't) (not)? (you|u|ya|anyone|anybody|nobody|no one|somebody|someone|any of you|he|she|they) <3> ${READ} <3> ${WRITTEN}`,
      `(you|they|u|nobody|no one|noone|none of you|you've|you're|youre|ur|you guys|he|she|this bot|the bot|it) <2> (didn't|did not|don't|do not|never|haven't|have not|hasn't|not|aren't|can't|cannot|doesn't|couldn't|isn't|ain't|failed to|bothered to|bothers to|even|actually|has|have|refuse to) <3> ${READ} <3> ${WRITTEN}`,
      `(nobody|no one|noone) <2> (reads|listens|looks|checks|checked|bothers|bothered|listened)`,
      "(if|had) (you|u|someone|anyone) <3> (read|look at|looked at|listen*|checked|check) <2> (what i|what we|my|the (chat|conversation|message|messages|thread|history|notes|transcript|ticket)|above)",
      `(are|were|is) (you|u|anyone|anybody) (even|actually|really)? (reading|listening|paying attention)`,
      "(you're|youre|you are|ur|u r|you|u) <1> (not|never|aren't|don't|didn't|clearly not) <2> (listening|reading|listen|paying attention|pay attention)",
      "(you|u|y'all|ya) (aren't|arent|clearly aren't|obviously aren't) <1> (listening|reading)",
      "(do|did|can) (you|u) (even|not|ever) (read|listen)",
      "^ (please|just|again|dude|now|then)? read (the|my) <1> (question|message|messages|post|description|text|email|query)",
      "(not|never) even (listening|reading)",
      "(not|never|nobody|isn't|aren't|without) <1> listening to (me|us|my|what (i|we))",
      "(can't|can) (you|u) (not)? read $",
      "(learn|know how) to read",
      "(what|which) part of <7> (hard to|unclear|confusing|difficult|not clear)",
      "(what|which) part of <4> (don't|do|didn't|did|is|was) (you|u|hard|unclear|not)",
      "(read|reading) (it|this|that|them|what)? (properly|carefully|again|first|before (asking|replying|answering|responding))",
      "(pay|paying) attention to what",
      "did (you|u) (hear|understand|get|catch|miss) (me|what i (said|just|told|wrote)|the part)",
      "did i (stutter|stammer)",
    ],
    [
      "(can't|cannot|can not|couldn't|didn't|don't|won't|doesn't) (i|we)",
      "(you|it|they) (can't|cannot) see (the|my) (screen|post|picture|photo|face)",
      "i (read|have read|am reading|will read)",
      "(listens|listen|listening) to (that|the|this|music|radio)",
      "(tell|telling|told) (folks|people|them|him|her|everyone|everybody|friends)",
      "(read|reading|reads) (my|your|our|his|her) <1> (mind|minds|thoughts|face|lips)",
      "(aloud|out loud|back to me)",
      "(wiki|docs|documentation|manual|man page|man|readme|faq|article|topic|terms|policy|website|disk|drive|file|card|device|partition|error)",
    ],
  ),
  complaint(
    "asked",
    0.9,
    [
      "how come (you|u|they) <2> (need|want|ask|asking|require) <6> (again|once more|a second time|twice)",
      "(you|you've|u|they|they've|you guys) <2> (asked|ask|asking|requested) (me|us)? <6> (twice|thrice|@times times|# times) (now|already|in|today|so far)?",
      "(you|u|they) <2> (want|need|require|ask for|asking for|asking|wanting) (for)? (my|the) <3> again",
      "(you|they|u|someone|everyone|everybody|every agent|every person|each of you|each person|each agent|you guys|yall|(this|the|your) <1> @bot|it|you've|youve|why) <4> (ask|asked|asking|asks|askin) (me|us)? (for|about)? (this|that|it|the same|again|twice|my <3> (again|twice|@times times)|over and over|already|@times times|same)",
      "(keep|keeps|kept|stop|quit|always|constantly|continually) <1> (asking|being asked|getting asked|having to (explain|repeat|say|tell|give|type)) <1> (me|us|you|u|for|the|this|that|my|same|about|again|everything|it|if|what|how|where)",
      "(keep|keeps|kept|stop|quit) <1> (asking|being asked|getting asked) $",
      "(being|been|get|getting|got|am|was|was|i'm|i've been) <1> asked <6> (again|the same|twice|@times times|# times|over and over|already)",
      "(been|being|was|getting|got) asked <7> by (two|three|four|five|several|multiple|many|different|so many|every|#) <2> (people|agents|reps|persons|colleagues|advisors|departments|times)",
      "(don't|do not|stop|quit|please no) <1> (ask|asking) <8> (again|twice|once more)",
      "(same|identical) <1> (question|questions|info|information|details) <3> (again|over and over|as before|as the bot|every time|over again|once more|@times times|a second time|twice|all over)",
      "(asked|asking|ask|asks|answer|answered|answering) <3> (the|this|that)? (same|exact same) (question|questions|thing|info|information|details|stuff|exact)",
      `(you|u|they|you've|youve|the bot|it) <2> (${ALREADY}|just|literally just) (asked|ask) (me|us|for|that|this|my|about|the)`,
      "asked and answered",
      "why (do|are|would|does|did|r) (you|u|they|everyone) <2> (need|want|ask|asking|asking for|require|wanting|needing) <6> (again|twice|already|a second time|once more)",
      "why again <1> (you|u|are|do|i|am|my|the)",
      "(why|again) (am i|are we|do i get) <2> asked",
      "(as|that|what|which|like|than) (the|your|that) @bot <2> (asked|did ask|wanted)",
      "same <1> (question|questions|thing|things) (as|that)? (the|your|that) <1> @bot",
    ],
    [
      "(wrong person|bank keeps|phone keeps|it keeps asking|app keeps|system keeps|computer keeps|windows keeps|site keeps|website keeps|keyring|grub|terminal|sudo|installer|driver)",
      "(keeps|keep|kept) asking (me|us)? <2> (to|a|password|for (a|the) (password|new|pin|code|login|update|permission))",
      "(he|she) <2> (ask|asked|asks|asking)",
      "(asked|asks|asking) <4> (password|passphrase|key|keys|permission|permissions|sudo|pin) <2> (twice|@times times|# times)",
      "(they|he|she|it|you) (asked|ask) (that|this) (we|i|you)",
      "(can|may|could) i ask",
      "sorry (to|for|i|that i) <1> (keep|asking)",
      "(like|want|wanted|need|going|love|happy|free) to ask",
      "(just|only) (wanted|want) to ask",
      "asked (me|us)? for (that|this|it) (to be|because)",
    ],
  ),
  complaint(
    "restart",
    0.88,
    [
      "(send|sends|sending|sent|put|puts|throw|throws|thrown|take|takes|bring|brings|push|pushes) (me|us) <2> back to (the start|the beginning|square one|step one|step 1|the first question|zero)",
      "(each|every) time <4> (new|different|another|next) (person|agent|rep|colleague|one|chat|guy|advisor|adviser|operator) <6> (square one|the start|the beginning|explain|story|from scratch|zero|start over)",
      "(start|starting|begin|beginning|back|going) (all)? (over|from (scratch|zero|the (start|beginning|top|very beginning))|at (square one|the beginning|zero)|to (square one|the beginning|zero)) <3> (again|with (you|every|each|another|a new|someone)|every time|each time|now|here)",
      "(have|having|need) to (start|begin|go) <2> (all over|over again|from (scratch|zero|the (start|beginning|top)|square one)) <2> (again|with|every|here)",
      "(all (that|this|of it|of that|of this)|(the)? whole (story|thing|lot|spiel)|everything|the (details|story|info|information)) (all)? (again|over again|all over|once more|a second time|from scratch|one more time)",
      "^ <2> from the (top|beginning|start|very beginning) (then|again|once more)? $",
      "(tell|explain|say|repeat|type|go over|go through) (it|that|this|everything|all)? (all)? (over again|all over again|once more|from scratch)",
    ],
    [...ASKS_AGENT, ...THINGS, "(i'll|i will|should i|i want to|how (do|can) i|happen*|broke|reset|restore|lost)"],
  ),
  complaint("once_told", 0.82, [
    "(you|they|u|you people|you guys) (never|don't|didn't|clearly didn't) <1> (read|open|look at|check) the (file|claim|ticket|notes|case|record|records|history|letter|form)",
    "(didn't|hasn't|doesn't|did|does|has|don't|do) (the|your|that|any of|none of|nobody|no one|anyone|anybody|you|they) <4> (write|written|note|noted|log|logged|take|record) <3> (down|any of (this|it|that)|notes)",
    "(never|don't|doesn't|didn't|not|nobody|no one) <2> (pass|passes|passed|share|shares|leave|leaves|keep|keeps|write|writes|take|takes) <1> (on the notes|the notes|notes|records|anything down|it on|things on|any notes|on notes|this on|on what)",
    "(you'd|you would|u would|they'd|they would) (know|see|have seen|have known|understand) <3> if (you|u|they) <3> (read|look*|check*|bother*|listen*|scroll*|open*)",
    "(did|do) (you|u|they) <1> (get|receive|see|have) (any|anything|all|none) <2> (info|information|details|of it|of that|i|answers) <2> (i|we) <1> (entered|typed|gave|filled|sent|provided|told|wrote)",
    "(had|have|having) to <1> (tell|explain|give|repeat) (my|the|our) (whole|entire|full|same|life)? <1> (story|details|situation|problem|issue) <1> to (the|a|your|every|each|multiple|several)",
    "(identify|verify|introduce|authenticate|explain) (myself|ourselves|my account|it|this) to (each|every|all|another|everyone|yet another)",
    "again (i|we) (thought|assumed|believed) <5> (on file|in the system|in your system|saved|stored|noted)",
    "(is|are|does|do) (nothing|your system|this system|the system|none of this) <2> (saved|save|stored|recorded|record|noted|remember|keep) <2>",
    "(didn't|did not|hasn't|doesn't|did|does|has|why didn't|wasn't|weren't) (the|your|that|any of|none of) <1> (@bot|colleague|colleagues|other agent|previous agent|last agent|first agent|other person|system|notes) <2> (pass*|tell|told|give|given|forward*|share*|send|sent|transfer*|save*|record*|note*|hand*) <3> (on|over|you|along|this|that|it|my|down|to you)",
    `why (can't|cannot|don't|do|didn't|is) (you|u|they|it|nobody|no one) <4> (remember|see|find|know|keep|have) <3> (what (i|we)|my (info|details|information|number|previous|last|earlier|answer*|chat|message*))`,
  ]),
];
