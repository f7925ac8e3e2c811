import type { TransactionSql } from "postgres";
import { v7 } from "uuid";
import type { Gap } from "#lib/topics/board/gap.ts";
import type { Db } from "./client.ts";
import { sortIntoIn } from "./topics/examples.ts";
import { changeTopicsIn } from "./topics/taxonomy.ts";

export type DemoTopics = {
  sourceId: string;
  /** The source's words, each of which becomes a topic of the same name. */
  names: readonly string[];
  /** Who did all of it, when. */
  byId: string;
  at: Date;
  /** Conversations that are sorted into each topic by hand. */
  examples: number;
  board: ({ topic: string; note: string | null; since: Date } & Omit<Gap, "ownerId"> & { isOwned: boolean })[];
};

/** Whether anybody has confirmed a topic. */
export const hasTopics = async (db: Db): Promise<boolean> => {
  const [row] = await db.$client<{ is: boolean }[]>`select exists (select from topics) as is`;
  return row?.is ?? false;
};

/** What the knowledge-base owner of the demo had done before anybody looked, in one transaction. A topic is called what its
 * source calls it, so nothing is counted elsewhere for it. */
export const confirmDemoTopics = (db: Db, { sourceId, names, byId, at, examples, board }: DemoTopics): Promise<void> =>
  db.$client.begin(async (sql) => {
    const ids = new Map<string, number>();
    for (const [i, name] of names.entries()) {
      const { made } = await changeTopicsIn(sql, { is: "add", name }, { byId, now: at, seen: i });
      const topicId = made[0] ?? 0;
      ids.set(name, topicId);
      await sql`insert into topic_tags (source_id, tag, topic_id) values (${sourceId}, ${name}, ${topicId})`;
      await sortIntoIn(sql, await firstOf(sql, sourceId, name, examples), topicId, { byId, now: at });
    }
    for (const one of board) await putOnBoard(sql, one, ids.get(one.topic) ?? 0, byId);
  });

/** The first English conversations that a source handed over under a word. */
const firstOf = async (sql: TransactionSql, sourceId: string, tag: string, most: number): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    select conversation_id as id from conversations
    where source_id = ${sourceId} and topic = ${tag} and language = 'en' and merged_into is null and not deleted
      and flags = '{}' and jsonb_array_length(declared_handoffs) > 0
    order by created_at, conversation_id limit ${most}`;
  return rows.map(({ id }) => id);
};

const putOnBoard = async (
  sql: TransactionSql,
  { status, dueOn, articleId, publishedOn, closedReason, isOwned, note, since }: DemoTopics["board"][number],
  topicId: number,
  byId: string,
): Promise<void> => {
  await sql`insert into gaps (topic_id, status, owner_id, due_on, article_id, published_on, closed_reason, revision,
      status_since, created_at)
    values (${topicId}, ${status}, ${isOwned ? byId : null}, ${dueOn}, ${articleId}, ${publishedOn}, ${closedReason}, 1,
      ${since}, ${since})`;
  await sql`insert into gap_entries (id, topic_id, at, by_id, kind, text)
    values (${v7()}, ${topicId}, ${since}, ${byId}, 'change', 'Put it on the board.')`;
  if (note !== null)
    await sql`insert into gap_entries (id, topic_id, at, by_id, kind, text)
      values (${v7()}, ${topicId}, ${since}, ${byId}, 'note', ${note})`;
};
