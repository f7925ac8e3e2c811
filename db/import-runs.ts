import { randomUUID } from "node:crypto";
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { sourceId as sourceIdOf } from "#lib/import/ids.ts";
import { refusalId } from "#lib/import/record.ts";
import type { Db } from "./client.ts";
import { importRuns, refusedRecords } from "./schema/received.ts";

export type ImportRun = typeof importRuns.$inferSelect;
export type RefusedRecord = typeof refusedRecords.$inferSelect;
export type Refusal = {
  line: number;
  field: string;
  reason: string;
  payload: string;
  /** Name of the source that the record names, or was brought for. */
  source: string;
  /** Its source is being removed: nothing of it is kept. */
  isLeaving?: true;
};
export type ImportCounts = { created: number; updated: number; unchanged: number; refused: number };

/** Opens the record of one import of one file and returns its id. */
export const startImportRun = async (db: Db, fileName: string, now: Date): Promise<string> => {
  const id = randomUUID();
  await db.insert(importRuns).values({ id, fileName, startedAt: now });
  return id;
};

/** Writes what was counted so far; `finishedAt` null = still going on, or cut off. */
export const saveImportRun = async (
  db: Db,
  id: string,
  counts: ImportCounts & { finishedAt: Date | null; error: string | null },
): Promise<void> => {
  await db.update(importRuns).set(counts).where(eq(importRuns.id, id));
};

/** Keeps refused records for a later try, each with the source it was meant for; the same record refused again stays one
 * row. */
export const saveRefused = async (
  db: Db,
  run: { id: string | null; fileName: string },
  refusals: Refusal[],
  now: Date,
): Promise<void> => {
  const clean = (text: string) => text.toWellFormed().replaceAll("\u0000", "\ufffd");
  const rows = new Map(
    refusals.flatMap((one) => {
      if (one.isLeaving) return [];
      const [payload, source] = [clean(one.payload), clean(one.source)];
      const id = refusalId(source, payload);
      const row = {
        id,
        importRunId: run.id,
        fileName: run.fileName,
        line: one.line,
        field: clean(one.field),
        reason: clean(one.reason),
        payload,
        sourceId: sourceIdOf(source),
        sourceKey: source,
        refusedAt: now,
      };
      return [[id, row] as const];
    }),
  );
  if (rows.size === 0) return;
  await db
    .insert(refusedRecords)
    .values([...rows.values()])
    .onConflictDoUpdate({
      target: refusedRecords.id,
      set: { refusedAt: now, reason: sql`excluded.reason`, resolvedAt: null },
    });
};

/** Open refused records of files and of what was sent to us, newest first. */
export const openRefusedOfFiles = async (db: Db, limit = 1000): Promise<RefusedRecord[]> =>
  db
    .select()
    .from(refusedRecords)
    .where(and(isNull(refusedRecords.resolvedAt), isNull(refusedRecords.externalId)))
    .orderBy(desc(refusedRecords.refusedAt))
    .limit(limit);

/** Open refused conversations of a source that is read by itself, newest first. */
export const refusedOf = async (db: Db, sourceId: string, limit: number): Promise<RefusedRecord[]> =>
  db
    .select()
    .from(refusedRecords)
    .where(
      and(
        isNull(refusedRecords.resolvedAt),
        eq(refusedRecords.sourceId, sourceId),
        isNotNull(refusedRecords.externalId),
      ),
    )
    .orderBy(desc(refusedRecords.refusedAt))
    .limit(limit);

/** Open refused records of files and of what was sent to us in the order of their ids, from behind `after`. */
export const openRefusedAfter = async (db: Db, after: string, limit: number): Promise<RefusedRecord[]> =>
  db
    .select()
    .from(refusedRecords)
    .where(and(isNull(refusedRecords.resolvedAt), isNull(refusedRecords.externalId), gt(refusedRecords.id, after)))
    .orderBy(asc(refusedRecords.id))
    .limit(limit);

/** Raw payloads of the current revision of the conversations with this external id, one for each source that has it. */
export const payloadsOf = async (db: Db, externalId: string): Promise<string[]> => {
  const rows = await db.$client<{ payload: string }[]>`
    select r.payload from conversations c join raw_payloads r
      on r.conversation_id = c.conversation_id and r.revision = c.revision
    where c.external_id = ${externalId} and not c.deleted limit 2`;
  return rows.map(({ payload }) => payload);
};

export const resolveRefused = async (db: Db, id: string, now: Date): Promise<void> => {
  await db
    .update(refusedRecords)
    .set({ resolvedAt: now })
    .where(and(eq(refusedRecords.id, id), isNull(refusedRecords.resolvedAt)));
};

/** The last imports, newest first. */
export const importRunsNewestFirst = async (db: Db, limit = 50): Promise<ImportRun[]> =>
  db.select().from(importRuns).orderBy(desc(importRuns.startedAt)).limit(limit);
