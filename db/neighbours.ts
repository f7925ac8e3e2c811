import type { TransactionSql } from "postgres";
import { conversationId } from "#lib/import/ids.ts";

/** How long after a conversation began another one of its customer can still change what is made of it. */
export const CONTACTS_WITHIN = "90 days";

/** `id` is judged with what the conversation `of` says. */
type Neighbour = { of: string; id: string };

/** Whom the given conversations of one source concern besides themselves, as they are stored now: earlier conversations
 * of the same customer, and those they were merged into, at first or second hand. */
export const neighboursOf = async (sql: TransactionSql, source: string, ids: string[]): Promise<Neighbour[]> => {
  if (ids.length === 0) return [];
  const earlier = await sql<Neighbour[]>`
    select mine.conversation_id as of, other.conversation_id as id
    from conversations mine join conversations other
      on other.source_id = mine.source_id and other.customer_id = mine.customer_id
      and other.created_at between mine.created_at - ${CONTACTS_WITHIN}::interval and mine.created_at
    where mine.conversation_id = any(${ids}) and other.conversation_id <> mine.conversation_id`;
  return [...earlier, ...(await survivorsOf(sql, source, ids))];
};

const survivorsOf = async (sql: TransactionSql, source: string, ids: string[]): Promise<Neighbour[]> => {
  const found: Neighbour[] = [];
  const seen = new Set<string>();
  let merged: Neighbour[] = ids.map((id) => ({ of: id, id }));
  while (merged.length > 0) {
    const rows = await sql<{ id: string; into: string }[]>`
      select conversation_id as id, merged_into as into from conversations
      where conversation_id = any(${merged.map(({ id }) => id)}) and merged_into is not null`;
    const survivorOf = new Map(rows.map(({ id, into }) => [id, conversationId(source, into)]));
    merged = merged.flatMap(({ of, id }) => {
      const survivor = survivorOf.get(id);
      // Two that name each other as survivor would go round for ever.
      if (!survivor || seen.has(`${of} ${survivor}`)) return [];
      seen.add(`${of} ${survivor}`);
      return [{ of, id: survivor }];
    });
    found.push(...merged);
  }
  return found;
};

/** Takes the rows that say what is pending in one order for everybody: a worker that stores assessments takes them in the
 * same, so that neither holds what the other waits for. */
export const lockPending = async (sql: TransactionSql, ids: string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`select from assessments where conversation_id = any(${ids}) order by conversation_id for update`;
};

/** Makes conversations pending again, also those whose first assessment is under way. */
export const touch = async (sql: TransactionSql, ids: string[], now: Date): Promise<void> => {
  if (ids.length === 0) return;
  await sql`update assessments set reassess_at = ${now} where conversation_id = any(${[...new Set(ids)]})`;
};
