import { describe, expect, test } from "vitest";
import type { TrendSeries } from "./trend.ts";
import { axisOf, rowsOf } from "./trend-rows.ts";

const point = (value: number | null, n = 100) => ({
  value,
  n,
  part: value === null ? 0 : Math.round(value * n),
  low: value === null ? null : value - 0.05,
  high: value === null ? null : value + 0.05,
});

const series = (...values: (number | null)[]): TrendSeries => ({
  key: "handoff",
  name: "Handoff",
  tone: "ho",
  isOwn: true,
  values: values.map((value) => point(value)),
  hrefs: [],
  captions: [],
  counts: [],
});

const buckets = [
  { label: "46", name: "Week 46", isFinal: true },
  { label: "47", name: "Week 47", isFinal: false },
];

describe("rows of a trend", () => {
  test("nothing counted is a gap in line and band, never zero", () => {
    const rows = rowsOf(buckets, [series(0.7, null)], null);
    expect(rows[0]?.values["handoff"]).toBeCloseTo(70);
    expect(rows[1]?.values["handoff"]).toBeNull();
    expect(rows[1]?.bands["handoff"]).toBeNull();
  });

  test("a point outside its limits is marked", () => {
    const limits = [
      { centre: 0.2, lower: 0.1, upper: 0.3, isOutside: false },
      { centre: 0.2, lower: 0.1, upper: 0.3, isOutside: true },
    ];
    expect(rowsOf(buckets, [series(0.2, 0.4)], limits).map(({ isOutside }) => isOutside)).toEqual([false, true]);
  });

  test("the axis holds every interval, limit and target on whole steps", () => {
    expect(axisOf([series(0.68, 0.72)], null, 75)).toEqual({ low: 60, high: 80, ticks: [60, 65, 70, 75, 80] });
  });

  test("an empty chart shows the whole scale", () => {
    expect(axisOf([series(null, null)], null, null)).toMatchObject({ low: 0, high: 100 });
  });
});

test("where nothing is drawn but a target, the axis is the whole of it", () => {
  expect(axisOf([], null, 80)).toMatchObject({ low: 0, high: 100 });
});
