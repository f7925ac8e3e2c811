import type { TransactionSql } from "postgres";
import { NIL } from "uuid";
import type { Classifier } from "#lib/topics/classifier/classifier.ts";
import { type Model, modelOf, NO_SORTING, type SortedConversation, type Sorting } from "#lib/topics/sorting.ts";
import type { Db } from "../client.ts";
import { loadTaxonomy } from "./taxonomy.ts";

/** revision = state of everything that sorts; what was sorted by another one is not stored. */
export type SortingNow = Sorting & { revision: number };

/** What conversations are sorted by now; the very `known` one while nothing about it has changed. */
export const sortingNow = async (db: Db, known?: SortingNow): Promise<SortingNow> => {
  const sql = db.$client;
  const [state] = await sql<{ revision: number }[]>`select revision from taxonomies`;
  if (!state) return { ...NO_SORTING, revision: 0 };
  if (known?.revision === state.revision) return known;
  const [taxonomy, tags, model] = await Promise.all([
    loadTaxonomy(sql),
    sql<{ source: string; tag: string; topic: number }[]>`
      select source_id as source, tag, topic_id as topic from topic_tags`,
    newestModel(db, known?.model),
  ]);
  const topics = new Map(tags.map(({ source, tag, topic }) => [`${source} ${tag}`, topic]));
  return {
    revision: state.revision,
    taxonomy,
    topicOfTag: (sourceId, tag) => topics.get(`${sourceId} ${tag}`) ?? null,
    model,
  };
};

/** The classifier in use; null = none was trained yet. The very `known` one while it is in use, for it is large. */
export const newestModel = async (db: Db, known?: Model | null): Promise<Model | null> => {
  const [row] = await db.$client<{ id: string; classifier: string | null }[]>`
    select id, case when id <> coalesce(${known?.id ?? null}::uuid, ${NIL}::uuid) then classifier end as classifier
    from topic_models order by trained_at desc, id desc limit 1`;
  if (!row) return null;
  return row.classifier === null ? (known ?? null) : modelOf(row.id, JSON.parse(row.classifier) as Classifier);
};

type Sorted = { conversation: { id: string }; sorted: SortedConversation };

/** Keeps what conversations say of their topics, in place of what they said before. A text that stays the same keeps its
 * place in the inbox. */
export const saveTopicTexts = async (sql: TransactionSql, finished: Sorted[]): Promise<void> => {
  const rows = finished.flatMap(({ conversation: { id }, sorted: { text } }) => (text ? [{ id, ...text }] : []));
  const gone = finished.flatMap(({ conversation, sorted }) => (sorted.text ? [] : [conversation.id]));
  if (gone.length > 0) await sql`delete from topic_texts where conversation_id = any(${gone})`;
  if (rows.length === 0) return;
  await sql`
    insert into topic_texts (conversation_id, text, at, is_escalated, model_id, topic_id, confidence)
    select n.id, n.text, n.at, n."isEscalated", n."modelId", n."topicId", n.confidence
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, text text, at timestamptz, "isEscalated" boolean,
      "modelId" uuid, "topicId" int, confidence real)
    on conflict (conversation_id) do update set text = excluded.text, at = excluded.at,
      is_escalated = excluded.is_escalated, model_id = excluded.model_id, topic_id = excluded.topic_id,
      confidence = excluded.confidence,
      is_outage = topic_texts.is_outage and topic_texts.text = excluded.text,
      candidate_id = case when topic_texts.text = excluded.text and excluded.is_escalated then topic_texts.candidate_id end`;
};
