export type Counts = { part: number; n: number };
export type Limits = { centre: number; lower: number; upper: number };

/** Mean moving range of two normal values, in standard deviations. */
const D2 = 1.128;

/** Laney p′ limits for each of the points, from the points of a baseline: centre, and three standard deviations widened
 * by the variation between weeks that sampling does not explain (never narrowed). Null where a point has no n; all null
 * when the baseline has fewer than two points with n. Laney 2002. */
export const pPrimeLimits = (points: Counts[], baseline: Counts[]): (Limits | null)[] => {
  const used = baseline.filter(({ n }) => n > 0);
  const total = used.reduce((sum, { n }) => sum + n, 0);
  const centre = used.reduce((sum, { part }) => sum + part, 0) / total;
  if (used.length < 2 || centre === 0 || centre === 1) return points.map(() => null);
  const sigma = (n: number) => Math.sqrt((centre * (1 - centre)) / n);
  const z = used.map(({ part, n }) => (part / n - centre) / sigma(n));
  const ranges = z.slice(1).map((value, i) => Math.abs(value - (z[i] ?? value)));
  const sigmaZ = Math.max(1, ranges.reduce((sum, range) => sum + range, 0) / ranges.length / D2);
  return points.map(({ n }) => {
    if (n === 0) return null;
    const half = 3 * sigma(n) * sigmaZ;
    return { centre, lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
  });
};
