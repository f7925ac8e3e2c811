import type { Counts } from "../proportions/wilson.ts";

/** Limits of one point, shares from 0 to 1; isOutside = its share lies beyond them, which chance alone hardly does. */
export type PrimeLimits = { low: number; high: number; isOutside: boolean };

/** sigmaZ: how many times wider the limits are than sampling alone would make them. */
export type PrimeChart = { centre: number; sigmaZ: number; points: (PrimeLimits | null)[] };

/** Mean moving range of two normal values, in standard deviations. */
const D2 = 1.128;

/** Laney p′ limits of each point: the baseline's centre and three standard deviations, widened by the variation between
 * periods that sampling does not explain, never narrowed. Give a baseline of earlier, undisturbed periods in their order
 * (twelve or more); without one the points are their own. Null when fewer than two baseline periods counted anything, or
 * when their share is 0 or 1; a point is null when it counted nothing. Laney 2002, Quality Engineering 14:531. */
export const pPrimeLimits = (points: readonly Counts[], baseline: readonly Counts[] = points): PrimeChart | null => {
  const used = baseline.filter(({ whole }) => whole > 0);
  const centre = sum(used.map(({ part }) => part)) / sum(used.map(({ whole }) => whole));
  if (used.length < 2 || centre <= 0 || centre >= 1) return null;
  const sigma = (whole: number) => Math.sqrt((centre * (1 - centre)) / whole);
  const z = used.map(({ part, whole }) => (part / whole - centre) / sigma(whole));
  const ranges = z.slice(1).map((value, i) => Math.abs(value - (z[i] ?? value)));
  const sigmaZ = Math.max(1, sum(ranges) / ranges.length / D2);
  const limitsOf = ({ part, whole }: Counts): PrimeLimits | null => {
    if (whole === 0) return null;
    const [share, half] = [part / whole, 3 * sigma(whole) * sigmaZ];
    const [low, high] = [Math.max(0, centre - half), Math.min(1, centre + half)];
    return { low, high, isOutside: share < low || share > high };
  };
  return { centre, sigmaZ, points: points.map(limitsOf) };
};

/** How many of a chart's widened standard deviations a period's share lies above the centre: beyond 3 it is outside. Null when
 * it counted nothing. */
export const primeDeviations = ({ centre, sigmaZ }: PrimeChart, { part, whole }: Counts): number | null =>
  whole === 0 ? null : (part / whole - centre) / (Math.sqrt((centre * (1 - centre)) / whole) * sigmaZ);

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
