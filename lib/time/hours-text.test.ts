import fc from "fast-check";
import { expect, test } from "vitest";
import { weekly } from "./calendar.ts";
import { hoursText, parseHours, weekText } from "./hours-text.ts";

test.each([
  ["", ""],
  ["closed", ""],
  ["9-17", "09:00–17:00"],
  ["13.30 – 17, 9:00–12:30", "09:00–12:30, 13:30–17:00"],
  ["22:00–06:00 next day", "22:00–06:00 next day"],
  ["22 to 30:00", "22:00–06:00 next day"],
  ["00:00–24:00", "00:00–24:00"],
  ["8–16 Europe/London; 9–17", "08:00–16:00 Europe/London, 09:00–17:00"],
  ["09:00–13:00, 12:00–17:00", "09:00–13:00, 12:00–17:00"],
])("%s is read as %s", (text, expected) => {
  const read = parseHours(text);
  expect("hours" in read ? hoursText(read.hours) : read).toBe(expected);
});

test.each([
  ["17–9", "“17–9” closes before it opens. For a night write 17:00–09:00 next day."],
  ["9–9", "“9–9” closes when it opens."],
  ["25–26", "“25–26”: there is no such time of day."],
  ["9:75–12", "“9:75–12”: there is no such time of day."],
  ["9–49", "“9–49”: there is no such time of day."],
  ["nine to five", "“nine to five” are no hours like 09:00–17:00."],
  ["9", "“9” are no hours like 09:00–17:00."],
  ["9–17 Mars/Base", "“Mars/Base” is no time zone, such as Europe/Berlin."],
  [Array.from({ length: 13 }, () => "9–17").join(), "A day has at most 12 stretches of hours."],
])("%s is refused in words", (text, problem) => {
  expect(parseHours(text)).toEqual({ problem });
});

test("what is written is read back as it was", () => {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }), fc.boolean())
    .map(([opens, length, isAbroad]) => ({
      opens: clock(opens),
      closes: clock(opens + length),
      ...(isAbroad ? { zone: "Asia/Kathmandu" } : {}),
    }));
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 5 }), (some) => {
      const ordered = some.toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
      expect(parseHours(hoursText(ordered))).toEqual({ hours: ordered });
    }),
  );
});

test("a week is told by its days with the same hours", () => {
  const day = { opens: "09:00", closes: "17:00" };
  expect(weekText(weekly([1, 2, 3, 5, 7], day))).toBe("Mon–Wed 09:00–17:00 · Fri 09:00–17:00 · Sun 09:00–17:00");
  expect(weekText([...weekly([1, 2], day), ...weekly([2], { opens: "22:00", closes: "30:00" })])).toBe(
    "Mon 09:00–17:00 · Tue 09:00–17:00, 22:00–06:00 next day",
  );
  expect(weekText([])).toBe("never open");
});
