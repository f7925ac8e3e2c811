import { Temporal } from "temporal-polyfill";

const AT = "03:00";

/** The newest three o'clock in the morning of a zone that is not after `now`. Where clocks are put forward over it, the
 * moment after. */
export const latestNight = (now: Date, zone: string): Date => {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const on = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone: zone, plainTime: AT });
  const today = on(there.toPlainDate());
  const night =
    Temporal.ZonedDateTime.compare(today, there) > 0 ? on(there.toPlainDate().subtract({ days: 1 })) : today;
  return new Date(night.epochMilliseconds);
};
