import { expect, test } from "vitest";
import { parseHours } from "./hours-text.ts";
import { missingTime } from "./missing-time.ts";

const missing = (date: string, zone: string, text: string) => {
  const read = parseHours(text);
  if ("problem" in read) throw new Error(read.problem);
  return missingTime(date, zone, read.hours);
};

test.each([
  [
    "2026-03-29",
    "Europe/Berlin",
    "02:30–06:00",
    "On Sun 29 Mar 2026 there is no 02:30: the clock goes from 02:00 to 03:00 at once.",
  ],
  [
    "2026-03-29",
    "Europe/Berlin",
    "00:00–02:15",
    "On Sun 29 Mar 2026 there is no 02:15: the clock goes from 02:00 to 03:00 at once.",
  ],
  [
    "2026-03-28",
    "Europe/Berlin",
    "22:00–02:30 next day",
    "On Sun 29 Mar 2026 there is no 02:30: the clock goes from 02:00 to 03:00 at once.",
  ],
  [
    "2026-03-29",
    "UTC",
    "02:30–03:30 Europe/Berlin",
    "On Sun 29 Mar 2026 there is no 02:30: the clock goes from 02:00 to 03:00 at once.",
  ],
  [
    "2026-10-04",
    "Australia/Lord_Howe",
    "02:10–05:00",
    "On Sun 4 Oct 2026 there is no 02:10: the clock goes from 02:00 to 02:30 at once.",
  ],
])("%s in %s, %s: said in a sentence", (date, zone, text, sentence) => {
  expect(missing(date, zone, text)).toBe(sentence);
});

test.each([
  ["2026-03-29", "Europe/Berlin", "00:00–02:00, 03:00–06:00"],
  ["2026-03-29", "Europe/Berlin", "01:00–04:00"],
  ["2026-10-25", "Europe/Berlin", "02:30–06:00"],
  ["2026-03-28", "Europe/Berlin", "02:30–06:00"],
  ["2026-03-29", "UTC", "02:30–06:00"],
  ["2026-03-29", "Europe/Berlin", "22:00–02:30 next day"],
])("%s in %s, %s: each time is there", (date, zone, text) => {
  expect(missing(date, zone, text)).toBeNull();
});
