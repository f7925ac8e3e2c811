import { describe, expect, test } from "vitest";
import type { TrendSeries } from "./trend.ts";
import { axisOf, gapRuns, rowsOf } from "./trend-rows.ts";

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

  test("the axis stays where it is for what may be shown instead, but not for what is too few to be", () => {
    const also = [point(0.3), { ...point(0.05, 9) }];
    expect(axisOf([series(0.68, 0.72)], null, 75, also)).toEqual(axisOf([series(0.68, 0.72, 0.3)], null, 75));
    expect(axisOf([series(0.3)], null, 75, [point(0.68), point(0.72)])).toMatchObject({ low: 20, high: 80 });
  });

  test("an empty chart shows the whole scale", () => {
    expect(axisOf([series(null, null)], null, null)).toMatchObject({ low: 0, high: 100 });
    expect(axisOf([series(null, null)], null, 75)).toMatchObject({ low: 0, high: 100 });
  });
});

describe("gaps", () => {
  const six = Array.from({ length: 6 }, (_, i) => ({ label: String(i), name: `Week ${i}`, isFinal: true }));
  const runs = (...all: TrendSeries[]) => gapRuns(rowsOf(six, all, null), all);
  const empty = (...counts: number[]): TrendSeries => {
    const nothing = series(...counts.map(() => null));
    return { ...nothing, values: counts.map((n) => ({ ...point(null, n) })) };
  };

  test("several weeks in a row are one label", () => {
    expect(runs(empty(0, 0, 0, 0, 0, 0))).toEqual([{ from: 0, to: 5, text: "none" }]);
  });

  test("another reason next to it joins the label, a week with a point ends it", () => {
    const one = empty(0, 0, 4, 0, 3, 3);
    one.values[3] = point(0.5);
    expect(runs(one)).toEqual([
      { from: 0, to: 2, text: "none or too few" },
      { from: 4, to: 5, text: "too few" },
    ]);
  });

  test("a line that goes on elsewhere is no gap of the chart", () => {
    const other = { ...series(0.1, 0.1, 0.1, 0.1, 0.1, 0.1), key: "other" };
    expect(runs(empty(0, 0, 0, 0, 0, 0), other)).toEqual([]);
  });

  test("a reason that was told comes first", () => {
    expect(
      runs({ ...empty(50, 50, 0, 0, 0, 0), gaps: ["not matched", "not matched", null, null, null, null] }),
    ).toEqual([{ from: 0, to: 5, text: "not matched or none" }]);
  });
});
