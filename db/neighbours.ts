import type { TransactionSql } from "postgres";
import { conversationId, sourceId } from "#lib/import/ids.ts";

/** How long after a conversation began another one of its customer can still change what is made of it. */
export const CONTACTS_WITHIN = "90 days";

/** How long before a conversation began an earlier one about the same still counts with it. */
export const EARLIER_WITHIN = "30 days";

/** By what a conversation concerns others: its customer, and what it was merged into. */
export type Ties = { id: string; customerId: string | null; createdAt: Date; mergedInto: string | null };

/** The ties of conversations as they are stored now; those that are not stored have none. */
export const storedTies = async (sql: TransactionSql, ids: string[]): Promise<Ties[]> =>
  ids.length === 0
    ? []
    : sql<Ties[]>`
        select conversation_id as id, customer_id as "customerId", created_at as "createdAt", merged_into as "mergedInto"
        from conversations where conversation_id = any(${ids})`;

/** Ids of the conversations of one source that are judged with what those with the given ties say: others of the same
 * customer, and those they were merged into, at first or second hand. */
export const neighboursOf = async (sql: TransactionSql, source: string, ties: Ties[]): Promise<string[]> => {
  const merged = ties.flatMap(({ mergedInto }) => mergedInto ?? []);
  return [...(await othersOf(sql, source, ties)), ...(await survivorsOf(sql, source, merged))];
};

/** Not a join of all pairs: where every visitor is one "guest", 6,000 conversations took 20 s with it and 0.5 s without. */
const othersOf = async (sql: TransactionSql, source: string, ties: Ties[]): Promise<string[]> => {
  const known = ties.filter(({ customerId }) => customerId !== null);
  if (known.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    select other.conversation_id as id from conversations other
    where other.source_id = ${sourceId(source)} and other.customer_id = any(${known.map(({ customerId }) => customerId)})
      and exists (
        select from jsonb_to_recordset(${sql.json(known as never)})
          as mine(id uuid, "customerId" text, "createdAt" timestamptz)
        where mine."customerId" = other.customer_id and mine.id <> other.conversation_id
          and other.created_at between mine."createdAt" - ${CONTACTS_WITHIN}::interval
            and mine."createdAt" + ${EARLIER_WITHIN}::interval)`;
  return rows.map(({ id }) => id);
};

const survivorsOf = async (sql: TransactionSql, source: string, mergedInto: string[]): Promise<string[]> => {
  const found = new Set<string>();
  let next = mergedInto.map((externalId) => conversationId(source, externalId));
  while (next.length > 0) {
    for (const id of next) found.add(id);
    const further = await storedTies(sql, next);
    // Two that name each other as survivor would go round for ever.
    next = further
      .flatMap((one) => (one.mergedInto === null ? [] : conversationId(source, one.mergedInto)))
      .filter((id) => !found.has(id));
  }
  return [...found];
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
