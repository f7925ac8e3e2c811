import { expect, test } from "vitest";
import { type Candidate, controlsFor } from "./controls.ts";

const one = (topic: string, before: number, after: number, whole = 1000): Candidate => ({
  topic,
  before: { part: before, whole },
  after: { part: after, whole },
});

const LIKE = [150, 180, 210, 240, 270, 300].map((part, i) => one(`t${i}`, part, part - 10));

test("the five that were most like it, and none of too few", () => {
  const mine = one("mine", 290, 200);
  const { controls, disturbed } = controlsFor(mine, [...LIKE, one("small", 8, 8, 29)]);
  expect(controls.map(({ topic }) => topic)).toEqual(["t5", "t4", "t3", "t2", "t1"]);
  expect(disturbed).toEqual([]);
});

test("one that moved on its own, up or down, is left out and named", () => {
  const { controls, disturbed } = controlsFor(one("mine", 200, 100), [
    ...LIKE,
    one("bug", 200, 420),
    one("vanished", 200, 60),
  ]);
  expect(disturbed).toEqual(["bug", "vanished"]);
  expect(controls.map(({ topic }) => topic)).not.toContain("bug");
});
