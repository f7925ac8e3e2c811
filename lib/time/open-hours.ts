import { Temporal } from "temporal-polyfill";
import { openSpans } from "./business-time.ts";
import type { Calendar } from "./calendar.ts";
import type { Range } from "./range.ts";

const HOUR_MS = 3_600_000;

/** The local hours of the week in which a calendar opens at all within a range, as weekday × 24 + hour (1 = Monday). */
export const openWeekHours = (
  calendar: Calendar,
  { from, to }: Pick<Range, "from" | "to">,
  zone: string,
): Set<number> => {
  const open = new Set<number>();
  for (const span of openSpans(calendar, from, to)) {
    const end = span.to.getTime();
    for (let at = span.from.getTime(); at < end; at += HOUR_MS - (at % (HOUR_MS / 4))) open.add(hourOf(at, zone));
    open.add(hourOf(end - 1, zone));
  }
  return open;
};

const hourOf = (at: number, zone: string): number => {
  const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return dayOfWeek * 24 + hour;
};
