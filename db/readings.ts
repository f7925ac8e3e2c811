import { and, asc, desc, sql as drizzleSql, eq, isNull, max } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import { v7 } from "uuid";
import type { ReadingReason } from "#lib/sources/state.ts";
import type { Db } from "./client.ts";
import { sourceReadings } from "./schema/connections.ts";

export type Reading = typeof sourceReadings.$inferSelect;

type Asked = { sourceId: string; reason: ReadingReason; from: Date; to: Date; isReread: boolean; now: Date };

/** Asks for a stretch of a source's past to be read; the worker takes it up. */
export const askForReading = async (db: Pick<Db, "insert">, asked: Asked): Promise<void> => {
  const { sourceId, reason, from, to, isReread, now } = asked;
  await db
    .insert(sourceReadings)
    .values({ id: v7(), sourceId, reason, fromAt: from, toAt: to, isReread, createdAt: now });
};

const SHORT_FIRST = drizzleSql`case ${sourceReadings.reason} when 'asked' then 0 when 'nightly' then 1 when 'weekly' then 2 else 3 end`;

/** What is being read of a source, or is next: re-readings go before the backfill. Null = nothing. */
export const openReading = async (db: Db, sourceId: string): Promise<Reading | null> => {
  const [row] = await db
    .select()
    .from(sourceReadings)
    .where(and(eq(sourceReadings.sourceId, sourceId), isNull(sourceReadings.finishedAt)))
    .orderBy(SHORT_FIRST, asc(sourceReadings.createdAt))
    .limit(1);
  return row ?? null;
};

/** The readings of a source, the newest first. */
export const latestReadings = (db: Db, sourceId: string, limit = 10): Promise<Reading[]> =>
  db
    .select()
    .from(sourceReadings)
    .where(eq(sourceReadings.sourceId, sourceId))
    .orderBy(desc(sourceReadings.createdAt))
    .limit(limit);

/** When each kind of reading of a source was last asked for. */
export const lastAsked = async (db: Db, sourceId: string): Promise<Partial<Record<ReadingReason, Date>>> => {
  const rows = await db
    .select({ reason: sourceReadings.reason, at: max(sourceReadings.createdAt) })
    .from(sourceReadings)
    .where(eq(sourceReadings.sourceId, sourceId))
    .groupBy(sourceReadings.reason);
  return Object.fromEntries(rows.flatMap(({ reason, at }) => (at ? [[reason, at]] : [])));
};

type Progress = { cursor: unknown; isLast: boolean; progress: { done: number; total: number | null } | null };

/** To run in the transaction that stores a page of a reading, which was asked for at `askedAt`. */
export const readingProgress =
  (id: string, { cursor, isLast, progress }: Progress, { askedAt, now }: { askedAt: Date; now: Date }) =>
  async (sql: TransactionSql): Promise<void> => {
    await sql`update source_readings set cursor = ${sql.json(cursor as never)},
        done = coalesce(${progress?.done ?? null}, done), total = coalesce(${progress?.total ?? null}, total),
        started_at = coalesce(started_at, ${askedAt}), listed_at = ${isLast ? now : null}
      where id = ${id}`;
  };

/** Notes that a reading has come to its end: nothing of its stretch is left to be asked for. */
export const endReading = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.update(sourceReadings).set({ finishedAt: now }).where(eq(sourceReadings.id, id));
};
