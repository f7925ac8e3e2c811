import type { TriggerFamily } from "#lib/conversation/assessed.ts";

/** The finer codes of why a person should take over, each with its family, in the order in which one is taken as the
 * primary one where several are found. Source of the codes: "Why the Handoff Matters More Than the AI", part "When AI Should
 * Escalate". The order follows it: what the customer asks for is met at once ("non-negotiable"); then the rules that
 * "always route to a human", topic before complexity before customer, and of topics the graver first; then what the AI could
 * not answer; and sentiment last, because it "should lower the escalation threshold, not be the sole trigger". */
export const CODES = {
  asks_in_words: "customer_request",
  talk_to_person_button: "customer_request",
  offered_after_second: "customer_request",
  account_security: "topic",
  legal_compliance: "topic",
  billing_dispute: "topic",
  cancellation: "topic",
  custom_pricing: "topic",
  complaint: "topic",
  unresolved_before: "complexity",
  bug: "complexity",
  account_data: "complexity",
  multi_step: "complexity",
  vip: "customer",
  third_contact: "customer",
  first_week: "customer",
  two_failed_answers: "confidence",
  no_article: "confidence",
  weak_article: "confidence",
  ambiguous: "confidence",
  anger: "sentiment",
  helplessness: "sentiment",
  urgency: "sentiment",
  frustration: "sentiment",
} as const satisfies Record<string, TriggerFamily>;

export type TriggerCode = keyof typeof CODES;

export const TRIGGER_CODES = Object.keys(CODES) as TriggerCode[];

export const isCode = (label: string): label is TriggerCode => Object.hasOwn(CODES, label);
