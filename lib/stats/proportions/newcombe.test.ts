import fc from "fast-check";
import { expect, test } from "vitest";
import { newcombe } from "./newcombe.ts";

const close = (a: number, m: number, b: number, n: number, low: number, high: number) => {
  const found = newcombe({ part: a, whole: m }, { part: b, whole: n });
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
};

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])("Newcombe 1998, Stat Med 17:873, method 10: %i/%i − %i/%i", close);

test.each([[164, 200, 178, 200, -0.1393, -0.0007]])(
  "Newcombe 1998, method 10, as statsmodels confint_proportions_2indep computes it: %i/%i − %i/%i",
  close,
);

test("nothing counted on a side has no difference", () => {
  expect(newcombe({ part: 1, whole: 2 }, { part: 0, whole: 0 })).toBeNull();
});

const counts = fc.nat(400).chain((whole) => fc.record({ whole: fc.constant(whole + 1), part: fc.nat(whole + 1) }));

test("the interval holds the difference within −1 and 1, and swapping the two only flips its signs", () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const [found, swapped] = [newcombe(a, b), newcombe(b, a)];
      if (!found || !swapped) throw new Error("no interval");
      expect(found.low).toBeLessThanOrEqual(found.difference);
      expect(found.high).toBeGreaterThanOrEqual(found.difference);
      expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(found.high).toBeLessThanOrEqual(1 + 1e-12);
      expect(swapped.low).toBeCloseTo(-found.high, 12);
    }),
  );
});
