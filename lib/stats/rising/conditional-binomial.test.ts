import fc from "fast-check";
import { expect, test } from "vitest";
import { risenP } from "./conditional-binomial.ts";

test.each([
  [12, 1000, 20, 4000, 0.0113849],
  [5, 800, 0, 4000, 0.0000643],
  [40, 1000, 160, 4000, 0.49300515],
  [0, 1000, 8, 4000, 0.91611392],
  [300, 5000, 1080, 20_000, 0.0543594],
])(
  "Przyborowski & Wilenski 1940, Biometrika 31:313, by scipy.stats.binom: %i of %i after %i of %i",
  (now, n, before, m, p) => {
    expect(risenP({ part: now, whole: n }, { part: before, whole: m })).toBeCloseTo(p, 7);
  },
);

test("a topic nobody had says nothing, and a range without anything cannot be compared", () => {
  expect(risenP({ part: 0, whole: 10 }, { part: 0, whole: 10 })).toBe(1);
  expect(risenP({ part: 0, whole: 0 }, { part: 1, whole: 10 })).toBeNull();
  expect(risenP({ part: 1, whole: 10 }, { part: 0, whole: 0 })).toBeNull();
});

test("more now is never less surprising, and the two directions add to 1", () => {
  const size = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(size, size, fc.nat(300), fc.nat(300), (n, m, b, a) => {
      const [now, before] = [
        { part: b, whole: n },
        { part: a, whole: m },
      ];
      const p = risenP(now, before) ?? -1;
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(risenP({ ...now, part: b + 1 }, before)).toBeLessThanOrEqual(p + 1e-12);
      if (a + b > 0) expect(p + (risenP(before, now) ?? -1)).toBeCloseTo(1, 7);
    }),
  );
});
