import type { TransactionSql } from "postgres";
import { conversationId } from "#lib/import/ids.ts";
import { forgetReportsOf } from "./topic-reports.ts";

const SAID =
  "messages data_defects episodes handoffs ratings findings reviews sightings topic_texts topic_examples".split(" ");

/** Erases what the source has deleted: no word of it stays in any table, and nothing that still arrives brings it back.
 * What remains is a row that says it was there. Conversations that were never stored are left out. Returns how many were
 * erased now. */
export const eraseConversations = async (
  sql: TransactionSql,
  source: { key: string; id: string },
  externalIds: string[],
  now: Date,
): Promise<string[]> => {
  if (externalIds.length === 0) return [];
  const ids = externalIds.map((externalId) => conversationId(source.key, externalId));
  const rows = await sql<{ id: string }[]>`
    update conversations set deleted = true, url = null, subject = null, topic = null, tags = '{}', brand = null,
      customer_id = null, customer = null, participants = '[]', declared_handoffs = '[]', events = '[]', surveys = '[]',
      ratings = '[]', extra = '{}', received_at = ${now}
    where conversation_id = any(${ids}) and not deleted returning conversation_id as id`;
  const erased = rows.map(({ id }) => id);
  for (const table of SAID) await sql`delete from ${sql(table)} where conversation_id = any(${erased})`;
  await forgetReportsOf(sql, erased);
  await sql`update raw_payloads set payload = '', sha256 = '' where conversation_id = any(${erased})`;
  await sql`update refused_records set payload = '', resolved_at = coalesce(resolved_at, ${now})
    where source_id = ${source.id} and external_id = any(${externalIds})`;
  await sql`delete from source_hints where source_id = ${source.id} and external_id = any(${externalIds})`;
  return erased;
};
