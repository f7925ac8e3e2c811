import { describe, expect, test } from "vitest";
import { type Hour, hoursShown, type Reading, stretchesOf, worstHour } from "./hour-map.ts";
import { type Measurement, ratio } from "./measure.ts";

const wait = (value: number | null, low: number | null, high: number | null, n = 40): Measurement => ({
  value,
  low,
  high,
  n,
  part: n,
});
const at = (weekday: number, hour: number, measurement: Measurement): Reading => ({ weekday, hour, measurement });
const ALL = wait(240, 230, 250, 400);

describe("the worst hour", () => {
  const calm = at(1, 9, wait(200, 180, 260));
  test("is the longest median whose whole interval is longer than the median of all", () => {
    const worst = at(1, 10, wait(840, 700, 900));
    expect(worstHour([calm, worst, at(2, 9, wait(600, 500, 700))], ALL, "lower")).toBe(worst);
    expect(worstHour([calm, at(1, 10, wait(840, 239, 2000))], ALL, "lower")).toBeNull();
  });

  test("is none of fewer than ten, and none where two are equally bad", () => {
    expect(worstHour([calm, at(1, 10, wait(840, 700, 900, 9))], ALL, "lower")).toBeNull();
    const twice = [at(1, 10, wait(840, 700, 900)), at(2, 10, wait(840, 700, 900))];
    expect(worstHour(twice, ALL, "lower")).toBeNull();
    expect(worstHour([], ALL, "lower")).toBeNull();
  });

  test("is one whose median was never reached, before any that was", () => {
    const never = at(1, 10, wait(null, 600, null));
    expect(worstHour([never, at(2, 10, wait(900, 800, 1000))], ALL, "lower")).toBe(never);
  });

  test("of shares is the smallest, by the upper end of its interval", () => {
    const all = ratio({ part: 320, n: 400 });
    const worst = at(1, 10, ratio({ part: 4, n: 40 }));
    expect(worstHour([at(1, 9, ratio({ part: 30, n: 40 })), worst], all, "higher")).toBe(worst);
    expect(worstHour([at(1, 9, ratio({ part: 30, n: 40 }))], all, "higher")).toBeNull();
    const none = at(3, 9, ratio({ part: 0, n: 40 }));
    expect(worstHour([worst, none], all, "higher")).toBe(none);
  });
});

describe("a day of the map", () => {
  const open = new Set([9, 10, 12].map((hour) => 24 + hour));
  const cells: Hour[] = [
    { weekday: 1, hour: 9 },
    { weekday: 1, hour: 13 },
    { weekday: 2, hour: 7 },
  ];
  const hours = [7, 8, 9, 10, 11, 12, 13, 14, 15];

  test("has each hour once: handed over, open without any, or closed in one stretch", () => {
    expect(stretchesOf(1, hours, { cells, open })).toEqual([
      { closed: 2 },
      { cell: cells[0] },
      null,
      { closed: 1 },
      null,
      { cell: cells[1] },
      { closed: 2 },
    ]);
    expect(stretchesOf(7, hours, { cells, open })).toEqual([{ closed: 9 }]);
  });

  test("begins and ends with the first and last hour of any day", () => {
    expect(hoursShown(cells)).toEqual([7, 8, 9, 10, 11, 12, 13]);
    expect(hoursShown([])).toEqual([]);
  });
});
