import { Temporal } from "temporal-polyfill";
import { type Range, rangeOf, weekBefore } from "./range.ts";

/** Periods that go with time. */
export const PERIODS = ["week", "4w", "12w", "month", "quarter"] as const;
export type Period = (typeof PERIODS)[number];

export const isPeriod = (name: string): name is Period => (PERIODS as readonly string[]).includes(name);

/** The last complete week, the last 4 or 12 of them, the last complete month or quarter before `now`. */
export const periodOf = (period: Period, now: Date, zone: string): Range => {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  if (period === "month" || period === "quarter") {
    const [newest] = monthsBefore(now, period === "month" ? 1 : 3, 1, zone);
    if (newest) return newest;
  }
  const week = weekBefore(instant, zone);
  const weeks = period === "4w" ? 4 : period === "12w" ? 12 : 1;
  const last = Temporal.PlainDate.from(week.lastDate);
  return rangeOf(last.subtract({ days: weeks * 7 - 1 }), last, zone);
};

/** The newest `count` complete stretches of so many months (1 = months, 3 = quarters), newest first. */
export const monthsBefore = (now: Date, months: 1 | 3, count: number, zone: string): Range[] => {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const current = today.with({ day: 1 }).subtract({ months: (today.month - 1) % months });
  return Array.from({ length: count }, (_, i) => {
    const first = current.subtract({ months: (i + 1) * months });
    return rangeOf(first, first.add({ months }).subtract({ days: 1 }), zone);
  });
};

/** The period that a range is at `now`; null for one that stands where it is. */
export const periodNamed = (range: Range, now: Date, zone: string): Period | null =>
  PERIODS.find((period) => {
    const { firstDate, lastDate } = periodOf(period, now, zone);
    return firstDate === range.firstDate && lastDate === range.lastDate;
  }) ?? null;
