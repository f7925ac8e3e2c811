import { expect, test } from "vitest";
import { quadrantOf } from "./quadrant.ts";

const REST = { escalated: { part: 2000, whole: 10_000 }, resolved: { part: 1600, whole: 2000 } };

test.each([
  ["gap", 400, 380],
  ["product_bug", 400, 100],
  ["policy", 100, 20],
  ["as_designed", 100, 98],
])("%s: %i of 1,000 escalate, %i of them are resolved", (place, escalated, resolved) => {
  const topic = { escalated: { part: escalated, whole: 1000 }, resolved: { part: resolved, whole: escalated } };
  expect(quadrantOf(topic, REST)).toEqual({ place, isSure: true });
});

test("a small topic has a place and is not sure of it, one without episodes has none", () => {
  const small = { escalated: { part: 3, whole: 10 }, resolved: { part: 3, whole: 3 } };
  expect(quadrantOf(small, REST)).toEqual({ place: "gap", isSure: false });
  expect(quadrantOf({ ...small, resolved: { part: 0, whole: 0 } }, REST)).toBeNull();
});

test.each([
  [324, "gap", true],
  [290, "gap", false],
  [270, "product_bug", true],
])("%i of 400 resolved where the rest resolves 80 in 100: %s, sure %s", (part, place, isSure) => {
  const topic = { escalated: { part: 400, whole: 1000 }, resolved: { part, whole: 400 } };
  expect(quadrantOf(topic, REST)).toEqual({ place, isSure });
});

test("one that escalates as the rest is in no place for sure", () => {
  const topic = { escalated: { part: 205, whole: 1000 }, resolved: { part: 180, whole: 205 } };
  expect(quadrantOf(topic, REST)).toEqual({ place: "gap", isSure: false });
});
