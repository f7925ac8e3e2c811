import { expect, test } from "vitest";
import { type ScoreRow, scalesOf } from "./scales.ts";

const five = (road: ScoreRow["road"], ...counts: number[]): ScoreRow[] =>
  counts.flatMap((count, i) =>
    count === 0 ? [] : [{ road, mapping: "1–5: 4–5", scaleMin: 1, scaleMax: 5, score: i + 1, count }],
  );
const thumbs = (score: number, count: number): ScoreRow => ({
  road: "handoff",
  mapping: "thumbs: up",
  scaleMin: 0,
  scaleMax: 1,
  score,
  count,
});

test("two roads with the same share of 4 and 5 can have different scores", () => {
  const [scale] = scalesOf([...five("handoff", 5, 5, 10, 30, 50), ...five("human_only", 20, 0, 0, 10, 70)]);
  expect(scale?.roads.map(({ mean }) => mean?.mean)).toEqual([4.15, 4.1]);
  expect(scale?.roads[0]?.mean?.low).toBeCloseTo(3.929056, 6);
  expect(scale?.roads[1]?.mean?.sd).toBeCloseTo(1.586, 3);
});

test("a score that nobody gave keeps its place", () => {
  const [scale] = scalesOf(five("handoff", 0, 0, 0, 2, 8));
  expect(scale?.roads[0]?.bars.map(({ count }) => count)).toEqual([0, 0, 0, 2, 8]);
});

test("each scale stands by itself, the most used first", () => {
  const scales = scalesOf([thumbs(0, 1), thumbs(1, 3), ...five("ai_only", 0, 0, 0, 1, 5)]);
  expect(scales.map(({ mapping, n }) => [mapping, n])).toEqual([
    ["1–5: 4–5", 6],
    ["thumbs: up", 4],
  ]);
  expect(scales[1]?.roads.map(({ road, bars }) => [road, bars.map(({ count }) => count)])).toEqual([
    ["handoff", [1, 3]],
  ]);
});

test("a long or broken scale shows the scores that were given", () => {
  const row = (score: number): ScoreRow => ({
    road: "handoff",
    mapping: "0–100: 75–100",
    scaleMin: 0,
    scaleMax: 100,
    score,
    count: 1,
  });
  expect(scalesOf([row(80), row(12.5)])[0]?.roads[0]?.bars.map(({ score }) => score)).toEqual([12.5, 80]);
});
