import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessSeconds, deadline, isOpen, openSpans } from "./business-time.ts";
import { type Calendar, type CalendarVersion, defaultCalendar, type Hours, weekly } from "./calendar.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
const zone = "America/New_York";

const one = (version: Partial<CalendarVersion>): Calendar => ({
  key: "test",
  revision: 1,
  versions: [{ from: null, zone, windows: [], exceptions: [], ...version }],
});
const hours = (text: string): Hours => {
  const [opens = "", closes = ""] = text.split("-");
  return { opens, closes };
};
const daily = (where: string, ...texts: string[]) => one({ zone: where, windows: weekly(ALL, ...texts.map(hours)) });
const closed = (date: string) => ({ date, name: "Closed", hours: [] });

const NY = one({
  windows: weekly(WORKDAYS, hours("09:00-17:00")),
  exceptions: [
    closed("2025-07-04"),
    { date: "2025-12-24", name: "Half day", hours: [hours("09:00-13:00")] },
    closed("2025-12-25"),
  ],
});
const NIGHT = one({ windows: weekly(ALL, hours("22:00-30:00")), exceptions: [closed("2025-12-25")] });
const ALWAYS = daily(zone, "00:00-24:00");
const NEVER = one({});
/** London 08–16 and New York 09–17, both every day. */
const TWO_OFFICES = one({
  windows: weekly(ALL, { ...hours("08:00-16:00"), zone: "Europe/London" }, hours("09:00-17:00")),
});

// Open minutes between two instants; each agreed by Python's zoneinfo and by counting minute by minute.
const cases: [string, string, Calendar, string, string, number][] = [
  ["BH01", "inside", NY, "2025-03-04T10:00-05:00", "2025-03-04T10:07-05:00", 7],
  ["BH02", "before opening", NY, "2025-03-04T08:50-05:00", "2025-03-04T09:03-05:00", 3],
  ["BH03", "over night", NY, "2025-03-04T16:58-05:00", "2025-03-05T09:04-05:00", 6],
  ["BH05", "holiday and weekend", NY, "2025-07-03T16:50-04:00", "2025-07-07T09:05-04:00", 15],
  ["BH06", "half day", NY, "2025-12-24T12:55-05:00", "2025-12-26T09:01-05:00", 6],
  ["BH07", "a night of seven hours", NIGHT, "2025-03-08T21:30-05:00", "2025-03-09T06:30-04:00", 420],
  ["BH08", "a night of nine hours", NIGHT, "2025-11-01T21:30-04:00", "2025-11-02T06:30-05:00", 540],
  ["BH10", "a day of 23 hours", ALWAYS, "2025-03-09T00:00-05:00", "2025-03-10T00:00-04:00", 1380],
  ["BH11", "a day of 25 hours", ALWAYS, "2025-11-02T00:00-04:00", "2025-11-03T00:00-05:00", 1500],
  [
    "BH12",
    "a clock that moves by half an hour",
    daily("Australia/Lord_Howe", "00:00-24:00"),
    "2025-04-06T00:00+11:00",
    "2025-04-07T00:00+10:30",
    1470,
  ],
  ["BH15", "+05:45", daily("Asia/Kathmandu", "09:00-17:00"), "2025-06-10T03:10Z", "2025-06-10T03:20Z", 5],
  ["BH16", "exactly at close", NY, "2025-03-04T17:00-05:00", "2025-03-05T09:00-05:00", 0],
  ["BH17", "negative", NY, "2025-03-04T10:00:00-05:00", "2025-03-04T09:59:58-05:00", 0],
  ["BH18", "lunch", daily(zone, "09:00-12:00", "13:00-17:00"), "2025-03-04T11:50-05:00", "2025-03-04T13:10-05:00", 20],
  ["BH19", "two offices, their overlap once", TWO_OFFICES, "2025-01-14T07:00Z", "2025-01-14T23:00Z", 840],
  ["BH21", "the two half past ones", ALWAYS, "2025-11-02T05:30Z", "2025-11-02T06:30Z", 60],
  ["BH24", "below a second", NY, "2025-03-04T10:00:30.000-05:00", "2025-03-04T10:05:29.999-05:00", 299.999 / 60],
  [
    "BH25",
    "adjacent windows",
    daily(zone, "09:00-12:00", "12:00-17:00"),
    "2025-03-04T08:00-05:00",
    "2025-03-04T18:00-05:00",
    480,
  ],
  [
    "BH26",
    "overlapping windows",
    daily(zone, "09:00-13:00", "12:00-17:00"),
    "2025-03-04T08:00-05:00",
    "2025-03-04T18:00-05:00",
    480,
  ],
  ["BH27", "never open", NEVER, "2025-03-04T00:00Z", "2025-04-04T00:00Z", 0],
  ["zone", "a Friday that was left out", defaultCalendar("Pacific/Apia"), "2011-12-30T04:00Z", "2012-01-01T10:00Z", 0],
  [
    "night",
    "a holiday takes the night that starts on it, and leaves the one before",
    NIGHT,
    "2025-12-24T21:00-05:00",
    "2025-12-26T07:00-05:00",
    480,
  ],
  [
    "zone",
    "a window inside the hour that is skipped",
    daily(zone, "02:15-02:45"),
    "2025-03-09T00:00-05:00",
    "2025-03-10T00:00-04:00",
    30,
  ],
];

