import { and, eq, inArray } from "drizzle-orm";
import { isMetricKey, type MetricKey } from "#lib/metrics/catalogue.ts";
import type { PublishedPoint } from "#lib/metrics/restatement.ts";
import type { Db } from "../client.ts";
import { publishedPoints as points } from "../schema/metrics.ts";

/** What was published of these metrics in these ISO weeks; nothing where nothing was. */
export const publishedPoints = async (
  db: Db,
  keys: readonly MetricKey[],
  weeks: readonly string[],
): Promise<PublishedPoint[]> => {
  const rows = await db
    .select()
    .from(points)
    .where(and(inArray(points.metric, [...keys]), inArray(points.bucket, [...weeks])))
    .orderBy(points.metric, points.bucket);
  return rows.flatMap(({ metric, bucket, version, part, whole, value, low, high, publishedAt }) =>
    isMetricKey(metric)
      ? [{ key: metric, version, week: bucket, measurement: { value, part, n: whole, low, high }, publishedAt }]
      : [],
  );
};

/** The ISO weeks of which a metric was published. */
export const publishedWeeks = async (db: Db, key: MetricKey): Promise<ReadonlySet<string>> => {
  const rows = await db.select({ bucket: points.bucket }).from(points).where(eq(points.metric, key));
  return new Set(rows.map(({ bucket }) => bucket));
};

/** Publishes points. A week that was published before, by whomever and however defined, stays as it is. Returns how many
 * were new. */
export const publish = async (db: Db, all: readonly PublishedPoint[]): Promise<number> => {
  if (all.length === 0) return 0;
  const rows = all.map(({ key, version, week, measurement: { value, part, n, low, high }, publishedAt }) => ({
    metric: key,
    bucket: week,
    version,
    part,
    whole: n,
    value,
    low,
    high,
    publishedAt,
  }));
  const added = await db.insert(points).values(rows).onConflictDoNothing().returning({ bucket: points.bucket });
  return added.length;
};

/** When the oldest episode started; null when there is none. */
export const firstEpisodeAt = async (db: Db): Promise<Date | null> => {
  const [row] = await db.$client<{ at: Date | null }[]>`
    select min(started_at) as at from episodes where excluded is null`;
  return row?.at ?? null;
};
