import { describe, expect, test } from "vitest";
import {
  areWeeksEnough,
  gapTo,
  likeForLike,
  type Matched,
  matchedBy,
  type Road,
  type RoadCell,
} from "./like-for-like.ts";

const cell = (road: Road, topic: string, part: number, n: number, more: Partial<RoadCell> = {}): RoadCell => ({
  road,
  topic,
  channel: "chat",
  tier: "none",
  part,
  n,
  ...more,
});

const worked = [
  ...[
    cell("ai_only", "password", 540, 600),
    cell("handoff", "password", 36, 40),
    cell("human_only", "password", 55, 60),
  ],
  ...[
    cell("ai_only", "billing", 160, 200),
    cell("handoff", "billing", 120, 160),
    cell("human_only", "billing", 104, 140),
  ],
  ...[cell("ai_only", "bug", 30, 60), cell("handoff", "bug", 130, 200), cell("human_only", "bug", 120, 180)],
];

const matched = (cells: RoadCell[], weights?: "pooled"): Matched => {
  const found = likeForLike(cells, weights);
  if (!found.isComparable) throw new Error(found.why);
  return found;
};

describe("where the hard topics are handed over", () => {
  test("thirteen points below the AI are raw; matched to all ratings a handoff stands above it", () => {
    const gap = gapTo(matched(worked, "pooled"), "ai_only");
    expect(gap?.raw?.difference).toBeCloseTo(-0.133837, 6);
    expect(gap?.raw?.low).toBeCloseTo(-0.185103, 6);
    expect(gap?.raw?.high).toBeCloseTo(-0.084683, 6);
    expect(gap?.matched.difference).toBeCloseTo(0.025, 6);
    expect(gap?.matched.low).toBeCloseTo(-0.037052, 6);
    expect(gap?.matched.high).toBeCloseTo(0.087052, 6);
    expect(gap?.check?.value).toBeCloseTo(0.014365, 6);
  });

  test("on the mix of the handoffs, as the page asks, it is 5.5 points", () => {
    const found = matched(worked);
    expect(found.shares.ai_only?.value).toBeCloseTo(0.66, 6);
    expect(found.shares.handoff?.value).toBeCloseTo(0.715, 6);
    expect(found.shares.human_only?.value).toBeCloseTo(0.722143, 6);
    const [ai, human] = [gapTo(found, "ai_only"), gapTo(found, "human_only")];
    expect(ai?.matched.difference).toBeCloseTo(0.055, 6);
    expect(ai?.matched.low).toBeCloseTo(-0.024988, 6);
    expect(ai?.matched.high).toBeCloseTo(0.134988, 6);
    expect(human?.matched.difference).toBeCloseTo(-0.007143, 6);
    expect(human?.matched.low).toBeCloseTo(-0.070169, 6);
    expect(human?.matched.high).toBeCloseTo(0.055883, 6);
    expect(human?.check?.value).toBeCloseTo(-0.007475, 6);
    expect(human?.raw?.difference).toBeCloseTo(-0.019211, 6);
  });

  test("its own mix leaves the handoff as it is", () => {
    expect(matched(worked).shares.handoff).toMatchObject({ part: 286, n: 400 });
  });
});

describe("how it is matched", () => {
  test("by topic, channel and tier where every road is found in nearly all of them", () => {
    expect(matched(worked).by).toEqual(["topic", "channel", "tier"]);
  });

  test("by topic alone where the roads share no channel", () => {
    const apart = worked.map((one) => ({ ...one, channel: one.road }));
    expect(matched(apart).by).toEqual(["topic"]);
  });

  test("not at all where they share no topic, and the share that stands apart is said", () => {
    const apart = worked.map((one) => ({ ...one, topic: one.road }));
    expect(likeForLike(apart)).toEqual({ isComparable: false, why: "too_little_in_common", apart: 1 });
  });

  test("exactly a fifth without a stratum of its own is still compared, more is not", () => {
    const with_ = (n: number) => [
      ...[cell("ai_only", "a", 20, 40), cell("handoff", "a", 20, 40)],
      cell("ai_only", "b", n, n),
    ];
    expect(matchedBy(["topic"], with_(20)).isComparable).toBe(true);
    expect(matchedBy(["topic"], with_(21))).toMatchObject({ isComparable: false, apart: 21 / 101 });
  });

  test("small strata are merged, and what is in none is left out and counted", () => {
    const thin = [cell("handoff", "x", 1, 2), cell("human_only", "y", 3, 3)];
    const found = matchedBy(["topic"], [...worked, ...thin]);
    expect(found).toMatchObject({ merged: 2, leftOut: 5 / 1645 });
    const enough = [...thin, cell("ai_only", "x", 5, 5), cell("handoff", "y", 1, 4), cell("human_only", "x", 4, 4)];
    expect(matchedBy(["topic"], [...worked, ...enough])).toMatchObject({ merged: 2, leftOut: 0 });
  });

  test("a road with fewer than ten ratings does not spoil what the others have in common", () => {
    const few = [...worked.filter(({ road }) => road !== "ai_only"), cell("ai_only", "password", 9, 9)];
    const found = matched(few);
    expect(found.shares.ai_only).toBeUndefined();
    expect(found.gaps.map(({ to }) => to)).toEqual(["human_only"]);
  });

  test("without handoffs there is nothing to match", () => {
    const found = likeForLike(worked.filter(({ road }) => road !== "handoff"));
    expect(found).toEqual({ isComparable: false, why: "nothing_counted", apart: 1 });
  });
});

describe("whether it is one difference", () => {
  test("two topics that differ in opposite ways are not one number", () => {
    const opposite = [
      ...[cell("handoff", "refund", 90, 100), cell("human_only", "refund", 50, 100)],
      ...[cell("handoff", "login", 50, 100), cell("human_only", "login", 90, 100)],
      ...[cell("handoff", "rare", 9, 9), cell("human_only", "rare", 9, 100)],
    ];
    const gap = gapTo(matched(opposite), "human_only");
    expect(gap?.isSame).toBe(false);
    expect(gap?.sameP).toBeLessThan(0.001);
    expect(gap?.topics.map(({ topic, difference }) => [topic, Number(difference.toFixed(6))])).toEqual([
      ["login", -0.4],
      ["refund", 0.4],
    ]);
  });

  test("the same odds everywhere are", () => {
    const gap = gapTo(matched(worked), "human_only");
    expect(gap?.isSame).toBe(true);
    expect(gap?.sameP).toBeGreaterThan(0.5);
  });
});

test("weeks are points of their own where at least half of those with ratings can be matched", () => {
  const thin = worked.map((one) => ({ ...one, topic: one.road }));
  const few = [cell("handoff", "bug", 3, 4)];
  const enough = (...weeks: RoadCell[][]) =>
    areWeeksEnough(
      weeks,
      weeks.map((cells) => matchedBy(["topic"], cells)),
    );
  expect(enough([], thin, worked)).toBe(true);
  expect(enough([], few, worked)).toBe(true);
  expect(enough([], few, thin, worked)).toBe(false);
  expect(enough([], [])).toBe(true);
});
