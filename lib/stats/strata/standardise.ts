import type { Estimate } from "../difference.ts";
import { type CommonStrata, commonStrata, type Stratum } from "./strata.ts";

export type Refused = Extract<CommonStrata<string>, { isComparable: false }>;

/** shares: of each group, from 0 to 1, had its strata the common weights; what was merged, apart and left out of the
 * comparison as in commonStrata. */
export type Standardised<Group extends string> = {
  isComparable: true;
  shares: Record<Group, Estimate>;
  merged: string[];
  apart: number;
  leftOut: number;
};

/** Shares of groups made comparable by direct standardisation: each stratum weighs as much as it does in all groups
 * together ("pooled") or in one of them, whatever a group's own mix is. An adjusted association, no effect: what differs
 * within a stratum stays. Refused when the groups have too little in common. Rothman, Modern Epidemiology, ch. 3. */
export const standardise = <Group extends string>(
  strata: readonly Stratum<Group>[],
  groups: readonly Group[],
  weights: "pooled" | Group,
): Standardised<Group> | Refused => {
  const common = commonStrata(strata, groups);
  if (!common.isComparable) return common;
  const { used, merged, apart, leftOut } = common;
  const weighing = weights === "pooled" ? groups : [weights as Group];
  const volumes = used.map((stratum) => weighing.reduce((sum, group) => sum + stratum.groups[group].whole, 0));
  const all = volumes.reduce((sum, volume) => sum + volume, 0);
  const shareOf = (group: Group): Estimate => {
    let value = 0;
    let variance = 0;
    for (const [i, stratum] of used.entries()) {
      const { part, whole } = stratum.groups[group];
      const [weight, share] = [(volumes[i] ?? 0) / all, part / whole];
      value += weight * share;
      variance += (weight ** 2 * share * (1 - share)) / whole;
    }
    return { value, se: Math.sqrt(variance) };
  };
  const shares = Object.fromEntries(groups.map((group) => [group, shareOf(group)])) as Record<Group, Estimate>;
  return { isComparable: true, shares, merged, apart, leftOut };
};
