import { compareRange } from "#lib/time/compare.ts";
import { type Range, rangeBefore, rangeOfDates, weeksUpTo } from "#lib/time/range.ts";

/** A stretch of time as the ranges it is made of, by their place in a list. */
export type Stretch = readonly number[];

/** What topics are counted in, once, and what each part of the page makes of it. now: what is shown; baseline: the four
 * stretches of its length before it; compare: what the reader compares with. long: the same two for topics too small for
 * one week, four weeks against the sixteen before; null where one is shown that is no week. wide: four weeks up to the
 * newest, and the four before those, for what one week says too little of. weeks: the newest twelve. */
export type Windows = {
  ranges: Range[];
  now: Stretch;
  baseline: Stretch;
  compare: Stretch;
  long: { now: Stretch; baseline: Stretch } | null;
  wide: { now: Stretch; before: Stretch };
  weeks: Stretch;
};

const BASELINE = 4;
const LONG_WEEKS = 20;
const SHOWN_WEEKS = 12;

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** The ranges that a page about one period counts topics in: its weeks, which a week that is shown is one of, and what is
 * none of them. */
export const windowsOf = ({ range, compare, zone }: { range: Range; compare: Range; zone: string }): Windows => {
  const count = range.week ? LONG_WEEKS : SHOWN_WEEKS;
  const weeks = weeksUpTo(range, count, zone);
  const ranges = [...weeks];
  const placeOf = (one: Range): Stretch => {
    const inside = weeks.flatMap(({ from, to }, i) => (from >= one.from && to <= one.to ? [i] : []));
    const made = spanOf(weeks, inside, zone);
    if (made && isSame(made, one)) return inside;
    const known = ranges.findIndex((other) => isSame(other, one));
    return [known < 0 ? ranges.push(one) - 1 : known];
  };
  const now = placeOf(range);
  const baseline = beforeOf(range, zone).flatMap(placeOf);
  return {
    now,
    baseline,
    compare: placeOf(compare),
    long: range.week ? { now: upTo(count - 4, count), baseline: upTo(0, count - 4) } : null,
    wide:
      isLong(range) && !range.week
        ? { now, before: placeOf(rangeBefore(range, zone)) }
        : { now: upTo(count - 4, count), before: upTo(count - 8, count - 4) },
    weeks: upTo(count - SHOWN_WEEKS, count),
    ranges,
  };
};

const isSame = (a: Range, b: Range): boolean => a.firstDate === b.firstDate && a.lastDate === b.lastDate;

const WIDE_DAYS = 28;

const isLong = ({ from, to }: Range): boolean => to.getTime() - from.getTime() >= (WIDE_DAYS - 1) * 86_400_000;

const beforeOf = (range: Range, zone: string): Range[] => {
  const found: Range[] = [];
  for (let i = 0, one = range; i < BASELINE; i++) {
    one = rangeBefore(one, zone);
    found.unshift(one);
  }
  return found;
};

/** The first to the last day of a stretch, as one range. */
export const spanOf = (ranges: readonly Range[], stretch: Stretch, zone: string): Range | null => {
  const mine = stretch.flatMap((i) => ranges[i] ?? []);
  const [first, last] = [mine[0], mine.at(-1)];
  return first && last ? rangeOfDates(first.firstDate, last.lastDate, zone) : null;
};

const JUDGED_WEEKS = 4;

/** The newest stretch like the wide one in which nothing can change any more: itself, else the newest four weeks that are
 * final, fewer where there are not so many. What is judged early is judged by what was quickly solved. */
export const judgedIn = (
  { ranges, wide }: Pick<Windows, "ranges" | "wide">,
  isFinal: (range: Range) => boolean,
  zone: string,
): Range | null => {
  const whole = spanOf(ranges, wide.now, zone);
  if (whole && isFinal(whole)) return whole;
  const weeks = ranges.flatMap((range, i) => (range.week && isFinal(range) ? [i] : []));
  return spanOf(ranges, weeks.slice(-JUDGED_WEEKS), zone);
};

/** What the rising topics are held against, in the words of a comparison: four periods of the same length. */
export const baselineOf = (range: Range, zone: string): Range =>
  range.week ? compareRange("4w", range, zone) : (spanOf(beforeOf(range, zone), [0, 1, 2, 3], zone) ?? range);
