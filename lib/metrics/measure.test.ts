import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Z95 } from "#lib/stats/proportions/wilson.ts";
import { change, ratio } from "./measure.ts";

const of = (part: number, n: number) => ratio({ part, n });

describe("how sure a change is", () => {
  test("its interval is clear of zero at 95 % exactly when that excludes zero", () => {
    const counts = fc
      .integer({ min: 10, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, counts, ([a, n], [b, m]) => {
        const found = change(of(a, n), of(b, m));
        if (!found || Math.abs(found.low) < 1e-9 || Math.abs(found.high) < 1e-9) return;
        expect(found.z > Z95).toBe(found.low > 0 || found.high < 0);
      }),
    );
  });

  test("of two incidences it is that of the normal law", () => {
    const incidence = (value: number, se: number) => ({ value, se, part: 0, n: 100, low: null, high: null });
    expect(change(incidence(0.6, 0.03), incidence(0.5, 0.04))?.z).toBeCloseTo(2, 6);
  });

  test("no change at all touches zero at once", () => {
    expect(change(of(20, 40), of(20, 40))?.z).toBeCloseTo(0, 6);
  });
});
