import { lnChoose } from "./distributions.ts";

/** Which of n sorted values, counted from 1, bound a quantile; null where n is too small for that side. coverage: the
 * probability that they enclose it, at least 0.95 when both do. */
export type Ranks = { low: number | null; high: number | null; coverage: number };

const SIDE = 0.025;

/** Ranks of the order statistics whose interval covers the p quantile of whatever distribution in at least 95 %, each
 * side missing it in at most 2.5 %. Thompson 1936, Ann Math Stat 7:122. */
export const quantileRanks = (n: number, p: number): Ranks => {
  const below = binomialBelow(n, p);
  const low = below.findLastIndex((chance) => chance <= SIDE);
  const high = below.findIndex((chance) => 1 - chance <= SIDE);
  return {
    low: low < 1 ? null : low,
    high: high === -1 ? null : high,
    coverage: (below[high] ?? 1) - (below[low] ?? 0),
  };
};

/** Element k: the probability of fewer than k successes of n, for k from 0 to n. */
const binomialBelow = (n: number, p: number): number[] => {
  let sum = 0;
  return Array.from({ length: n + 1 }, (_, k) => {
    const before = sum;
    sum += Math.exp(lnChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
    return before;
  });
};

/** The p quantile of values that are all known, in their unit, interpolated between the two nearest as percentile_cont
 * does; null when there is none. Hyndman & Fan 1996, Am Stat 50:361, type 7. */
export const quantile = (values: readonly number[], p: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below === undefined || above === undefined ? null : below + (at - Math.floor(at)) * (above - below);
};

/** The p quantile with its 95 % interval between two of the values; a side is null where there are too few for it. */
export const quantileInterval = (
  values: readonly number[],
  p: number,
): { value: number | null; low: number | null; high: number | null } => {
  const sorted = values.toSorted((a, b) => a - b);
  const { low, high } = quantileRanks(sorted.length, p);
  const at = (rank: number | null) => (rank === null ? null : (sorted[rank - 1] ?? null));
  return { value: quantile(sorted, p), low: at(low), high: at(high) };
};
