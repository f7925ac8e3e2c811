import type { TransactionSql } from "postgres";
import { AppError } from "#lib/errors.ts";
import type { CandidateState } from "#lib/topics/taxonomy/candidate.ts";
import type { Db } from "../client.ts";
import { concern, holdAssessing } from "./concerned.ts";
import { existing, sortIntoIn } from "./examples.ts";
import { type Changing, changeTopicsIn, lockedTaxonomy } from "./taxonomy.ts";

export type Candidate = {
  id: number;
  state: CandidateState;
  words: string[];
  size: number;
  /** Of these in the newest seven days before `now`. */
  newestWeek: number;
  firstSeenAt: Date;
  typical: { conversationId: string; text: string }[];
};

/** What waits in the inbox, the largest first, with its most typical texts, cleaned. */
export const openCandidates = (db: Db, now: Date): Promise<Candidate[]> =>
  db.$client<Candidate[]>`
    select c.id, c.state, c.words, count(t.*)::int as size, c.first_seen_at as "firstSeenAt",
      count(*) filter (where t.at >= ${now}::timestamptz - interval '7 days')::int as "newestWeek",
      (select coalesce(jsonb_agg(jsonb_build_object('conversationId', x.conversation_id, 'text', x.text)
          order by array_position(c.typical, x.conversation_id)), '[]')
        from topic_texts x where x.conversation_id = any(c.typical[1:5])) as typical
    from topic_candidates c join topic_texts t on t.candidate_id = c.id
    where c.state = 'open' group by c.id order by size desc, c.id`;

export type Decided = {
  id: number;
  words: string[];
  state: Exclude<CandidateState, "open" | "gone">;
  /** What it is counted under; null = it is no topic. */
  topic: string | null;
  by: string | null;
};

/** The newest decisions on candidates first. */
export const decidedCandidates = (db: Db, most: number): Promise<Decided[]> =>
  db.$client<Decided[]>`
    select c.id, c.words, c.state, t.name as topic, u.name as by
    from topic_candidates c left join topics t on t.id = c.topic_id left join users u on u.id = c.decided_by_id
    where c.state in ('confirmed', 'sorted', 'dismissed') order by c.decided_at desc, c.id desc limit ${most}`;

/** A candidate becomes a topic of this name: its conversations are counted there and teach the classifier. Returns the
 * topic's id. Throws `conflict` when somebody decided before or the name is taken. */
export const confirmCandidate = (
  db: Db,
  id: number,
  { name, ...changing }: Changing & { name: string },
): Promise<number> =>
  db.$client.begin(async (sql) => {
    await openOne(sql, id);
    const { made } = await changeTopicsIn(sql, { is: "add", name }, changing);
    const topicId = made[0] ?? 0;
    await decide(sql, id, { state: "confirmed", topicId, ...changing });
    return topicId;
  });

/** The conversations of a candidate belong to a topic that is there. Throws `conflict` when somebody decided before or the
 * topic is gone. */
export const sortCandidate = (db: Db, id: number, by: Deciding & { topicId: number }): Promise<void> =>
  db.$client.begin(async (sql) => {
    await openOne(sql, id);
    await decide(sql, id, { ...by, state: "sorted" });
  });

/** A candidate is no topic; it is not proposed again. Throws `conflict` when somebody decided before. */
export const dismissCandidate = (db: Db, id: number, by: Deciding): Promise<void> =>
  db.$client.begin(async (sql) => {
    await openOne(sql, id);
    await decide(sql, id, { ...by, state: "dismissed", topicId: null });
  });

/** Takes back what was decided of a candidate: its conversations are sorted nowhere again. A topic that it became is
 * withdrawn, unless others were sorted into it since: then it stays, without them. */
export const reopenCandidate = (db: Db, id: number, changing: Omit<Changing, "seen">): Promise<void> =>
  db.$client.begin(async (sql) => {
    await holdAssessing(sql);
    const [row] = await sql<{ state: CandidateState; topicId: number | null; at: Date }[]>`
      select state, topic_id as "topicId", decided_at as at from topic_candidates where id = ${id} for update`;
    if (!row || row.state === "open" || row.state === "gone")
      throw new AppError("conflict", "Nothing was decided here, or it is no longer proposed.");
    const back = await sql<{ id: string }[]>`
      delete from topic_examples where topic_id = ${row.topicId} and at = ${row.at} and conversation_id in (
        select conversation_id from topic_texts where candidate_id = ${id}) returning conversation_id as id`;
    await concern(
      sql,
      back.map((one) => one.id),
    );
    if (row.state === "confirmed" && row.topicId !== null) await withdrawUnused(sql, row.topicId, changing);
    await sql`update topic_candidates set state = 'open', topic_id = null, decided_by_id = null, decided_at = null
      where id = ${id}`;
  });

const withdrawUnused = async (sql: TransactionSql, topicId: number, by: Omit<Changing, "seen">): Promise<void> => {
  const [used] = await sql<{ is: boolean }[]>`
    select exists (select from topic_examples where topic_id = ${topicId})
      or exists (select from topic_tags where topic_id = ${topicId})
      or exists (select from gaps where topic_id = ${topicId})
      or exists (select from topics where merged_into = ${topicId} or id = ${topicId} and merged_into is not null) as is`;
  if (used?.is) return;
  const { version } = await lockedTaxonomy(sql);
  await changeTopicsIn(sql, { is: "withdraw", ids: [topicId] }, { ...by, seen: version });
};

type Deciding = { byId: string | null; now: Date };

const openOne = async (sql: TransactionSql, id: number): Promise<void> => {
  await holdAssessing(sql);
  const [row] = await sql<{ state: CandidateState }[]>`select state from topic_candidates where id = ${id} for update`;
  if (!row) throw new AppError("not_found", "There is no such candidate.");
  if (row.state !== "open") throw new AppError("conflict", "Somebody has decided on this candidate meanwhile.");
};

type Decision = Deciding & { state: CandidateState; topicId: number | null };

/** Its conversations are sorted into the topic, but for those that a person has sorted elsewhere one by one. */
const decide = async (sql: TransactionSql, id: number, { state, topicId, byId, now }: Decision): Promise<void> => {
  const topic = topicId === null ? null : await existing(sql, topicId);
  await sql`update topic_candidates set state = ${state}, topic_id = ${topic?.id ?? null}, decided_by_id = ${byId},
    decided_at = ${now} where id = ${id}`;
  if (!topic) return;
  const members = await sql<{ id: string }[]>`
    select conversation_id as id from topic_texts t where candidate_id = ${id} and not exists (
      select from topic_examples e join topics on topics.id = e.topic_id and not topics.is_withdrawn
      where e.conversation_id = t.conversation_id)`;
  await sortIntoIn(
    sql,
    members.map((one) => one.id),
    topic.id,
    { byId, now },
  );
};
