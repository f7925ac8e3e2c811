import { v7 } from "uuid";
import type { Classifier, Example } from "#lib/topics/classifier/classifier.ts";
import type { Model, SortedConversation } from "#lib/topics/sorting.ts";
import { countedIds, currentTopic } from "#lib/topics/taxonomy/taxonomy.ts";
import type { Db } from "../client.ts";
import { concern, concernSorted, holdAssessing } from "./concerned.ts";
import { loadTaxonomy, raiseRevision } from "./taxonomy.ts";

/** Of more examples of a topic the newest teach enough. */
const MOST_EXAMPLES = 200;

/** What a classifier is trained on: confirmed examples by the id of their topic of today, in a stable order, and texts that
 * nobody sorted. isCounted: whether the one in use counts such a text under a topic. */
export type TrainingSet = {
  examples: Example[];
  unsorted: { texts: string[]; isCounted: boolean[] };
  taxonomyVersion: number;
};

/** The examples of all topics, and at most `most` texts without one since `from`. */
export const trainingSet = async (db: Db, { from, most }: { from: Date; most: number }): Promise<TrainingSet> => {
  const sql = db.$client;
  const taxonomy = await loadTaxonomy(sql);
  const counted = countedIds(taxonomy);
  const [rows, unsorted] = await Promise.all([
    sql<{ text: string; topic: number }[]>`
      select text, topic from (
        select t.text, e.topic_id as topic, e.conversation_id,
          row_number() over (partition by e.topic_id order by e.at desc, e.conversation_id) as newest
        from topic_examples e join topic_texts t using (conversation_id) where t.text <> '') x
      where newest <= ${MOST_EXAMPLES} order by topic, conversation_id`,
    sql<{ text: string; isCounted: boolean }[]>`
      select text, coalesce(topic_id = any(${counted}), false) as "isCounted" from topic_texts t where is_escalated and at >= ${from} and text <> '' and not is_outage
        and not exists (select from topic_examples e
          where e.conversation_id = t.conversation_id and e.topic_id = any(${counted}))
      order by conversation_id limit ${most}`,
  ]);
  const examples = rows.flatMap(({ text, topic }) => {
    const current = currentTopic(taxonomy, topic);
    return current ? [{ text, topic: String(current.id) }] : [];
  });
  return {
    examples,
    unsorted: { texts: unsorted.map(({ text }) => text), isCounted: unsorted.map(({ isCounted }) => isCounted) },
    taxonomyVersion: taxonomy.version,
  };
};

/** What the newest classifier was trained on; null = there is none. */
export const trainedOn = async (db: Db): Promise<string | null> => {
  const [row] = await db.$client<{ on: string }[]>`
    select trained_on as on from topic_models order by trained_at desc, id desc limit 1`;
  return row?.on ?? null;
};

/** The newest classifier would be no other, were it trained on this. */
export const noteTrainedOn = async (db: Db, on: string): Promise<void> => {
  await db.$client`update topic_models set trained_on = ${on}
    where id = (select id from topic_models order by trained_at desc, id desc limit 1)`;
};

const KEPT = 3;

/** Puts a classifier to use, in place of the one before; the last three are kept. */
export const saveModel = (
  db: Db,
  made: { classifier: Classifier; taxonomyVersion: number; trainedOn: string; now: Date },
): Promise<string> =>
  db.$client.begin(async (sql) => {
    const id = v7();
    await raiseRevision(sql);
    await sql`insert into topic_models (id, taxonomy_version, seed, trained_on, trained_at, classifier)
      values (${id}, ${made.taxonomyVersion}, ${made.classifier.seed}, ${made.trainedOn}, ${made.now},
        ${JSON.stringify(made.classifier)})`;
    await sql`delete from topic_models
      where id not in (select id from topic_models order by trained_at desc, id desc limit ${KEPT})`;
    return id;
  });

/** Nothing is sorted by a classifier any more: nobody says what it should learn. */
export const retireModels = (db: Db): Promise<void> =>
  db.$client.begin(async (sql) => {
    await raiseRevision(sql);
    const rows = await sql<
      { id: number }[]
    >`select distinct topic_id as id from topic_texts where topic_id is not null`;
    await concernSorted(
      sql,
      rows.map(({ id }) => id),
    );
    await sql`delete from topic_models`;
  });

/** Texts that another classifier sorted, or none, up to `limit`. */
export const sortedByOthers = (
  db: Db,
  modelId: string,
  limit: number,
): Promise<{ conversationId: string; text: string }[]> =>
  db.$client<{ conversationId: string; text: string }[]>`
    (select conversation_id as "conversationId", text from topic_texts where model_id is null limit ${limit})
    union all (select conversation_id, text from topic_texts where model_id < ${modelId} limit ${limit})
    union all (select conversation_id, text from topic_texts where model_id > ${modelId} limit ${limit})
    limit ${limit}`;

/** How many texts the classifier in use has not sorted yet; 0 without one. */
export const leftToSort = async (db: Db): Promise<number> => {
  const [row] = await db.$client<{ n: number }[]>`
    select count(*)::int as n from topic_texts t, (select id from topic_models order by trained_at desc, id desc limit 1) m
    where t.model_id is distinct from m.id`;
  return row?.n ?? 0;
};

type BySorter = Pick<NonNullable<SortedConversation["text"]>, "topicId" | "confidence"> & { conversationId: string };

/** Stores what a classifier made of texts that another one had sorted. Conversations that it counts under another topic than
 * before are counted anew: not those that a person or a mapped word sorts. Returns how many these are. */
export const saveSorted = (db: Db, { id }: Pick<Model, "id">, sorted: readonly BySorter[]): Promise<number> =>
  db.$client.begin(async (sql) => {
    await holdAssessing(sql);
    const taxonomy = await loadTaxonomy(sql);
    const today = taxonomy.topics.map((topic) => ({ id: topic.id, now: currentTopic(taxonomy, topic.id)?.id ?? null }));
    const changed = await sql<{ id: string }[]>`
      with n as (select * from jsonb_to_recordset(${sql.json([...sorted])})
          as n("conversationId" uuid, "topicId" int, confidence real)),
      today as (select * from jsonb_to_recordset(${sql.json(today)}) as d(id int, now int)),
      before as (
        select t.conversation_id, t.topic_id from topic_texts t join n on n."conversationId" = t.conversation_id
        where t.model_id is distinct from ${id} order by t.conversation_id for update of t),
      stored as (
        update topic_texts t set model_id = ${id}, topic_id = n."topicId", confidence = n.confidence
        from n join before b on b.conversation_id = n."conversationId" where n."conversationId" = t.conversation_id)
      select b.conversation_id as id
      from before b join n on n."conversationId" = b.conversation_id
        left join today was on was.id = b.topic_id left join today is_now on is_now.id = n."topicId"
      where was.now is distinct from is_now.now
        and not exists (select from topic_examples e join today d on d.id = e.topic_id and d.now is not null
          where e.conversation_id = b.conversation_id)
        and not exists (select from conversations c join topic_tags m on m.source_id = c.source_id
            and (m.tag = c.topic or m.tag = any(c.tags)) join today d on d.id = m.topic_id and d.now is not null
          where c.conversation_id = b.conversation_id)`;
    const ids = changed.map((row) => row.id);
    await concern(sql, ids);
    return ids.length;
  });
