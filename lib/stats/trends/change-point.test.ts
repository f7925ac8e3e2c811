import fc from "fast-check";
import { expect, test } from "vitest";
import { changePoint } from "./change-point.ts";

test("Smith 1975, Biometrika 62:407, with uniform priors: nine weeks of a hundred changed after the fifth", () => {
  const found = changePoint([12, 15, 11, 13, 12, 22, 25, 21, 24].map((part) => ({ part, whole: 100 })));
  expect(found?.after).toBe(5);
  expect(found?.posterior).toBeCloseTo(0.886911, 6);
  expect(found?.posteriors[5]).toBeCloseTo(0.066184, 6);
  expect(found?.bayesFactor).toBeCloseTo(38.409205, 4);
});

test("two points are the fewest that can differ", () => {
  expect(changePoint([])).toBeNull();
  expect(
    changePoint([
      { part: 3, whole: 9 },
      { part: 0, whole: 0 },
    ]),
  ).toBeNull();
  expect(
    changePoint([
      { part: 3, whole: 9 },
      { part: 3, whole: 9 },
    ])?.bayesFactor,
  ).toBeLessThan(1);
});

test("a change that nothing but a change explains keeps a factor that is a number", () => {
  const found = changePoint([
    { part: 0, whole: 100_000 },
    { part: 100_000, whole: 100_000 },
  ]);
  expect(found?.posterior).toBe(1);
  expect(Number.isFinite(found?.bayesFactor)).toBe(true);
});

test("places add to 1, and points in reverse give the places in reverse", () => {
  const counts = fc.nat(300).chain((whole) => fc.record({ whole: fc.constant(whole), part: fc.nat(whole) }));
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 20 }), (points) => {
      const [found, reversed] = [changePoint(points), changePoint(points.toReversed())];
      if (!found || !reversed) return;
      expect(found.posteriors.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      expect(found.posteriors[found.after - 1]).toBe(found.posterior);
      for (const [i, value] of reversed.posteriors.toReversed().entries())
        expect(value).toBeCloseTo(found.posteriors[i] ?? -1, 6);
    }),
  );
});
