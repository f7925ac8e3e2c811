import { type Range, rangeOfDates } from "#lib/time/range.ts";
import type { Annotation } from "./annotation.ts";

/** When an annotation belongs: its instant, or the start of its local date. Null for a date that is none. */
export const instantOf = ({ date, at }: Pick<Annotation, "date" | "at">, zone: string): Date | null =>
  at ?? (date === null ? null : (rangeOfDates(date, date, zone)?.from ?? null));

/** Where an instant stands on an axis whose whole numbers are the middles of consecutive weeks: the start of week i is
 * i − 0.5. Null outside of them. */
export const positionIn = (weeks: Pick<Range, "from" | "to">[], at: Date): number | null => {
  const index = weeks.findIndex(({ from, to }) => from <= at && at < to);
  const week = weeks[index];
  if (!week) return null;
  const share = (at.getTime() - week.from.getTime()) / (week.to.getTime() - week.from.getTime());
  return index - 0.5 + share;
};
