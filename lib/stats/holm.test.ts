import fc from "fast-check";
import { expect, test } from "vitest";
import { holm } from "./holm.ts";

test("Holm 1979, worked by hand: .01 .04 .03 .005 become .03 .06 .06 .02", () => {
  const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
  for (const [i, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[i]).toBeCloseTo(p, 12);
});

test("one that stands alone stays, none falls below its own, and their order holds", () => {
  expect(holm([0.2])).toEqual([0.2]);
  expect(holm([])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }), (ps) => {
      const adjusted = holm(ps);
      for (const [i, p] of ps.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * ps.length) + 1e-12 + Math.max(...ps) * ps.length);
        for (const [j, other] of ps.entries()) if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 1);
      }
    }),
  );
});
