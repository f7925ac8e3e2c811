import { expect, test } from "vitest";
import { NONE } from "#lib/filters.ts";
import { compareRange } from "#lib/time/compare.ts";
import { rangeOfWeek } from "#lib/time/range.ts";
import type { TopicCounts } from "./counts.ts";
import { risingOf } from "./rising.ts";
import { windowsOf } from "./windows.ts";

const week = rangeOfWeek("2026-W46", "UTC");
if (!week) throw new Error("no week");
const windows = windowsOf({ range: week, compare: compareRange("before", week, "UTC"), zone: "UTC" });

/** Twenty weeks of `whole` episodes of which `usual` are handed over, and the newest as given. */
const steady = (usual: number, whole: number, newest: number[]) =>
  Array.from({ length: 20 }, (_, i) => ({ part: newest[i - 20 + newest.length] ?? usual, whole }));

const counts: TopicCounts = new Map([
  ["refunds", steady(30, 100, [60])],
  ["login", steady(100, 400, [])],
  ["audiobooks", steady(0, 10, [0, 5, 6, 7])],
  ["vat", steady(1, 10, [2])],
  [NONE, steady(5, 80, [70])],
]);

test("a topic of the week is held against four weeks, a small one with four weeks against sixteen", () => {
  const found = new Map(risingOf(counts, windows).map((one) => [one.topic, one]));
  expect(found.get("refunds")).toMatchObject({ now: 60, before: 120, expected: 30, lift: 2, isLong: false });
  expect(found.get("refunds")?.escalated).toEqual({ now: { part: 60, whole: 100 }, before: { part: 120, whole: 400 } });
  expect(found.get("audiobooks")).toMatchObject({ now: 18, before: 0, expected: 0, lift: null, isLong: true });
  expect(found.get("vat")).toMatchObject({ now: 5, before: 16, expected: 4, isLong: true });
});

test("sure is what stands among all, in the week it begins to, and what nobody sorted is not tested", () => {
  const found = risingOf(counts, windows);
  expect(found.map(({ topic, sureness }) => [topic, sureness])).toEqual([
    ["audiobooks", "sure"],
    ["refunds", "sure"],
    ["vat", "chance"],
    ["login", "chance"],
  ]);
});

test("likely is what would be sure of one topic, and is not among many", () => {
  const many = new Map(Array.from({ length: 60 }, (_, i) => [`t${i}`, steady(20, 100, i === 0 ? [31] : [])]));
  const [first, second] = risingOf(many, windows);
  expect(first).toMatchObject({ topic: "t0", sureness: "likely" });
  expect(first?.p).toBeLessThan(0.05);
  expect(first?.adjusted).toBeGreaterThan(0.1);
  expect(second?.sureness).toBe("chance");
});

test("without anything before nothing rises", () => {
  expect(risingOf(new Map([["refunds", [{ part: 3, whole: 9 }]]]), windows)).toEqual([]);
  expect(risingOf(new Map(), windows)).toEqual([]);
});
