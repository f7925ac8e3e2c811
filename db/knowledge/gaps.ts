import type { TransactionSql } from "postgres";
import { v7 } from "uuid";
import { AppError } from "#lib/errors.ts";
import { changedGap, type Gap, type GapChange } from "#lib/topics/board/gap.ts";
import type { Db } from "../client.ts";
import { knownTopics } from "./topics.ts";

/** A topic on the board. topic: the name it is counted under today; null = the topic was withdrawn since. */
export type BoardGap = Gap & {
  topicId: number;
  topic: string | null;
  owner: string | null;
  article: string | null;
  articleUrl: string | null;
  /** Of the newest note that somebody wrote; null = none. */
  note: string | null;
  revision: number;
  statusSince: Date;
  createdAt: Date;
};

/** All that is on the board, what moved last first. Nothing leaves it but by a person. */
export const boardGaps = async (db: Db): Promise<BoardGap[]> => {
  const [rows, { byId }] = await Promise.all([
    db.$client<Omit<BoardGap, "topic">[]>`
      select g.topic_id as "topicId", g.status, g.owner_id as "ownerId", g.due_on::text as "dueOn",
        g.article_id as "articleId", g.published_on::text as "publishedOn", g.closed_reason as "closedReason",
        g.revision, g.status_since as "statusSince", g.created_at as "createdAt", u.name as owner,
        a.title as article, a.url as "articleUrl", n.text as note
      from gaps g left join users u on u.id = g.owner_id left join articles a on a.id = g.article_id
      left join lateral (
        select e.text from gap_entries e where e.topic_id = g.topic_id and e.kind = 'note'
        order by e.at desc, e.id desc limit 1) n on true
      order by g.status_since desc, g.topic_id`,
    knownTopics(db),
  ]);
  return rows.map((row) => ({ ...row, topic: byId.get(row.topicId)?.name ?? null }));
};

export type GapEntry = { id: string; at: Date; by: string | null; kind: "change" | "note"; text: string };

const MOST_ENTRIES = 50;

/** The newest of what was done and said about a gap, newest first; by is null for somebody who is gone, or the demo. */
export const gapEntries = (db: Db, topicId: number): Promise<GapEntry[]> =>
  db.$client<GapEntry[]>`
    select e.id, e.at, u.name as by, e.kind, e.text from gap_entries e left join users u on u.id = e.by_id
    where e.topic_id = ${topicId} order by e.at desc, e.id desc limit ${MOST_ENTRIES}`;

/** Articles that a fix can be linked to, by title. */
export const articlesToLink = (db: Db): Promise<{ id: string; title: string }[]> =>
  db.$client<{ id: string; title: string }[]>`
    select id, title from articles where removed_at is null order by lower(title), id limit 500`;

/** A topic as somebody looked at it. seen: its revision on the board; 0 = it was not there. */
export type GapSeen = { topicId: number; seen: number };
export type GapCommand = GapSeen & { change: GapChange };
export type By = { userId: string; now: Date; today: string };

/** Makes one change and journals it, in one transaction with the gap locked. Returns what it is now, by which it can be taken
 * back. Throws an AppError in a sentence where the change makes no sense, or where somebody else has made another since. */
export const changeGap = (db: Db, { change, ...at }: GapCommand, by: By): Promise<GapSeen> =>
  db.$client.begin(async (sql) => {
    const before = await seenGap(sql, at);
    const named = await namesFor(sql, change);
    const { gap, sentence } = changedGap(before, change, { today: by.today, named });
    return put(sql, { at, before, gap, sentence }, by);
  });

/** Takes the last change back: what was there is known from the journal. Throws `conflict` where somebody else has made
 * another since. */
export const takeBackGap = (db: Db, at: GapSeen, by: By): Promise<GapSeen> =>
  db.$client.begin(async (sql) => {
    const before = await seenGap(sql, at);
    const [last] = await sql<{ before: { gap: Gap | null } | null }[]>`
      select before from gap_entries where topic_id = ${at.topicId} and kind = 'change'
      order by at desc, id desc limit 1`;
    if (!last?.before) throw new AppError("conflict", "There is nothing here to take back.");
    return put(sql, { at, before, gap: last.before.gap, sentence: "Took the last change back." }, by);
  });

/** Writes a note into the journal of a gap. Throws `not_found` where the topic is not on the board. */
export const noteGap = (db: Db, topicId: number, text: string, by: By): Promise<void> =>
  db.$client.begin(async (sql) => {
    if (!(await gapOf(sql, topicId))) throw new AppError("not_found", "This topic is not on the board.");
    await addEntry(sql, { topicId, kind: "note", text, before: null }, by);
  });

