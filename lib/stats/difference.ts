import { Z95 } from "./proportions/wilson.ts";

/** A value and its standard error, both in its unit. */
export type Estimate = { value: number; se: number };

/** Unit of the two it was made of; low and high: 95 %. */
export type Difference = { difference: number; se: number; low: number; high: number };

/** a − b of two estimates from separate conversations, by the normal law with the sum of their variances; 95 % unless z is
 * given. */
export const difference = (a: Estimate, b: Estimate, z = Z95): Difference => {
  const [found, se] = [a.value - b.value, Math.hypot(a.se, b.se)];
  return { difference: found, se, low: found - z * se, high: found + z * se };
};
