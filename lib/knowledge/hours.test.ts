import { expect, test } from "vitest";
import { preventsFrom } from "#lib/topics/board/hours-saved.ts";
import { aMonth, hoursOf, perWeek, pooled, type SavingFacts, savingOf } from "./hours.ts";

const facts: SavingFacts = {
  handoffs: 160,
  weeks: 4,
  report: { n: 150, coverage: 0.1 },
  handling: { n: 990, mean: 0.5, sd: 0.2 },
  usual: { n: 5000, mean: 0.5, sd: 0.2 },
  prevents: preventsFrom({ part: 0, whole: 0 }),
  kind: "gap",
};

test("40 a week, nine of ten uncovered, half an hour each, three of ten kept away: 5.4 hours a week", () => {
  const { saved, perWeek: handoffs, uncovered } = savingOf(facts);
  expect(saved?.value).toBeCloseTo(40 * 0.9 * 0.5 * 0.3, 9);
  expect(saved?.low).toBeLessThan(5.4);
  expect(saved?.high).toBeGreaterThan(5.4);
  expect(handoffs.value).toBe(40);
  expect(uncovered?.low).toBeCloseTo(0.8419, 3);
});

test("Garwood 1936: 40 in four weeks are 7.1 to 13.6 a week, none are none to 0.92", () => {
  expect(perWeek(40, 4).low).toBeCloseTo(28.577 / 4, 3);
  expect(perWeek(40, 4).high).toBeCloseTo(54.469 / 4, 3);
  expect(perWeek(0, 4)).toMatchObject({ value: 0, low: 0, high: expect.closeTo(3.6889 / 4, 3) });
});

test("of a product bug an article saves a tenth of what it concerns, of what a rule sends nothing is told", () => {
  expect(savingOf({ ...facts, kind: "product_bug" }).saved?.value).toBeCloseTo(40 * 0.9 * 0.5 * 0.1, 9);
  expect(savingOf({ ...facts, kind: "policy" })).toMatchObject({ saved: null, prevents: null });
});

test("what is not known yet is null, and not nothing", () => {
  expect(savingOf({ ...facts, report: null })).toMatchObject({ saved: null, uncovered: null });
  expect(savingOf({ ...facts, report: { n: 3, coverage: null } }).uncovered).toBeNull();
  expect(savingOf({ ...facts, handling: null, usual: null })).toMatchObject({ saved: null, hours: null });
});

test("a mean of few is drawn towards the usual one, and one of none is it", () => {
  const usual = { n: 200, mean: 0.4, sd: 0.1 };
  expect(hoursOf({ n: 10, mean: 1, sd: 0.1 }, usual)?.value).toBeCloseTo(0.7, 9);
  expect(hoursOf(null, usual)?.value).toBeCloseTo(0.4, 9);
  expect(hoursOf({ n: 4, mean: 1, sd: 0 }, { n: 9, mean: 1, sd: 0 })).toBeNull();
});

test("pooled means and spreads are those of all values together: 1, 3 and 8", () => {
  const all = pooled([
    { n: 2, mean: 2, sd: Math.SQRT2 },
    { n: 1, mean: 8, sd: 0 },
  ]);
  expect(all).toEqual({ n: 3, mean: 4, sd: expect.closeTo(Math.sqrt(13), 9) });
  expect(pooled([])).toBeNull();
  expect(aMonth({ value: 12, low: 6, high: 24 }).value).toBeCloseTo(52, 9);
});
