import type { TransactionSql } from "postgres";
import { conversationId } from "#lib/import/ids.ts";
import type { Db } from "./client.ts";
import type { Reading } from "./readings.ts";

/** To run in the transaction that stores what was read of a source: all of it was there a moment ago, also what was stored
 * as it is, and what could not be taken. What is not stored leaves nothing, nor does what comes in from where the source was
 * before its settings were changed. */
export const sighted =
  ({ key }: { key: string }, externalIds: string[], now: Date) =>
  async (sql: TransactionSql): Promise<void> => {
    if (externalIds.length === 0) return;
    const ids = externalIds.map((externalId) => conversationId(key, externalId));
    // In one order for everybody, so that two workers cannot wait for each other.
    await sql`insert into sightings (conversation_id, source_id, created_at, seen_at)
      select conversation_id, source_id, c.created_at, ${now}
      from conversations c join sources s on s.id = source_id and s.state in ('active', 'paused')
      where conversation_id = any(${ids}) and not deleted order by conversation_id
      on conflict (conversation_id) do update set created_at = excluded.created_at,
        seen_at = greatest(sightings.seen_at, excluded.seen_at)`;
  };

/** External ids of conversations that are stored, began in the stretch of a reading, and have not been seen since it began,
 * oldest first, `limit` at most. Whether they were deleted only the source can say. */
export const unlisted = async (
  db: Db,
  { sourceId, fromAt, toAt, startedAt }: Pick<Reading, "sourceId" | "fromAt" | "toAt" | "startedAt">,
  limit: number,
): Promise<string[]> => {
  const rows = await db.$client<{ externalId: string }[]>`
    select c.external_id as "externalId" from sightings s join conversations c using (conversation_id)
    where s.source_id = ${sourceId} and s.created_at >= ${fromAt} and s.created_at < ${toAt}
      and s.seen_at < ${startedAt} and not c.deleted
    order by s.created_at, s.conversation_id limit ${limit}`;
  return rows.map(({ externalId }) => externalId);
};
