import { expect, test } from "vitest";
import { peopleAmong, peopleChange } from "./people.ts";

test("of a part of the answers as many people are to be expected as drawing without putting back shows", () => {
  // Two answers of four, two people with two each: the second is another's in two of three.
  expect(peopleAmong([2, 2], 2)).toBeCloseTo(1 + 2 / 3, 12);
  expect(peopleAmong([3, 1], 1)).toBeCloseTo(1, 12);
  expect(peopleAmong([3, 1], 4)).toBe(2);
  expect(peopleAmong([3, 1], 9)).toBe(2);
  expect(peopleAmong([], 3)).toBe(0);
});

test("under five answers on either side nothing is said", () => {
  expect(
    peopleChange(
      [2, 2],
      [
        [5, 5],
        [5, 5],
      ],
    ),
  ).toBeNull();
  expect(
    peopleChange(
      [5, 5],
      [
        [1, 1],
        [1, 1],
      ],
    ),
  ).toBeNull();
  expect(peopleChange([5, 5], [[5, 5]])).toBeNull();
});

test("one of three away is nothing to speak of, two are", () => {
  const weeks = Array.from({ length: 8 }, () => [10, 10, 10]);
  expect(peopleChange([15, 15], weeks)?.fewer).toBeLessThan(1);
  expect(peopleChange([30], weeks)).toMatchObject({ now: 1, n: 30 });
  expect(peopleChange([30], weeks)?.usual).toBeCloseTo(3, 9);
  expect(peopleChange([30], weeks)?.fewer).toBeGreaterThan(2);
});

test("other people as many are no fewer people", () => {
  const weeks = Array.from({ length: 8 }, () => [4, 4, 4, 4]);
  expect(peopleChange([4, 4, 4, 4], weeks)?.fewer).toBeCloseTo(0, 12);
});
