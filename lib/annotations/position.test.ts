import { expect, test } from "vitest";
import { rangeOfWeek, weeksUpTo } from "#lib/time/range.ts";
import { instantOf, positionIn } from "./position.ts";

const ZONE = "Asia/Kathmandu";
const newest = rangeOfWeek("2026-W46", ZONE);
if (!newest) throw new Error("no week");
const weeks = weeksUpTo(newest, 3, ZONE);
const on = (date: string) => {
  const at = instantOf({ date, at: null }, ZONE);
  return at && positionIn(weeks, at);
};

test("a Monday stands between its week and the one before, a Thursday three days on", () => {
  expect(on("2026-11-09")).toBe(1.5);
  expect(on("2026-11-02")).toBe(0.5);
  expect(on("2026-11-12")).toBeCloseTo(1.5 + 3 / 7);
});

test("what lies outside of the weeks, or is no date, has no place", () => {
  expect(on("2026-10-25")).toBeNull();
  expect(on("2026-11-16")).toBeNull();
  expect(on("2026-02-30")).toBeNull();
});

test("an instant that is known stands where it was", () => {
  const at = new Date("2026-11-11T18:15:00Z");
  expect(instantOf({ date: null, at }, ZONE)).toBe(at);
  expect(positionIn(weeks, at)).toBeCloseTo(1.5 + 3 / 7);
});
