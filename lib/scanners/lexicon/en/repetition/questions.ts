import type { Phrase } from "../../../phrase.ts";

/** What a person asks for, by the slot it fills. */
const SLOTS: Record<string, string> = {
  number:
    "((order|purchase|ticket|case|incident|request|claim|complaint|booking|reservation|confirmation|flight|invoice|bill|receipt|tracking|parcel|shipment|transaction|payment|account|acct|customer|client|member|membership|user|policy|contract|reference|ref|serial|imei|model) (reference|ref|confirmation)? (number|numbers|no|nr|num|id|ids|code|ref|reference)|booking ref|reference number|username|user name|pnr|imei)",
  email: "(e mail|email|mail) (address|id)?",
  phone: "((phone|telephone|mobile|cell|cellphone|contact|callback) (number|no|nr)|phone|telephone number|mobile)",
  name: "((full|first|last|family|sur|account holder|holder|given|complete)? (name|names)|surname|name on the (account|order|booking|policy))",
  address:
    "((postal|delivery|shipping|home|billing|street|mailing|full|current)? (address|postcode|post code|zip code|zipcode|zip|postal code))",
  iban: "(iban|bank account number|bank details|account details)",
  card: "(last (four|4) <3> card|card number|last (four|4) digits)",
  error:
    "((exact|full)? (error|error message|error code|error text)|(exact)? message <3> (see|seeing|get|getting|shown))",
  when: "(date <6> (purchase|order|booking|incident|happen|happened|start|started)|(order|purchase|booking|travel|departure|delivery|invoice|payment|transaction) date|date and time|date of (the)? (purchase|order|booking|incident|payment|transaction|travel))",
  device:
    "((device|phone|computer|laptop|browser|operating system|os|platform|app version|software version|firmware|version|tablet|model) <5> (using|use|have|on|running|run|got)|(type|kind|model|make|version) of <3> (device|phone|computer|browser|app|os|operating system|laptop|router)|device model|operating system|browser version|app version)",
};

const GET =
  "(give|provide|send|share|tell|confirm|write|supply|enter|type|forward|dm|message|let (me|us) (know|have)|state|list|include|verify|repeat|resend|specify|share with (me|us)|drop|pm)";

const asksFor = (slot: string): string[] => [
  `(can|could|may|might|would) (i|we) <2> (have|get|take|grab|know|see|ask (you)? (for)?|trouble you for|please have) <6> ${slot}`,
  `(can|could|will|would|may) (you|u|i ask you to) <3> ${GET} <6> ${slot}`,
  `(please|pls|plz|kindly|just) <1> ${GET} <6> ${slot}`,
  `(i|we|i'll|we'll|i'd|we'd) <1> (need|require|want|like) <4> ${slot}`,
  `(what's|whats|what is|what was|what are|what were) <3> ${slot}`,
  `(do|did) (you|u) <1> (have|know|remember|get) <3> ${slot}`,
  `^ <1> ${GET} (me|us)? <2> (your|ur|the|me|us) <2> ${slot}`,
  `^ (and|so|ok|okay|thanks|thank you|hi|hello|hey|sure|great|also)? (your|ur|the|may i ask your)? ${slot} (please|pls|plz)? $`,
];

/** The value of another thing, or what will be done with one. */
const NOT_ASKED = [
  "(another|different|new|alternative|second|other|correct|updated|valid|secondary)",
  "(if|when|once|after|unless) (you|u|i|we) (have|get|need|receive|find|know|give|send|provide|would like)",
  "(to|so) (i|we|you) (can|could|may) (find|see) (your|the) <3> (on|in|at)",
  "(need|have|want|like) to (check|update|change|reset|send|look|verify|pull|open|contact|call|cancel|reissue|forward|escalate)",
  "(check|reset|change|update) (your|the) <2> (email|e mail|inbox|mail|phone|address|account)",
  "(send|sent|email|mail|call|text|reach|contact) <4> (by|via|to|at|on|through|an) <3> (email|e mail|mail|phone|mobile|address)",
  "(please|kindly) (check|see|use|update|change|reset|open|restart|turn)",
  "(the same|same) <2> (number|email|address|phone)",
];

const question = (slot: string, confidence: number, any: string[], unless: string[] = NOT_ASKED): Phrase => ({
  rule: `R3.${slot}`,
  label: "asked_again",
  confidence,
  any,
  unless,
});

const ISSUE =
  "(issue|problem|trouble|concern|matter|query|question|situation|difficulty|reason for (your)? (contact|call|chat))";

