import fc from "fast-check";
import { expect, test } from "vitest";
import { spread } from "./spread.ts";

const tall = (at: number) => ({ at, size: 30 });

test("labels that do not touch stay where they are", () => {
  expect(spread([tall(20), tall(60), tall(120)], { from: 0, to: 200 })).toEqual([20, 60, 120]);
});

test("labels that touch are moved apart in order, a small one by less", () => {
  expect(spread([tall(50), tall(52), tall(54)], { from: 0, to: 200 })).toEqual([50, 80, 110]);
  expect(spread([tall(50), { at: 52, size: 10 }, tall(54)], { from: 0, to: 200 })).toEqual([50, 70, 90]);
});

test("labels at the lower edge are pushed up instead of out", () => {
  expect(spread([tall(190), tall(195)], { from: 0, to: 200 })).toEqual([155, 185]);
});

test("any labels that fit keep apart, in their order and within the frame", () => {
  const label = fc.record({
    at: fc.double({ min: 0, max: 300, noNaN: true }),
    size: fc.double({ min: 5, max: 40, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
      const placed = spread(labels, { from: 0, to: 300 });
      const sorted = labels.map(({ size }, i) => ({ size, at: placed[i] ?? 0 })).sort((a, b) => a.at - b.at);
      for (const [i, { at, size }] of sorted.entries()) {
        expect(at - size / 2).toBeGreaterThanOrEqual(-1e-9);
        expect(at + size / 2).toBeLessThanOrEqual(300 + 1e-9);
        const before = sorted[i - 1];
        if (before) expect(at - before.at).toBeGreaterThanOrEqual((size + before.size) / 2 - 1e-9);
      }
    }),
  );
});
