import { and, eq, min } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import { AppError } from "#lib/errors.ts";
import { sourceId } from "#lib/import/ids.ts";
import { removeCollectionsIn } from "./articles.ts";
import type { Db } from "./client.ts";
import { holdSource } from "./open-source.ts";
import { askForReading } from "./readings.ts";
import { sourceReadings, sources } from "./schema/connections.ts";
import { sightings } from "./schema/received.ts";
import { saveSecret } from "./secrets.ts";
import { nudge } from "./sources.ts";
import { forgetReportsOf } from "./topic-reports.ts";
import { workspace } from "./workspace.ts";

type New = {
  key: string;
  kind: string;
  settings: Record<string, string>;
  secrets: Record<string, string>;
  /** From when on the past is read; null = none of it. */
  backfillFrom: Date | null;
  now: Date;
};

/** Adds a source whose credentials the worker checks next, or one that is sent to us, which needs no check. Returns its
 * id. Throws `conflict` when the name is taken, or the workspace shows the demo: made-up and real data never mix. */
export const addConnection = async (
  db: Db,
  { key, kind, settings, secrets, backfillFrom, now }: New,
): Promise<string> => {
  if ((await workspace(db))?.mode === "demo") {
    throw new AppError("conflict", "This workspace shows the demo. Choose “Start with my data” in Settings first.");
  }
  const id = sourceId(key);
  const state = kind === "push" ? "active" : "checking";
  await db.transaction(async (tx) => {
    const made = await tx
      .insert(sources)
      .values({ id, key, kind, state, settings, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: sources.id });
    if (made.length === 0) throw new AppError("conflict", `There is a source named ${key} already.`);
    for (const [name, value] of Object.entries(secrets)) await saveSecret(tx, { sourceId: id, name, value, now });
    if (backfillFrom) {
      await askForReading(tx, { sourceId: id, reason: "backfill", from: backfillFrom, to: now, isReread: false, now });
    }
  });
  if (state === "checking") await nudge(db, id);
  return id;
};

/** Changes settings and those secrets that are given; the credentials are checked anew, and what was read with the old
 * settings is read again. Elsewhere is another account: what only the one before has shown is not looked for there. */
export const changeConnection = async (
  db: Db,
  id: string,
  { settings, secrets, isElsewhere, now }: Pick<New, "settings" | "secrets" | "now"> & { isElsewhere: boolean },
): Promise<void> => {
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(sources).where(eq(sources.id, id)).for("update");
    if (!before || before.state === "removing") {
      throw new AppError("not_found", "This source is not there any more.");
    }
    await tx
      .update(sources)
      .set({ settings, state: "checking", lastError: null, failingSince: null, failures: 0, retryAt: null })
      .where(eq(sources.id, id));
    for (const [name, value] of Object.entries(secrets)) await saveSecret(tx, { sourceId: id, name, value, now });
    if (isElsewhere) await tx.delete(sightings).where(eq(sightings.sourceId, id));
    if (JSON.stringify(before.settings) !== JSON.stringify(settings)) {
      const [first] = await tx
        .select({ at: min(sourceReadings.fromAt) })
        .from(sourceReadings)
        .where(eq(sourceReadings.sourceId, id));
      const from = first?.at ?? before.createdAt;
      await askForReading(tx, { sourceId: id, reason: "asked", from, to: now, isReread: true, now });
    }
  });
  await nudge(db, id);
};

/** Notes the end of a check: the account that was found, or in one sentence what is wrong. A source that is removed
 * meanwhile stays so. */
export const saveCheck = async (
  db: Db,
  id: string,
  result: { account: string } | { problem: string },
): Promise<void> => {
  const change =
    "account" in result
      ? ({ state: "active", account: result.account, lastError: null } as const)
      : ({ state: "refused", lastError: result.problem } as const);
  await db
    .update(sources)
    .set({ ...change, failingSince: null, failures: 0, retryAt: null })
    .where(and(eq(sources.id, id), eq(sources.state, "checking")));
};

const OF_CONVERSATIONS =
  "messages raw_payloads data_defects assessments episodes handoffs ratings findings reviews topic_texts topic_examples conversations".split(
    " ",
  );
const OF_CONNECTION = "secrets source_hints source_readings sightings webhook_deliveries refused_records".split(" ");
const BATCH = 2000;

/** Removes a source that is to be removed, with its conversations and all that was made of them, a batch a transaction:
 * killed, it goes on. Who stores something of it holds its row, so nothing comes in behind; what comes under its name
 * afterwards belongs to a new one. */
export const removeSource = async (db: Db, id: string): Promise<void> => {
  const sql = db.$client;
  for (let left = BATCH; left === BATCH; ) {
    left = await sql.begin(async (tx) => {
      if (!(await isLeaving(tx, id))) return 0;
      const rows = await tx<{ id: string }[]>`
        select conversation_id as id from conversations where source_id = ${id} order by 1 limit ${BATCH} for update`;
      const ids = rows.map((row) => row.id);
      for (const table of OF_CONVERSATIONS) await tx`delete from ${tx(table)} where conversation_id = any(${ids})`;
      await forgetReportsOf(tx, ids);
      return rows.length;
    });
  }
  await sql.begin(async (tx) => {
    if (!(await isLeaving(tx, id))) return;
    for (const table of OF_CONNECTION) await tx`delete from ${tx(table)} where source_id = ${id}`;
    await tx`delete from queue_calendars where source_id = ${id}`;
    await tx`delete from topic_tags where source_id = ${id}`;
    const help = await tx<{ id: string }[]>`select id from article_collections where source_id = ${id}`;
    await removeCollectionsIn(
      tx,
      help.map((one) => one.id),
    );
    await tx`delete from sources where id = ${id}`;
  });
};

/** Held until the transaction ends: another worker may have removed it, and somebody have brought its name back. */
const isLeaving = async (tx: TransactionSql, id: string): Promise<boolean> => {
  const rows = await tx`select from sources where id = ${id} and state = 'removing' for update`;
  return rows.length > 0;
};

/** Removes the connection and its credentials; the conversations stay, as if they had been brought in a file. */
export const disconnectSource = async (db: Db, id: string): Promise<void> => {
  await db.$client.begin(async (tx) => {
    if (!(await holdSource(tx, id))) return;
    for (const table of OF_CONNECTION) await tx`delete from ${tx(table)} where source_id = ${id}`;
    await tx`update article_collections set source_id = null,
      error = 'The connection that these were read by is gone: they stay as they are.' where source_id = ${id}`;
    await tx`update sources set kind = 'import', state = 'active', settings = '{}', account = null, cursor = null,
      watermark_at = null, last_polled_at = null, last_error = null, failing_since = null, failures = 0, retry_at = null,
      requests_left = null, requests_reset_at = null where id = ${id}`;
  });
};
