import type { Counts } from "../proportions/wilson.ts";
import { adjustedForMany } from "./benjamini-hochberg.ts";
import { risenP } from "./conditional-binomial.ts";
import { type ShrunkLift, shrunkLift } from "./shrunk-lift.ts";

/** How often something came up in this range, and in the whole baseline before it. */
type NowBefore = { now: number; before: number };

/** all: how many there were of all topics in the topic's own ranges, where those are not the common ones. */
export type TopicCounts = NowBefore & { topic: string; all?: NowBefore };

/** expected: now, had the topic kept its part of all. lift: now ÷ expected; null when nothing was expected. p: one-sided
 * mid-p; adjusted: for all topics tested. isRising: worth a notification. */
export type Rising = Omit<TopicCounts, "all"> & {
  expected: number;
  lift: number | null;
  shrunk: ShrunkLift;
  p: number;
  adjusted: number;
  isRising: boolean;
};

/** Of the notified, at most this share is false in the long run. */
const FALSE_SHARE = 0.1;
const FEWEST_NOW = 5;
const LEAST_LIFT = 1.3;

/** Topics that rose against the baseline, the largest shrunk lift first. Give every topic that could have risen, also those
 * with none now; all: how many there were of all topics together, which may be more than the topics given. The baseline is
 * the sum over its weeks, not their mean. Empty when either range counted nothing. */
export const risingTopics = (topics: readonly TopicCounts[], common: NowBefore): Rising[] => {
  const ps = topics.flatMap(
    ({ now, before, all = common }) => risenP(within(now, all.now), within(before, all.before)) ?? [],
  );
  if (ps.length < topics.length) return [];
  const adjusted = adjustedForMany(ps);
  return topics
    .map(({ all = common, ...counts }, i): Rising => {
      const expected = (counts.before * all.now) / all.before;
      const lift = expected === 0 ? null : counts.now / expected;
      const [p, q] = [ps[i] ?? 1, adjusted[i] ?? 1];
      const isRising = q <= FALSE_SHARE && counts.now >= FEWEST_NOW && (lift ?? LEAST_LIFT) >= LEAST_LIFT;
      return { ...counts, expected, lift, shrunk: shrunkLift(counts.now, expected), p, adjusted: q, isRising };
    })
    .sort((a, b) => b.shrunk.value - a.shrunk.value || b.now - a.now || (a.topic < b.topic ? -1 : 1));
};

const within = (part: number, whole: number): Counts => ({ part, whole });
