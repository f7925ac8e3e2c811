import { newcombe } from "#lib/stats/proportions/newcombe.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";

/** Escalations of episodes with the AI, and resolutions of those that escalated. */
export type TopicRates = { escalated: Counts; resolved: Counts };

export type Quadrant = {
  /** Escalates more than the rest and people solve it: gap; and people do not either: product_bug. Escalates no more: policy
   * where people do not solve it, else as_designed. */
  place: "gap" | "product_bug" | "policy" | "as_designed";
  /** True = the interval of the escalation rate lies on this side of the rest, and that of the resolution on this side of
   * what matters. */
  isSure: boolean;
};

/** People get stuck where they resolve so much less than of the rest: a few points less is the way of any topic, and half of
 * the gaps would be called bugs for it. */
export const STUCK = 0.1;

/** Where a topic stands against all other topics. Null when either has no episode or no escalation that can be judged. */
export const quadrantOf = (topic: TopicRates, rest: TopicRates): Quadrant | null => {
  const escalates = newcombe(topic.escalated, rest.escalated);
  const resolves = newcombe(topic.resolved, rest.resolved);
  if (!escalates || !resolves) return null;
  const [isHigh, isSolved] = [escalates.difference > 0, resolves.difference > -STUCK];
  const isSureHigh = isHigh ? escalates.low > 0 : escalates.high < 0;
  const isSure = isSureHigh && (isSolved ? resolves.low > -STUCK : resolves.high < 0);
  if (isHigh) return { place: isSolved ? "gap" : "product_bug", isSure };
  return { place: isSolved ? "as_designed" : "policy", isSure };
};
