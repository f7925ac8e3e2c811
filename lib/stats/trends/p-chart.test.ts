import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pPrimeLimits, primeDeviations } from "./p-chart.ts";

const N = [1000, 1200, 900, 1100, 1050, 980, 1150, 1000];
const PART = [120, 150, 99, 143, 121, 128, 161, 180];
const WEEKS = N.map((whole, i) => ({ whole, part: PART[i] ?? 0 }));

describe("Laney 2002, Quality Engineering 14:531: eight weeks", () => {
  test("with limits from all of them, the last is outside the p and the p′ limits", () => {
    const chart = pPrimeLimits(WEEKS);
    const last = chart?.points[7];
    if (!chart || !last) throw new Error("no limits");
    expect(chart.centre).toBeCloseTo(0.131504, 6);
    expect(chart.sigmaZ).toBeCloseTo(1.383343, 6);
    expect(last.high).toBeCloseTo(0.175855, 6);
    expect(chart.centre + (last.high - chart.centre) / chart.sigmaZ).toBeCloseTo(0.163564, 6);
    expect(last.isOutside).toBe(true);
    expect(chart.points.filter((point) => point?.isOutside)).toHaveLength(1);
  });

  test("frozen on the first seven, the last lies 5.27 standard deviations up", () => {
    const chart = pPrimeLimits(WEEKS, WEEKS.slice(0, 7));
    const last = chart?.points[7];
    if (!chart || !last) throw new Error("no limits");
    expect(chart.centre).toBeCloseTo(0.124932, 6);
    expect(chart.sigmaZ).toBeCloseTo(1.131468, 6);
    expect(last.high).toBeCloseTo(0.160424, 6);
    const sigma = (last.high - chart.centre) / chart.sigmaZ / 3;
    expect((0.18 - chart.centre) / sigma).toBeCloseTo(5.266708, 6);
    expect(chart.centre + 3 * sigma).toBeCloseTo(0.1563, 6);
    expect(primeDeviations(chart, { part: 180, whole: 1000 })).toBeCloseTo(5.266708 / 1.131468, 5);
    expect(primeDeviations(chart, { part: 0, whole: 0 })).toBeNull();
    expect(last.isOutside).toBe(true);
  });
});

test("a week without episodes has no limits, and one week is no baseline", () => {
  expect(pPrimeLimits([{ whole: 0, part: 0 }], WEEKS)?.points).toEqual([null]);
  expect(pPrimeLimits(WEEKS.slice(0, 1))).toBeNull();
  expect(pPrimeLimits(WEEKS.map(({ whole }) => ({ whole, part: 0 })))).toBeNull();
});

test("limits hold the centre within 0 and 1, are never narrower than sampling makes them, and widen with fewer episodes", () => {
  const counts = fc.nat(500).chain((whole) => fc.record({ whole: fc.constant(whole), part: fc.nat(whole) }));
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 15 }), (weeks) => {
      const chart = pPrimeLimits(weeks);
      if (!chart) return;
      expect(chart.sigmaZ).toBeGreaterThanOrEqual(1);
      for (const point of chart.points) {
        if (!point) continue;
        expect(point.low).toBeGreaterThanOrEqual(0);
        expect(point.low).toBeLessThanOrEqual(chart.centre);
        expect(point.high).toBeGreaterThanOrEqual(chart.centre);
        expect(point.high).toBeLessThanOrEqual(1);
      }
      const [few, many] =
        pPrimeLimits(
          [
            { whole: 10, part: 5 },
            { whole: 1000, part: 500 },
          ],
          weeks,
        )?.points ?? [];
      expect(few?.high).toBeGreaterThanOrEqual(many?.high ?? 1);
    }),
  );
});
