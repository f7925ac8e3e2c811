import fc from "fast-check";
import { expect, test } from "vitest";
import { neededN } from "./needed-n.ts";
import { Z95 } from "./wilson.ts";

test.each([
  [5, 85, 198],
  [10, 85, 51],
  [5, 50, 381],
  [10, 50, 93],
])("Wilson 1927, J Am Stat Assoc 22:209, solved for n: ± %i points at %i % takes %i", (points, percent, n) => {
  expect(neededN(percent / 100, points / 100)).toBe(n);
});

const half = (share: number, n: number) => {
  const part = Math.round(n * Math.min(share, 1 - share));
  return (Z95 / (n + Z95 ** 2)) * Math.sqrt((part * (n - part)) / n + Z95 ** 2 / 4);
};

test("from the n that it names on every interval is narrow enough, and the one before is not", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.02, max: 0.6, noNaN: true }),
      (share, wanted) => {
        const n = neededN(share, wanted);
        for (let more = n; more < 2 * n + 50; more++) expect(half(share, more)).toBeLessThanOrEqual(wanted);
        if (n > 1) expect(half(share, n - 1)).toBeGreaterThan(wanted);
      },
    ),
  );
});

test("a half-width of nothing is refused", () => {
  expect(() => neededN(0.5, 0)).toThrow("A half-width must be above 0, not 0");
});
