import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { Z95 } from "#lib/stats/proportions/wilson.ts";

/** A factor with its 95 % range. */
export type Ranged = { value: number; low: number; high: number };

export type HoursFactors = {
  /** Escalated conversations of the topic a week. */
  perWeek: Ranged;
  /** Probability that no adequate article exists. */
  uncovered: Ranged;
  /** Mean hours a human handles one. */
  hours: Ranged;
  /** Probability that an article keeps one from escalating. */
  prevents: Ranged;
};

/** Hours a week that an article is expected to save: the product of the factors. Its range adds the spreads of the factors on the
 * scale of logarithms, as of independent ones. A factor that may be 0 leaves 0 as the lower end. */
export const hoursSaved = ({ perWeek, uncovered, hours, prevents }: HoursFactors): Ranged => {
  const factors = [perWeek, uncovered, hours, prevents];
  const value = factors.reduce((product, factor) => product * factor.value, 1);
  if (value === 0) return { value: 0, low: 0, high: factors.reduce((product, factor) => product * factor.high, 1) };
  const spread = (end: "low" | "high"): number =>
    Math.hypot(...factors.map((factor) => Math.log(factor[end] / factor.value)));
  return { value, low: value * Math.exp(-spread("low")), high: value * Math.exp(spread("high")) };
};

/** What is believed before any article was measured: 3 of 10 helped. */
const BEFORE = { part: 3, whole: 10 };

/** Probability that an article prevents an escalation, from past articles that were measured: how many escalations they kept
 * away of how many were expected without them, drawn towards 0.3. */
export const preventsFrom = ({ part, whole }: Counts): Ranged => {
  const [a, n] = [BEFORE.part + part, BEFORE.whole + whole];
  const value = a / n;
  const se = Math.sqrt((value * (1 - value)) / (n + 1));
  return { value, low: Math.max(0, value - Z95 * se), high: Math.min(1, value + Z95 * se) };
};
