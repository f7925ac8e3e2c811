import { Temporal } from "temporal-polyfill";

/** Whether a text names a time zone. By name only: of an offset such as +01:00 PostgreSQL means the opposite. */
export const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Temporal.PlainDate(2026, 1, 1).toZonedDateTime(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The local date, such as "2026-11-16", at an instant. */
export const dateAt = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The instant at which a local date begins, which is not midnight where the clock jumps over it. */
export const startOf = (date: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);

/** Whether a text is a date like "2026-12-25" of the years 2000–2099. */
export const isDate = (text: string): boolean => {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The date that many days later. */
export const dateAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Day of the week of a date, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

/** The local hour, 0–23, at an instant. */
export const hourAt = (at: Date, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).hour;
