import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessSeconds, type Calendar, deadline, defaultCalendar, isOpen } from "./calendar.ts";

const daily = (zone: string, ...windows: [string, string][]): Calendar => ({
  zone,
  windows: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => windows.map(([opens, closes]) => ({ weekday, opens, closes }))),
  holidays: [],
  version: "1",
});

const zone = "America/New_York";
const NY: Calendar = { ...defaultCalendar(zone), holidays: ["2025-07-04", "2025-12-25"] };
const NIGHT: Calendar = { ...daily(zone, ["22:00", "30:00"]), holidays: ["2025-12-25"] };
const always = daily(zone, ["00:00", "24:00"]);

const cases: [string, Calendar, string, string, number][] = [
  ["inside", NY, "2025-03-04T10:00-05:00", "2025-03-04T10:07-05:00", 7],
  ["before opening", NY, "2025-03-04T08:50-05:00", "2025-03-04T09:03-05:00", 3],
  ["over night", NY, "2025-03-04T16:58-05:00", "2025-03-05T09:04-05:00", 6],
  ["holiday and weekend", NY, "2025-07-03T16:50-04:00", "2025-07-07T09:05-04:00", 15],
  ["a night of seven hours", NIGHT, "2025-03-08T21:30-05:00", "2025-03-09T06:30-04:00", 420],
  ["a night of nine hours", NIGHT, "2025-11-01T21:30-04:00", "2025-11-02T06:30-05:00", 540],
  ["a day of 23 hours", always, "2025-03-09T00:00-05:00", "2025-03-10T00:00-04:00", 1380],
  ["a day of 25 hours", always, "2025-11-02T00:00-04:00", "2025-11-03T00:00-05:00", 1500],
  [
    "half an hour of DST",
    daily("Australia/Lord_Howe", ["00:00", "24:00"]),
    "2025-04-06T00:00+11:00",
    "2025-04-07T00:00+10:30",
    1470,
  ],
  ["+05:45", daily("Asia/Kathmandu", ["09:00", "17:00"]), "2025-06-10T03:10Z", "2025-06-10T03:20Z", 5],
  ["exactly at close", NY, "2025-03-04T17:00-05:00", "2025-03-05T09:00-05:00", 0],
  ["negative", NY, "2025-03-04T10:00:00-05:00", "2025-03-04T09:59:58-05:00", 0],
  [
    "lunch",
    daily(zone, ["09:00", "12:00"], ["13:00", "17:00"]),
    "2025-03-04T11:50-05:00",
    "2025-03-04T13:10-05:00",
    20,
  ],
  ["the two half past ones", always, "2025-11-02T05:30Z", "2025-11-02T06:30Z", 60],
  ["below a second", NY, "2025-03-04T10:00:30.000-05:00", "2025-03-04T10:05:29.999-05:00", 299.999 / 60],
  [
    "adjacent windows",
    daily(zone, ["09:00", "12:00"], ["12:00", "17:00"]),
    "2025-03-04T08:00-05:00",
    "2025-03-04T18:00-05:00",
    480,
  ],
  [
    "overlapping windows",
    daily(zone, ["09:00", "13:00"], ["12:00", "17:00"]),
    "2025-03-04T08:00-05:00",
    "2025-03-04T18:00-05:00",
    480,
  ],
  ["never open", { ...NY, windows: [] }, "2025-03-04T00:00Z", "2025-04-04T00:00Z", 0],
  ["a Friday that was left out", defaultCalendar("Pacific/Apia"), "2011-12-30T04:00Z", "2012-01-01T10:00Z", 0],
];

test.each(cases)("open minutes: %s", (_name, calendar, from, to, minutes) => {
  expect(businessSeconds(calendar, new Date(from), new Date(to))).toBeCloseTo(minutes * 60, 6);
});

const deadlines: [string, Calendar, string, string | null][] = [
  ["over the weekend", NY, "2025-03-07T16:50-05:00", "2025-03-10T13:05:00.000Z"],
  ["over a holiday", NY, "2025-07-03T16:50-04:00", "2025-07-07T13:05:00.000Z"],
  ["over the lost hour", NIGHT, "2025-03-09T01:50-05:00", "2025-03-09T07:05:00.000Z"],
  ["the close itself", NY, "2025-03-04T16:45-05:00", "2025-03-04T22:00:00.000Z"],
  ["from the evening", NY, "2025-03-04T20:00-05:00", "2025-03-05T14:15:00.000Z"],
  ["never open", { ...NY, windows: [] }, "2025-03-04T20:00-05:00", null],
];

test.each(deadlines)("fifteen open minutes later: %s", (_name, calendar, from, expected) => {
  expect(deadline(calendar, new Date(from), 900)?.toISOString() ?? null).toBe(expected);
});

test("opening is inside, closing is outside", () => {
  expect(isOpen(NY, new Date("2025-03-04T09:00-05:00"))).toBe(true);
  expect(isOpen(NY, new Date("2025-03-04T17:00-05:00"))).toBe(false);
  expect(isOpen(NY, new Date("2025-07-04T12:00-04:00"))).toBe(false);
});

describe("whatever the instants", () => {
  const instant = fc.date({ min: new Date("2025-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  const ordered = fc.tuple(instant, instant, instant).map((three) => three.sort((a, b) => a.getTime() - b.getTime()));
  const calendar = fc.constantFrom(NY, NIGHT, always);

  test("open time adds up, never exceeds the clock, and an always open calendar is the clock", () => {
    fc.assert(
      fc.property(ordered, calendar, ([a, b, c], hours) => {
        if (!a || !b || !c) return;
        const whole = businessSeconds(hours, a, c);
        expect(businessSeconds(hours, a, b) + businessSeconds(hours, b, c)).toBeCloseTo(whole, 3);
        expect(whole).toBeLessThanOrEqual((c.getTime() - a.getTime()) / 1000 + 1e-6);
        expect(businessSeconds(always, a, c)).toBeCloseTo((c.getTime() - a.getTime()) / 1000, 3);
      }),
    );
  });

  test("a deadline is where that much open time has passed", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 200_000 }), fc.constantFrom(NY, NIGHT), (from, seconds, hours) => {
        const end = deadline(hours, from, seconds);
        expect(end && businessSeconds(hours, from, end)).toBeCloseTo(seconds, 3);
      }),
    );
  });
});
