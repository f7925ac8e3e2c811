import { expect, test } from "vitest";
import { coherenceOf, npmi } from "./npmi.ts";

test.each([
  [1000, 100, 50, 40, 0.646015],
  [1000, 100, 50, 5, 0],
  [1000, 50, 50, 50, 1],
  [1000, 50, 50, 0, -1],
])("of %i texts, words in %i and %i, both in %i: %d", (texts, a, b, both, value) => {
  expect(npmi(texts, a, b, both)).toBeCloseTo(value, 6);
});

test("a label whose words go together is more coherent than one whose words do not", () => {
  const texts = ["card lost", "card lost", "refund late", "refund late", "sim"];
  expect(coherenceOf([["card", "lost"]], texts)).toBeCloseTo(1, 9);
  expect(coherenceOf([["card", "refund"]], texts)).toBe(-1);
  expect(coherenceOf([["card"]], texts)).toBeNull();
});
