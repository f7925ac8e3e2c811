import type { PendingQuery, Row, TransactionSql } from "postgres";

// What is counted under another topic from now on is pending: it is assessed again, and counted by what holds then.

/** Held until the transaction is over, so that nothing is stored meanwhile that was sorted before, and neither waits for the
 * other: whoever stores assessments shares it. */
export const holdAssessing = async (sql: TransactionSql): Promise<void> => {
  await sql`select from workspaces for update`;
};

const makePending = async (sql: TransactionSql, ids: PendingQuery<Row[]>): Promise<void> => {
  await holdAssessing(sql);
  await sql`
    update assessments set assessed_with = null where conversation_id in (${ids})`;
};

/** Conversations by their ids. */
export const concern = (sql: TransactionSql, conversationIds: readonly string[]): Promise<void> =>
  makePending(sql, sql`select unnest(${[...conversationIds]}::uuid[])`);

/** Conversations that people, a mapped word or the classifier sorted into these very topics. */
export const concernSorted = async (sql: TransactionSql, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await makePending(
    sql,
    sql`
      select conversation_id from topic_examples where topic_id = any(${[...ids]})
      union all select conversation_id from topic_texts where topic_id = any(${[...ids]})
      union all select c.conversation_id from topic_tags m join conversations c on c.source_id = m.source_id
        and (c.topic = m.tag or m.tag = any(c.tags)) where m.topic_id = any(${[...ids]})`,
  );
};

/** Conversations that a source gives this word. */
export const concernTagged = (sql: TransactionSql, sourceId: string, tag: string): Promise<void> =>
  makePending(
    sql,
    sql`select conversation_id from conversations
      where source_id = ${sourceId} and (topic = ${tag} or ${tag} = any(tags))`,
  );
