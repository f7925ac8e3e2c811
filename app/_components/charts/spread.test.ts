import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "./spread.ts";

test("labels that do not touch stay where they are", () => {
  expect(spread([10, 60, 120], { gap: 30, from: 0, to: 200 })).toEqual([10, 60, 120]);
});

test("labels that touch are moved apart in order", () => {
  expect(spread([50, 52, 54], { gap: 30, from: 0, to: 200 })).toEqual([50, 80, 110]);
});

test("labels at the lower edge are pushed up instead of out", () => {
  expect(spread([190, 195], { gap: 30, from: 0, to: 200 })).toEqual([170, 200]);
});

test("any labels that fit keep the gap, their order and the frame", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 6 }), (positions) => {
      const placed = spread(positions, { gap: 30, from: 0, to: 300 });
      const sorted = placed.toSorted((a, b) => a - b);
      for (const [i, at] of sorted.entries()) {
        expect(at).toBeGreaterThanOrEqual(-1e-9);
        expect(at).toBeLessThanOrEqual(300 + 1e-9);
        if (i > 0) expect(at - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(30 - 1e-9);
      }
    }),
  );
});