test.each(cases)("%s open minutes: %s", (_id, _name, calendar, from, to, minutes) => {
  expect(businessSeconds(calendar, new Date(from), new Date(to))).toBeCloseTo(minutes * 60, 6);
});

const deadlines: [string, Calendar, string, string | null][] = [
  ["over the weekend", NY, "2025-03-07T16:50-05:00", "2025-03-10T13:05:00.000Z"],
  ["over a holiday", NY, "2025-07-03T16:50-04:00", "2025-07-07T13:05:00.000Z"],
  ["over the lost hour", NIGHT, "2025-03-09T01:50-05:00", "2025-03-09T07:05:00.000Z"],
  ["the close itself", NY, "2025-03-04T16:45-05:00", "2025-03-04T22:00:00.000Z"],
  ["from the evening", NY, "2025-03-04T20:00-05:00", "2025-03-05T14:15:00.000Z"],
  ["never open", NEVER, "2025-03-04T20:00-05:00", null],
];

test.each(deadlines)("fifteen open minutes later: %s", (_name, calendar, from, expected) => {
  expect(deadline(calendar, new Date(from), 900)?.toISOString() ?? null).toBe(expected);
});

test("opening is inside, closing is outside", () => {
  expect(isOpen(NY, new Date("2025-03-04T09:00-05:00"))).toBe(true);
  expect(isOpen(NY, new Date("2025-03-04T17:00-05:00"))).toBe(false);
  expect(isOpen(NY, new Date("2025-07-04T12:00-04:00"))).toBe(false);
  expect(isOpen(NY, new Date("2025-12-24T13:00-05:00"))).toBe(false);
});

describe("hours that change on a date", () => {
  const first = NY.versions[0];
  const longer: Calendar = {
    ...NY,
    versions: [
      { ...first, windows: weekly(ALL, hours("22:00-30:00")) },
      { from: "2025-03-05", zone, windows: weekly(WORKDAYS, hours("08:00-20:00")), exceptions: [] },
      { from: "2025-03-10", zone: "Europe/London", windows: weekly(WORKDAYS, hours("09:00-17:00")), exceptions: [] },
    ],
  };
  const minutes = (from: string, to: string) => businessSeconds(longer, new Date(from), new Date(to)) / 60;

  test("a wait sums the hours that are valid at each moment", () => {
    // The night of the 4th goes to its end at 6:00, then the new hours from 8:00.
    expect(minutes("2025-03-04T23:00-05:00", "2025-03-05T09:00-05:00")).toBe(7 * 60 + 60);
    expect(minutes("2025-03-03T12:00-05:00", "2025-03-04T12:00-05:00")).toBe(8 * 60);
    expect(minutes("2025-03-06T00:00-05:00", "2025-03-07T00:00-05:00")).toBe(12 * 60);
  });

  test("a version of another zone begins with its own midnight", () => {
    expect(minutes("2025-03-10T00:00Z", "2025-03-11T00:00Z")).toBe(8 * 60);
    expect(openSpans(longer, new Date("2025-03-09T00:00Z"), new Date("2025-03-11T00:00Z"))).toEqual([
      { from: new Date("2025-03-10T09:00Z"), to: new Date("2025-03-10T17:00Z") },
    ]);
  });
});

describe("whatever the instants", () => {
  const instant = fc.date({ min: new Date("2025-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  const ordered = fc.tuple(instant, instant, instant).map((three) => three.sort((a, b) => a.getTime() - b.getTime()));
  const changing: Calendar = {
    ...NY,
    versions: [NY.versions[0], { ...NIGHT.versions[0], from: "2025-11-02" }, { ...NY.versions[0], from: "2026-03-08" }],
  };
  const calendar = fc.constantFrom(NY, NIGHT, ALWAYS, NEVER, TWO_OFFICES, changing);

  test("open time adds up, lies between nothing and the clock, and never shrinks", () => {
    fc.assert(
      fc.property(ordered, calendar, ([a, b, c], open) => {
        if (!a || !b || !c) return;
        const [first, second] = [businessSeconds(open, a, b), businessSeconds(open, b, c)];
        const whole = businessSeconds(open, a, c);
        expect(first + second).toBeCloseTo(whole, 3);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(whole).toBeGreaterThanOrEqual(first);
        expect(whole).toBeLessThanOrEqual((c.getTime() - a.getTime()) / 1000 + 1e-6);
      }),
    );
  });

  test("what is always open is the clock", () => {
    fc.assert(
      fc.property(ordered, ([a, , c]) => {
        if (!a || !c) return;
        expect(businessSeconds(ALWAYS, a, c)).toBeCloseTo((c.getTime() - a.getTime()) / 1000, 3);
      }),
    );
  });

  test("a deadline is where that much open time has passed", () => {
    const opening = fc.constantFrom(NY, NIGHT, TWO_OFFICES, changing);
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 200_000 }), opening, (from, seconds, open) => {
        const end = deadline(open, from, seconds);
        expect(end && businessSeconds(open, from, end)).toBeCloseTo(seconds, 3);
      }),
    );
  });
});
