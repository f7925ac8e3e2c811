import type { Initiator } from "#lib/conversation/assessed.ts";
import { isTooFew, ratio } from "#lib/metrics/measure.ts";

const TITLES: Record<Initiator, string> = {
  customer: "Most handoffs are the customer’s wish",
  ai: "Most handoffs are the AI’s own decision",
  rule: "Most handoffs follow a rule",
  human_takeover: "Most handoffs are a person stepping in",
  operational: "Most handoffs are operational",
};

/** Who hands over most, if the whole 95 % interval of their share lies above a half; else the plain name. */
export const originTitle = (counts: readonly { initiator: Initiator; n: number }[]): string => {
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  const most = counts.find(({ n }) => (ratio({ part: n, n: total }).low ?? 0) > 0.5);
  return most && !isTooFew({ n: total }) ? TITLES[most.initiator] : "Who handed over, and why";
};
