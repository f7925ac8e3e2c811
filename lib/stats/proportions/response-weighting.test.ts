import fc from "fast-check";
import { expect, test } from "vitest";
import { responseWeighted } from "./response-weighting.ts";

const FAST = { offered: 300, answered: 90, part: 81 };
const SLOW = { offered: 100, answered: 10, part: 5 };

test("Kish 1965, Survey Sampling: 81 of 90 fast and 5 of 10 slow answers are 0.86 raw and 0.80 weighted by who was asked", () => {
  const found = responseWeighted([FAST, SLOW]);
  expect(found?.raw).toBeCloseTo(0.86, 12);
  expect(found?.value).toBeCloseTo(0.8, 12);
  expect(found?.effectiveN).toBeCloseTo(80, 12);
  expect(found?.low).toBeCloseTo(0.699538, 6);
  expect(found?.high).toBeCloseTo(0.872972, 6);
  expect(found).toMatchObject({ isCapped: false, cells: 2 });
});

test("a cell with fewer than ten answers does not get a weight of its own", () => {
  expect(responseWeighted([FAST, { offered: 100, answered: 9, part: 5 }])).toMatchObject({ value: 86 / 99, cells: 1 });
  const small = { offered: 50, answered: 5, part: 3 };
  expect(responseWeighted([FAST, small, small])).toMatchObject({ cells: 2 });
  expect(responseWeighted([FAST, { offered: 40, answered: 0, part: 0 }])).toMatchObject({ value: 0.9, cells: 1 });
});

test("no answer speaks for more than five average ones", () => {
  const found = responseWeighted([
    { offered: 100, answered: 90, part: 90 },
    { offered: 900, answered: 10, part: 0 },
  ]);
  // Inverse response rates relative to all: 1/9 and 9, the latter cut to 5.
  expect(found?.value).toBeCloseTo(10 / (10 + 50), 12);
  expect(found?.isCapped).toBe(true);
});

test("nobody answering has no share", () => {
  expect(responseWeighted([])).toBeNull();
  expect(responseWeighted([{ offered: 12, answered: 0, part: 0 }])).toBeNull();
});

const responses = fc
  .tuple(fc.nat(200), fc.nat(200), fc.nat(200))
  .map(([part, rest, silent]) => ({ offered: part + rest + silent, answered: part + rest, part }));

test("the weighted share lies within its interval; equal response rates leave the raw share; order does not matter", () => {
  fc.assert(
    fc.property(fc.array(responses, { maxLength: 8 }), (cells) => {
      const found = responseWeighted(cells);
      if (!found) return;
      expect(found.low).toBeLessThanOrEqual(found.value + 1e-12);
      expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-12);
      expect(found.effectiveN).toBeLessThanOrEqual(cells.reduce((sum, { answered }) => sum + answered, 0) + 1e-9);
      expect(responseWeighted(cells.toReversed())?.raw).toBe(found.raw);
      const even = responseWeighted(cells.map((cell) => ({ ...cell, offered: 3 * cell.answered })));
      expect(even?.value).toBeCloseTo(found.raw, 12);
    }),
  );
});
