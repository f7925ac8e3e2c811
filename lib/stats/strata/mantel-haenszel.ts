import { type Interval, Z95 } from "../proportions/wilson.ts";
import type { Pair } from "./strata.ts";

/** One stratum as a fourfold table: of a, hits and misses; of b, hits and misses; and all. */
type Table = { a: number; b: number; c: number; d: number; n: number };

const tablesOf = (pairs: readonly Pair[]): Table[] =>
  pairs
    .filter(({ a, b }) => a.whole > 0 && b.whole > 0)
    .map(({ a, b }) => ({
      a: a.part,
      b: a.whole - a.part,
      c: b.part,
      d: b.whole - b.part,
      n: a.whole + b.whole,
    }));

/** Odds of a ÷ odds of b within strata, pooled, with its 95 % interval; null when it would be 0 or without bound. Strata
 * where a group counted nothing say nothing. Mantel & Haenszel 1959, J Natl Cancer Inst 22:719; variance of Robins, Breslow
 * & Greenland 1986, Biometrics 42:311. */
export const oddsRatio = (pairs: readonly Pair[]): (Interval & { value: number }) | null => {
  const tables = tablesOf(pairs);
  const total = (of: (table: Table) => number) => tables.reduce((sum, table) => sum + of(table), 0);
  const r = ({ a, d, n }: Table) => (a * d) / n;
  const s = ({ b, c, n }: Table) => (b * c) / n;
  const p = ({ a, d, n }: Table) => (a + d) / n;
  const [sumR, sumS] = [total(r), total(s)];
  if (sumR === 0 || sumS === 0) return null;
  const variance =
    total((x) => p(x) * r(x)) / (2 * sumR ** 2) +
    total((x) => p(x) * s(x) + (1 - p(x)) * r(x)) / (2 * sumR * sumS) +
    total((x) => (1 - p(x)) * s(x)) / (2 * sumS ** 2);
  const [value, half] = [sumR / sumS, Z95 * Math.sqrt(variance)];
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
};

/** Share of a − share of b within strata, pooled, from −1 to 1, with its 95 % interval; null when no stratum has both.
 * Greenland & Robins 1985, Biometrics 41:55; variance of Sato 1989, Biometrics 45:1323. */
export const riskDifference = (pairs: readonly Pair[]): (Interval & { value: number; se: number }) | null => {
  const tables = tablesOf(pairs).map(({ a, b, c, d, n }) => ({ a, c, n, n1: a + b, n0: c + d }));
  const total = (of: (table: (typeof tables)[number]) => number) => tables.reduce((sum, table) => sum + of(table), 0);
  const weight = total(({ n, n1, n0 }) => (n1 * n0) / n);
  if (weight === 0) return null;
  const value = total(({ a, c, n, n1, n0 }) => (a * n0 - c * n1) / n) / weight;
  const p = total(({ a, c, n, n1, n0 }) => (n1 ** 2 * c - n0 ** 2 * a + (n1 * n0 * (n0 - n1)) / 2) / n ** 2);
  const q = total(({ a, c, n, n1, n0 }) => (a * (n0 - c) + c * (n1 - a)) / (2 * n));
  const se = Math.sqrt(Math.max(0, value * p + q)) / weight;
  return { value, se, low: value - Z95 * se, high: value + Z95 * se };
};
