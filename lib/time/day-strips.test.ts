import { expect, test } from "vitest";
import { type Calendar, defaultCalendar, weekly } from "./calendar.ts";
import { dayStrips } from "./day-strips.ts";

const night: Calendar = {
  key: "night",
  revision: 1,
  versions: [
    {
      from: null,
      zone: "America/New_York",
      windows: weekly([1, 2, 3, 4, 5, 6, 7], { opens: "22:00", closes: "30:00" }),
      exceptions: [{ date: "2025-11-03", name: "Inventory", hours: [] }],
    },
  ],
};

test("the day on which the clock goes back has an hour more, and its night too", () => {
  const [before, change, after] = dayStrips(night, "2025-11-01", 3);
  expect(before).toMatchObject({
    hours: 24,
    open: [
      { from: 0, to: 6 },
      { from: 22, to: 24 },
    ],
  });
  expect(change).toMatchObject({
    hours: 25,
    open: [
      { from: 0, to: 7 },
      { from: 23, to: 25 },
    ],
    openSeconds: 9 * 3600,
  });
  expect(after).toMatchObject({ hours: 24, open: [{ from: 0, to: 6 }], exception: "Inventory" });
});

test("a date that was left out is not there", () => {
  const strips = dayStrips(defaultCalendar("Pacific/Apia"), "2011-12-29", 3);
  expect(strips.map(({ date }) => date)).toEqual(["2011-12-29", "2011-12-31"]);
});
