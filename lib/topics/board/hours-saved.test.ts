import { expect, test } from "vitest";
import { hoursSaved, preventsFrom, type Ranged } from "./hours-saved.ts";

const sure = (value: number): Ranged => ({ value, low: value, high: value });

test.each([
  ["sso", 40, 0.9, 0.5, 0.6, 10.8],
  ["refund", 120, 0.3, 0.35, 0.6, 7.56],
  ["bug", 60, 0.8, 1.2, 0.1, 5.76],
])("%s: %d × %d × %d × %d = %d hours a week", (_, n, uncovered, hours, prevents, expected) => {
  const saved = hoursSaved({
    perWeek: sure(n),
    uncovered: sure(uncovered),
    hours: sure(hours),
    prevents: sure(prevents),
  });
  expect(saved.value).toBeCloseTo(expected, 9);
  expect(saved.low).toBeCloseTo(expected, 9);
});

test("one unsure factor passes its range on, two widen it by less than their product", () => {
  const unsure = { value: 10, low: 5, high: 20 };
  const one = hoursSaved({ perWeek: unsure, uncovered: sure(1), hours: sure(1), prevents: sure(1) });
  expect(one.low).toBeCloseTo(5, 9);
  expect(one.high).toBeCloseTo(20, 9);
  const two = hoursSaved({ perWeek: unsure, uncovered: sure(1), hours: unsure, prevents: sure(1) });
  expect(two.high).toBeCloseTo(100 * 2 ** Math.SQRT2, 6);
});

test("a factor that may be 0 leaves 0 as the lower end", () => {
  const maybe = { value: 0.3, low: 0, high: 0.6 };
  expect(hoursSaved({ perWeek: sure(10), uncovered: sure(1), hours: sure(1), prevents: maybe }).low).toBe(0);
  expect(hoursSaved({ perWeek: sure(0), uncovered: sure(1), hours: sure(1), prevents: maybe }).value).toBe(0);
});

test("without a measured article three of ten are believed to help, and measured ones move it", () => {
  expect(preventsFrom({ part: 0, whole: 0 }).value).toBe(0.3);
  expect(preventsFrom({ part: 60, whole: 90 }).value).toBeCloseTo(0.63, 9);
  expect(preventsFrom({ part: 60, whole: 90 }).low).toBeGreaterThan(0.5);
});
