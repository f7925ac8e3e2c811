import type { Phrase } from "../../phrase.ts";

/** Headings and sentences by which a note passes something on. */
export const CONTEXT: Phrase[] = [
  {
    rule: "note.history",
    label: "history",
    confidence: 0.8,
    any: [
      "(conversation|chat|full|message) (history|transcript|log)",
      "transcript (of|below|attached|above)",
      "(see|read) <2> (conversation|chat|transcript|messages) <2> (above|below|history|so far)",
      "(customer|user|ai|bot|assistant) (said|wrote|asked|answered)",
    ],
  },
  {
    rule: "note.assessment",
    label: "ai_assessment",
    confidence: 0.8,
    any: [
      "^ (summary|issue|intent|category|classification|assessment|problem|reason|topic|sentiment|escalation reason|about)",
      "(customer|user|client) <2> (wants|needs|asks|is asking|has|reports|cannot|can't|complains|would like|is (upset|frustrated|angry)|was charged|requested)",
      "(escalated|handed over|transferred) <3> (because|due to|since|for)",
      "(low confidence|no article|could not answer|couldn't answer|requested a human|asked for a (human|person|agent))",
    ],
  },
  {
    rule: "note.attempted",
    label: "attempted_solutions",
    confidence: 0.85,
    any: [
      "^ (tried|attempted|steps (taken|tried)|already tried|troubleshooting|attempted solutions|what was tried|done so far)",
      "(already|has|have|was|were|been) <1> (tried|attempted|suggested|asked to|advised to|given|sent the (article|link|steps))",
      "(ai|bot|assistant|we|i) <1> (suggested|proposed|tried|advised|recommended|sent|pointed)",
      "(did not|didn't|does not|doesn't) (help|work|solve|fix)",
    ],
  },
  {
    rule: "note.customer",
    label: "customer_context",
    confidence: 0.8,
    any: [
      "^ (account|plan|tier|order|orders|subscription|contact|member|customer (name|id|since|tier|plan))",
      "(vip|enterprise|premium|business|team|free|trial|plus|standard) (customer|plan|account|tier|user)",
      "customer since",
      "(last|previous|recent|open) (order|orders|ticket|tickets|contact|contacts|purchase|invoice)",
    ],
  },
  {
    rule: "note.next",
    label: "next_steps",
    confidence: 0.85,
    any: [
      "^ (next|next step|next steps|suggested|suggestion|recommendation|recommended|to do|todo|action|please (check|look|verify|call|refund|contact|try))",
      "(should|could|recommend|suggest) <2> (be checked|check|refund|call|replace|try|escalate|verify|look|offer|reset|contact)",
    ],
  },
];
