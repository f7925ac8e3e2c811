import { describe, expect, test } from "vitest";
import { compareRange, inStretches } from "./compare.ts";
import { type Range, rangeOfDates } from "./range.ts";

const ZONE = "Europe/Berlin";
const between = (first: string, last: string): Range => {
  const range = rangeOfDates(first, last, ZONE);
  if (!range) throw new Error(first);
  return range;
};
const dates = ({ firstDate, lastDate }: Range) => [firstDate, lastDate];

describe("a year before", () => {
  test.each([
    ["a week is the week of its number", ["2026-11-09", "2026-11-15"], ["2025-11-10", "2025-11-16"]],
    ["also after a year of 53 weeks", ["2021-11-15", "2021-11-21"], ["2020-11-09", "2020-11-15"]],
    ["a week 53 is the last week", ["2026-12-28", "2027-01-03"], ["2025-12-22", "2025-12-28"]],
    ["four weeks are four weeks", ["2026-10-19", "2026-11-15"], ["2025-10-20", "2025-11-16"]],
    ["a month is a month, whatever its length", ["2025-02-01", "2025-02-28"], ["2024-02-01", "2024-02-29"]],
    ["29 February is 28 February", ["2024-02-29", "2024-02-29"], ["2023-02-28", "2023-02-28"]],
  ] as const)("%s", (_, range, before) => {
    expect(dates(compareRange("year", between(range[0], range[1]), ZONE))).toEqual(before);
  });
});

test("four weeks fall into four weeks, also when the clocks change", () => {
  const week = between("2026-11-02", "2026-11-08");
  const stretches = inStretches(between("2026-10-05", "2026-11-01"), week, ZONE);
  expect(stretches?.map(({ week: name }) => name)).toEqual(["2026-W41", "2026-W42", "2026-W43", "2026-W44"]);
  expect(inStretches(between("2026-10-05", "2026-10-14"), week, ZONE)).toBeNull();
});
