import type { Finding } from "#lib/conversation/assessed.ts";
import type { Hit } from "./reading/reading.ts";
import type { Mark, Scanner } from "./scanner.ts";

const KEY = "context_repetition";

export const contextRepetition: Scanner = {
  key: KEY,
  name: "Context repetition",
  version: "3",
  acceptedFrom: 0.75,
  says: { "R1.": "The customer says that they have given this before." },
  looksAt: ({ role, isPublic, at }, { handoffs }) =>
    role === "customer" && isPublic && at !== null && handoffs[0] !== undefined && at > handoffs[0].at,
  inTurn: ({ role, reading }) => {
    const hit = role === "customer" ? reading.hits(KEY).find(({ phrase }) => phrase.rule.startsWith("R1.")) : null;
    return hit ? [markOf(hit)] : [];
  },
};

const markOf = ({ phrase: { rule, label, confidence }, start, end }: Hit): Mark => ({
  rule,
  label,
  confidence,
  start,
  end,
});

/** Whether the episode of these findings counts as one with explicit repetition. */
export const hasAcceptedRepetition = (findings: Finding[]): boolean =>
  findings.some(
    ({ scanner, rule, confidence }) =>
      scanner === contextRepetition.key && rule.startsWith("R1.") && confidence >= contextRepetition.acceptedFrom,
  );
