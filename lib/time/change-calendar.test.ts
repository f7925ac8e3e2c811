import { expect, test } from "vitest";
import { type Calendar, closedWeekdays, exceptionsOf, versionAt, weekly } from "./calendar.ts";
import {
  ALWAYS,
  changedFrom,
  feltFrom,
  withException,
  withHours,
  withoutException,
  withoutHours,
} from "./change-calendar.ts";

const zone = "Europe/Berlin";
const WORKDAYS = [1, 2, 3, 4, 5];
const day = { opens: "09:00", closes: "17:00" };
const long = { opens: "08:00", closes: "20:00" };
const christmas = { date: "2026-12-25", name: "Christmas", hours: [] };
const eve = { date: "2026-12-24", name: "Christmas Eve", hours: [{ opens: "09:00", closes: "12:00" }] };
const plain: Calendar["versions"] = [{ from: null, zone, windows: weekly(WORKDAYS, day), exceptions: [] }];
const holidays = withException(withException(plain, christmas), eve);
const longer = { from: "2026-12-25", zone, windows: weekly(WORKDAYS, long) };

test("new hours begin on their date, and holidays stay where they are", () => {
  const changed = withHours(holidays, longer);
  expect(changed.map(({ from, exceptions }) => [from, exceptions.map(({ date }) => date)])).toEqual([
    [null, ["2026-12-24"]],
    ["2026-12-25", ["2026-12-25"]],
  ]);
  expect(versionAt(changed, "2026-12-24").windows).toEqual(weekly(WORKDAYS, day));
  expect(exceptionsOf(changed)).toEqual([eve, christmas]);
  expect(changedFrom(holidays, changed)).toBe("2026-12-25");
  expect(withoutHours(changed, "2026-12-25")).toEqual(holidays);
});

test("hours between two changes hold until the second", () => {
  const changed = withHours(withHours(plain, { ...longer, from: "2027-03-01" }), {
    ...longer,
    from: "2027-01-01",
    windows: [],
  });
  expect(changed.map(({ from }) => from)).toEqual([null, "2027-01-01", "2027-03-01"]);
  expect(changedFrom(plain, changed)).toBe("2027-01-01");
  const again = withHours(changed, { ...longer, from: "2027-01-01" });
  expect(again.map(({ windows }) => windows.length)).toEqual([5, 5, 5]);
  expect(changedFrom(changed, again)).toBe("2027-01-01");
});

test("what changes nothing changes since never", () => {
  expect(changedFrom(holidays, holidays)).toBeNull();
  expect(changedFrom(plain, withHours(plain, { from: "2026-06-01", zone, windows: weekly(WORKDAYS, day) }))).toBeNull();
  expect(changedFrom(holidays, withException(holidays, { ...christmas, name: "Xmas" }))).toBeNull();
  // A Sunday is closed with and without its holiday.
  expect(changedFrom(plain, withException(plain, { ...christmas, date: "2026-12-27" }))).toBeNull();
});

test("a holiday, a half day and their end change their date, other hours since ever change all", () => {
  expect(changedFrom(plain, holidays)).toBe("2026-12-24");
  expect(changedFrom(holidays, withoutException(holidays, "2026-12-25"))).toBe("2026-12-25");
  expect(changedFrom(plain, [{ ...plain[0], zone: "UTC" }])).toBe(ALWAYS);
  expect(changedFrom(holidays, withException(holidays, { ...eve, hours: [] }))).toBe("2026-12-24");
});

test("a change is felt from the first beginning of its date, in whatever zone it is read", () => {
  const tokyo = withHours(plain, {
    from: "2026-12-01",
    zone,
    windows: weekly(WORKDAYS, { ...day, zone: "Asia/Tokyo" }),
  });
  expect(feltFrom("2026-12-01", plain, plain)?.toISOString()).toBe("2026-11-30T23:00:00.000Z");
  expect(feltFrom("2026-12-01", plain, tokyo)?.toISOString()).toBe("2026-11-30T15:00:00.000Z");
  expect(feltFrom("2026-12-01", tokyo, plain)?.toISOString()).toBe("2026-11-30T15:00:00.000Z");
  expect(feltFrom(ALWAYS, plain, tokyo)).toBeNull();
});

test("closed weekdays are those of the hours that hold in the range; a night opens two", () => {
  const changed = withHours(plain, {
    from: "2026-12-01",
    zone,
    windows: weekly([5], { opens: "22:00", closes: "30:00" }),
  });
  expect(closedWeekdays(changed, "2026-11-01", "2026-11-30")).toEqual([6, 7]);
  expect(closedWeekdays(changed, "2026-12-01", "2026-12-06")).toEqual([1, 2, 3, 4, 7]);
  expect(closedWeekdays(changed, "2026-11-23", "2026-12-06")).toEqual([7]);
});
