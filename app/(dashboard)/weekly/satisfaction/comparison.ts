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
  const cells = await roadCells(db(), filters, [range, longer ?? range, ...weeks, ...windows]);
  const own = likeForLike(cells[0] ?? []);
  const instead = !own.isComparable && longer ? likeForLike(cells[1] ?? []) : null;
  const ofWeeks = cells.slice(2, 2 + weeks.length);
  const single = ofWeeks.map((one) => matchedBy(["topic"], one));
  const points: Points = areWeeksEnough(ofWeeks, single)
    ? { weeksEach: 1, ranges: weeks, found: single }
    : {
        weeksEach: TOGETHER,
        ranges: windows,
        found: cells.slice(2 + weeks.length).map((one) => matchedBy(["topic"], one)),
      };
  if (!instead?.isComparable || !longer) return { found: own, period: range, isLonger: false, weeks, points };
  return { found: instead, period: longer, isLonger: true, weeks, points };
});
