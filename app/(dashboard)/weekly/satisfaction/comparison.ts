import { cache } from "react";
import { db } from "#app/_db.ts";
import { roadCells } from "#db/metrics/answers.ts";
import { WEEKS_SHOWN } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { areWeeksEnough, likeForLike, type Matched, matchedBy, type Unmatched } from "#lib/metrics/like-for-like.ts";
import { type Range, rangeOfDates, weeksUpTo } from "#lib/time/range.ts";

/** found: of the filters' range, or of the longer one where that is too thin. period: which of the two it is. */
export type Comparison = {
  found: Matched | Unmatched;
  period: Range;
  isLonger: boolean;
  weeks: Range[];
  points: Points;
};

/** One point a week, matched by topic alone: a week holds too few ratings to be told apart by channel and tier, too. It
 * rests on its week or, where single weeks are too thin even so, on all lines' four weeks up to it. Each is weighted to its
 * own handoffs, so that their line stays what it is. */
export type Points = { weeksEach: 1 | 4; ranges: Range[]; found: (Matched | Unmatched)[] };

const TOGETHER = 4;

const weeksTo = ({ firstDate, lastDate }: Range, first: Range | undefined, zone: string): Range | null =>
  first && first.firstDate < firstDate ? rangeOfDates(first.firstDate, lastDate, zone) : null;

/** Counted once a page, for its first sentence and its first chart. */
export const comparisonOf = cache(async (filters: Filters): Promise<Comparison> => {
  const { range, zone } = filters;
  const all = weeksUpTo(range, WEEKS_SHOWN + TOGETHER - 1, zone);
  const weeks = all.slice(TOGETHER - 1);
  const windows = weeks.map((week, i) => weeksTo(week, all[i], zone) ?? week);
  const longer = weeksTo(range, all.at(-TOGETHER), zone);
  // Each week is read once: what is longer is made of the cells of its weeks.
  const others = range.week ? [] : [range, longer ?? range];
  const cells = await roadCells(db(), filters, [...all, ...others]);
  const [mine, theirs] = range.week
    ? [cells.at(-1), cells.slice(-TOGETHER).flat()]
    : [cells[all.length], cells[all.length + 1]];
  const own = likeForLike(mine ?? []);
  const instead = !own.isComparable && longer ? likeForLike(theirs ?? []) : null;
  const ofWeeks = cells.slice(TOGETHER - 1, all.length);
  const single = ofWeeks.map((one) => matchedBy(["topic"], one));
  const points: Points = areWeeksEnough(ofWeeks, single)
    ? { weeksEach: 1, ranges: weeks, found: single }
    : {
        weeksEach: TOGETHER,
        ranges: windows,
        found: weeks.map((_, i) => matchedBy(["topic"], cells.slice(i, i + TOGETHER).flat())),
      };
  if (!instead?.isComparable || !longer) return { found: own, period: range, isLonger: false, weeks, points };
  return { found: instead, period: longer, isLonger: true, weeks, points };
});
