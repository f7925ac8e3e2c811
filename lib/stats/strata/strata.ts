import type { Counts } from "../proportions/wilson.ts";

/** What each group counted in one stratum, such as a topic. */
export type Stratum<Group extends string> = { name: string; groups: Readonly<Record<Group, Counts>> };

/** Two groups in one stratum: how many of how many, in a and in b. */
export type Pair = { a: Counts; b: Counts };

/** Under this many a group says nothing about its share in a stratum. */
const FEWEST = 5;
/** Share of all volume; with more outside strata of their own, little is compared like with like. */
const MOST_APART = 0.2;

/** used: strata in which every group counted at least five; those that did not are joined into one unnamed remainder, and
 * are left out when it does not either. merged: the names of what was joined. Shares of all volume, 0 to 1: apart, in
 * strata that could not be compared on their own; leftOut, that is in no used stratum. */
export type CommonStrata<Group extends string> =
  | { isComparable: true; used: Stratum<Group>[]; merged: string[]; apart: number; leftOut: number }
  | { isComparable: false; why: "nothing_counted" | "too_little_in_common"; apart: number };

/** The strata in which all groups can be compared. Refused, with the reason, when a group counted nothing or when more than
 * a fifth of the volume could not be compared in a stratum of its own. */
export const commonStrata = <Group extends string>(
  strata: readonly Stratum<Group>[],
  groups: readonly Group[],
): CommonStrata<Group> => {
  if (groups.some((group) => joined(strata, group).whole === 0))
    return { isComparable: false, why: "nothing_counted", apart: 1 };
  const isEnough = (stratum: Stratum<Group>) => groups.every((group) => stratum.groups[group].whole >= FEWEST);
  const [large, small] = [strata.filter(isEnough), strata.filter((stratum) => !isEnough(stratum))];
  const volume = (some: readonly Stratum<Group>[]) => groups.reduce((sum, group) => sum + joined(some, group).whole, 0);
  const apart = volume(small) / volume(strata);
  if (apart > MOST_APART) return { isComparable: false, why: "too_little_in_common", apart };
  const rest: Stratum<Group> = {
    name: "",
    groups: Object.fromEntries(groups.map((group) => [group, joined(small, group)])) as Record<Group, Counts>,
  };
  const merged = small.map(({ name }) => name);
  if (isEnough(rest)) return { isComparable: true, used: [...large, rest], merged, apart, leftOut: 0 };
  return { isComparable: true, used: large, merged, apart, leftOut: apart };
};

const joined = <Group extends string>(strata: readonly Stratum<Group>[], group: Group): Counts =>
  strata.reduce(
    (sum, { groups }) => ({ part: sum.part + groups[group].part, whole: sum.whole + groups[group].whole }),
    { part: 0, whole: 0 },
  );
