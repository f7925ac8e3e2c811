import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, quantileInterval, quantileRanks } from "./quantile.ts";

test.each([
  [20, 0.5, 6, 15, 0.958611],
  [100, 0.5, 40, 61, 0.9648],
  [100, 0.9, 84, 96, 0.95569],
  [30, 0.9, 23, null, 0.992216],
  [200, 0.95, 184, 197, 0.967152],
])(
  "Thompson 1936, Ann Math Stat 7:122, by scipy.stats.binom: of %i values, the %f quantile",
  (n, p, low, high, coverage) => {
    const found = quantileRanks(n, p);
    expect(found).toMatchObject({ low, high });
    expect(found.coverage).toBeCloseTo(coverage, 6);
  },
);

test("five values bound their median on no side, six on both", () => {
  expect(quantileRanks(5, 0.5)).toEqual({ low: null, high: null, coverage: 1 });
  expect(quantileRanks(6, 0.5)).toMatchObject({ low: 1, high: 6 });
  expect(quantileRanks(0, 0.5)).toEqual({ low: null, high: null, coverage: 1 });
});

test("Hyndman & Fan 1996, Am Stat 50:361, type 7: the median of eight answered waits is 5.5", () => {
  expect(quantile([1, 2, 3, 5, 6, 8, 12, 18], 0.5)).toBe(5.5);
  expect(quantile([4, 1, 3, 2], 0.9)).toBeCloseTo(3.7, 12);
  expect(quantile([7], 0.9)).toBe(7);
  expect(quantile([], 0.5)).toBeNull();
});

test("each side misses at most 2.5 %, and moving in by one rank would miss more", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (n, p) => {
      const { low, high, coverage } = quantileRanks(n, p);
      expect(coverage).toBeGreaterThanOrEqual(0.95 - 1e-9);
      const mirrored = quantileRanks(n, 1 - p);
      expect(mirrored.low).toBe(high === null ? null : n + 1 - high);
      if (low !== null && high !== null) expect(low).toBeLessThan(high);
    }),
  );
});

test("the quantile lies in its interval, between the smallest and the largest value", () => {
  const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (all, p) => {
      const { value, low, high } = quantileInterval(all, p);
      if (value === null) throw new Error("no value");
      expect(value).toBeGreaterThanOrEqual(Math.min(...all));
      expect(value).toBeLessThanOrEqual(Math.max(...all));
      if (low !== null) expect(low).toBeLessThanOrEqual(value);
      if (high !== null) expect(high).toBeGreaterThanOrEqual(value);
    }),
  );
});
