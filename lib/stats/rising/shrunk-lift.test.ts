import fc from "fast-check";
import { expect, test } from "vitest";
import { shrunkLift } from "./shrunk-lift.ts";

test.each([
  [30, 15, 1.882353, 1.370438],
  [8, 1, 3.333333, 1.8084686],
  [3, 0.5, 2, 0.78806],
  [300, 270, 1.110294, 1.007335],
])("DuMouchel 1999, Am Stat 53:177, with a Gamma(2, 2) prior: %i seen, %f expected", (seen, expected, value, low) => {
  const found = shrunkLift(seen, expected);
  expect(found.value).toBeCloseTo(value, 6);
  expect(found.low).toBeCloseTo(low, 6);
});

test("it lies between the plain lift and 1, and above its lower limit", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.double({ min: 0.01, max: 2000, noNaN: true }), (seen, expected) => {
      const { value, low } = shrunkLift(seen, expected);
      expect(value).toBeGreaterThanOrEqual(Math.min(1, seen / expected) - 1e-12);
      expect(value).toBeLessThanOrEqual(Math.max(1, seen / expected) + 1e-12);
      expect(low).toBeLessThan(value);
      expect(low).toBeGreaterThan(0);
    }),
  );
});
