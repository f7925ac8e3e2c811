import type { TransactionSql } from "postgres";

// What is counted under another topic from now on is pending: it is assessed again, and counted by what holds then.

/** Held until the transaction is over, so that nothing is stored meanwhile that was sorted before, and neither waits for the
 * other: whoever stores assessments shares it. */
export const holdAssessing = async (sql: TransactionSql): Promise<void> => {
  await sql`select from workspaces for update`;
};

/** Conversations by their ids. */
export const concern = async (sql: TransactionSql, conversationIds: readonly string[]): Promise<void> => {
  await holdAssessing(sql);
  await sql`update assessments set assessed_with = null where conversation_id = any(${[...conversationIds]}::uuid[])`;
};

/** Conversations that are counted under these names. */
export const concernNamed = async (sql: TransactionSql, names: readonly string[]): Promise<void> => {
  if (names.length === 0) return;
  await sql`update assessments set assessed_with = null
    where conversation_id in (select conversation_id from episodes where topic = any(${[...names]}))`;
};

/** Conversations that people, the classifier or a mapped word sorted into these topics, wherever they are counted. */
export const concernSorted = async (sql: TransactionSql, ids: readonly number[]): Promise<void> => {
  await sql`
    with sorted as (
      select conversation_id from topic_examples where topic_id = any(${[...ids]})
      union all select conversation_id from topic_texts where topic_id = any(${[...ids]}))
    update assessments set assessed_with = null where conversation_id in (select conversation_id from sorted)`;
  const tags = await sql<{ source: string; tag: string }[]>`
    select source_id as source, tag from topic_tags where topic_id = any(${[...ids]})`;
  for (const { source, tag } of tags) await concernTagged(sql, source, tag);
};

/** Conversations that a source gives this word. */
export const concernTagged = async (sql: TransactionSql, sourceId: string, tag: string): Promise<void> => {
  await sql`update assessments set assessed_with = null where conversation_id in (
    select conversation_id from conversations where source_id = ${sourceId} and (topic = ${tag} or ${tag} = any(tags)))`;
};
