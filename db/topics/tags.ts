import { noteVersions } from "../annotations.ts";
import type { Db } from "../client.ts";
import { concernTagged } from "./concerned.ts";
import { existing } from "./examples.ts";
import { raiseRevision } from "./taxonomy.ts";

/** A word by which a source calls what conversations are about. */
export type SourceTag = {
  sourceId: string;
  source: string;
  tag: string;
  /** Conversations since `from`. */
  conversations: number;
  /** The topic it is mapped to; null = it stands for itself. */
  topicId: number | null;
};

/** The words of all sources since `from`, the most frequent first; what is mapped is there even where nothing has come since. */
export const sourceTags = (db: Db, from: Date, most = 500): Promise<SourceTag[]> =>
  db.$client<SourceTag[]>`
    with said as (
      select c.source_id, t.tag, count(*)::int as n
      from conversations c cross join lateral (
        select distinct tag from unnest(array_prepend(c.topic, c.tags)) as x(tag) where tag is not null) t
      where c.created_at >= ${from} and not c.deleted group by 1, 2)
    select s.id as "sourceId", s.key as source, tag, coalesce(said.n, 0)::int as conversations, m.topic_id as "topicId"
    from said full join topic_tags m using (source_id, tag) join sources s on s.id = source_id
    order by coalesce(said.n, 0) desc, s.key, tag limit ${most}`;

/** Says which topic a source's word stands for; null = it stands for itself again. Its conversations are counted anew, and
 * charts mark it. Returns what it stood for before. Throws `conflict` when the topic is gone. */
export const mapTag = (
  db: Db,
  { sourceId, tag, topicId }: Pick<SourceTag, "sourceId" | "tag" | "topicId">,
  now: Date,
): Promise<number | null> =>
  db.$client.begin(async (sql) => {
    const revision = await raiseRevision(sql);
    const topic = topicId === null ? null : await existing(sql, topicId);
    const [before] = await sql<{ topicId: number }[]>`
      delete from topic_tags where source_id = ${sourceId} and tag = ${tag} returning topic_id as "topicId"`;
    if (topic) await sql`insert into topic_tags (source_id, tag, topic_id) values (${sourceId}, ${tag}, ${topic.id})`;
    await concernTagged(sql, sourceId, tag);
    const text = topic ? `“${tag}” counted as “${topic.name}”` : `“${tag}” counted as itself again`;
    await noteVersions(sql, [{ kind: "topics", subject: "topics", version: `word ${revision}`, text, at: now }], now);
    return before?.topicId ?? null;
  });
