import { type Counts, wilson, Z95 } from "./wilson.ts";

/** a − b of two independent shares with its hybrid score interval (95 % unless z is given); null when either counted nothing. Newcombe 1998,
 * Stat Med 17:873, method 10. */
export const newcombe = (a: Counts, b: Counts, z = Z95): { difference: number; low: number; high: number } | null => {
  const [first, second] = [wilson(a.part, a.whole, z), wilson(b.part, b.whole, z)];
  if (!first || !second) return null;
  const [p, q] = [a.part / a.whole, b.part / b.whole];
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
};
