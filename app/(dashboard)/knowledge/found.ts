import { cache } from "react";
import { pageNow } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { countedApart } from "#db/knowledge/apart.ts";
import { amongTopics, escalatedByTopic, resolvedByTopic, ruledByTopic } from "#db/knowledge/counts.ts";
import { type BoardGap, boardGaps } from "#db/knowledge/gaps.ts";
import { handlingByTopic } from "#db/knowledge/handling.ts";
import { type KnownTopics, knownTopics, type MadeReport, topicReports } from "#db/knowledge/topics.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { type RisingGroup, risenWithGroups } from "#lib/knowledge/apart.ts";
import { allWithin, picked, type TopicCounts, within } from "#lib/knowledge/counts.ts";
import { type Fix, fixOf, keptAway, type PublishedFix, weeksOfFixes } from "#lib/knowledge/fixes.ts";
import { aMonth, type Handling, pooled, type Saving, savingOf } from "#lib/knowledge/hours.ts";
import { type Placed, type PlacedTopic, placedTopics } from "#lib/knowledge/kinds.ts";
import type { RisingTopic } from "#lib/knowledge/rising.ts";
import { judgedIn, type Stretch, spanOf, type Windows, windowsOf } from "#lib/knowledge/windows.ts";
import { isFinal } from "#lib/metrics/catalogue.ts";
import { type Change, change, type Measurement, ratio } from "#lib/metrics/measure.ts";
import { type Decomposition, decompose } from "#lib/stats/decomposition/decompose.ts";
import { isOverlapping } from "#lib/time/compare.ts";
import type { Range } from "#lib/time/range.ts";
import type { Ranged } from "#lib/topics/board/hours-saved.ts";
import { preventsFrom } from "#lib/topics/board/hours-saved.ts";

/** Everything of one topic that the page shows. */
export type OneTopic = {
  topic: string;
  /** Null = nobody has confirmed it as a topic. */
  id: number | null;
  rising: RisingTopic | null;
  /** Null = too little to place it. */
  placed: PlacedTopic | null;
  /** Null = not read yet. */
  made: MadeReport | null;
  saving: Saving;
  /** Hours a month; null while a factor is not known. */
  aMonth: Ranged | null;
  gap: BoardGap | null;
};

export type Knowledge = {
  windows: Windows;
  escalated: TopicCounts;
  /** The part of `escalated` that is one event each. */
  flooded: TopicCounts;
  /** Four weeks, for what one says too little of, and the newest such stretch whose resolutions can be judged. */
  wide: Range;
  judged: Range;
  placed: Placed;
  /** The largest shrunk lift first; those that cannot rise yet after them. */
  topics: OneTopic[];
  /** Groups that wait for a name, tested together with the topics. */
  groups: RisingGroup[];
  decomposition: Decomposition | null;
  /** The escalation rate of the period and its change on the one it is compared with; null = too few to compare, or they share
   * days. */
  rate: Measurement;
  moved: Change | null;
  board: BoardGap[];
  fixes: Fix[];
  fixWeeks: Range[];
  known: KnownTopics;
};

/** What the parts of the page share, counted once for each request. */
export const knowledge = cache(async (filters: Filters): Promise<Knowledge> => {
  const windows = windowsOf(filters);
  const { zone } = filters;
  const now = pageNow();
  const wide = spanOf(windows.ranges, windows.wide.now, zone) ?? filters.range;
  const judged = judgedIn(windows, (range) => isFinal("postEscalationResolution", range, now), zone) ?? wide;
  const board = await boardGaps(db());
  const published = publishedOf(board);
  const fixWeeks = weeksOfFixes(
    published.map(({ publishedOn }) => publishedOn),
    { now, zone },
  );
  // Fixes are measured in weeks of which most are counted already: what is missing is read with them.
  const ranges = [...windows.ranges, ...fixWeeks.filter((week) => placeOf(windows.ranges, week) < 0)];
  const [escalated, apart, resolved, ruled, handling, known, reports] = await Promise.all([
    escalatedByTopic(db(), filters, ranges),
    countedApart(db(), filters, ranges),
    resolvedByTopic(db(), filters, [judged]),
    ruledByTopic(db(), filters, wide),
    handlingByTopic(db(), withRange(filters, wide)),
    knownTopics(db()),
    topicReports(db()),
  ]);
  const ofWeeks = picked(
    escalated,
    fixWeeks.map((week) => placeOf(ranges, week)),
  );
  const fixes = published.map((fix) => fixOf(fix, { counts: ofWeeks, weeks: fixWeeks, published, now }));
  const notKnowledge = new Set([...known.byId.values()].flatMap((one) => (one.isKnowledge ? [] : [one.name])));
  const placed = placedTopics({ escalated, stretch: windows.wide.now, resolved, ruled, notKnowledge });
  const { topics: rising, groups } = risenWithGroups(escalated, apart, windows);
  const topicOf = topicsFrom({
    wide: windows.wide.now,
    escalated,
    handling,
    known,
    reports,
    placed,
    rising,
    board,
    fixes,
  });
  const others = [...known.byName.values()].map(({ name }) => name);
  const names = [...new Set([...rising.map(({ topic }) => topic), ...others])];
  return {
    ...{ windows, escalated, flooded: apart.floods, wide, judged, placed, groups, board, fixes, fixWeeks, known },
    ...movedFrom(escalated, windows, filters),
    topics: names.map(topicOf),
  };
});

