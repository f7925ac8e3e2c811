import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustedForMany } from "./benjamini-hochberg.ts";

const PS = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const ADJUSTED = [
  0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231,
  0.813214, 1,
];

test("Benjamini & Hochberg 1995, J R Stat Soc B 57:289: fifteen tests, of which four stand at 0.05 and Bonferroni keeps three", () => {
  const found = adjustedForMany(PS);
  for (const [i, value] of found.entries()) expect(value).toBeCloseTo(ADJUSTED[i] ?? -1, 6);
  expect(found.filter((value) => value <= 0.05)).toHaveLength(4);
  expect(PS.filter((p) => p * PS.length <= 0.05)).toHaveLength(3);
  expect(found[5]).toBe(found[6]);
});

test("the step up is monotone, in whatever order, never below p, never above 1", () => {
  expect(adjustedForMany([])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (ps) => {
      const found = adjustedForMany(ps);
      for (const [i, p] of ps.entries()) {
        expect(found[i]).toBeGreaterThanOrEqual(p);
        expect(found[i]).toBeLessThanOrEqual(1);
        for (const [j, other] of ps.entries()) if (p < other) expect(found[i]).toBeLessThanOrEqual(found[j] ?? -1);
      }
      expect(adjustedForMany(ps.toReversed())).toEqual(found.toReversed());
    }),
  );
});
