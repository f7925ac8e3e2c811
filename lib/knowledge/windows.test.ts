import { expect, test } from "vitest";
import { compareRange } from "#lib/time/compare.ts";
import { type Range, rangeOfDates, rangeOfWeek } from "#lib/time/range.ts";
import { baselineOf, judgedIn, spanOf, windowsOf } from "./windows.ts";

const ZONE = "Europe/Berlin";
const known = (range: Range | null): Range => {
  if (!range) throw new Error("no range");
  return range;
};
const week = known(rangeOfWeek("2026-W46", ZONE));
const namesOf = (ranges: readonly Range[], places: readonly number[]) =>
  places.map((i) => ranges[i]?.week ?? `${ranges[i]?.firstDate} ${ranges[i]?.lastDate}`);

test("a week is held against the four before it, and all is made of twenty weeks read once", () => {
  const found = windowsOf({ range: week, compare: compareRange("before", week, ZONE), zone: ZONE });
  expect(found.ranges).toHaveLength(20);
  expect(namesOf(found.ranges, found.now)).toEqual(["2026-W46"]);
  expect(namesOf(found.ranges, found.baseline)).toEqual(["2026-W42", "2026-W43", "2026-W44", "2026-W45"]);
  expect(namesOf(found.ranges, found.compare)).toEqual(["2026-W45"]);
  expect(namesOf(found.ranges, found.long?.now ?? [])).toEqual(["2026-W43", "2026-W44", "2026-W45", "2026-W46"]);
  expect(found.long?.baseline).toHaveLength(16);
  expect(namesOf(found.ranges, found.wide.before)).toEqual(["2026-W39", "2026-W40", "2026-W41", "2026-W42"]);
  expect(namesOf(found.ranges, found.weeks)[0]).toBe("2026-W35");
  expect(spanOf(found.ranges, found.wide.now, ZONE)).toMatchObject({ firstDate: "2026-10-19", lastDate: "2026-11-15" });
});

test("what a week is compared with is read once more only where it is none of the weeks", () => {
  const weeks = windowsOf({ range: week, compare: compareRange("4w", week, ZONE), zone: ZONE });
  expect(weeks.compare).toEqual(weeks.baseline);
  const year = windowsOf({ range: week, compare: compareRange("year", week, ZONE), zone: ZONE });
  expect(year.ranges).toHaveLength(21);
  expect(namesOf(year.ranges, year.compare)).toEqual(["2025-W46"]);
});

test("days that make no weeks are read beside the weeks, and have no longer stretch", () => {
  const range = known(rangeOfDates("2026-11-03", "2026-11-05", ZONE));
  const found = windowsOf({ range, compare: compareRange("before", range, ZONE), zone: ZONE });
  expect(namesOf(found.ranges, found.now)).toEqual(["2026-11-03 2026-11-05"]);
  expect(namesOf(found.ranges, found.baseline)[3]).toBe("2026-10-31 2026-11-02");
  expect(found.long).toBeNull();
  expect(namesOf(found.ranges, found.wide.now)).toHaveLength(4);
  expect(baselineOf(range, ZONE)).toMatchObject({ firstDate: "2026-10-22", lastDate: "2026-11-02" });
});

test("a month is long enough by itself: it stands on the quadrant beside the month of days before", () => {
  const range = known(rangeOfDates("2026-10-01", "2026-10-31", ZONE));
  const found = windowsOf({ range, compare: compareRange("before", range, ZONE), zone: ZONE });
  expect(namesOf(found.ranges, found.wide.now)).toEqual(["2026-10-01 2026-10-31"]);
  expect(namesOf(found.ranges, found.wide.before)).toEqual(["2026-08-31 2026-09-30"]);
});

test("what people solved is judged in the newest four weeks in which nothing can change any more", () => {
  const found = windowsOf({ range: week, compare: compareRange("before", week, ZONE), zone: ZONE });
  const judged = (lastFinal: string) => judgedIn(found, ({ lastDate }) => lastDate <= lastFinal, ZONE);
  expect(judged("2026-11-15")).toMatchObject({ firstDate: "2026-10-19", lastDate: "2026-11-15" });
  expect(judged("2026-11-14")).toMatchObject({ firstDate: "2026-10-12", lastDate: "2026-11-08" });
  expect(judged("2026-07-05")).toMatchObject({ firstDate: "2026-06-29", lastDate: "2026-07-05" });
  expect(judged("2026-01-01")).toBeNull();
});
