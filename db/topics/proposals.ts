import type { Fragment, TransactionSql } from "postgres";
import { sameAsBefore } from "#lib/topics/taxonomy/identity.ts";
import { countedIds } from "#lib/topics/taxonomy/taxonomy.ts";
import type { Db } from "../client.ts";
import { holdAssessing } from "./concerned.ts";
import { loadTaxonomy } from "./taxonomy.ts";

export type Residual = { conversationId: string; text: string; at: Date };

/** Texts of escalated conversations since `from` that are counted under no topic and are no flood, by time. What was sorted
 * into a topic that is gone is among them again. */
export const unsortedTexts = async (db: Db, from: Date): Promise<Residual[]> => {
  const which = lookedAt(db, "unsorted", from, await countedNow(db));
  return db.$client<Residual[]>`
    select t.conversation_id as "conversationId", t.text, t.at from topic_texts t where ${which}
    order by t.at, t.conversation_id`;
};

/** Texts of all escalated conversations since `from`, by time. */
export const escalatedTexts = (db: Db, from: Date): Promise<Residual[]> =>
  db.$client<Residual[]>`
    select t.conversation_id as "conversationId", t.text, t.at from topic_texts t
    where ${lookedAt(db, "escalated", from, [])} order by t.at, t.conversation_id`;

export type Looked = "escalated" | "unsorted";

/** texts changes with each text that is looked at and its time, found with what was found of any of them. */
export const textsState = async (db: Db, looked: Looked, from: Date): Promise<{ texts: string; found: string }> => {
  const sql = db.$client;
  const which = lookedAt(db, looked, from, await countedNow(db));
  const found = looked === "escalated" ? sql`t.is_outage` : sql`t.candidate_id || ' ' || c.state`;
  const [row] = await sql<{ texts: string; found: string }[]>`
    select count(*) || ' ' || coalesce(sum(hashtextextended(concat_ws(' ', t.conversation_id, t.at, t.text), 0)), 0) as texts,
      coalesce(sum(hashtextextended(concat_ws(' ', t.conversation_id, ${found}), 0)), 0)::text as found
    from topic_texts t left join topic_candidates c on c.id = t.candidate_id where ${which}`;
  return row ?? { texts: "", found: "" };
};

const countedNow = async ({ $client }: Db): Promise<number[]> => countedIds(await loadTaxonomy($client));

/** A condition on texts named `t`; counted: ids of the topics of today. */
const lookedAt = ({ $client: sql }: Db, looked: Looked, from: Date, counted: readonly number[]): Fragment => {
  const escalated = sql`t.is_escalated and t.at >= ${from} and t.text <> ''`;
  if (looked === "escalated") return escalated;
  return sql`${escalated} and not t.is_outage and (t.topic_id is null or t.topic_id <> all(${[...counted]}))
    and not exists (select from topic_examples e
      where e.conversation_id = t.conversation_id and e.topic_id = any(${[...counted]}))
    and not exists (select from episodes e where e.conversation_id = t.conversation_id and e.topic is not null)`;
};

/** What was found until now: escalated conversations since `from` that are part of a flood, and candidates that wait. */
export const foundUntilNow = async (db: Db, from: Date): Promise<{ outages: number; candidates: number }> => {
  const [row] = await db.$client<{ outages: number; candidates: number }[]>`
    select (select count(*)::int from topic_texts where is_escalated and at >= ${from} and is_outage) as outages,
      (select count(*)::int from topic_candidates where state = 'open') as candidates`;
  return row ?? { outages: 0, candidates: 0 };
};

/** Marks which escalated conversations since `from` are part of a flood, and that the others are not. Returns how many. */
export const saveOutages = (db: Db, from: Date, conversationIds: readonly string[]): Promise<number> =>
  db.$client.begin(async (sql) => {
    await holdAssessing(sql);
    await sql`
      with flooded as (select unnest(${[...conversationIds]}::uuid[]) as conversation_id),
      changed as (
        select t.conversation_id, f.conversation_id is not null as is_outage
        from topic_texts t left join flooded f using (conversation_id)
        where t.is_escalated and t.at >= ${from} and t.is_outage <> (f.conversation_id is not null)
        order by t.conversation_id for update of t)
      update topic_texts t set is_outage = c.is_outage from changed c where c.conversation_id = t.conversation_id`;
    return conversationIds.length;
  });

