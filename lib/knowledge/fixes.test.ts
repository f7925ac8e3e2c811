import { expect, test } from "vitest";
import type { TopicCounts } from "./counts.ts";
import { fixOf, keptAway, weeksOfFixes } from "./fixes.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const FIX = { topic: "refunds", publishedOn: "2026-10-07" };
const weeks = weeksOfFixes([FIX.publishedOn, "2026-10-20"], { now: NOW, zone: "UTC" });

/** Escalated of 100 a week, another number from the week after the publishing on. */
const series = (before: number, after: number) =>
  weeks.map(({ firstDate }) => ({ part: firstDate > FIX.publishedOn ? after : before, whole: 100 }));

const counts: TopicCounts = new Map([
  ["refunds", series(45, 25)],
  ["login", series(30, 29)],
  ["delivery", series(40, 39)],
  ["billing", series(35, 34)],
  ["e_reader", series(30, 70)],
  ["vat", series(50, 20)],
  ["none", series(10, 60)],
]);
const published = [FIX, { topic: "vat", publishedOn: "2026-10-20" }];
const fix = fixOf(FIX, { counts, weeks, published, now: NOW });

test("eight whole weeks before, and those after that are final; the week of the publishing is in neither", () => {
  expect(weeks.map(({ week }) => week).at(0)).toBe("2026-W33");
  expect(weeks.map(({ week }) => week).at(-1)).toBe("2026-W46");
  expect(fix.counts.before).toEqual({ part: 360, whole: 800 });
  expect(fix.counts.after).toEqual({ part: 125, whole: 500 });
  expect(fix.matureWeeks).toBe(5);
});

test("its controls had no fix in these weeks and nothing of their own; the effect is what they do not share", () => {
  expect(fix.controls).toEqual(["delivery", "billing", "login"]);
  expect(fix.disturbed).toEqual(["e_reader"]);
  expect(fix.effect?.difference).toBeCloseTo(-0.2 + 0.01, 9);
  expect(fix.effect?.verdict).toBe("worked");
  expect(fix.perWeek).toBeCloseTo(19, 9);
  expect(fix.series.controls[0]).toEqual({ part: 105, whole: 300 });
});

test("what it kept away of what was expected without it feeds the next estimate; what is too early does not", () => {
  const kept = keptAway([fix]);
  expect(kept.part).toBeCloseTo(95, 9);
  expect(kept.whole).toBeCloseTo(220, 9);
  const early = fixOf({ topic: "refunds", publishedOn: "2026-11-09" }, { counts, weeks, published, now: NOW });
  expect(early.matureWeeks).toBe(1);
  expect(early.effect?.verdict).toBe("too_early");
  expect(keptAway([early])).toEqual({ part: 0, whole: 0 });
});

test("published yesterday there is nothing to tell yet, and without any there are no weeks to read", () => {
  const today = fixOf({ topic: "refunds", publishedOn: "2026-11-19" }, { counts, weeks, published, now: NOW });
  expect(today).toMatchObject({ effect: null, matureWeeks: 0, perWeek: null });
  expect(weeksOfFixes([], { now: NOW, zone: "UTC" })).toEqual([]);
  expect(weeksOfFixes(["2020-01-01"], { now: NOW, zone: "UTC" })).toHaveLength(34);
});
