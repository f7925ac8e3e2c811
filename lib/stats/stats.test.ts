import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aalenJohansen, type Cause, type Ended } from "./aalen-johansen.ts";
import { kaplanMeier, quantileOf } from "./kaplan-meier.ts";
import { newcombe } from "./newcombe.ts";
import { pPrimeLimits } from "./p-chart.ts";
import { wilson } from "./wilson.ts";

test.each([
  [81, 263, 0.255289, 0.36621],
  [15, 148, 0.062386, 0.160487],
  [0, 20, 0, 0.161125],
  [1, 29, 0.006113, 0.171755],
  [170, 200, 0.793944, 0.892864],
  [850, 1000, 0.826531, 0.87079],
  [8, 10, 0.490162, 0.943318],
  [17, 20, 0.639581, 0.947631],
  [20, 20, 0.838875, 1],
  [0, 1, 0, 0.793451],
  [1, 1, 0.206549, 1],
  [3, 4, 0.300642, 0.954413],
])("the Wilson interval of %i of %i", (part, whole, low, high) => {
  const found = wilson(part, whole);
  expect(found?.low).toBeCloseTo(low, 6);
  expect(found?.high).toBeCloseTo(high, 6);
});

test("nothing counted has no interval", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(newcombe({ part: 1, whole: 2 }, { part: 0, whole: 0 })).toBeNull();
});

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
  [164, 200, 178, 200, -0.1393, -0.0007],
])("the Newcombe interval of %i/%i − %i/%i", (a, m, b, n, low, high) => {
  const found = newcombe({ part: a, whole: m }, { part: b, whole: n });
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

const CAUSES: Record<string, Cause | null> = { H: "answered", A: "left", C: null };
const HANDOFFS: Ended[] = "1H 2H 2A 3H 4A 5H 6H 7C 8H 10A 12H 15C 18H 20C"
  .split(" ")
  .map((word) => ({ t: Number.parseInt(word, 10), cause: CAUSES[word.at(-1) ?? ""] ?? null }));

describe("fourteen handoffs with people who left and people still waiting", () => {
  test.each([
    [1, 13 / 14, 1 / 14, 0, 13 / 14],
    [2, 11 / 14, 1 / 7, 1 / 14, 6 / 7],
    [3, 5 / 7, 3 / 14, 1 / 14, 60 / 77],
    [4, 9 / 14, 3 / 14, 1 / 7, 60 / 77],
    [5, 4 / 7, 2 / 7, 1 / 7, 160 / 231],
    [6, 1 / 2, 5 / 14, 1 / 7, 20 / 33],
    [8, 5 / 12, 37 / 84, 1 / 7, 50 / 99],
    [10, 1 / 3, 37 / 84, 19 / 84, 50 / 99],
    [12, 1 / 4, 11 / 21, 19 / 84, 25 / 66],
    [18, 1 / 8, 109 / 168, 19 / 84, 25 / 132],
  ])("after %i minutes", (minute, waiting, answered, left, offered) => {
    const incidence = aalenJohansen(HANDOFFS).find(({ t }) => t === minute);
    expect(incidence?.waiting).toBeCloseTo(waiting, 12);
    expect(incidence?.answered).toBeCloseTo(answered, 12);
    expect(incidence?.left).toBeCloseTo(left, 12);
    const curve = kaplanMeier(HANDOFFS.map(({ t, cause }) => ({ t, event: cause === "answered" })));
    expect(curve.findLast(({ t }) => t <= minute)?.survival).toBeCloseTo(offered, 12);
  });

  test("the median is 12 with (3, not reached), the ninetieth percentile is not reached", () => {
    const curve = kaplanMeier(HANDOFFS.map(({ t, cause }) => ({ t, event: cause === "answered" })));
    expect(quantileOf(curve, 0.5)).toEqual({ value: 12, low: 3, high: null });
    expect(quantileOf(curve, 0.9).value).toBeNull();
  });
});

test("what became of the waits always adds to 1, and no share ever falls", () => {
  const wait = fc.record({
    t: fc.integer({ min: 0, max: 50 }),
    cause: fc.constantFrom("answered", "left", "other", null),
  });
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1, maxLength: 80 }), (rows) => {
      let before = { answered: 0, left: 0, other: 0 };
      for (const step of aalenJohansen(rows as Ended[])) {
        expect(step.waiting + step.answered + step.left + step.other).toBeCloseTo(1, 10);
        for (const cause of ["answered", "left", "other"] as const)
          expect(step[cause]).toBeGreaterThanOrEqual(before[cause]);
        before = step;
      }
    }),
  );
});

test("no wait, or none that ended, leaves the curve at 1 and every quantile unknown", () => {
  expect(kaplanMeier([])).toEqual([]);
  expect(quantileOf(kaplanMeier([{ t: 4, event: false }]), 0.5)).toEqual({ value: null, low: null, high: null });
  expect(quantileOf(kaplanMeier([{ t: 4, event: true }]), 0.5).value).toBe(4);
});

describe("p′ limits of eight weeks", () => {
  const n = [1000, 1200, 900, 1100, 1050, 980, 1150, 1000];
  const part = [120, 150, 99, 143, 121, 128, 161, 180];
  const weeks = n.map((size, i) => ({ whole: size, part: part[i] ?? 0 }));

  test("on all weeks, and frozen on the first seven", () => {
    expect(pPrimeLimits(weeks)?.centre).toBeCloseTo(0.131504, 6);
    expect(pPrimeLimits(weeks)?.sigmaZ).toBeCloseTo(1.383343, 6);
    expect(pPrimeLimits(weeks, weeks.slice(0, 7))?.centre).toBeCloseTo(0.124932, 6);
    expect(pPrimeLimits(weeks, weeks.slice(0, 7))?.sigmaZ).toBeCloseTo(1.131468, 6);
    expect(pPrimeLimits(weeks)?.points[7]?.high).toBeCloseTo(0.175855, 6);
    expect(pPrimeLimits(weeks)?.points[7]?.isOutside).toBe(true);
    expect(pPrimeLimits(weeks, weeks.slice(0, 7))?.points[7]?.high).toBeCloseTo(0.160424, 6);
  });

  test("a week without episodes has no limits, and one week is no baseline", () => {
    expect(pPrimeLimits([{ whole: 0, part: 0 }], weeks)?.points).toEqual([null]);
    expect(pPrimeLimits(weeks.slice(0, 1))).toBeNull();
  });
});
