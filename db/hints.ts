import type { TransactionSql } from "postgres";
import { conversationId } from "#lib/import/ids.ts";
import type { Db } from "./client.ts";
import { holdSource } from "./open-source.ts";

/** After so many fetches that found nothing a hint is dropped: polling is the truth. */
const MOST_ATTEMPTS = 6;

/** Notes that a conversation of a source has changed. A delivery that was taken before changes nothing; without a delivery
 * id every hint counts. Returns whether it was new; of a source that is being removed nothing is. */
export const saveHint = async (
  db: Db,
  hint: { sourceId: string; externalId: string; deliveryId: string | null; now: Date },
): Promise<boolean> => {
  const { sourceId, externalId, deliveryId, now } = hint;
  return db.$client.begin(async (sql) => {
    if (!(await holdSource(sql, sourceId))) return false;
    if (deliveryId !== null && !(await isFirstDelivery(sql, { sourceId, deliveryId, now }))) return false;
    await sql`insert into source_hints (source_id, external_id, hinted_at, due_at)
      values (${sourceId}, ${externalId}, ${now}, ${now})
      on conflict (source_id, external_id) do update set hinted_at = excluded.hinted_at, due_at = excluded.due_at, attempts = 0`;
    await sql`select pg_notify('seam_sync', ${sourceId})`;
    return true;
  });
};

/** Notes a delivery that hints at nothing; returns whether it was new. */
export const saveDelivery = (db: Db, delivery: { sourceId: string; deliveryId: string; now: Date }): Promise<boolean> =>
  db.$client.begin(
    async (sql) => (await holdSource(sql, delivery.sourceId)) && (await isFirstDelivery(sql, delivery)),
  ) as Promise<boolean>;

/** Whether a webhook comes for the first time; remembers that it came. */
const isFirstDelivery = async (
  sql: TransactionSql,
  { sourceId, deliveryId, now }: { sourceId: string; deliveryId: string; now: Date },
): Promise<boolean> => {
  const rows = await sql`insert into webhook_deliveries (source_id, delivery_id, at)
    values (${sourceId}, ${deliveryId}, ${now}) on conflict do nothing returning 1`;
  return rows.length > 0;
};

/** Whether a conversation of a source is stored. */
export const isKnown = async (db: Db, sourceKey: string, externalId: string): Promise<boolean> => {
  const rows = await db.$client`
    select from conversations where conversation_id = ${conversationId(sourceKey, externalId)}`;
  return rows.length > 0;
};

export type Hint = { externalId: string; hintedAt: Date };

/** Hints that are due, oldest first. */
export const dueHints = (db: Db, sourceId: string, now: Date, limit: number): Promise<Hint[]> => db.$client<Hint[]>`
  select external_id as "externalId", hinted_at as "hintedAt" from source_hints
  where source_id = ${sourceId} and due_at <= ${now} order by due_at limit ${limit}`;

/** To run in the transaction that stores what was fetched: a hint given anew meanwhile stays. */
export const hintsDone =
  (sourceId: string, hints: Hint[]) =>
  async (sql: TransactionSql): Promise<void> => {
    await sql`delete from source_hints h using jsonb_to_recordset(${sql.json(hints as never)})
        as n("externalId" text, "hintedAt" timestamptz)
      where h.source_id = ${sourceId} and h.external_id = n."externalId" and h.hinted_at <= n."hintedAt"`;
  };

/** A hint about something that is not there: perhaps not yet. It is tried again, ever later, and dropped in the end. */
export const hintLater =
  (sourceId: string, { externalId }: Hint, now: Date) =>
  async (sql: TransactionSql): Promise<void> => {
    await sql`update source_hints set attempts = attempts + 1,
        due_at = ${now}::timestamptz + least(300, 5 * 2 ^ attempts) * interval '1 second'
      where source_id = ${sourceId} and external_id = ${externalId}`;
    await sql`delete from source_hints
      where source_id = ${sourceId} and external_id = ${externalId} and attempts >= ${MOST_ATTEMPTS}`;
  };

/** To run after all else in the transaction that notes what a source could not give although it is there: it is asked for
 * again, ever later, once a day in the end. */
export const hintsAgain =
  (sourceId: string, externalIds: string[], now: Date) =>
  async (sql: TransactionSql): Promise<void> => {
    if (externalIds.length === 0) return;
    await sql`insert into source_hints (source_id, external_id, hinted_at, attempts, due_at)
      select ${sourceId}, id, ${now}, 1, ${now}::timestamptz + interval '5 seconds' from unnest(${externalIds}::text[]) as id order by id
      on conflict (source_id, external_id) do update set attempts = source_hints.attempts + 1,
        due_at = ${now}::timestamptz + least(86400, 5 * 2 ^ least(source_hints.attempts, 20)) * interval '1 second'`;
  };

/** Forgets deliveries older than any sender retries: a month. Returns how many. */
export const forgetDeliveries = async (db: Db, now: Date): Promise<number> => {
  const rows = await db.$client`delete from webhook_deliveries
    where at < ${now}::timestamptz - interval '35 days' returning 1`;
  return rows.length;
};
