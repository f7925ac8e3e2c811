import { expect, test } from "vitest";
import { aucOf } from "./auc.ts";

test("the area is the share of pairs in the right order, ties half", () => {
  expect(aucOf([3, 2], [1])).toBe(1);
  expect(aucOf([3, 1], [2, 1])).toBe(0.625);
  expect(aucOf([1], [1])).toBe(0.5);
  expect(aucOf([], [1])).toBeNull();
});
