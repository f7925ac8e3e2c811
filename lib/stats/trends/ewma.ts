import type { Counts } from "../proportions/wilson.ts";
import type { PrimeChart } from "./p-chart.ts";

/** value: the weighted mean of this and all earlier shares. isOutside = it lies beyond its limits, as a slow drift makes it. */
export type Ewma = { value: number; low: number; high: number; isOutside: boolean };

/** How much the newest share weighs, and how many standard deviations the limits are wide: about one false alarm in 500. */
const NEWEST = 0.2;
const WIDTH = 2.7;

/** Exponentially weighted mean of shares, started at a frozen centre, with limits widened like the p′ chart's. A point is
 * null when it counted nothing; the mean is then carried over. Roberts 1959, Technometrics 1:239; limits of Lucas &
 * Saccucci 1990, Technometrics 32:1, for unequal n. */
export const ewma = (
  points: readonly Counts[],
  { centre, sigmaZ }: Pick<PrimeChart, "centre" | "sigmaZ">,
): (Ewma | null)[] => {
  let value = centre;
  let variance = 0;
  return points.map(({ part, whole }) => {
    if (whole === 0) return null;
    value = NEWEST * (part / whole) + (1 - NEWEST) * value;
    variance = NEWEST ** 2 * ((centre * (1 - centre)) / whole) + (1 - NEWEST) ** 2 * variance;
    const half = WIDTH * sigmaZ * Math.sqrt(variance);
    const [low, high] = [Math.max(0, centre - half), Math.min(1, centre + half)];
    return { value, low, high, isOutside: value < low || value > high };
  });
};