type Parts = Pick<Knowledge, "escalated" | "known" | "placed" | "board" | "fixes"> & {
  wide: Stretch;
  handling: ReadonlyMap<string, Handling>;
  reports: ReadonlyMap<number, MadeReport>;
  rising: readonly RisingTopic[];
};

const topicsFrom = ({ wide, escalated, handling, known, reports, placed, rising, board, fixes }: Parts) => {
  const prevents = preventsFrom(keptAway(fixes));
  const usual = pooled([...handling.values()]);
  return (topic: string): OneTopic => {
    const id = known.byName.get(topic)?.id ?? null;
    const made = (id === null ? null : reports.get(id)) ?? null;
    const place = placed.topics.find((one) => one.topic === topic) ?? null;
    const saving = savingOf({
      handoffs: within(escalated.get(topic), wide).part,
      weeks: wide.length,
      report: made?.report ?? null,
      handling: handling.get(topic) ?? null,
      ...{ usual, prevents, kind: place?.kind ?? null },
    });
    return {
      ...{ topic, id, made, saving, placed: place },
      rising: rising.find((one) => one.topic === topic) ?? null,
      aMonth: saving.saved && aMonth(saving.saved),
      gap: board.find((gap) => gap.topic === topic) ?? null,
    };
  };
};

const movedFrom = (
  escalated: TopicCounts,
  windows: Windows,
  filters: Filters,
): Pick<Knowledge, "decomposition" | "rate" | "moved"> => {
  const rate = rateIn(escalated, windows.now);
  const changes = [...escalated].map(([topic, series]) => ({
    topic,
    before: within(series, windows.compare),
    now: within(series, windows.now),
  }));
  return {
    rate,
    decomposition: decompose(changes),
    moved: isOverlapping(filters.range, filters.compare) ? null : change(rate, rateIn(escalated, windows.compare)),
  };
};

const rateIn = (counts: TopicCounts, stretch: Stretch): Measurement => {
  const { part, whole } = allWithin(counts, stretch);
  return ratio({ part, n: whole });
};

const placeOf = (ranges: readonly Range[], week: Range): number =>
  ranges.findIndex((range) => range.firstDate === week.firstDate && range.lastDate === week.lastDate);

/** What was published, the newest first. */
const publishedOf = (board: readonly BoardGap[]): PublishedFix[] =>
  board
    .flatMap(({ topic, publishedOn }) => (topic && publishedOn ? [{ topic, publishedOn }] : []))
    .sort((a, b) => (a.publishedOn < b.publishedOn ? 1 : -1));

const isSure = ({ rising }: { rising: RisingTopic | null }): boolean => rising?.sureness === "sure";

/** Topics that are announced: they rise when all are looked at together. */
export const announced = ({ topics }: Knowledge): OneTopic[] => topics.filter(isSure);

/** The same of what has no name yet. */
export const announcedGroups = ({ groups }: Knowledge): RisingGroup[] => groups.filter(isSure);

/** The board is one for all who work at it: what its topics cost and what its fixes did is counted over all conversations,
 * whatever is filtered. The same filters where nothing is. */
export const overAll = cache(
  (filters: Filters): Filters =>
    Object.keys(amongTopics(filters).only).length === 0 ? filters : { ...filters, only: {} },
);
