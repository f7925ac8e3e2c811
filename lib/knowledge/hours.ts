import { gammaQuantile } from "#lib/stats/distributions.ts";
import { wilson, Z95 } from "#lib/stats/proportions/wilson.ts";
import { type HoursFactors, hoursSaved, type Ranged } from "#lib/topics/board/hours-saved.ts";
import type { TopicReport } from "#lib/topics/report.ts";
import type { Kind } from "./kinds.ts";

/** Hours that people spent on a topic's handoffs: how many, their mean, and the spread of one; sd 0 where there is one. */
export type Handling = { n: number; mean: number; sd: number };

/** What a fix of one topic is believed to save. saved: hours a week; null while a factor is not known, each of which is null
 * then itself. */
export type Saving = {
  saved: Ranged | null;
  perWeek: Ranged;
  uncovered: Ranged | null;
  hours: Ranged | null;
  prevents: Ranged | null;
};

export type SavingFacts = {
  /** Handed over in so many weeks. */
  handoffs: number;
  weeks: number;
  /** Null = not read yet. */
  report: Pick<TopicReport, "n" | "coverage"> | null;
  handling: Handling | null;
  /** Of all topics together, towards which one is drawn. */
  usual: Handling | null;
  /** From past articles, as `preventsFrom` has it. */
  prevents: Ranged;
  kind: Kind | null;
};

/** Of a topic that people cannot solve either an article is believed to prevent one in ten, between hardly any and three. */
const PREVENTS_BUG: Ranged = { value: 0.1, low: 0.02, high: 0.3 };
/** A topic's mean is drawn towards the usual one as if so many had been seen before. */
const PRIOR_N = 10;
const WEEKS_A_MONTH = 52 / 12;

/** Hours a week by the four factors. What a rule sends to people no article keeps from them: `prevents` is null and so is
 * what is saved. */
export const savingOf = (facts: SavingFacts): Saving => {
  const factors = {
    perWeek: perWeek(facts.handoffs, facts.weeks),
    uncovered: facts.report && uncoveredOf(facts.report),
    hours: hoursOf(facts.handling, facts.usual),
    prevents: preventsOf(facts),
  };
  return { ...factors, saved: isKnown(factors) ? hoursSaved(factors) : null };
};

const preventsOf = ({ kind, prevents }: SavingFacts): Ranged | null => {
  if (kind === "policy") return null;
  return kind === "product_bug" ? PREVENTS_BUG : prevents;
};

const isKnown = (factors: Omit<Saving, "saved">): factors is HoursFactors =>
  factors.uncovered !== null && factors.hours !== null && factors.prevents !== null;

/** Mean a week of a count, with the exact interval of Garwood 1936, Biometrika 28:437. */
export const perWeek = (count: number, weeks: number): Ranged => ({
  value: count / weeks,
  low: count === 0 ? 0 : gammaQuantile(0.025, count, weeks),
  high: gammaQuantile(0.975, count + 1, weeks),
});

/** The share of what was asked that no article holds, with the interval of a share of so many messages. */
const uncoveredOf = ({ n, coverage }: Pick<TopicReport, "n" | "coverage">): Ranged | null => {
  if (coverage === null) return null;
  const value = Math.min(1, Math.max(0, 1 - coverage));
  return { value, ...(wilson(value * n, n) ?? { low: 0, high: 1 }) };
};

/** A topic's mean drawn towards that of all; null when nothing was measured of either. */
export const hoursOf = (handling: Handling | null, usual: Handling | null): Ranged | null => {
  if (!usual || usual.n < PRIOR_N) return null;
  const { n, mean, sd } = handling ?? { n: 0, mean: 0, sd: 0 };
  const value = (n * mean + PRIOR_N * usual.mean) / (n + PRIOR_N);
  const se = Math.max(sd, usual.sd) / Math.sqrt(n + PRIOR_N);
  return { value, low: Math.max(0, value - Z95 * se), high: value + Z95 * se };
};

export const aMonth = ({ value, low, high }: Ranged): Ranged => ({
  value: value * WEEKS_A_MONTH,
  low: low * WEEKS_A_MONTH,
  high: high * WEEKS_A_MONTH,
});

/** Means of several topics as one of all their handoffs; null when there is none. */
export const pooled = (all: readonly Handling[]): Handling | null => {
  const n = all.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return null;
  const mean = all.reduce((sum, one) => sum + one.n * one.mean, 0) / n;
  const squares = all.reduce((sum, one) => sum + (one.n - 1) * one.sd ** 2 + one.n * (one.mean - mean) ** 2, 0);
  return { n, mean, sd: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) };
};
