/** The chance that a value of the one kind is higher than one of the other, ties half: 1 = always, 0.5 = as by chance. Null
 * when either kind is missing. Mann & Whitney 1947, Ann Math Stat 18:50. */
export const aucOf = (higher: readonly number[], lower: readonly number[]): number | null => {
  if (higher.length === 0 || lower.length === 0) return null;
  let won = 0;
  for (const a of higher) for (const b of lower) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (higher.length * lower.length);
};
