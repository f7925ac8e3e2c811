/** p values adjusted so that of all that are called real, not one is by chance in 95 of 100 cases, in their order. Give all
 * that were tested. Holm 1979, Scand J Stat 6:65. */
export const holm = (ps: readonly number[]): number[] => {
  const adjusted = new Array<number>(ps.length).fill(1);
  let most = 0;
  for (const [i, [place, p]] of [...ps.entries()].sort(([, a], [, b]) => a - b).entries()) {
    // Step down: a larger p is never adjusted to less than a smaller one.
    most = Math.max(most, Math.min(1, p * (ps.length - i)));
    adjusted[place] = most;
  }
  return adjusted;
};
