import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { change, ratio, readTogether } from "./measure.ts";

const of = (part: number, n: number) => ratio({ part, n });

describe("how sure a change is", () => {
  test("p is below .05 exactly when the 95 % interval excludes zero", () => {
    const counts = fc
      .integer({ min: 10, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, counts, ([a, n], [b, m]) => {
        const found = change(of(a, n), of(b, m));
        if (!found || Math.abs(found.low) < 1e-9 || Math.abs(found.high) < 1e-9) return;
        expect(found.p < 0.05).toBe(found.low > 0 || found.high < 0);
      }),
    );
  });

  test("of two incidences it is that of the normal law", () => {
    const incidence = (value: number, se: number) => ({ value, se, part: 0, n: 100, low: null, high: null });
    expect(change(incidence(0.6, 0.03), incidence(0.5, 0.04))?.p).toBeCloseTo(0.0455, 4);
  });

  test("no change at all has the chance of 1", () => {
    expect(change(of(20, 40), of(20, 40))?.p).toBeCloseTo(1, 6);
  });
});

describe("numbers that are read together", () => {
  // Alone it would be real, at a chance of about three in a hundred.
  const weak = change(of(130, 200), of(108, 200));
  const strong = change(of(190, 200), of(100, 200));
  const none = change(of(100, 200), of(101, 200));

  test("one that is barely real alone is not among five, one that is strong is", () => {
    expect([weak?.isReal, strong?.isReal]).toEqual([true, true]);
    const together = readTogether([weak, none, none, null, none, strong]);
    expect(together.map((one) => one?.isReal ?? null)).toEqual([false, false, false, null, false, true]);
    expect(readTogether([weak]).map((one) => one?.isReal)).toEqual([true]);
  });
});
