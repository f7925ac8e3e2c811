import { describe, expect, test } from "vitest";
import { type CostCell, costOf } from "./cost.ts";

const cell = (topic: string, level: string, part: number, n: number): CostCell => ({ topic, level, part, n });

describe("what a level goes with", () => {
  test("within topics the difference is that of the topics, whatever the mix", () => {
    // Slow answers go to hard questions: raw they look 30 points worse, within each topic 10.
    const cells = [
      cell("easy", "under_5", 90, 100),
      cell("easy", "over_15", 16, 20),
      cell("hard", "under_5", 10, 20),
      cell("hard", "over_15", 40, 100),
    ];
    const { levels, leftOut } = costOf(["under_5", "over_15"], cells);
    const [fast, slow] = levels;
    expect(fast).toMatchObject({ level: "under_5", cost: null, measurement: { part: 100, n: 120 } });
    expect(slow?.measurement.value).toBeCloseTo(56 / 120, 9);
    expect(slow?.cost?.difference).toBeCloseTo(-0.1, 9);
    expect(leftOut).toBe(0);
  });

  test("each level is matched with the first by itself: a rare one spoils nothing", () => {
    const cells = [
      cell("a", "under_5", 80, 100),
      cell("a", "5_to_15", 70, 100),
      cell("a", "over_15", 1, 2),
      cell("b", "under_5", 60, 100),
      cell("b", "5_to_15", 50, 100),
    ];
    const { levels } = costOf(["under_5", "5_to_15", "over_15"], cells);
    expect(levels[1]?.cost?.difference).toBeCloseTo(-0.1, 9);
    expect(levels[2]?.cost).toBeNull();
  });

  test("topics with nothing in common are not compared", () => {
    const cells = [cell("a", "kept", 80, 100), cell("b", "broken", 20, 100)];
    expect(costOf(["kept", "broken"], cells)).toMatchObject({ leftOut: null, levels: [{}, { cost: null }] });
    expect(costOf(["kept", "broken"], []).levels.map(({ measurement }) => measurement.value)).toEqual([null, null]);
  });
});
