import type { Finding } from "#lib/conversation/assessed.ts";

/** What an agent must receive when the AI hands over. Source: "Why the Handoff Matters More Than the AI", step 1, "Transfer
 * Full Context". */
export const CONTEXT_PARTS = [
  "history",
  "ai_assessment",
  "attempted_solutions",
  "customer_context",
  "next_steps",
] as const;
export type ContextPart = (typeof CONTEXT_PARTS)[number];

export const isPart = (label: string): label is ContextPart => CONTEXT_PARTS.some((part) => part === label);

const KEY = "context_passed";

/** Which parts the person was given, by the findings of one episode. A part that is not found was not given where a packet
 * or a note came with the handoff, for what it held is known; where there was neither, null: the person may have seen it on
 * a screen that the source does not tell of. Null for all of them = nothing is known at all. */
export const contextPassedOf = (
  findings: readonly Finding[],
  acceptedFrom: number,
): Record<ContextPart, boolean | null> | null => {
  const found = findings.filter(({ scanner, confidence }) => scanner === KEY && confidence >= acceptedFrom);
  if (found.length === 0) return null;
  const isTold = found.some(({ rule }) => rule.startsWith("packet.") || rule.startsWith("note."));
  const stateOf = (part: ContextPart) => (found.some(({ label }) => label === part) ? true : isTold ? false : null);
  return {
    history: stateOf("history"),
    ai_assessment: stateOf("ai_assessment"),
    attempted_solutions: stateOf("attempted_solutions"),
    customer_context: stateOf("customer_context"),
    next_steps: stateOf("next_steps"),
  };
};
