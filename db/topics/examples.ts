import type { TransactionSql } from "postgres";
import { AppError } from "#lib/errors.ts";
import { type Change, currentTopic, type Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import type { Db } from "../client.ts";
import { concern, holdAssessing } from "./concerned.ts";
import { type Changing, changeTopicsIn, loadTaxonomy } from "./taxonomy.ts";

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
    where conversation_id = any(${[...conversationIds]}::uuid[]) and not deleted
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

export type Part = { name: string; conversationIds: string[] };

/** Parts of a topic become topics of their own: what is said to be about a part is sorted there, and the rest stays. Throws
 * what `changeTopics` does, and `bad_input` for a conversation in two parts. */
export const splitTopic = (db: Db, id: number, parts: readonly Part[], changing: Changing): Promise<Change> =>
  db.$client.begin(async (sql) => {
    const all = parts.flatMap(({ conversationIds }) => conversationIds);
    if (new Set(all).size < all.length)
      throw new AppError("bad_input", "A conversation can be sorted into one part only.");
    const change = await changeTopicsIn(sql, { is: "split", id, names: parts.map(({ name }) => name) }, changing);
    for (const [i, { conversationIds }] of parts.entries())
      await sortIntoIn(sql, conversationIds, change.made[i] ?? 0, changing);
    return change;
  });

/** The topic under which an id is counted; throws `conflict` when it is gone. */
export const existing = async (sql: TransactionSql, topicId: number): Promise<Topic> => {
  const topic = currentTopic(await loadTaxonomy(sql), topicId);
  if (!topic) throw new AppError("conflict", "This topic is gone: choose another one.");
  return topic;
};

/** How many examples each topic has, by its id. */
export const exampleCounts = async (db: Db): Promise<Map<number, number>> => {
  const rows = await db.$client<{ id: number; n: number }[]>`
    select topic_id as id, count(*)::int as n from topic_examples group by 1`;
  return new Map(rows.map(({ id, n }) => [id, n]));
};

/** A conversation of a topic. text = what it says of it, cleaned; by null = nobody sorted it by hand, or somebody who is
 * gone. */
export type TextUnder = { conversationId: string; text: string; at: Date; isExample: boolean; by: string | null };

/** Texts of escalated conversations of a topic, the newest first: those that a person sorted into it or what was merged into
 * it (`ids`), and those that are counted under its name and that nobody sorted by hand; `examples`: only the former. */
export const textsUnder = (
  db: Db,
  { name, ids }: { name: string; ids: readonly number[] },
  { only, most }: { only: "all" | "examples"; most: number },
): Promise<TextUnder[]> =>
  db.$client<TextUnder[]>`
    select t.conversation_id as "conversationId", t.text, t.at, x.topic_id is not null as "isExample", u.name as by
    from topic_texts t left join topic_examples x using (conversation_id) left join users u on u.id = x.by_id
    where t.is_escalated and t.text <> '' and (x.topic_id = any(${[...ids]}::int[])
      or ${only === "all"} and x.topic_id is null and exists (
        select from episodes e where e.conversation_id = t.conversation_id and e.topic = ${name}))
    order by t.at desc, t.conversation_id limit ${most}`;

/** What a person has said of each of these conversations; null = nobody has. One that is gone is left out. */
export const examplesAmong = (
  db: Db,
  conversationIds: readonly string[],
): Promise<{ conversationId: string; topicId: number | null }[]> =>
  db.$client<{ conversationId: string; topicId: number | null }[]>`
    select conversation_id as "conversationId", topic_id as "topicId"
    from conversations left join topic_examples using (conversation_id)
    where conversation_id = any(${[...conversationIds]}::uuid[]) and not deleted order by 1`;
