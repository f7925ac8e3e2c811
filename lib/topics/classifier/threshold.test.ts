import { expect, test } from "vitest";
import { thresholdFor } from "./threshold.ts";

const judged = (n: number, rightFrom: number) =>
  Array.from({ length: n }, (_, i) => ({ confidence: (i + 1) / n, isRight: i + 1 >= rightFrom }));

test("as many are counted as can be at the stated precision", () => {
  // The surest 80 of 100 are right: 100 counted would be 0.8, 88 are 80 ÷ 88 = 0.909, 89 below 0.9.
  expect(thresholdFor(judged(100, 21), 0.9)).toEqual({ least: 0.13, right: { part: 80, whole: 88 }, share: 0.88 });
});

test("where no confidence keeps the precision, or too few are held out, nothing is counted", () => {
  expect(thresholdFor(judged(100, 101), 0.9)).toBeNull();
  expect(thresholdFor(judged(19, 1), 0.9)).toBeNull();
  expect(thresholdFor([], 0.9)).toBeNull();
});

test("equal confidences are counted together or not at all", () => {
  const tied = [...judged(30, 1), ...Array.from({ length: 30 }, (_, i) => ({ confidence: 0.01, isRight: i < 3 }))];
  expect(thresholdFor(tied, 0.95)?.right.whole).toBe(30);
});
