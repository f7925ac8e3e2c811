import { type Calendar, type CalendarVersion, type Exception, exceptionsOf, hoursOn, versionAt } from "./calendar.ts";
import { startOf } from "./zone.ts";

type Versions = Calendar["versions"];

const byDate = (a: Exception, b: Exception) => (a.date < b.date ? -1 : 1);

/** Other weekly hours or another zone from a local date on, until the next version's date. Exceptions stay on their
 * dates. */
export const withHours = (
  versions: Versions,
  { from, zone, windows }: Pick<CalendarVersion, "zone" | "windows"> & { from: string },
): Versions => {
  const [first, ...rest] = versions.flatMap((version): CalendarVersion[] => {
    if (version.from === from) return [{ ...version, zone, windows }];
    if (version !== versionAt(versions, from)) return [version];
    const [before, after] = [true, false].map((isBefore) =>
      version.exceptions.filter(({ date }) => date < from === isBefore),
    );
    return [
      { ...version, exceptions: before ?? [] },
      { from, zone, windows, exceptions: after ?? [] },
    ];
  });
  return first ? [first, ...rest] : versions;
};

/** Takes back the hours that begin on a date: those before go on. */
export const withoutHours = (versions: Versions, from: string): Versions => {
  const at = versions.findIndex((version) => version.from === from);
  const [before, gone] = [versions[at - 1], versions[at]];
  if (!before || !gone) return versions;
  const kept = { ...before, exceptions: [...before.exceptions, ...gone.exceptions].sort(byDate) };
  const [first, ...rest] = versions.with(at - 1, kept).filter((version) => version !== gone);
  return first ? [first, ...rest] : versions;
};

const withExceptions = (versions: Versions, exceptions: Exception[]): Versions => {
  const ordered = exceptions.toSorted(byDate);
  const [first, ...rest] = versions.map((version) => ({
    ...version,
    exceptions: ordered.filter(({ date }) => versionAt(versions, date) === version),
  }));
  return first ? [first, ...rest] : versions;
};

/** With a holiday or half day, in place of what was said about its date. */
export const withException = (versions: Versions, exception: Exception): Versions =>
  withExceptions(versions, [...exceptionsOf(versions).filter(({ date }) => date !== exception.date), exception]);

/** With the hours of its weekday on a date. */
export const withoutException = (versions: Versions, date: string): Versions =>
  withExceptions(
    versions,
    exceptionsOf(versions).filter((one) => one.date !== date),
  );

export const ALWAYS = "always";

/** The first local date on which one calendar is open at other times than the other, ALWAYS when they differ since ever,
 * null when they are the same to the clock. */
export const changedFrom = (before: Versions, after: Versions): string | null => {
  const holds = (versions: Versions, date: string | null) => (date === null ? versions[0] : versionAt(versions, date));
  const week = ({ zone, windows }: CalendarVersion) => JSON.stringify([zone, windows]);
  const starts = [...before, ...after]
    .map(({ from }) => from)
    .filter((from) => week(holds(before, from)) !== week(holds(after, from)));
  if (starts.includes(null)) return ALWAYS;
  const days = [...exceptionsOf(before), ...exceptionsOf(after)].map(({ date }) => date);
  const other = days.filter((date) => {
    const [one, two] = [versionAt(before, date), versionAt(after, date)];
    return one.zone !== two.zone || JSON.stringify(hoursOn(one, date)) !== JSON.stringify(hoursOn(two, date));
  });
  return [...starts.filter((from) => from !== null), ...other].sort()[0] ?? null;
};

/** The earliest instant at which a change of the hours on a local date can be felt: the first of that date's beginnings in
 * all zones in which one or the other is read. Null = since ever. */
export const feltFrom = (date: string, ...calendars: Versions[]): Date | null => {
  if (date === ALWAYS) return null;
  const zones = calendars.flatMap((versions) => {
    const version = versionAt(versions, date);
    const elsewhere = [...version.windows, ...hoursOn(version, date)].flatMap(({ zone }) => zone ?? []);
    return [version.zone, ...elsewhere];
  });
  return new Date(Math.min(...zones.map((zone) => startOf(date, zone).getTime())));
};
