import { inStretches } from "#lib/time/compare.ts";
import type { Range } from "#lib/time/range.ts";
import { isFinal, type MetricKey } from "./catalogue.ts";

/** final: both periods stand still; equal: the other one is taken as it stood when it was as old as this one is now;
 * unequal: that cannot be, so one of them had longer to collect ratings and reopens. */
export type Age = "final" | "equal" | "unequal";

/** What a period is held against: the other one whole, or in stretches of this one's length, each as it stood when it was
 * as old as this one is at `now`. Stretches are for a period several times as long: its oldest week is no younger for
 * being pooled with the newest. */
export const comparedSlices = (
  key: MetricKey,
  { range, compare, zone }: { range: Range; compare: Range; zone: string },
  now: Date,
): { age: Age; slices: { range: Range; asOf: Date | null }[] } => {
  const whole = [{ range: compare, asOf: null }];
  if (isFinal(key, range, now)) return { age: isFinal(key, compare, now) ? "final" : "unequal", slices: whole };
  const stretches = compare.to > range.to ? null : inStretches(compare, range, zone);
  if (!stretches) return { age: "unequal", slices: whole };
  const asOf = (one: Range) => new Date(now.getTime() - (range.to.getTime() - one.to.getTime()));
  return { age: "equal", slices: stretches.map((one) => ({ range: one, asOf: asOf(one) })) };
};
