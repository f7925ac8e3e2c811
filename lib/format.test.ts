import { expect, test } from "vitest";
import {
  clock,
  clockChangeText,
  count,
  date,
  dates,
  dateTime,
  duration,
  label,
  localDate,
  localInstant,
  measurementText,
  percent,
  points,
  rangeName,
  roughLength,
  time,
} from "./format.ts";
import { ratio } from "./metrics/measure.ts";
import { rangeOfDates, rangeOfWeek } from "./time/range.ts";

test("shares, differences and counts", () => {
  expect(percent(0.684)).toBe("68\u202f%");
  expect(percent(0.24, 1)).toBe("24.0\u202f%");
  expect(percent(null)).toBe("–");
  expect([points(0.009), points(-0.029), points(0.0004)]).toEqual(["+0.9", "−2.9", "±0.0"]);
  expect(count(1409)).toBe("1,409");
});

test.each([
  [0, "0:00"],
  [59.9, "0:59"],
  [250, "4:10"],
  [3599, "59:59"],
  [3900, "1 h 05"],
  [172_800, "2 d 0 h"],
])("%d seconds read %s", (seconds, text) => expect(duration(seconds)).toBe(text));

test("a file has the zone's clock and how far it is from UTC", () => {
  expect(localInstant(new Date("2026-11-16T09:04:05.678Z"), "Europe/Berlin")).toBe("2026-11-16T10:04:05+01:00");
  expect(localInstant(new Date("2026-07-16T09:04:05Z"), "Asia/Kathmandu")).toBe("2026-07-16T14:49:05+05:45");
});

test("dates and times are the zone's, not the machine's", () => {
  const at = new Date("2026-10-25T00:30:00Z");
  expect(dateTime(at, "Europe/Berlin")).toBe("Sun 25 Oct 02:30");
  expect(time(new Date("2026-10-25T01:30:00Z"), "Europe/Berlin")).toBe("02:30");
  expect(clock(new Date("2026-10-25T01:30:07Z"), "Europe/Berlin")).toBe("02:30:07");
  expect(date(at, "America/New_York")).toBe("24 Oct 2026");
});

test.each([
  ["2026-11-16", "2026-11-22", "16–22 Nov 2026"],
  ["2026-11-30", "2026-12-06", "30 Nov – 6 Dec 2026"],
  ["2026-12-28", "2027-01-03", "28 Dec 2026 – 3 Jan 2027"],
  ["2026-11-16", "2026-11-16", "16 Nov 2026"],
])("%s to %s reads %s", (firstDate, lastDate, text) => expect(dates({ firstDate, lastDate })).toBe(text));

test("a local date is told with its weekday, a clock change with the length of its day", () => {
  expect(localDate("2026-12-25")).toBe("Fri 25 Dec 2026");
  expect(clockChangeText(25)).toBe("the clock goes back: a day of 25 hours");
  expect(clockChangeText(23.5)).toBe("the clock goes forward: a day of 23.5 hours");
});

test("what changes while one looks is told roughly", () => {
  expect([59, 60, 2034, 7199, 7200, 36 * 3600, 49 * 3600].map(roughLength)).toEqual([
    "under a minute",
    "1 min",
    "34 min",
    "120 min",
    "2 h",
    "36 h",
    "2 d",
  ]);
});

test("a value is never shown without what it rests on, and not at all on fewer than ten", () => {
  expect(measurementText("handoffCsat", ratio({ part: 28, n: 41 }))).toBe("68\u202f% · n\u202f41 · 95\u202f% 53–80");
  expect(measurementText("handoffCsat", ratio({ part: 7, n: 9 }))).toBe("too few · n\u202f9");
  expect(measurementText("handoffCsat", ratio({ part: 0, n: 0 }))).toBe("none");
});

test("codes of the sources become words", () => {
  expect(["web_chat", "none", "human_only", "gift-card"].map(label)).toEqual([
    "Web chat",
    "Not given",
    "Human-only",
    "Gift card",
  ]);
});

test("a topic named like a property of every object is text too", () => {
  expect(label("constructor")).toBe("Constructor");
});

test.each([
  [["2026-11-16", "2026-11-22"], "week 47"],
  [["2025-11-17", "2025-11-23"], "week 47 of 2025"],
  [["2026-10-12", "2026-11-08"], "weeks 42–45"],
  [["2026-10-01", "2026-10-31"], "October 2026"],
  [["2026-07-01", "2026-09-30"], "Q3 2026"],
  [["2026-08-01", "2026-10-31"], "1 Aug – 31 Oct 2026"],
  [["2026-11-16", "2026-11-20"], "16–20 Nov 2026"],
] as const)("beside a week of 2026, %j is called %s", ([first, last], name) => {
  const [range, beside] = [rangeOfDates(first, last, "UTC"), rangeOfWeek("2026-W47", "UTC")];
  expect(range && beside && rangeName(range, beside)).toBe(name);
});
