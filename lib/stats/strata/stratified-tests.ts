import { chiSquareTail } from "../distributions.ts";
import { oddsRatio } from "./mantel-haenszel.ts";
import type { Pair } from "./strata.ts";

export type Tested = { chiSquare: number; degrees: number; p: number };

/** Whether a and b differ within strata, if they do by about one odds ratio, without continuity correction; null when no
 * stratum could tell. Cochran 1954, Biometrics 10:417; Mantel & Haenszel 1959, J Natl Cancer Inst 22:719. */
export const cochranMantelHaenszel = (pairs: readonly Pair[]): Tested | null => {
  let excess = 0;
  let variance = 0;
  for (const { a, b } of pairs) {
    const [n, hits] = [a.whole + b.whole, a.part + b.part];
    if (n < 2) continue;
    excess += a.part - (a.whole * hits) / n;
    variance += (a.whole * b.whole * hits * (n - hits)) / (n ** 2 * (n - 1));
  }
  if (variance === 0) return null;
  const chiSquare = excess ** 2 / variance;
  return { chiSquare, degrees: 1, p: chiSquareTail(chiSquare, 1) };
};

/** Whether the odds ratio differs between strata (a small p: show each stratum, not one number); without Tarone's
 * correction. Strata where all or none hit say nothing; null when fewer than two say something, or when there is no pooled
 * odds ratio. Breslow & Day 1980, Statistical Methods in Cancer Research I, 4.4. */
export const breslowDay = (pairs: readonly Pair[]): Tested | null => {
  const common = oddsRatio(pairs)?.value;
  const telling = pairs.filter(({ a, b }) => {
    const hits = a.part + b.part;
    return a.whole > 0 && b.whole > 0 && hits > 0 && hits < a.whole + b.whole;
  });
  if (common === undefined || telling.length < 2) return null;
  const chiSquare = telling.reduce((sum, pair) => sum + departure(pair, common), 0);
  const degrees = telling.length - 1;
  return { chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
};

/** How far the hits of a are from what the odds ratio leads one to expect, squared, in variances. */
const departure = ({ a, b }: Pair, ratio: number): number => {
  const hits = a.part + b.part;
  const expected = expectedHits(a.whole, b.whole, hits, ratio);
  const cells = [expected, hits - expected, a.whole - expected, b.whole - hits + expected];
  const variance = 1 / cells.reduce((sum, cell) => sum + 1 / cell, 0);
  return (a.part - expected) ** 2 / variance;
};

/** The hits x of a for which x (n₀ − m + x) = ψ (m − x) (n₁ − x): the root within the margins, in the form that needs no
 * case of its own for ψ = 1. */
const expectedHits = (n1: number, n0: number, hits: number, ratio: number): number => {
  const linear = n0 - hits + ratio * (hits + n1);
  const root = Math.sqrt(linear ** 2 + 4 * (1 - ratio) * ratio * hits * n1);
  return (2 * ratio * hits * n1) / (linear + root);
};