export const QUESTIONS: Phrase[] = [
  ...Object.entries(SLOTS).map(([slot, words]) => question(slot, 0.85, asksFor(words))),
  question("device", 0.85, [
    "(what|which) <1> (device|phone|computer|browser|operating system|os|platform|version|app version|laptop|tablet|model|router) <2> (are|do|is|did|were) (you|u|it|this)",
    "(are|is) (you|u|this|it) <2> (on|using) <2> (iphone|ios|android|windows|mac|chrome|firefox|safari|edge) or",
  ]),
  question("when", 0.82, [
    "(when|since when|how long ago) <1> (did|was|is|has|have) <6> (start|started|happen|happened|happening|begin|order|ordered|buy|bought|purchase|purchased|place|placed|book|booked|occur|notice|charged|paid|pay|made|receive)",
    "how long <1> (has|have) <5> (been|had) <3>",
    "(which|what) (date|day) <1> (did|was|were|is) <5>",
  ]),
  question("error", 0.85, [
    "(what|which) <1> (error|message|error message|code) <1> (do|did|are|is|does) (you|u|it|they) <2>",
    "(what|which) <1> (error|message|error code|error message) (is|was|gets) <1> (shown|displayed|there|given|it)",
    "what (does|did) (the|it|your) <3> (error|message|screen) <1> (say|show|read)",
  ]),
  question("name", 0.8, ["(who|whom) (am i|do i have|are we) <2> (speaking|chatting|talking|pleasure|honor)"]),
  question("tried", 0.82, [
    "what (have|did) (you|u) <2> (try|tried|done|attempted) <2>",
    "(what|which) (steps|troubleshooting) <3> (you|u) <2> (try|tried|taken|done|performed)",
    "(have|did) (you|u) <1> (tried|try|taken|done) (anything|any steps|any troubleshooting)",
  ]),
  question(
    "issue",
    0.8,
    [
      "(how|what) (can|may|could|might) (i|we) <1> (help|assist|do) <1> (you|for you|u)?",
      "(how|what) <1> (i|we) (can|may|could) (help|assist|do for) <1> (you|u)",
      `(what's|whats|what is|what was|what seems to be|what appears to be) <2> (the|your|ur) <2> ${ISSUE}`,
      `(can|could|would|will|please|pls|plz|kindly) <3> (describe|explain|tell (me|us)|elaborate|share|let (me|us) know|give (me|us)|walk me through) <6> (${ISSUE}|what happened|what's happening|what is happening|what's going on|what is going on|what's wrong|what went wrong)`,
      "(what|whats|what's) <1> (happened|happening|going on|wrong|went wrong|brings you|can i do) <2>",
      "(tell|explain) (me|us) <2> (what|about) <2> (happened|happening|going on|wrong|your (issue|problem))",
      `(what|which) ${ISSUE} <1> (are|do|did) (you|u)`,
    ],
    [
      "(else|further|other|anything|another|next|additionally|again later|also)",
      "(to|let me) (see|check|find out|look into|figure out|investigate) <3> (what|how)",
      "(i|we) (see|understand|know|read|will|can see|have read|saw) <4> (what|that|the|your)",
      "(happens|happening|happened) (is|was) that",
    ],
  ),
  {
    rule: "aside.verification",
    label: "verification",
    confidence: 1,
    any: [
      "(security|safety|verification|identification|privacy|data protection|gdpr|compliance|authentication) (purposes|purpose|reasons|reason|check|checks|questions|question|policy|protocol|process|verification)?",
      "(verify|verifying|authenticate|confirm|confirming|validate) <4> (identity|account|you|your|ownership|details|email|phone|name|address|number|who|that|the|speaking)",
      "(to|for) (verify|authenticate|protect|validate)",
    ],
  },
  {
    rule: "aside.correction",
    label: "correction",
    confidence: 1,
    any: [
      "(correction|corrected|typo|i meant|my mistake|mistyped|misspelled|scratch that|should be|should read|was supposed to be)",
      "(wrong|incorrect|old|previous|wrongly) <2> (number|email|e mail|address|one|code|date|id|reference|iban|phone|link|digit|amount)",
      "(gave|sent|typed|wrote|said|entered) <3> (wrong|wrongly|incorrect|incorrectly)",
    ],
  },
  {
    rule: "given.name",
    label: "given",
    confidence: 1,
    unless: ["(change|changed|wrong|spell*|spelled|misspelled|name (on|of))"],
    any: [
      "my (full|first|last)? name is <1>",
      "my name's",
      "^ (full|first|last)? name",
      "(i'm|i am|im) called",
      "this is <2> (from|here|speaking)",
    ],
  },
  {
    rule: "given.address",
    label: "given",
    confidence: 1,
    any: [
      "# <3> (street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|way|square|place|boulevard|blvd|terrace|crescent|apartment|apt)",
      "(my|the) (postal|delivery|shipping|home|billing|street|mailing|full|current)? address is",
      "(i|we) live (at|in|on)",
    ],
  },
  {
    rule: "given.when",
    label: "given",
    confidence: 1,
    any: [
      "(since|on|last|this|from|until) <1> (monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|night|week|weekend|month|year|january|february|march|april|may|june|july|august|september|october|november|december|yesterday)",
      "(yesterday|today|tonight) <1>",
      "# (hours|days|weeks|months|years|minutes) ago",
      "for (the (last|past))? (#|two|three|four|five|six|several|a few|a) (hours|hour|days|day|weeks|week|months|month|years)",
    ],
  },
  {
    rule: "given.device",
    label: "given",
    confidence: 1,
    any: [
      "(iphone*|ipad*|android|galaxy|pixel|samsung|huawei|xiaomi|macbook|imac|mac|macos|windows|linux|ubuntu|chromebook|ios|chrome|firefox|safari|edge|opera|version #|v#|app version)",
    ],
  },
  {
    rule: "given.tried",
    label: "given",
    confidence: 1,
    any: [
      "(i|we|i've|we've|ive) (have|had)? <1> (tried|restarted|rebooted|reinstalled|cleared|reset|unplugged|updated|switched|logged out|uninstalled|power cycled|changed|checked|replaced)",
      "(tried|restarted|rebooted|reinstalled|cleared|reset) <3> (already|twice|it|the|my)",
    ],
  },
  {
    rule: "given.error",
    label: "given",
    confidence: 1,
    any: [
      "(error|message|it|screen|page|app) <2> (says|said|reads|shows|showing|displays|saying) <1>",
      "(error|error message|error code) <1> (is|was|code|number|#)",
      "(get|getting|got|see|seeing|receive|receiving|shows) (an|the|this|a)? <3> error",
    ],
  },
];
