import { NONE } from "#lib/filters.ts";
import { isFinal } from "#lib/metrics/catalogue.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { periodOf } from "#lib/time/periods.ts";
import { type Range, rangeOfDates, weeksIn } from "#lib/time/range.ts";
import { dateAfter } from "#lib/time/zone.ts";
import { controlsFor } from "#lib/topics/board/controls.ts";
import { type BeforeAfter, type Effect, effectOf } from "#lib/topics/board/did-it-work.ts";
import { shareOf, sumOf, type TopicCounts, within } from "./counts.ts";

export type PublishedFix = { topic: string; publishedOn: string };

/** What became of a fix. before and after: whole weeks by their place, the week of the publishing itself in neither. week by
 * week: the topic's and its controls' counts. perWeek: handoffs that it keeps away, by the estimate; null without one. */
export type Fix = PublishedFix & {
  counts: BeforeAfter;
  controls: string[];
  disturbed: string[];
  effect: Effect | null;
  matureWeeks: number;
  perWeek: number | null;
  series: { topic: Counts[]; controls: Counts[] };
};

const WEEKS_EACH = 8;
const OLDEST_WEEKS = 34;

/** The weeks that fixes published on these days are measured in: eight before the first up to the newest complete one, and
 * not more than 34. Empty when nothing was published. */
export const weeksOfFixes = (dates: readonly string[], { now, zone }: { now: Date; zone: string }): Range[] => {
  const [first] = dates.toSorted();
  if (first === undefined) return [];
  const newest = periodOf("week", now, zone);
  const from = dateAfter(first, -7 * WEEKS_EACH);
  const range = from < newest.lastDate ? rangeOfDates(from, newest.lastDate, zone) : newest;
  return weeksIn(range ?? newest, zone).slice(-OLDEST_WEEKS);
};

type Measured = { counts: TopicCounts; weeks: readonly Range[]; published: readonly PublishedFix[]; now: Date };

/** Measures one fix against the topics that had none in its weeks. Weeks whose rate is not final count on neither side. */
export const fixOf = (fix: PublishedFix, { counts, weeks, published, now }: Measured): Fix => {
  const placed = weeks.map((week, i) => ({ ...week, i }));
  const before = placed.filter(({ lastDate }) => lastDate < fix.publishedOn).slice(-WEEKS_EACH);
  const after = placed
    .filter((week) => week.firstDate >= fix.publishedOn && isFinal("escalationRate", week, now))
    .slice(0, WEEKS_EACH);
  const [first, last] = [before[0]?.firstDate ?? fix.publishedOn, after.at(-1)?.lastDate ?? fix.publishedOn];
  const fixed = new Set(
    published.filter(({ publishedOn }) => publishedOn >= first && publishedOn <= last).map(({ topic }) => topic),
  );
  const sides = (topic: string): BeforeAfter => ({
    before: within(
      counts.get(topic),
      before.map(({ i }) => i),
    ),
    after: within(
      counts.get(topic),
      after.map(({ i }) => i),
    ),
  });
  const mine = sides(fix.topic);
  const others = [...counts.keys()].filter((topic) => topic !== NONE && topic !== fix.topic && !fixed.has(topic));
  const { controls, disturbed } = controlsFor(
    mine,
    others.map((topic) => ({ topic, ...sides(topic) })),
  );
  const effect = effectOf(mine, controls, { matureWeeks: after.length });
  const names = controls.map(({ topic }) => topic);
  return {
    ...fix,
    counts: mine,
    controls: names,
    disturbed,
    effect,
    matureWeeks: after.length,
    perWeek: effect && after.length > 0 ? (-effect.difference * mine.after.whole) / after.length : null,
    series: {
      topic: weeks.map((_, i) => within(counts.get(fix.topic), [i])),
      controls: weeks.map((_, i) => sumOf(names.map((topic) => within(counts.get(topic), [i])))),
    },
  };
};

/** Escalations that measured fixes kept away, of those that were expected without them, for `preventsFrom`. What it is too
 * early to tell of counts on neither side, and a rise as none kept away. */
export const keptAway = (fixes: readonly Fix[]): Counts =>
  sumOf(
    fixes.flatMap(({ effect, counts: { before, after } }): Counts[] => {
      const usual = shareOf(before);
      if (!effect || effect.verdict === "too_early" || usual === null) return [];
      const found = shareOf(after) ?? 0;
      const expected = Math.max(0, (found - effect.difference) * after.whole);
      return [{ part: Math.min(expected, Math.max(0, -effect.difference * after.whole)), whole: expected }];
    }),
  );
