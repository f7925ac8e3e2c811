import fc from "fast-check";
import { expect, test } from "vitest";
import { meanScore } from "./mean.ts";

const distribution = (...counts: [number, number, number, number, number]) =>
  counts.map((count, i) => ({ score: 5 - i, count }));

test.each([
  ["fifty fives and five ones", distribution(50, 30, 10, 5, 5), 4.15, 1.114, 3.929056, 4.370944],
  ["seventy fives and twenty ones", distribution(70, 10, 0, 0, 20), 4.1, 1.586, 3.785318, 4.414682],
])("Student 1908, Biometrika 6:1, as scipy.stats.t.interval computes it: %s", (_, scores, mean, sd, low, high) => {
  const found = meanScore(scores);
  expect(found?.mean).toBeCloseTo(mean, 12);
  expect(found?.sd).toBeCloseTo(sd, 3);
  expect(found?.low).toBeCloseTo(low, 6);
  expect(found?.high).toBeCloseTo(high, 6);
  expect(found?.n).toBe(100);
});

test("no score has no mean, one score no interval", () => {
  expect(meanScore([{ score: 3, count: 0 }])).toBeNull();
  expect(meanScore([{ score: 4, count: 1 }])).toEqual({ mean: 4, sd: null, low: null, high: null, n: 1 });
  expect(meanScore([{ score: 5, count: 30 }])).toMatchObject({ mean: 5, sd: 0, low: 5, high: 5 });
});

test("the mean lies on the scale and in its interval, which mirrors with the scale", () => {
  const counts = fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90), fc.nat(90), fc.nat(90));
  fc.assert(
    fc.property(counts, (five) => {
      const scores = distribution(...five);
      const found = meanScore(scores);
      if (!found || found.low === null || found.high === null) return;
      expect(found.mean).toBeGreaterThanOrEqual(1);
      expect(found.mean).toBeLessThanOrEqual(5);
      expect((found.low + found.high) / 2).toBeCloseTo(found.mean, 9);
      const mirrored = meanScore(scores.map(({ score, count }) => ({ score: 6 - score, count })));
      expect(mirrored?.low).toBeCloseTo(6 - found.high, 9);
    }),
  );
});
