import { difference } from "#lib/stats/difference.ts";
import { chiSquareTail } from "#lib/stats/distributions.ts";
import { holm } from "#lib/stats/holm.ts";
import { newcombe } from "#lib/stats/proportions/newcombe.ts";
import { wilson, Z95 } from "#lib/stats/proportions/wilson.ts";

/** One value with what it rests on. */
export type Measurement = {
  /** A share from 0 to 1, or seconds; null when nothing was counted or the quantile was not reached. */
  value: number | null;
  /** How many of the n the share counts; for waits, how many were answered. */
  part: number;
  /** How many were counted, or stood at risk. */
  n: number;
  /** 95 % interval of the value, in its unit; null where it has none. */
  low: number | null;
  high: number | null;
  /** Standard error of a share that is estimated and not part ÷ n, as an incidence is. */
  se?: number;
};

export type Counted = { part: number; n: number };

/** part ÷ n with its Wilson interval: the one place where a share is divided. Null when n is 0. */
export const ratio = ({ part, n }: Counted): Measurement => {
  const interval = wilson(part, n);
  return { value: n === 0 ? null : part / n, part, n, low: interval?.low ?? null, high: interval?.high ?? null };
};

/** Under this many a rate is not shown, because one answer would move it by ten points or more. */
export const FEW = 10;

export const isTooFew = ({ n }: { n: number }): boolean => n < FEW;

/** A difference of two shares, from −1 to 1. p: how often chance alone would move it as far: below .05 exactly when the 95 %
 * interval excludes 0, which is what real means of one number alone. */
export type Change = { difference: number; low: number; high: number; p: number; isReal: boolean };

type Share = Counted & Pick<Measurement, "value" | "se">;

/** now − before: of counted shares with the Newcombe hybrid score interval, of incidences with the sum of their variances.
 * Null when either side counted fewer than ten, or when one is estimated where the other cannot be. */
export const change = (now: Share, before: Share): Change | null => {
  if (isTooFew(now) || isTooFew(before)) return null;
  const found = apart(now, before, Z95);
  return found && { ...found, p: chanceOf((z) => apart(now, before, z)), isReal: excludesZero(found) };
};

type Apart = Omit<Change, "isReal" | "p">;

const apart = (now: Share, before: Share, z: number): Apart | null => {
  const [a, b] = [estimateOf(now), estimateOf(before)];
  if (a && b) {
    const { difference: size, low, high } = difference(a, b, z);
    return { difference: size, low, high };
  }
  if (!isCounted(now) || !isCounted(before)) return null;
  return newcombe({ part: now.part, whole: now.n }, { part: before.part, whole: before.n }, z);
};

const excludesZero = ({ low, high }: Apart): boolean => low > 0 || high < 0;

/** Beyond this many standard errors the chance is 0 for every purpose. */
const WIDEST = 8;

/** The chance at which the interval just touches 0, found by halving its width. */
const chanceOf = (at: (z: number) => Apart | null): number => {
  let [narrow, wide] = [0, WIDEST];
  for (let i = 0; i < 40; i++) {
    const middle = (narrow + wide) / 2;
    const found = at(middle);
    if (found && excludesZero(found)) narrow = middle;
    else wide = middle;
  }
  return chiSquareTail(narrow ** 2, 1);
};

/** Changes that are read together, as the numbers of a page are: real is what remains so when all of them are looked at
 * (Holm's step-down), so that a page on which nothing happened claims something in one week of twenty and not of five. */
export const readTogether = (changes: readonly (Change | null)[]): (Change | null)[] => {
  const tested = changes.filter((one) => one !== null);
  const adjusted = new Map(holm(tested.map(({ p }) => p)).map((p, i) => [tested[i], p]));
  return changes.map((one) => one && { ...one, isReal: (adjusted.get(one) ?? 1) < 0.05 });
};

const estimateOf = ({ value, se }: Share) => (value === null || se === undefined ? null : { value, se });

const ROUNDING = 1e-9;

/** Where nobody is censored an incidence is part ÷ n. */
const isCounted = ({ value, part, n, se }: Share): boolean =>
  se === undefined || (value !== null && Math.abs(value - part / n) < ROUNDING);

/** Where a value stands against its target. "unclear": the interval contains the target. */
export type Standing = "met" | "missed" | "unclear";

/** Judged by the whole 95 % interval, never by the value alone; null without value, interval or target. */
export const standing = (
  { low, high }: Pick<Measurement, "low" | "high">,
  { target, better }: { target: number | null; better: "higher" | "lower" },
): Standing | null => {
  if (target === null || low === null || high === null) return null;
  if (better === "higher") return high < target ? "missed" : low >= target ? "met" : "unclear";
  return low > target ? "missed" : high <= target ? "met" : "unclear";
};

/** Whether a value lies within the interval of what was found; an end that is null has no bound. */
export const covers = ({ value, low, high }: Measurement, truth: number): boolean =>
  value !== null && truth >= (low ?? Number.NEGATIVE_INFINITY) && truth <= (high ?? Number.POSITIVE_INFINITY);
