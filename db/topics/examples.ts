import type { TransactionSql } from "postgres";
import { AppError } from "#lib/errors.ts";
import { currentTopic, type Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import type { Db } from "../client.ts";
import { concern, holdAssessing } from "./concerned.ts";
import { loadTaxonomy } from "./taxonomy.ts";

type By = { byId: string | null; now: Date };

/** A person says that these conversations are about a topic: they are counted there, and the classifier learns from them.
 * Said again of one, the newer word holds. Throws `conflict` when the topic is gone. */
export const sortInto = (db: Db, conversationIds: readonly string[], topicId: number, by: By): Promise<void> =>
  db.$client.begin((sql) => sortIntoIn(sql, conversationIds, topicId, by));

/** The same within a transaction. */
export const sortIntoIn = async (
  sql: TransactionSql,
  conversationIds: readonly string[],
  topicId: number,
  { byId, now }: By,
): Promise<void> => {
  await holdAssessing(sql);
  const topic = await existing(sql, topicId);
  await sql`
    insert into topic_examples (conversation_id, topic_id, by_id, at)
    select conversation_id, ${topic.id}, ${byId}, ${now} from conversations
    where conversation_id = any(${[...conversationIds]}::uuid[])
    on conflict (conversation_id) do update set topic_id = excluded.topic_id, by_id = excluded.by_id, at = excluded.at`;
  await concern(sql, conversationIds);
};

/** Takes back what was said of these conversations. */
export const unsort = (db: Db, conversationIds: readonly string[]): Promise<void> =>
  db.$client.begin(async (sql) => {
    await holdAssessing(sql);
    await sql`delete from topic_examples where conversation_id = any(${[...conversationIds]}::uuid[])`;
    await concern(sql, conversationIds);
  });

/** The topic under which an id is counted; throws `conflict` when it is gone. */
export const existing = async (sql: TransactionSql, topicId: number): Promise<Topic> => {
  const topic = currentTopic(await loadTaxonomy(sql), topicId);
  if (!topic) throw new AppError("conflict", "This topic is gone: choose another one.");
  return topic;
};

export type ExampleOf = { conversationId: string; externalId: string; text: string; at: Date; by: string | null };

/** The newest examples of a topic first. text = what it says of its topic, cleaned. */
export const examplesOf = (db: Db, topicId: number, most: number): Promise<ExampleOf[]> =>
  db.$client<ExampleOf[]>`
    select e.conversation_id as "conversationId", c.external_id as "externalId", coalesce(t.text, '') as text, e.at,
      u.name as by
    from topic_examples e join conversations c using (conversation_id) left join topic_texts t using (conversation_id)
      left join users u on u.id = e.by_id
    where e.topic_id = ${topicId} order by e.at desc, e.conversation_id limit ${most}`;

/** How many examples each topic has, by its id. */
export const exampleCounts = async (db: Db): Promise<Map<number, number>> => {
  const rows = await db.$client<{ id: number; n: number }[]>`
    select topic_id as id, count(*)::int as n from topic_examples group by 1`;
  return new Map(rows.map(({ id, n }) => [id, n]));
};
