import type { Counts } from "../proportions/wilson.ts";

/** p: the pooled share. rho: correlation within a group, 0 to 1: how much of the variation between groups chance does not
 * explain. a, b: the beta prior; null when rho is 0, which draws all shares onto p. shares: in the order given. */
export type ShrunkShares = { p: number; rho: number; a: number | null; b: number | null; shares: number[] };

/** Shares of many groups drawn towards their common one, the more the less a group counted: beta-binomial posterior means
 * with moments weighted by n. Null when nothing was counted. Kleinman 1973, J Am Stat Assoc 68:46. */
export const shrunkShares = (groups: readonly Counts[]): ShrunkShares | null => {
  const counted = groups.filter(({ whole }) => whole > 0);
  const all = counted.reduce((sum, { whole }) => sum + whole, 0);
  if (all === 0) return null;
  const p = counted.reduce((sum, { part }) => sum + part, 0) / all;
  const rho = correlation(counted, all, p);
  if (rho === 0) return { p, rho, a: null, b: null, shares: groups.map(() => p) };
  const size = (1 - rho) / rho;
  const shares = groups.map(({ part, whole }) => (whole === 0 ? p : (part + p * size) / (whole + size)));
  return { p, rho, a: p * size, b: (1 - p) * size, shares };
};

const correlation = (counted: readonly Counts[], all: number, p: number): number => {
  if (p === 0 || p === 1) return 0;
  const spread = counted.reduce((sum, { part, whole }) => sum + whole * (part / whole - p) ** 2, 0) / (p * (1 - p));
  const byChance = counted.length - 1;
  const most = counted.reduce((sum, { whole }) => sum + whole * (1 - whole / all), 0) - byChance;
  if (most <= 0) return 0;
  return Math.min(1, Math.max(0, (spread - byChance) / most));
};
