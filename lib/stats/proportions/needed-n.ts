import { Z95 } from "./wilson.ts";

const Z2 = Z95 * Z95;

/** How many must be counted until the Wilson interval is never wider than ± half again, when the hits are the whole number
 * nearest to this share; both from 0 to 1. Throws when half is not above 0. */
export const neededN = (share: number, half: number): number => {
  if (!(half > 0)) throw new RangeError(`A half-width must be above 0, not ${half}`);
  const rarer = Math.min(share, 1 - share);
  const about = Math.max(1, solved(rarer, half));
  // Rounding to whole hits moves the share by half a hit; no n beyond the one for that share is too few.
  let n = Math.ceil(Math.max(about, solved(Math.min(0.5, rarer + 0.5 / about), half)));
  while (n > 1 && halfWidth(Math.round((n - 1) * rarer), n - 1) <= half) n -= 1;
  return n;
};

/** n, not yet whole, at which the interval of exactly this share is ± half. */
const solved = (share: number, half: number): number => {
  const variance = share * (1 - share);
  const root = Math.sqrt(variance * variance + 4 * half * half * (1 / 4 - variance));
  return (Z2 * (variance + root)) / (2 * half * half) - Z2;
};

const halfWidth = (part: number, whole: number): number =>
  (Z95 / (whole + Z2)) * Math.sqrt((part * (whole - part)) / whole + Z2 / 4);
