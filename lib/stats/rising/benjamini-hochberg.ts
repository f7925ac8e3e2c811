/** p values adjusted for how many were tested, in their order: the smallest share of false finds at which each would be
 * found. Give all that were tested, also those that saw nothing. Benjamini & Hochberg 1995, J R Stat Soc B 57:289. */
export const adjustedForMany = (ps: readonly number[]): number[] => {
  const adjusted = new Array<number>(ps.length).fill(1);
  const largestFirst = [...ps.entries()].sort(([, a], [, b]) => b - a);
  let least = 1;
  for (const [i, [place, p]] of largestFirst.entries()) {
    // Step up: a smaller p is never adjusted to more than a larger one.
    least = Math.min(least, p * (ps.length / (ps.length - i)));
    adjusted[place] = least;
  }
  return adjusted;
};
