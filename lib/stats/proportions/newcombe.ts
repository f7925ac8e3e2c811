import { type Counts, wilson } from "./wilson.ts";

/** a − b of two independent shares with its 95 % hybrid score interval; null when either counted nothing. Newcombe 1998,
 * Stat Med 17:873, method 10. */
export const newcombe = (a: Counts, b: Counts): { difference: number; low: number; high: number } | null => {
  const [first, second] = [wilson(a.part, a.whole), wilson(b.part, b.whole)];
  if (!first || !second) return null;
  const [p, q] = [a.part / a.whole, b.part / b.whole];
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
};
