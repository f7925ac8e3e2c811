import fc from "fast-check";
import { expect, test } from "vitest";
import { fisher } from "./fisher.ts";

test("Fisher 1935, The Design of Experiments, II: the lady tasting tea, three of four", () => {
  const found = fisher({ part: 3, whole: 4 }, { part: 1, whole: 4 });
  expect(found?.twoSided).toBeCloseTo(0.485714, 6);
  expect(found?.greater).toBeCloseTo(0.242857, 6);
});

test.each([
  [30, 1000, 15, 1000, 0.033656, 0.016828, 0.012148],
  [8, 2000, 1, 2000, 0.038852, 0.019426, 0.010681],
])(
  "Fisher 1935, as scipy.stats.fisher_exact computes it: %i/%i against %i/%i",
  (a, m, b, n, twoSided, greater, midP) => {
    const found = fisher({ part: a, whole: m }, { part: b, whole: n });
    expect(found?.twoSided).toBeCloseTo(twoSided, 6);
    expect(found?.greater).toBeCloseTo(greater, 6);
    expect(found?.midP).toBeCloseTo(midP, 6);
  },
);

test("nothing counted on a side is no test, nobody hit is no difference", () => {
  expect(fisher({ part: 0, whole: 0 }, { part: 1, whole: 4 })).toBeNull();
  expect(fisher({ part: 0, whole: 5 }, { part: 0, whole: 9 })).toEqual({
    greater: expect.closeTo(1, 9),
    midP: expect.closeTo(0.5, 9),
    twoSided: expect.closeTo(1, 9),
  });
});

const counts = fc.nat(300).chain((whole) => fc.record({ whole: fc.constant(whole + 1), part: fc.nat(whole + 1) }));

test("p is a probability, mid-p is smaller, two-sided does not care which comes first, and the mid-ps add to 1", () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const [found, swapped] = [fisher(a, b), fisher(b, a)];
      if (!found || !swapped) throw new Error("no test");
      for (const p of Object.values(found)) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
      expect(found.midP).toBeLessThanOrEqual(found.greater);
      expect(swapped.twoSided).toBeCloseTo(found.twoSided, 7);
      expect(found.midP + swapped.midP).toBeCloseTo(1, 7);
    }),
  );
});
