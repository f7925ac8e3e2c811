import { newcombe } from "#lib/stats/proportions/newcombe.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";

/** Escalations of episodes with the AI, and resolutions of those that escalated. */
export type TopicRates = { escalated: Counts; resolved: Counts };

export type Quadrant = {
  /** Escalates more than the rest and people solve it: gap; and people do not either: product_bug. Escalates no more: policy
   * where people do not solve it, else as_designed. */
  place: "gap" | "product_bug" | "policy" | "as_designed";
  /** True = both differences from the rest are beyond their 95 % intervals. */
  isSure: boolean;
};

/** Where a topic stands against all other topics. Null when either has no episode or no escalation that can be judged. */
export const quadrantOf = (topic: TopicRates, rest: TopicRates): Quadrant | null => {
  const escalates = newcombe(topic.escalated, rest.escalated);
  const resolves = newcombe(topic.resolved, rest.resolved);
  if (!escalates || !resolves) return null;
  const [isHigh, isSolved] = [escalates.difference > 0, resolves.difference >= 0];
  const isSure = [escalates, resolves].every(({ low, high }) => low > 0 || high < 0);
  if (isHigh) return { place: isSolved ? "gap" : "product_bug", isSure };
  return { place: isSolved ? "as_designed" : "policy", isSure };
};
