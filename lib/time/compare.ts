import { Temporal } from "temporal-polyfill";
import { type Range, rangeBefore, rangeOf } from "./range.ts";

/** What a period is compared with: the one of equal length before it, the same a year before, the four weeks before it as
 * one, or a period that stays where it is. */
export type Versus = "before" | "year" | "4w" | Range;

const endsOf = ({ firstDate, lastDate }: Range) =>
  [Temporal.PlainDate.from(firstDate), Temporal.PlainDate.from(lastDate)] as const;

const daysIn = (range: Range): number => {
  const [first, last] = endsOf(range);
  return first.until(last).days + 1;
};

export const compareRange = (versus: Versus, range: Range, zone: string): Range => {
  if (versus === "before") return rangeBefore(range, zone);
  if (versus === "year") return yearBefore(range, zone);
  if (versus !== "4w") return versus;
  const [first] = endsOf(range);
  return rangeOf(first.subtract({ days: 28 }), first.subtract({ days: 1 }), zone);
};

/** Whole weeks become the weeks of the same numbers, so that weekdays meet their like; other dates keep day and month. A
 * week 53 that the year before has not becomes its week 52. */
const yearBefore = (range: Range, zone: string): Range => {
  const [first, last] = endsOf(range);
  if (first.dayOfWeek === 1 && last.dayOfWeek === 7) {
    const newest = sameWeek(last);
    return rangeOf(newest.subtract({ days: daysIn(range) - 1 }), newest, zone);
  }
  const end = last.subtract({ years: 1 });
  return rangeOf(
    first.subtract({ years: 1 }),
    last.day === last.daysInMonth ? end.with({ day: end.daysInMonth }) : end,
    zone,
  );
};

const sameWeek = (date: Temporal.PlainDate): Temporal.PlainDate => {
  const found = date.subtract({ weeks: 52 });
  return found.weekOfYear === date.weekOfYear ? found : date.subtract({ weeks: 53 });
};

/** Whether two ranges share a moment: what is in both cannot be compared with itself. */
export const isOverlapping = (a: Pick<Range, "from" | "to">, b: Pick<Range, "from" | "to">): boolean =>
  a.from < b.to && b.from < a.to;

/** The stretches of `length`'s number of days that a range falls into, oldest first; null when it does not fall into whole
 * ones. */
export const inStretches = (range: Range, length: Range, zone: string): Range[] | null => {
  const [first] = endsOf(range);
  const days = daysIn(length);
  const stretches = daysIn(range) / days;
  if (!Number.isInteger(stretches)) return null;
  return Array.from({ length: stretches }, (_, i) => {
    const start = first.add({ days: i * days });
    return rangeOf(start, start.add({ days: days - 1 }), zone);
  });
};
