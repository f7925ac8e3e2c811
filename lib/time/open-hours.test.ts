import { expect, test } from "vitest";
import { type Calendar, defaultCalendar, weekly } from "./calendar.ts";
import { openWeekHours } from "./open-hours.ts";
import { rangeOfDates } from "./range.ts";

const hoursOf = (calendar: Calendar, first: string, last: string, zone: string): number[] => {
  const range = rangeOfDates(first, last, zone);
  if (!range) throw new Error("no range");
  return [...openWeekHours(calendar, range, zone)].toSorted((a, b) => a - b);
};

test("the hours of a week are those of its windows, begun and ended within an hour", () => {
  const calendar = defaultCalendar("Europe/Berlin");
  calendar.versions[0].windows = weekly([1], { opens: "09:30", closes: "12:15" });
  expect(hoursOf(calendar, "2026-11-16", "2026-11-22", "Europe/Berlin")).toEqual([33, 34, 35, 36]);
});

test("they are read in the zone asked for, over midnight and with half hours", () => {
  const calendar = defaultCalendar("Europe/Berlin");
  calendar.versions[0].windows = weekly([1], { opens: "19:00", closes: "21:00" });
  // 18:00 to 20:00 UTC is 23:45 to 1:45 in Kathmandu.
  expect(hoursOf(calendar, "2026-11-16", "2026-11-22", "Asia/Kathmandu")).toEqual([47, 48, 49]);
});

test("a holiday in one week of several closes no hour of the week; in the only one it does", () => {
  const calendar = defaultCalendar("Europe/Berlin");
  calendar.versions[0].exceptions = [{ date: "2026-11-16", name: "Holiday", hours: [] }];
  expect(hoursOf(calendar, "2026-11-16", "2026-11-16", "Europe/Berlin")).toEqual([]);
  expect(hoursOf(calendar, "2026-11-09", "2026-11-22", "Europe/Berlin")).toContain(33);
});