type Held = Gap & { revision: number };

/** Held until the end of the transaction, so that two who put it on the board at once are told apart too. */
const lockTopic = async (sql: TransactionSql, topicId: number): Promise<void> => {
  const [topic] = await sql`select from topics where id = ${topicId} and not is_withdrawn for no key update`;
  if (!topic) throw new AppError("not_found", "There is no such topic any more.");
};

const gapOf = async (sql: TransactionSql, topicId: number): Promise<Held | null> => {
  const [row] = await sql<Held[]>`
    select status, owner_id as "ownerId", due_on::text as "dueOn", article_id as "articleId",
      published_on::text as "publishedOn", closed_reason as "closedReason", revision
    from gaps where topic_id = ${topicId}`;
  return row ?? null;
};

/** The gap while nobody else changes it, as long as it is the one that was seen; null = not on the board. */
const seenGap = async (sql: TransactionSql, { topicId, seen }: GapSeen): Promise<Gap | null> => {
  await lockTopic(sql, topicId);
  const held = await gapOf(sql, topicId);
  if ((held?.revision ?? 0) !== seen) throw await conflict(sql, topicId);
  return held && withoutRevision(held);
};

type Step = { at: GapSeen; before: Gap | null; gap: Gap | null; sentence: string };

const put = async (
  sql: TransactionSql,
  { at: { topicId, seen }, before, gap, sentence }: Step,
  by: By,
): Promise<GapSeen> => {
  if (gap) await store(sql, { topicId, gap, isMoved: gap.status !== before?.status }, by);
  else await sql`delete from gaps where topic_id = ${topicId}`;
  await addEntry(sql, { topicId, kind: "change", text: sentence, before: { gap: before } }, by);
  return { topicId, seen: gap ? seen + 1 : 0 };
};

const withoutRevision = ({ revision: _, ...gap }: Held): Gap => gap;

const conflict = async (sql: TransactionSql, topicId: number): Promise<AppError> => {
  const [last] = await sql<{ by: string | null; text: string }[]>`
    select u.name as by, e.text from gap_entries e left join users u on u.id = e.by_id
    where e.topic_id = ${topicId} and e.kind = 'change' order by e.at desc, e.id desc limit 1`;
  const said = last ? `: “${last.text}”` : "";
  return new AppError(
    "conflict",
    `${last?.by ?? "Somebody else"} has changed this topic meanwhile${said} Look at it again first.`,
  );
};

/** Names that the journal keeps, as they are now; refuses ids that are nobody's. */
const namesFor = async (sql: TransactionSql, change: GapChange) => {
  const owner = change.is === "own" ? change.ownerId : null;
  const article = change.is === "publish" ? change.articleId : null;
  const [[person], [linked]] = await Promise.all([
    sql<{ name: string }[]>`select name from users where id = ${owner} and removed_at is null`,
    sql<{ title: string }[]>`select title from articles where id = ${article}`,
  ]);
  if (owner !== null && !person) throw new AppError("bad_input", "There is nobody of this name any more.");
  if (article !== null && !linked) throw new AppError("bad_input", "There is no such article any more.");
  return { person: () => person?.name ?? "", article: () => linked?.title ?? "" };
};

type Stored = { topicId: number; gap: Gap; isMoved: boolean };

const store = async (sql: TransactionSql, { topicId, gap, isMoved }: Stored, { now }: By): Promise<void> => {
  const { status, ownerId, dueOn, articleId, publishedOn, closedReason } = gap;
  await sql`
    insert into gaps (topic_id, status, owner_id, due_on, article_id, published_on, closed_reason, revision,
      status_since, created_at)
    values (${topicId}, ${status}, ${ownerId}, ${dueOn}, ${articleId}, ${publishedOn}, ${closedReason}, 1, ${now},
      ${now})
    on conflict (topic_id) do update set status = excluded.status, owner_id = excluded.owner_id,
      due_on = excluded.due_on, article_id = excluded.article_id, published_on = excluded.published_on,
      closed_reason = excluded.closed_reason, revision = gaps.revision + 1,
      status_since = case when ${isMoved} then excluded.status_since else gaps.status_since end`;
};

type NewEntry = Pick<GapEntry, "kind" | "text"> & { topicId: number; before: { gap: Gap | null } | null };

const addEntry = async (sql: TransactionSql, entry: NewEntry, { userId, now }: By): Promise<void> => {
  const { topicId, kind, text, before } = entry;
  await sql`
    insert into gap_entries (id, topic_id, at, by_id, kind, text, before)
    values (${v7()}, ${topicId}, ${now}, ${userId}, ${kind}, ${text}, ${before && sql.json(before)})`;
};
