import { Temporal } from "temporal-polyfill";

/** Opening hours of a queue. Wall times live here only; everything else is absolute. */
export type Calendar = {
  /** IANA zone in which the windows are read. */
  zone: string;
  /** Weekly windows; weekday 1 = Monday … 7 = Sunday; "HH:MM", a close past "24:00" runs into the next day. */
  windows: { weekday: number; opens: string; closes: string }[];
  /** Local dates (YYYY-MM-DD) on which no window starts. */
  holidays: string[];
  version: string;
};

/** Monday to Friday, nine to five. */
export const defaultCalendar = (zone: string): Calendar => ({
  zone,
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "09:00", closes: "17:00" })),
  holidays: [],
  version: "1",
});

/** Absolute, merged, in order. `before` = open milliseconds before the window since the start of the expansion. */
type Window = { from: number; to: number; before: number };
type Expansion = { firstYear: number; lastYear: number; windows: Window[] };

const expansions = new WeakMap<Calendar, Expansion>();
const DAY_MS = 86_400_000;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

/** Both ends are read as "compatible": adjacent windows neither overlap nor leave a gap at a clock change. */
const instantOf = (date: Temporal.PlainDate, minutes: number, zone: string): number =>
  date.add({ days: Math.floor(minutes / 1440) }).toZonedDateTime({
    timeZone: zone,
    plainTime: new Temporal.PlainTime(Math.floor((minutes % 1440) / 60), minutes % 60),
  }).epochMilliseconds;

/** A zone that moved across the date line left a date out. */
const exists = (date: Temporal.PlainDate, zone: string): boolean =>
  date.toZonedDateTime(zone).toPlainDate().equals(date);

const expand = (calendar: Calendar, firstYear: number, lastYear: number): Window[] => {
  const spans: { from: number; to: number }[] = [];
  const holidays = new Set(calendar.holidays);
  const end = new Temporal.PlainDate(lastYear + 1, 1, 1);
  let date = new Temporal.PlainDate(firstYear, 1, 1).subtract({ days: 2 });
  for (; Temporal.PlainDate.compare(date, end) < 0; date = date.add({ days: 1 })) {
    if (holidays.has(date.toString()) || !exists(date, calendar.zone)) continue;
    for (const { weekday, opens, closes } of calendar.windows) {
      if (weekday !== date.dayOfWeek) continue;
      const from = instantOf(date, minutesOf(opens), calendar.zone);
      const to = instantOf(date, minutesOf(closes), calendar.zone);
      if (to > from) spans.push({ from, to });
    }
  }
  return merge(spans.sort((a, b) => a.from - b.from));
};

const merge = (spans: { from: number; to: number }[]): Window[] => {
  const merged: Window[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span, before: last ? last.before + last.to - last.from : 0 });
  }
  // `before` is right only once the window ahead has stopped growing.
  for (const [i, window] of merged.entries()) {
    const last = merged[i - 1];
    window.before = last ? last.before + last.to - last.from : 0;
  }
  return merged;
};

const windowsAround = (calendar: Calendar, from: number, to: number): Window[] => {
  const [first, last] = [new Date(from - 2 * DAY_MS).getUTCFullYear(), new Date(to + 2 * DAY_MS).getUTCFullYear()];
  const known = expansions.get(calendar);
  if (known && known.firstYear <= first && known.lastYear >= last) return known.windows;
  const [firstYear, lastYear] = [Math.min(first, known?.firstYear ?? first), Math.max(last, known?.lastYear ?? last)];
  const windows = expand(calendar, firstYear, lastYear);
  expansions.set(calendar, { firstYear, lastYear, windows });
  return windows;
};

/** Index of the last window that starts at or before `time`; −1 when there is none. */
const lastStarted = (windows: Window[], time: number): number => {
  let [low, high] = [0, windows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((windows[middle]?.from ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const openBefore = (windows: Window[], time: number): number => {
  const window = windows[lastStarted(windows, time)];
  return window ? window.before + Math.min(time, window.to) - window.from : 0;
};

/** Seconds, with fractions, in which the calendar was open between two instants; 0 when `to` is before `from`.
 * Windows are half-open, [opens, closes). */
export const businessSeconds = (calendar: Calendar, from: Date, to: Date): number => {
  if (to <= from) return 0;
  const windows = windowsAround(calendar, from.getTime(), to.getTime());
  return (openBefore(windows, to.getTime()) - openBefore(windows, from.getTime())) / 1000;
};

/** Whether the calendar is open at an instant. */
export const isOpen = (calendar: Calendar, at: Date): boolean => {
  const time = at.getTime();
  const windows = windowsAround(calendar, time, time);
  const window = windows[lastStarted(windows, time)];
  return window !== undefined && time < window.to;
};

/** The first instant by which `seconds` open seconds have passed since `from`; null when the calendar does not open
 * for that long within two years. The inverse of `businessSeconds`. */
export const deadline = (calendar: Calendar, from: Date, seconds: number): Date | null => {
  const start = from.getTime();
  const windows = windowsAround(calendar, start, start + 730 * DAY_MS);
  const wanted = openBefore(windows, start) + seconds * 1000;
  const window = windows.find(({ from: opens, to, before }) => to > start && before + to - opens >= wanted);
  return window ? new Date(Math.max(start, window.from + wanted - window.before)) : null;
};
