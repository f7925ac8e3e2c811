import { expect, test } from "vitest";
import { type Range, rangeOfDates } from "#lib/time/range.ts";
import { comparedSlices } from "./age.ts";

const zone = "UTC";
const between = (first: string, last: string): Range => {
  const range = rangeOfDates(first, last, zone);
  if (!range) throw new Error(first);
  return range;
};
const week = between("2026-11-09", "2026-11-15");
const NOW = new Date("2026-11-20T12:00:00Z");
const ages = (compare: Range, range = week, now = NOW) => {
  const { age, slices } = comparedSlices("handoffCsat", { range, compare, zone }, now);
  return [age, ...slices.map(({ asOf }) => asOf?.toISOString() ?? null)];
};

test("the week before is taken as it stood a week ago", () => {
  expect(ages(between("2026-11-02", "2026-11-08"))).toEqual(["equal", "2026-11-13T12:00:00.000Z"]);
});

test("each of four weeks is taken as it stood when it was as old", () => {
  expect(ages(between("2026-10-12", "2026-11-08"))).toEqual([
    "equal",
    "2026-10-23T12:00:00.000Z",
    "2026-10-30T12:00:00.000Z",
    "2026-11-06T12:00:00.000Z",
    "2026-11-13T12:00:00.000Z",
  ]);
});

test("days that do not fall into weeks, or come later, cannot be of equal age", () => {
  expect(ages(between("2026-10-12", "2026-10-20"))).toEqual(["unequal", null]);
  expect(ages(between("2026-11-16", "2026-11-22"))).toEqual(["unequal", null]);
});

test("periods that stand still are compared as they are; one that does not is of another age", () => {
  const old = between("2026-09-07", "2026-09-13");
  expect(ages(between("2026-08-31", "2026-09-06"), old)).toEqual(["final", null]);
  expect(ages(week, old)).toEqual(["unequal", null]);
});
