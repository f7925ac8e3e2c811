import { expect, test } from "vitest";
import { latestNight } from "./night.ts";

test.each([
  ["2026-11-20T12:00:00Z", "UTC", "2026-11-20T03:00:00.000Z"],
  ["2026-11-20T03:00:00Z", "UTC", "2026-11-20T03:00:00.000Z"],
  ["2026-11-20T02:59:59Z", "UTC", "2026-11-19T03:00:00.000Z"],
  ["2026-11-20T21:14:00Z", "Asia/Kathmandu", "2026-11-19T21:15:00.000Z"],
  ["2026-11-20T21:15:00Z", "Asia/Kathmandu", "2026-11-20T21:15:00.000Z"],
  // There is no 03:00 on this day: clocks go from 02:00 to 04:00 at Troll.
  ["2026-03-29T10:00:00Z", "Antarctica/Troll", "2026-03-29T01:00:00.000Z"],
])("at %s in %s the latest night began at %s", (now, zone, night) => {
  expect(latestNight(new Date(now), zone).toISOString()).toBe(night);
});
