import { Temporal } from "temporal-polyfill";
import { type Calendar, type CalendarVersion, type Hours, hoursOn } from "./calendar.ts";

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

type Span = { from: number; to: number };

const spanOf = (date: Temporal.PlainDate, { opens, closes }: Hours, zone: string): Span[] => {
  if (!exists(date, zone)) return [];
  const [from, to] = [instantOf(date, minutesOf(opens), zone), instantOf(date, minutesOf(closes), zone)];
  return to > from ? [{ from, to }] : [];
};

/** The windows that a version opens on the dates from its own to the next one's. */
const spansOf = (version: CalendarVersion, first: Temporal.PlainDate, end: Temporal.PlainDate): Span[] => {
  const spans: Span[] = [];
  for (let date = first; Temporal.PlainDate.compare(date, end) < 0; date = date.add({ days: 1 })) {
    for (const hours of hoursOn(version, date.toString()))
      spans.push(...spanOf(date, hours, hours.zone ?? version.zone));
  }
  return spans;
};

const expand = ({ versions }: Calendar, firstYear: number, lastYear: number): Window[] => {
  const start = new Temporal.PlainDate(firstYear, 1, 1).subtract({ days: 3 });
  const end = new Temporal.PlainDate(lastYear + 1, 1, 1).add({ days: 1 });
  const dateOf = (from: string | null | undefined) => (from ? Temporal.PlainDate.from(from) : null);
  const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b);
  const sooner = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (later(a, b) === a ? b : a);
  const spans = versions.flatMap((version, i) =>
    spansOf(version, later(start, dateOf(version.from) ?? start), sooner(end, dateOf(versions[i + 1]?.from) ?? end)),
  );
  return merge(spans.sort((a, b) => a.from - b.from));
};

const merge = (spans: Span[]): Window[] => {
  const merged: Window[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span, before: 0 });
  }
  // Only once a window has stopped growing is known how much was open before the next.
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

/** Seconds, with fractions, in which the calendar was open between two instants, by the hours valid at each moment; 0 when
 * `to` is before `from`. Windows are half-open, [opens, closes); what two of them cover counts once. */
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

/** The stretches in which the calendar is open between two instants, cut at both. */
export const openSpans = (calendar: Calendar, from: Date, to: Date): { from: Date; to: Date }[] =>
  windowsAround(calendar, from.getTime(), to.getTime())
    .filter((window) => window.to > from.getTime() && window.from < to.getTime())
    .map((window) => ({
      from: new Date(Math.max(window.from, from.getTime())),
      to: new Date(Math.min(window.to, to.getTime())),
    }));

/** The first instant by which `seconds` open seconds have passed since `from`; null when the calendar does not open
 * for that long within two years. The inverse of `businessSeconds`. */
export const deadline = (calendar: Calendar, from: Date, seconds: number): Date | null => {
  const start = from.getTime();
  const windows = windowsAround(calendar, start, start + 730 * DAY_MS);
  const wanted = openBefore(windows, start) + seconds * 1000;
  const window = windows.find(({ from: opens, to, before }) => to > start && before + to - opens >= wanted);
  return window ? new Date(Math.max(start, window.from + wanted - window.before)) : null;
};
