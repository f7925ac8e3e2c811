import type { Phrase } from "../../phrase.ts";

/** What a note at the handoff tells whoever takes over. A heading is the first word of its line. */
const told = (label: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
  rule: `told.${label}`,
  ...{ label, confidence, any, unless },
});

const NOTHING = "(nothing|none|n a|unknown|not available|nobody)";

export const CONTEXT: Phrase[] = [
  told("history", 0.85, [
    "^ (full|complete|chat|conversation|message)? (transcript|conversation history|chat history|chat log|message history|conversation log)",
    "(transcript|chat history|chat log|conversation history|full conversation|whole conversation|entire conversation|full chat|conversation so far) <3> (attached|below|above|here|follows|included|copied|linked|visible|available)",
    "(see|read|attached|attaching|copied|included|here is|here's|below is|find) <4> (transcript|chat history|chat log|conversation history|full conversation|whole conversation|full chat)",
  ]),
  {
    rule: "line.customer",
    label: "line_customer",
    confidence: 0.5,
    any: ["^ (customer|user|visitor|client|guest) <1>"],
  },
  {
    rule: "line.ai",
    label: "line_ai",
    confidence: 0.5,
    any: ["^ (bot|ai|assistant|ai assistant|virtual assistant|chatbot|ai agent) <1>"],
  },
  told(
    "ai_assessment",
    0.9,
    [
      "^ (ai|bot|conversation|chat|issue|handoff|case|quick|short)? (summary|recap|assessment|synopsis|overview|tldr|tl dr)",
      "^ (issue|problem|topic|category|intent|subject|reason|cause|diagnosis|classification|sentiment|why escalated|main issue|root cause|customer issue|customer problem|escalation reason|handoff reason|reason for (handoff|escalation|transfer))",
      "(escalated|escalating|handed over|handing over|handed off|transferred|transferring|routed|passed) <5> (because|due to|since|as the|as customer|for|reason)",
      "(ai|bot|assistant) <2> (thinks|believes|assessed|assesses|classified|suspects|categorised|categorized|summary|identified|detected)",
      "(customer|user|client|visitor|she|he|they|caller) (is|was|has|had|wants|want|needs|reports|reported|says|said|claims|asks|asked|would like|cannot|can't|gets|complains|is asking|is unable|received|got|requests|requested) <2>",
      "(confidence|intent|category|topic|sentiment) <1> (was|is|low|high|detected|billing|negative|positive)",
    ],
    [
      `^ (issue|problem|reason|summary) ${NOTHING}`,
      "(she|he|customer|user|client) (is|was|has) <1> (on|a) <3> (plan|tier|subscription|customer|client)",
    ],
  ),
  told(
    "attempted_solutions",
    0.9,
    [
      "^ (already|solutions|steps|things|fixes|what was|what the bot|what we)? (tried|attempted|troubleshooting|troubleshooted|steps taken|actions taken|done so far|steps so far|attempts|suggested so far|steps performed|previous steps)",
      "(bot|ai|assistant|it|we|i|chatbot) (already|has|have|had|has already)? (tried|suggested|offered|proposed|recommended|walked|asked (him|her|them|customer) to|sent|shared|advised|gave) <9>",
      "(customer|user|client|she|he|they) (has|have|had|already|has already|says (he|she|they))? (tried|restarted|cleared|reinstalled|rebooted|reset|updated|followed|attempted|checked) <6>",
      "(tried|attempted|suggested) (so far|already|without|no success|before)",
      "(solutions|steps|articles|fixes) <2> (tried|attempted|suggested|offered|sent|taken)",
      "(did not|didn't|does not|doesn't) (help|work|solve|fix)",
    ],
    [`(tried|attempted|steps) <2> ${NOTHING}`, "(never|not) <1> tried", "^ suggested (reply|next|action|answer)"],
  ),
  told(
    "customer_context",
    0.85,
    [
      "^ (customer|account|client|user|contact|subscription|order|plan|tier|customer info|customer details|account info|account details|customer context|order details|crm|profile|customer since|member since|lifetime value|ltv|mrr|arr|last order|recent activity|recent orders|previous tickets|past tickets|open tickets)",
      "(on|has|with|is on|subscribed to) <2> (free|pro|basic|premium|enterprise|team|business|starter|gold|annual|monthly) (plan|tier|subscription|account|contract)",
      "(customer|member|user|client|account) (since|for) <4> (years|months|19*|20*)",
      "(subscription|account id|customer id|order id|order number|account number) <2> #",
      "(vip|enterprise|premium|platinum) (customer|account|client|member)",
      "(previous|past|earlier|recent|last) <1> (tickets|contacts|conversations|orders|purchases|purchase|order)",
    ],
    [
      "^ (customer|user|client) (is|was|has|had|wants|needs|reports|says|said|claims|asks|asked|cannot|can't|tried|would|gets|complains|already|left|called|will|did|didn't|requests|requested|confirmed|received)",
      `(order|account|plan|customer) <1> ${NOTHING}`,
    ],
  ),
  told(
    "next_steps",
    0.9,
    [
      "^ (suggested|recommended|proposed|possible|required|suggestion for)? (next|next step|next steps|next action|next actions|recommendation|recommendations|suggestion|suggestions|action needed|actions needed|action required|to do|todo|follow up|suggested action|recommended action|suggested reply|what to do next)",
      "(suggest|suggesting|recommend|recommending|propose) <3> (to|that|you|checking|check|sending|send|refunding|refund|issuing|issue|offering|offer|replacing|replace|escalating|asking|ask|trying|try|resetting|calling|looking|verifying)",
      "(next|now|then) <2> (step|steps|action) <1> (is|are|would|should|could)?",
      "(agent|human|you|team|we|someone|please|pls|kindly) (should|could|please|need to|needs to|must|might|may want to) <1> (check|verify|refund|send|issue|offer|replace|ask|try|reset|call|look|contact|review|confirm|investigate|escalate|process)",
      "^ (please|pls|kindly) (check|verify|refund|send|issue|offer|replace|try|reset|call|look|contact|review|investigate|process|confirm)",
    ],
    [`^ (next|next steps|recommendation|suggestions) ${NOTHING}`],
  ),
];
