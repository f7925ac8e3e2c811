import { dateAt, weekdayOf } from "./zone.ts";

/** A stretch of opening hours, [opens, closes), in "HH:MM"; a close past "24:00" runs into the next day. `zone` only where
 * it is read in another zone than the rest, for a queue that two offices serve. */
export type Hours = { opens: string; closes: string; zone?: string };

/** weekday 1 = Monday … 7 = Sunday. */
export type WeeklyHours = Hours & { weekday: number };

/** A local date on which other hours hold than those of its weekday; none = closed. They replace the windows that start on
 * that date: a night shift goes with the date on which it starts. */
export type Exception = { date: string; name: string; hours: Hours[] };

/** Hours that hold from a local date on, until the next version's. Wall times live here only; all else is absolute. */
export type CalendarVersion = {
  /** Null = always, for the first. */
  from: string | null;
  /** IANA zone in which dates and times are read. */
  zone: string;
  windows: WeeklyHours[];
  /** Of the dates on which this version holds, in order. */
  exceptions: Exception[];
};

/** Opening hours of queues: at each moment those of the version that holds then. */
export type Calendar = {
  key: string;
  /** Raised with each change, so that a wait can say by which hours it was counted. */
  revision: number;
  /** In order; the first holds since ever. */
  versions: [CalendarVersion, ...CalendarVersion[]];
};

/** The hours of a queue: what was handed over in a source, by its key, to a team, or to none that is known. */
export type CalendarOf = (source: string, team: string | null) => Calendar;

/** Hours by the day, the same on all of them. */
export const weekly = (weekdays: number[], ...hours: Hours[]): WeeklyHours[] =>
  weekdays.flatMap((weekday) => hours.map((one) => ({ weekday, ...one })));

/** The calendar of every queue without one of its own. */
export const WORKSPACE_HOURS = "workspace";

/** Monday to Friday, nine to five. */
export const defaultCalendar = (zone: string): Calendar => ({
  key: WORKSPACE_HOURS,
  revision: 1,
  versions: [
    { from: null, zone, windows: weekly([1, 2, 3, 4, 5], { opens: "09:00", closes: "17:00" }), exceptions: [] },
  ],
});

/** How a wait names the hours by which it was counted. */
export const labelOf = ({ key, revision }: Calendar): string => `${key} ${revision}`;

type Versions = Calendar["versions"];

/** The version that holds on a local date. */
export const versionAt = (versions: Versions, date: string): CalendarVersion =>
  versions.findLast(({ from }) => from === null || from <= date) ?? versions[0];

/** The local date at an instant, in the zone that holds then. */
export const dateIn = (versions: Versions, at: Date): string => dateAt(at, versionAt(versions, dateAt(at, "UTC")).zone);

/** The windows that start on a day of the week. */
export const hoursOfWeekday = (windows: WeeklyHours[], weekday: number): Hours[] =>
  windows.filter((window) => window.weekday === weekday).map(({ weekday: _, ...hours }) => hours);

/** The windows that start on a local date, by the version that holds then. */
export const hoursOn = ({ windows, exceptions }: CalendarVersion, date: string): Hours[] => {
  const exception = exceptions.find((one) => one.date === date);
  if (exception) return exception.hours;
  return hoursOfWeekday(windows, weekdayOf(date));
};

/** Holidays and half days of all versions, in order. */
export const exceptionsOf = (versions: Versions): Exception[] => versions.flatMap(({ exceptions }) => exceptions);

/** The weekdays that nothing opens, by the weekly hours of the versions that hold between two local dates. */
export const closedWeekdays = (versions: Versions, first: string, last: string): number[] => {
  const holding = versions.filter(({ from }, i) => (from ?? "") <= last && (versions[i + 1]?.from ?? "9999") > first);
  const open = new Set(
    holding.flatMap(({ windows }) =>
      windows.flatMap(({ weekday, closes }) => (closes > "24:00" ? [weekday, (weekday % 7) + 1] : [weekday])),
    ),
  );
  return [1, 2, 3, 4, 5, 6, 7].filter((weekday) => !open.has(weekday));
};
