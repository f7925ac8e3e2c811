import { expect, test } from "vitest";
import { sameAsBefore } from "./identity.ts";

const before = new Map([
  [7, ["a", "b", "c", "d"]],
  [9, ["e", "f"]],
]);

test.each([
  ["one that grew is the same", [["a", "b", "c", "d", "x", "y", "z", "w", "v"]], [7]],
  ["one that lost half is the same", [["a", "b"]], [7]],
  ["one that shares less than half of the smaller is new", [["a", "x", "y", "z"]], [null]],
  ["of two parts the larger keeps the name", [["a"], ["b", "c", "d"]], [null, 7]],
  ["two that became one keep the name of the larger", [["a", "b", "c", "e", "f"]], [7]],
  ["one that nobody knew is new", [["q"]], [null]],
  ["each earlier one is taken once", [["a", "b"], ["c", "d"], ["f"]], [7, null, 9]],
])("%s", (_, groups, expected) => {
  expect(sameAsBefore(groups, before)).toEqual(expected);
});

test.each([
  ["one that is mostly what was decided on is the same", [["a", "b", "c", "x", "y", "z"]], [7]],
  ["one of which it is less than half is another", [["a", "b", "c", "x", "y", "z", "w"]], [null]],
  ["so one that grew from an open and a decided one stays open", [["a", "b", "c", "d", "e", "f", "x", "y", "z"]], [9]],
])("of what was decided on: %s", (_, groups, expected) => {
  expect(sameAsBefore(groups, before, new Set([7]))).toEqual(expected);
});
