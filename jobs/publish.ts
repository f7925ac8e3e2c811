import { Temporal } from "temporal-polyfill";
import { pendingCount } from "#db/assessments.ts";
import type { Db } from "#db/client.ts";
import { measurePerRange } from "#db/metrics/measure.ts";
import { firstEpisodeAt, publish, publishedWeeks } from "#db/metrics/published.ts";
import { completeUntil } from "#db/sources.ts";
import { workspace } from "#db/workspace.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { METRIC_KEYS, type MetricKey, maturesAt, metricOf } from "#lib/metrics/catalogue.ts";
import { type Range, weekBefore, weeksUpTo } from "#lib/time/range.ts";

/** How many weeks are counted at once. */
const BATCH = 52;
const WEEK_MS = 7 * 86_400_000;

/** Publishes, of each metric, every week that is settled and was not published yet, for the workspace without any filter:
 * what was said is then on record, whatever comes in later. Nothing is published while a part of the past is still being
 * read or assessed. Safe to run twice, at once and to be killed. Returns how many points were published. */
export const publishWeeks = async (
  db: Db,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<{ published: number }> => {
  const [found, first, until] = await Promise.all([workspace(db), firstEpisodeAt(db), completeUntil(db, now)]);
  if (!found || !first || !until) return { published: 0 };
  if ((await pendingCount(db, { assessedWith: ASSESSED_WITH, now })) > 0) return { published: 0 };
  const weeks = weeksSince(first, now, found.zone);
  let published = 0;
  for (const key of METRIC_KEYS) {
    const known = await publishedWeeks(db, key);
    const due = weeks.filter((week) => maturesAt(key, week) <= until && !known.has(week.week ?? ""));
    for (let i = 0; i < due.length && !signal?.aborted; i += BATCH) {
      published += await publishBatch(db, { key, weeks: due.slice(i, i + BATCH), zone: found.zone, now });
    }
  }
  return { published };
};

/** Every ISO week that is over at `now` and not before `first`, oldest first. */
const weeksSince = (first: Date, now: Date, zone: string): Range[] => {
  const last = weekBefore(Temporal.Instant.fromEpochMilliseconds(now.getTime()), zone);
  const many = Math.max(0, Math.ceil((last.to.getTime() - first.getTime()) / WEEK_MS) + 1);
  return weeksUpTo(last, many, zone).filter(({ to }) => to > first);
};

type Batch = { key: MetricKey; weeks: Range[]; zone: string; now: Date };

const publishBatch = async (db: Db, { key, weeks, zone, now }: Batch): Promise<number> => {
  const [range] = weeks;
  if (!range) return 0;
  const measured = await measurePerRange(db, key, { range, zone, only: {} }, weeks);
  const { version } = metricOf(key);
  return publish(
    db,
    weeks.flatMap(({ week }, i) => {
      const measurement = measured[i];
      return week && measurement ? [{ key, version, week, measurement, publishedAt: now }] : [];
    }),
  );
};
