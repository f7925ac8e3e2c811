/** Share of the smaller of two groups that both must hold to be the same one. */
const SAME = 0.5;

/** Which earlier group each new one is, by place, so that a candidate stays itself from night to night: the one with which
 * it shares most members, at least half of the smaller of both; an earlier group is taken once. One that was decided on is
 * the same only where it is half of the new one too: what was said of a part says nothing of the whole. Null = a new one.
 * Groups are lists of members without repeats. Linear in the members. */
export const sameAsBefore = (
  groups: readonly (readonly string[])[],
  before: ReadonlyMap<number, readonly string[]>,
  decided: ReadonlySet<number> = new Set(),
): (number | null)[] => {
  const earlier = new Map<string, number[]>();
  for (const [id, members] of before)
    for (const member of members) earlier.set(member, [...(earlier.get(member) ?? []), id]);
  const pairs = groups.flatMap((members, place) => {
    const shared = new Map<number, number>();
    for (const member of members) for (const id of earlier.get(member) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    return [...shared]
      .filter(([id, n]) => {
        const known = before.get(id)?.length ?? 0;
        return n >= SAME * (decided.has(id) ? members.length : Math.min(members.length, known));
      })
      .map(([id, n]) => ({ place, id, n }));
  });
  pairs.sort((a, b) => b.n - a.n || a.id - b.id || a.place - b.place);
  const same: (number | null)[] = groups.map(() => null);
  const taken = new Set<number>();
  for (const { place, id } of pairs) {
    if (same[place] !== null || taken.has(id)) continue;
    same[place] = id;
    taken.add(id);
  }
  return same;
};
