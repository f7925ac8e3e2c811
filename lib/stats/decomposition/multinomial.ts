import { lnChoose } from "../distributions.ts";

/** How many of n fall into each cell, drawn by the cells' weights, which are whole numbers; unit: draws from [0, 1). */
export const multinomial = (n: number, weights: readonly number[], unit: () => number): number[] => {
  let left = n;
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => {
    const drawn = weight >= weightLeft ? left : binomial(left, weight / weightLeft, unit);
    left -= drawn;
    weightLeft -= weight;
    return drawn;
  });
};

/** Exact by inversion that starts at the mode and walks outwards, so that it takes as many steps as the deviation is wide,
 * not as many as n. */
const binomial = (n: number, p: number, unit: () => number): number => {
  if (n === 0 || p <= 0) return 0;
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  const atMode = Math.exp(lnChoose(n, mode) + mode * Math.log(p) + (n - mode) * Math.log1p(-p));
  let [low, high, atLow, atHigh, drawn] = [mode, mode, atMode, atMode, mode];
  let left = unit() - atMode;
  while (left >= 0) {
    const down = (atLow * low) / ((n - low + 1) * odds);
    const up = ((atHigh * (n - high)) / (high + 1)) * odds;
    // Rounding may leave a little when both sides are used up.
    if (down === 0 && up === 0) break;
    left -= Math.max(down, up);
    if (down > up) [drawn, low, atLow] = [low - 1, low - 1, down];
    else [drawn, high, atHigh] = [high + 1, high + 1, up];
  }
  return drawn;
};
