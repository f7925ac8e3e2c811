import type { TransactionSql } from "postgres";
import type { TopicReport } from "#lib/topics/report.ts";
import type { EscalatedConversation } from "#lib/topics/reports/case.ts";
import type { LibraryArticle, SolvedByAi } from "#lib/topics/reports/library.ts";
import { messagesOf } from "./assessments.ts";
import type { Db } from "./client.ts";
import { receivedMessage } from "./received.ts";
import { namesNow } from "./topics/taxonomy.ts";

/** Topics of today whose report is missing or was made before an instant, the oldest first. */
export const topicsToReport = (db: Db, before: Date): Promise<{ id: number; name: string }[]> =>
  db.$client<{ id: number; name: string }[]>`
    select t.id, t.name from topics t left join topic_reports r on r.topic_id = t.id
    where t.merged_into is null and not t.is_withdrawn and (r.made_at is null or r.made_at < ${before})
    order by r.made_at nulls first, t.id`;

/** Enough of an article to know what it says. */
const LONGEST_BODY = 20_000;

/** The articles that are there today; of a long body the beginning. */
export const articlesToMatch = (db: Db): Promise<LibraryArticle[]> =>
  db.$client<LibraryArticle[]>`
    select id, external_id as "externalId", title, left(body, ${LONGEST_BODY}) as body, url from articles
    where removed_at is null order by id`;

type Stretch = { from: Date; to: Date; most: number };

/** The newest conversations in which the AI used an article and nobody else was needed; half-open. */
export const solvedByAi = (db: Db, { from, to, most }: Stretch): Promise<SolvedByAi[]> =>
  db.$client<SolvedByAi[]>`
    select t.text, r.retrieval from topic_texts t
      join lateral (
        select jsonb_agg(one) as retrieval from messages m, jsonb_array_elements(m.ai->'retrieval') one
        where m.conversation_id = t.conversation_id and m.author_kind = 'ai' and m.ai is not null) r
        on r.retrieval is not null
    where not t.is_escalated and t.at >= ${from} and t.at < ${to} and t.text <> ''
      and exists (select from episodes e where e.conversation_id = t.conversation_id and e.segment = 'ai_only'
        and e.excluded is null and e.resolution in ('resolved', 'assumed'))
    order by t.at desc, t.conversation_id limit ${most}`;

type Row = { id: string; handedAt: Date; asked: string; isSolved: boolean; names: (string | null)[] };

/** A topic's newest conversations that were handed over, floods left out; half-open, newest first. */
export const escalatedOf = async (
  db: Db,
  topic: string,
  { from, to, most }: Stretch,
): Promise<EscalatedConversation[]> => {
  const rows = await db.$client<Row[]>`
    with handed as (
      select distinct on (conversation_id) conversation_id, at, resolution from handoffs
      where topic = ${topic} and at >= ${from} and at < ${to} and segment = 'handoff' and excluded is null
      order by conversation_id, at)
    select h.conversation_id as id, h.at as "handedAt", t.text as asked,
      h.resolution in ('resolved', 'assumed') as "isSolved",
      array[c.customer->>'name'] || array(select p->>'name' from jsonb_array_elements(c.participants) p) as names
    from handed h join topic_texts t using (conversation_id) join conversations c using (conversation_id)
    where not t.is_outage and not c.deleted order by h.at desc, h.conversation_id limit ${most}`;
  const messages = await messagesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ names, ...row }) => ({
    ...row,
    names: names.filter((name) => name !== null),
    messages: (messages.get(row.id) ?? []).map(receivedMessage),
  }));
};

/** Stores a topic's report in place of the one before, unless the topic is gone meanwhile, or a conversation that the report
 * quotes. True = stored. */
export const saveReport = (db: Db, topicId: number, report: TopicReport, madeAt: Date): Promise<boolean> =>
  db.$client.begin(async (sql) => {
    const quoted = quotedIn(report);
    const there = await sql`
      select from conversations where conversation_id = any(${quoted}::uuid[]) and not deleted
      order by conversation_id for share`;
    if (there.length < quoted.length) return false;
    const saved = await sql`
      insert into topic_reports (topic_id, made_at, report)
      select id, ${madeAt}, ${sql.json(report)} from topics
      where id = ${topicId} and merged_into is null and not is_withdrawn
      on conflict (topic_id) do update set made_at = excluded.made_at, report = excluded.report`;
    return saved.count > 0;
  });

const quotedIn = ({ questions, aiAnswers, humanAnswers }: TopicReport): string[] => [
  ...new Set([...questions, ...aiAnswers, ...humanAnswers].map(({ conversationId }) => conversationId)),
];

/** Reports that quote conversations go with these; they are made anew. */
export const forgetReportsOf = async (sql: TransactionSql, conversationIds: readonly string[]): Promise<void> => {
  if (conversationIds.length === 0) return;
  await sql`delete from topic_reports where exists (
    select from jsonb_path_query(report, '$.*[*].conversationId') quoted
    where quoted #>> '{}' = any(${[...conversationIds]}::text[]))`;
};

/** Reports of topics that were merged away or withdrawn go: their conversations are told of elsewhere. */
export const forgetOldReports = async (db: Db): Promise<void> => {
  await db.$client`delete from topic_reports where topic_id not in (
    select id from topics where merged_into is null and not is_withdrawn)`;
};

/** The report of a topic by any name it ever had, under its name of today; null = there is none. */
export const reportNamed = async (
  db: Db,
  name: string,
): Promise<{ topic: string; madeAt: Date; report: TopicReport } | null> => {
  const [topic = name] = await namesNow(db, [name]);
  const [row] = await db.$client<{ topic: string; madeAt: Date; report: TopicReport }[]>`
    select t.name as topic, r.made_at as "madeAt", r.report from topics t join topic_reports r on r.topic_id = t.id
    where t.name = ${topic} and t.merged_into is null and not t.is_withdrawn`;
  return row ?? null;
};
