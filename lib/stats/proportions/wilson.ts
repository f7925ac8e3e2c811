/** Two-sided 95 % of the standard normal. */
export const Z95 = 1.959963984540054;

/** How many of how many. */
export type Counts = { part: number; whole: number };

export type Interval = { low: number; high: number };

/** Score interval of a share, from 0 to 1, as wide as z standard errors (95 % unless given); null when nothing was counted.
 * Throws when part is not within whole. Wilson 1927, J Am Stat Assoc 22:209. */
export const wilson = (part: number, whole: number, z = Z95): Interval | null => {
  if (!(part >= 0 && part <= whole)) throw new RangeError(`A part must lie within its whole, not ${part} of ${whole}`);
  if (whole === 0) return null;
  const share = part / whole;
  const z2 = z * z;
  const centre = (part + z2 / 2) / (whole + z2);
  const half = (z / (whole + z2)) * Math.sqrt(whole * share * (1 - share) + z2 / 4);
  // At the ends rounding could leave 0 and 1 by an ulp.
  return { low: part === 0 ? 0 : Math.max(0, centre - half), high: part === whole ? 1 : Math.min(1, centre + half) };
};
