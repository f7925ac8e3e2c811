import { gammaQuantile } from "../distributions.ts";

/** Shape and rate of the prior: two expected and two seen, before anything is. */
const PRIOR = 2;

/** How many times as often as expected, drawn towards 1 the less was expected. low: lower 5 % of what it could be (EB05). */
export type ShrunkLift = { value: number; low: number };

/** Posterior of seen ÷ expected of a Poisson count under a Gamma(2, 2) prior. DuMouchel 1999, Am Stat 53:177, with one
 * fixed gamma. */
export const shrunkLift = (seen: number, expected: number): ShrunkLift => ({
  value: (PRIOR + seen) / (PRIOR + expected),
  low: gammaQuantile(0.05, PRIOR + seen, PRIOR + expected),
});
