import { businessSeconds, openSpans } from "./business-time.ts";
import { type Calendar, versionAt } from "./calendar.ts";
import { dateAfter, startOf, weekdayOf } from "./zone.ts";

/** One local date of a calendar, ready to be drawn: when it is open and what is out of the ordinary. */
export type DayStrip = {
  date: string;
  weekday: number;
  zone: string;
  /** How long the date is, in hours: 24 but where the clock changes. */
  hours: number;
  /** In hours since the date began. */
  open: { from: number; to: number }[];
  spans: { from: Date; to: Date }[];
  endsAt: Date;
  openSeconds: number;
  /** Name of the holiday or half day; null on an ordinary date. */
  exception: string | null;
  /** Whether other weekly hours begin on this date. */
  beginsVersion: boolean;
};

const HOUR_MS = 3_600_000;

/** So many local dates of a calendar from the first on, each in the zone that holds then. A date that a zone left out has
 * none. */
export const dayStrips = (calendar: Calendar, first: string, days: number): DayStrip[] =>
  Array.from({ length: days }, (_, i) => stripOf(calendar, dateAfter(first, i))).filter(({ hours }) => hours > 0);

const stripOf = (calendar: Calendar, date: string): DayStrip => {
  const version = versionAt(calendar.versions, date);
  const [start, endsAt] = [startOf(date, version.zone), startOf(dateAfter(date, 1), version.zone)];
  const since = (at: Date) => (at.getTime() - start.getTime()) / HOUR_MS;
  const spans = openSpans(calendar, start, endsAt);
  return {
    date,
    weekday: weekdayOf(date),
    zone: version.zone,
    hours: since(endsAt),
    open: spans.map(({ from, to }) => ({ from: since(from), to: since(to) })),
    spans,
    endsAt,
    openSeconds: businessSeconds(calendar, start, endsAt),
    exception: version.exceptions.find((one) => one.date === date)?.name ?? null,
    beginsVersion: version.from === date,
  };
};
