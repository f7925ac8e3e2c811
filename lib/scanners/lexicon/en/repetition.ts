import type { Phrase } from "../../phrase.ts";

const ASKS =
  "(what is|what's|whats|may i have|can i have|could i have|can i get|could you please? (send|give|tell|share|provide|confirm|let me have)|can you please? (send|give|tell|share|provide|confirm)|please (send|give|provide|share|tell|confirm|let me have)|i need|i'll need|i will need|we need|we'll need|send me|give me|tell me|do you have|which is|let me know|provide|share|would you mind sending|kindly (share|send|provide))";

const asksFor = (slot: string, confidence: number, any: string[]): Phrase => ({
  ...{ rule: `R3.${slot}`, label: "asks_for", confidence, any },
  unless: [
    "(i|we) (have|see|found|got|can see|'ve got) <3> (your|the) <2> (number|email|phone|address|error|message)",
    "(new|other|another|different|second|alternative|correct|updated) <1> (number|email|phone|address|order)",
  ],
});

/** What a person asks for, by the slot that it fills. */
export const REPETITION: Phrase[] = [
  asksFor("order", 0.85, [
    `${ASKS} <4> (order|booking|reference|ticket|case|tracking|confirmation|invoice|reservation|customer|account|policy|serial) <1> (number|no|id|reference|code)`,
    `${ASKS} <3> (order number|reference number|booking reference|tracking number|account number)`,
    "(what|which) <1> (order|parcel|booking|invoice|account) <1> (is it|is this|are we|do you mean|is that|number)",
    "(order|booking|reference|account|ticket|tracking) number please",
  ]),
  asksFor("email", 0.85, [`${ASKS} <4> (email|e mail|mail)`, "(what|which) <1> (email|e mail)"]),
  asksFor("phone", 0.85, [
    `${ASKS} <4> (phone|mobile|telephone|contact|cell) <1> number`,
    "(what|which) <1> (phone|mobile) number",
  ]),
  asksFor("error", 0.85, [
    `${ASKS} <4> (error|error message|error code|message you (see|get|are getting))`,
    "(what|which) <2> (error|message) <2> (do|did|are|is|does|you)",
    "what does (it|the error|the message) say",
  ]),
  asksFor("amount", 0.7, [`${ASKS} <4> amount`, "(how much|what amount) (was|were|did|is) <3>"]),
  asksFor("link", 0.7, [`${ASKS} <3> (link|url)`]),
  asksFor("issue", 0.8, [
    "(what|what's|whats|how) <2> (seems to be the|is the|the|your|is your) <1> (problem|issue|question|matter|trouble|concern)",
    "(what) (is it|is this|was it|was this) about",
    "how (can|may|could|might) (i|we) <1> (help|assist)",
    "(please|could you|can you)? (describe|explain|tell me) <3> (problem|issue|what happened|what is (going on|happening|wrong)|the situation|your (question|request|concern))",
    "what (happened|can i do for you|do you need|brings you)",
  ]),
  {
    rule: "R3.proof",
    label: "verification",
    confidence: 0.8,
    any: [
      "(for|as a) <1> (security|verification|identification|safety|data protection) <2>",
      "(verify|confirm|authenticate|validate) <2> (your identity|it's you|you are|who you are|account|identity|that it is you)",
      "(security|data protection) (reasons|purposes|question|check)",
    ],
  },
];
