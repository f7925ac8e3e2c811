import { Temporal } from "temporal-polyfill";

/** A half-open stretch of time made of whole local dates. */
export type Range = {
  from: Date;
  to: Date;
  /** Local dates, both included. */
  firstDate: string;
  lastDate: string;
  /** ISO week, such as "2026-W47", when the range is exactly one week. */
  week: string | null;
};

const startOfDate = (date: Temporal.PlainDate, zone: string): Date =>
  new Date(date.toZonedDateTime(zone).epochMilliseconds);

/** From the first to the last local date, both included. */
export const rangeOf = (first: Temporal.PlainDate, last: Temporal.PlainDate, zone: string): Range => ({
  from: startOfDate(first, zone),
  to: startOfDate(last.add({ days: 1 }), zone),
  firstDate: first.toString(),
  lastDate: last.toString(),
  week: first.dayOfWeek === 1 && first.add({ days: 6 }).equals(last) ? weekOf(first) : null,
});

const weekOf = (date: Temporal.PlainDate): string => `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;

const monday = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });

/** Years that can be asked for. What is compared with a range of theirs lies in years that PostgreSQL reads too. */
const DATE = /^20\d\d-\d\d-\d\d$/;
const WEEK = /^(20\d\d)-W(\d\d)$/;

/** The ISO week named like "2026-W47"; null when there is no such week or it lies outside of 2000–2099. */
export const rangeOfWeek = (week: string, zone: string): Range | null => {
  const match = WEEK.exec(week);
  if (!match) return null;
  // 4 January always lies in week 1.
  const first = monday(new Temporal.PlainDate(Number(match[1]), 1, 4)).add({ weeks: Number(match[2]) - 1 });
  return weekOf(first) === week ? rangeOf(first, first.add({ days: 6 }), zone) : null;
};

/** From the first to the last local date like "2026-11-16", both included; null when one is no date, lies outside of
 * 2000–2099 or they are the wrong way round. */
export const rangeOfDates = (first: string, last: string, zone: string): Range | null => {
  if (!DATE.test(first) || !DATE.test(last)) return null;
  try {
    const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
    return Temporal.PlainDate.compare(from, to) > 0 ? null : rangeOf(from, to, zone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The last complete ISO week before `now`. */
export const weekBefore = (now: Temporal.Instant, zone: string): Range => {
  const thisMonday = monday(now.toZonedDateTimeISO(zone).toPlainDate());
  return rangeOf(thisMonday.subtract({ days: 7 }), thisMonday.subtract({ days: 1 }), zone);
};

/** The range of equal length just before. */
export const rangeBefore = (range: Range, zone: string): Range => {
  const [first, last] = [Temporal.PlainDate.from(range.firstDate), Temporal.PlainDate.from(range.lastDate)];
  const days = first.until(last).days + 1;
  return rangeOf(first.subtract({ days }), last.subtract({ days }), zone);
};

/** The `weeks` ISO weeks that end with the week of the range's last date, oldest first. */
export const weeksUpTo = (range: Range, weeks: number, zone: string): Range[] => {
  const last = monday(Temporal.PlainDate.from(range.lastDate));
  return Array.from({ length: weeks }, (_, i) => {
    const first = last.subtract({ weeks: weeks - 1 - i });
    return rangeOf(first, first.add({ days: 6 }), zone);
  });
};

/** The ISO weeks that a range touches, oldest first; at most two years of them. */
export const weeksIn = (range: Range, zone: string): Range[] => {
  const [first, last] = [
    monday(Temporal.PlainDate.from(range.firstDate)),
    monday(Temporal.PlainDate.from(range.lastDate)),
  ];
  return weeksUpTo(range, Math.min(105, first.until(last).days / 7 + 1), zone);
};