/** A group of conversations that nobody has named. `typical` come first among the members. */
export type Proposal = { words: string[]; typical: string[]; members: string[] };

/** Keeps what is proposed in place of what was: a group that is mostly the same as before stays the same candidate, also
 * one that was dismissed, unless it has more than doubled; an open one that is no group any more is gone. What people sorted while groups were made is in
 * none. Returns how many are open. */
export const saveProposals = (db: Db, found: readonly Proposal[], now: Date): Promise<number> =>
  db.$client.begin(async (sql) => {
    await holdAssessing(sql);
    const proposals = await stillUnsorted(sql, found);
    const rows = await sql<{ id: number; isDecided: boolean; members: string[] }[]>`
      select c.id, c.state = 'dismissed' as "isDecided", coalesce(array_agg(t.conversation_id) filter (where t.conversation_id is not null), '{}') as members
      from topic_candidates c left join topic_texts t on t.candidate_id = c.id
      where c.state in ('open', 'dismissed') group by c.id`;
    const same = sameAsBefore(
      proposals.map(({ members }) => members),
      new Map(rows.map(({ id, members }) => [id, members])),
      new Set(rows.flatMap(({ id, isDecided }) => (isDecided ? [id] : []))),
    );
    await sql`update topic_candidates set state = 'gone'
      where state = 'open' and id <> all(${same.filter((id) => id !== null)})`;
    const placed = { ids: [] as string[], candidates: [] as number[] };
    for (const [i, proposal] of proposals.entries()) {
      const id = await keep(sql, proposal, same[i] ?? null, now);
      for (const member of proposal.members) {
        placed.ids.push(member);
        placed.candidates.push(id);
      }
    }
    await place(sql, placed);
    const [open] = await sql<{ n: number }[]>`select count(*)::int as n from topic_candidates where state = 'open'`;
    return open?.n ?? 0;
  });

/** Without those that a person sorted meanwhile; a group of which that is half or more is none any more. */
const stillUnsorted = async (sql: TransactionSql, proposals: readonly Proposal[]): Promise<Proposal[]> => {
  const counted = countedIds(await loadTaxonomy(sql));
  const all = proposals.flatMap(({ members }) => members);
  const rows = await sql<{ id: string }[]>`
    select conversation_id as id from topic_examples
    where conversation_id = any(${all}::uuid[]) and topic_id = any(${counted})`;
  const sorted = new Set(rows.map(({ id }) => id));
  return proposals.flatMap(({ words, typical, members }) => {
    const left = members.filter((id) => !sorted.has(id));
    if (left.length * 2 <= members.length) return [];
    return [{ words, typical: typical.filter((id) => !sorted.has(id)), members: left }];
  });
};

const keep = async (
  sql: TransactionSql,
  { words, typical, members }: Proposal,
  known: number | null,
  now: Date,
): Promise<number> => {
  const [row] =
    known === null
      ? await sql<{ id: number }[]>`
          insert into topic_candidates (state, words, typical, size, first_seen_at, last_seen_at)
          values ('open', ${words}, ${typical}, ${members.length}, ${now}, ${now}) returning id`
      : await sql<{ id: number }[]>`
          update topic_candidates set words = ${words}, typical = ${typical}, size = ${members.length},
            last_seen_at = ${now} where id = ${known} returning id`;
  return row?.id ?? 0;
};

/** Texts stand where they are proposed; those of open candidates that are in none stand nowhere. Only what changes is
 * written. */
const place = async (
  sql: TransactionSql,
  { ids, candidates }: { ids: string[]; candidates: number[] },
): Promise<void> => {
  await sql`
    with placed as (
      select * from unnest(${ids}::uuid[], ${candidates}::int[]) as p(conversation_id, candidate_id)),
    changed as (
      select t.conversation_id, p.candidate_id
      from topic_texts t left join placed p using (conversation_id) left join topic_candidates c on c.id = t.candidate_id
      where p.candidate_id <> coalesce(t.candidate_id, 0) or (p.candidate_id is null and c.state in ('open', 'gone'))
      order by t.conversation_id for update of t)
    update topic_texts t set candidate_id = c.candidate_id from changed c where c.conversation_id = t.conversation_id`;
};
