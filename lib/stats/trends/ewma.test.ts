import fc from "fast-check";
import { expect, test } from "vitest";
import { ewma } from "./ewma.ts";
import { pPrimeLimits } from "./p-chart.ts";

const N = [1000, 1200, 900, 1100, 1050, 980, 1150, 1000];
const PART = [120, 150, 99, 143, 121, 128, 161, 180];
const WEEKS = N.map((whole, i) => ({ whole, part: PART[i] ?? 0 }));

test("Lucas & Saccucci 1990, Technometrics 32:1, with λ 0.2 and L 2.7: the eighth week is beyond the limit, the seventh is not", () => {
  const frozen = pPrimeLimits(WEEKS, WEEKS.slice(0, 7));
  if (!frozen) throw new Error("no limits");
  const found = ewma(WEEKS, { centre: frozen.centre, sigmaZ: 1 });
  expect(found[6]?.value).toBeCloseTo(0.126655, 6);
  expect(found[6]?.high).toBeCloseTo(0.133852, 6);
  expect(found[7]?.value).toBeCloseTo(0.137324, 6);
  expect(found[7]?.high).toBeCloseTo(0.134032, 6);
  expect(found.map((point) => point?.isOutside)).toEqual([false, false, false, false, false, false, false, true]);
});

test("limits are as much wider as the p′ chart's, beyond which the eighth week still lies", () => {
  const frozen = pPrimeLimits(WEEKS, WEEKS.slice(0, 7));
  if (!frozen) throw new Error("no limits");
  const [plain, widened] = [{ ...frozen, sigmaZ: 1 }, frozen].map((chart) => ewma(WEEKS, chart)[7]);
  if (!plain || !widened) throw new Error("no limits");
  expect((widened.high - frozen.centre) / (plain.high - frozen.centre)).toBeCloseTo(1.131468, 6);
  expect(widened.isOutside).toBe(true);
});

test("a week without episodes is a gap over which the mean is carried", () => {
  const chart = { centre: 0.2, sigmaZ: 1 };
  const [first, gap, second] = ewma(
    [
      { whole: 100, part: 30 },
      { whole: 0, part: 0 },
      { whole: 100, part: 30 },
    ],
    chart,
  );
  expect(gap).toBeNull();
  expect(first?.value).toBeCloseTo(0.22, 12);
  expect(second?.value).toBeCloseTo(0.236, 12);
});

test("the mean stays between the centre and the shares, and its limits never narrow when weeks are of one size", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 30 }), (parts) => {
      const found = ewma(
        parts.map((part) => ({ part, whole: 200 })),
        { centre: 0.3, sigmaZ: 1 },
      );
      let before = 0;
      for (const point of found) {
        if (!point) throw new Error("a gap");
        expect(point.value).toBeGreaterThanOrEqual(Math.min(0.3, ...parts.map((part) => part / 200)) - 1e-12);
        expect(point.value).toBeLessThanOrEqual(Math.max(0.3, ...parts.map((part) => part / 200)) + 1e-12);
        expect(point.high - point.low).toBeGreaterThanOrEqual(before);
        before = point.high - point.low;
      }
    }),
  );
});
