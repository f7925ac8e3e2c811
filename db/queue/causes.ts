import type { Fragment, Sql, TransactionSql } from "postgres";
import { Temporal } from "temporal-polyfill";
import { causeOf, type LoadCounts } from "#lib/alarms/cause.ts";
import type { Cause } from "#lib/alarms/notification.ts";
import { relationOf } from "../metrics/records.ts";

const HOUR_MS = 3_600_000;
const WEEKS = 4;
/** Of fewer ended episodes no handle time is made. */
const FEW_ENDED = 3;

export type CausedQueue = { sourceId: string; team: string | null };

/** What moved the load of each of these queues in the hour up to `to`, against the same local hour of the four weeks before;
 * in their order. Null = the source has no earlier weeks. */
export const causesOf = async (
  sql: TransactionSql,
  queues: readonly CausedQueue[],
  { to, zone }: { to: Date; zone: string },
): Promise<(Cause | null)[]> => {
  if (queues.length === 0) return [];
  const windows = Array.from({ length: WEEKS + 1 }, (_, i) => hourBefore(to, i, zone));
  const rows = await loads(sql, queues, windows);
  return queues.map((_, place) => {
    const mine = rows.filter(({ queue }) => queue === place);
    const now = mine.find(({ week }) => week === 0);
    const earlier = mine.filter(({ week, episodes, handoffs }) => week > 0 && episodes + handoffs > 0);
    return now && windows[0] ? causeOf(now, earlier, windows[0]) : null;
  });
};

type Window = { from: Date; to: Date };

/** By the local clock: a week over a change of the clock has an hour more or less. */
const hourBefore = (to: Date, weeks: number, zone: string): Window => {
  const then = Temporal.Instant.fromEpochMilliseconds(to.getTime()).toZonedDateTimeISO(zone).subtract({ weeks });
  return { from: new Date(then.epochMilliseconds - HOUR_MS), to: new Date(then.epochMilliseconds) };
};

type Load = LoadCounts & { queue: number; week: number };

/** Each window is read through an index by itself: taken together they look like the whole table. */
const loads = (sql: TransactionSql, queues: readonly CausedQueue[], windows: readonly Window[]): Promise<Load[]> => sql<
  Load[]
>`
  with queues as (
    select q.*, i::int - 1 as queue from unnest(${queues.map(({ sourceId }) => sourceId)}::uuid[],
      ${queues.map(({ team }) => team)}::text[]) with ordinality as q(source_id, team, i)),
  windows as (
    select w.*, i::int - 1 as week from unnest(${windows.map(({ from }) => from.toISOString())}::text[]::timestamptz[],
      ${windows.map(({ to }) => to.toISOString())}::text[]::timestamptz[]) with ordinality as w(starts, ends, i)),
  begun as (
    select w.week, x.* from windows w cross join lateral (
      select m.source_id, count(*)::int as n from (${relationOf(sql as unknown as Sql, "escalationRate")}) m
      where m.at >= w.starts and m.at < w.ends group by 1) x),
  handed as (
    select w.week, x.* from windows w cross join lateral (
      select h.source_id, h.team, count(*)::int as n from handoffs h
      where h.at >= w.starts and h.at < w.ends and h.excluded is null and not h.is_takeover group by 1, 2) x),
  answered as (
    select w.week, x.* from windows w cross join lateral (
      select h.source_id, h.team, count(distinct h.agent_id)::int as people from handoffs h
      where h.wait_ended_at >= w.starts and h.wait_ended_at < w.ends and h.excluded is null and not h.is_takeover
        and h.outcome = 'answered' group by 1, 2) x),
  handled as (${handled(sql)})
  select q.queue, w.week, coalesce(e.n, 0) as episodes, coalesce(h.n, 0) as handoffs, t.seconds as "handleSeconds",
    coalesce(a.people, 0) as people
  from queues q cross join windows w
    left join begun e on e.week = w.week and e.source_id = q.source_id
    left join handed h on ${isSame(sql, "h")}
    left join answered a on ${isSame(sql, "a")}
    left join handled t on ${isSame(sql, "t")}`;

/** "Is not distinct from" cannot be hashed, and compares each with each. */
const isSame = (sql: TransactionSql, part: string): Fragment => sql`${sql(part)}.week = w.week
  and ${sql(part)}.source_id = q.source_id and coalesce(${sql(part)}.team, '') = coalesce(q.team, '')
  and (${sql(part)}.team is null) = (q.team is null)`;

/** From the first answer to the end of the episode, of those that ended in the window and were answered up to two hours
 * before it. */
const handled = (sql: TransactionSql): Fragment => sql`
  select w.week, x.* from windows w cross join lateral (
    select h.source_id, h.team,
      case when count(*) >= ${FEW_ENDED} then avg(extract(epoch from e.ended_at - h.wait_ended_at))::float8 end as seconds
    from handoffs h join episodes e on e.conversation_id = h.conversation_id and e.episode = h.episode
    where h.wait_ended_at >= w.starts - interval '2 hours' and h.wait_ended_at < w.ends
      and h.excluded is null and not h.is_takeover and h.outcome = 'answered'
      and e.ended_at >= w.starts and e.ended_at < w.ends and e.ended_at >= h.wait_ended_at
    group by 1, 2) x`;
