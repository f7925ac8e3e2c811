import type { TopicReport } from "#lib/topics/report.ts";
import { currentTopic, type Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import type { Db } from "../client.ts";
import { loadTaxonomy } from "../topics/taxonomy.ts";

export type KnownTopic = Pick<Topic, "id" | "name" | "isKnowledge">;

/** What people confirmed. byName: a topic as rows have it, by the name it is counted under today or had before. byId: where
 * the topic of that id is counted today, through merges; absent = it was withdrawn. */
export type KnownTopics = { byName: Map<string, KnownTopic>; byId: Map<number, KnownTopic> };

export const knownTopics = async (db: Db): Promise<KnownTopics> => {
  const sql = db.$client;
  const [taxonomy, names] = await Promise.all([
    loadTaxonomy(sql),
    sql<{ name: string; id: number }[]>`select name, topic_id as id from topic_names`,
  ]);
  const byId = new Map(taxonomy.topics.flatMap(({ id }) => asEntry(id, currentTopic(taxonomy, id))));
  const byName = new Map(names.flatMap(({ name, id }) => asEntry(name, byId.get(id) ?? null)));
  for (const topic of byId.values()) byName.set(topic.name, topic);
  return { byName, byId };
};

const asEntry = <K>(key: K, topic: KnownTopic | null): [K, KnownTopic][] =>
  topic ? [[key, { id: topic.id, name: topic.name, isKnowledge: topic.isKnowledge }]] : [];

export type MadeReport = { madeAt: Date; report: TopicReport };

/** What the nightly job found out about each topic; a topic that is missing was not read yet. */
export const topicReports = async (db: Db): Promise<Map<number, MadeReport>> => {
  const found = await db.$client<(MadeReport & { id: number })[]>`
    select topic_id as id, made_at as "madeAt", report from topic_reports`;
  return new Map(found.map(({ id, ...made }) => [id, made]));
};
