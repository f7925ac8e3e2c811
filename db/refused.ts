import type { TransactionSql } from "postgres";
import { contentId } from "#lib/import/ids.ts";
import { storableText } from "#lib/import/json.ts";

/** A conversation that a connection read and that could not be taken. */
export type RefusedRead = { externalId: string; field: string; reason: string; payload: string };

/** To run in the transaction that stores a page: keeps what was refused, one row a conversation, and notes that what was
 * refused before has been taken now. */
export const keepRefused =
  (source: { id: string; key: string }, { refused, taken }: { refused: RefusedRead[]; taken: string[] }, now: Date) =>
  async (sql: TransactionSql): Promise<void> => {
    await sql`update refused_records set resolved_at = ${now}, payload = ''
      where source_id = ${source.id} and external_id = any(${taken}) and resolved_at is null`;
    const rows = refused.map(({ externalId, field, reason, payload }) => ({
      id: contentId("read", source.id, externalId),
      source_id: source.id,
      external_id: externalId,
      file_name: source.key,
      line: 0,
      field,
      reason,
      payload: storableText(payload),
      refused_at: now,
    }));
    await sql`insert into refused_records
      select * from jsonb_populate_recordset(null::refused_records, ${sql.json(rows as never)})
      on conflict (id) do update set field = excluded.field, reason = excluded.reason, payload = excluded.payload,
        refused_at = excluded.refused_at, resolved_at = null`;
  };
