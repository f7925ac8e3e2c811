import type { Fragment, Sql, TransactionSql } from "postgres";
import { Temporal } from "temporal-polyfill";
import { causeOf, causeWithin } from "#lib/alarms/cause/cause.ts";
import { loadOfQueue, loadOfSource, type SourceLoad, type TeamLoad } from "#lib/alarms/cause/load.ts";
import type { Cause } from "#lib/alarms/notification.ts";
import { relationOf } from "../metrics/records.ts";

const HOUR_MS = 3_600_000;
const WEEKS = 8;

export type CausedQueue = { sourceId: string; team: string | null };

/** What moved the load of each of these queues in the hour up to `to`, against the same local hour of the eight weeks before;
 * in their order. Null = the source has no earlier weeks. */
export const causesOf = async (
  sql: TransactionSql,
  queues: readonly CausedQueue[],
  { to, zone }: { to: Date; zone: string },
): Promise<(Cause | null)[]> => {
  if (queues.length === 0) return [];
  const windows = Array.from({ length: WEEKS + 1 }, (_, i) => hourBefore(to, i, zone));
  const [window] = windows;
  const loads = await sourceLoads(sql, [...new Set(queues.map(({ sourceId }) => sourceId))], windows);
  const wholes = new Map(
    [...loads].map(([id, [now, ...weeks]]) => [
      id,
      now && window ? causeOf(loadOfSource(now), weeks.map(loadOfSource), window) : null,
    ]),
  );
  return queues.map(({ sourceId, team }) => {
    const [now, ...weeks] = (loads.get(sourceId) ?? []).map((load) => loadOfQueue(load, team));
    return now && window ? causeWithin(causeOf(now, weeks, window), wholes.get(sourceId) ?? null) : null;
  });
};

type Window = { from: Date; to: Date };

/** By the local clock: a week over a change of the clock has an hour more or less. */
const hourBefore = (to: Date, weeks: number, zone: string): Window => {
  const then = Temporal.Instant.fromEpochMilliseconds(to.getTime()).toZonedDateTimeISO(zone).subtract({ weeks });
  return { from: new Date(then.epochMilliseconds - HOUR_MS), to: new Date(then.epochMilliseconds) };
};

/** A row = a window, a source and, but for the episodes, a team of it. */
type Row = { week: number; sourceId: string; episodes: number; team: TeamLoad | null };

/** Of each source its windows, in their order. */
const sourceLoads = async (
  sql: TransactionSql,
  sources: readonly string[],
  windows: readonly Window[],
): Promise<Map<string, SourceLoad[]>> => {
  const rows = await read(sql, sources, windows);
  return new Map(
    sources.map((id) => [
      id,
      windows.map((_, i): SourceLoad => {
        const mine = rows.filter(({ week, sourceId }) => week === i && sourceId === id);
        return {
          episodes: mine.reduce((sum, { episodes }) => sum + episodes, 0),
          teams: mine.flatMap(({ team }) => team ?? []),
        };
      }),
    ]),
  );
};

/** Each window is read through an index by itself: taken together they look like the whole table. Only a mean and a spread
 * are made of handle times, of those that ended in the window and were answered up to two hours before it. */
const read = (sql: TransactionSql, sources: readonly string[], windows: readonly Window[]): Promise<Row[]> => sql<
  Row[]
>`
  with windows as (
    select w.*, i::int - 1 as week from unnest(${windows.map(({ from }) => from.toISOString())}::text[]::timestamptz[],
      ${windows.map(({ to }) => to.toISOString())}::text[]::timestamptz[]) with ordinality as w(starts, ends, i)),
  begun as (
    select w.week, x.* from windows w cross join lateral (
      select m.source_id, count(*)::int as n from (${relationOf(sql as unknown as Sql, "escalationRate")}) m
      where m.at >= w.starts and m.at < w.ends and m.source_id = any(${sources as string[]}::uuid[]) group by 1) x),
  handed as (
    select w.week, x.* from windows w cross join lateral (
      select h.source_id, h.team, count(*)::int as n from handoffs h
      where h.at >= w.starts and h.at < w.ends and h.source_id = any(${sources as string[]}::uuid[])
        and h.excluded is null and not h.is_takeover group by 1, 2) x),
  answered as (
    select w.week, x.source_id, x.team, jsonb_object_agg(x.agent_id, x.n) as people from windows w cross join lateral (
      select h.source_id, h.team, h.agent_id, count(*)::int as n from handoffs h
      where h.wait_ended_at >= w.starts and h.wait_ended_at < w.ends and h.source_id = any(${sources as string[]}::uuid[])
        and h.excluded is null and not h.is_takeover and h.outcome = 'answered' and h.agent_id is not null
      group by 1, 2, 3) x
    group by 1, 2, 3),
  handled as (
    select w.week, x.* from windows w cross join lateral (
      select h.source_id, h.team,
        jsonb_build_object('n', count(*), 'sum', sum(t.log), 'squares', sum(t.log ^ 2)) as logs
      from handoffs h join episodes e on e.conversation_id = h.conversation_id and e.episode = h.episode
        cross join lateral (
          select ln(greatest(extract(epoch from e.ended_at - h.wait_ended_at), 1))::float8 as log) t
      where h.wait_ended_at >= w.starts - interval '2 hours' and h.wait_ended_at < w.ends
        and h.source_id = any(${sources as string[]}::uuid[])
        and h.excluded is null and not h.is_takeover and h.outcome = 'answered'
        and e.ended_at >= w.starts and e.ended_at < w.ends and e.ended_at >= h.wait_ended_at
      group by 1, 2) x),
  named as (
    select week, source_id, team from handed union select week, source_id, team from answered
    union select week, source_id, team from handled)
  select week, source_id as "sourceId", n as episodes, null::jsonb as team from begun
  union all
  select n.week, n.source_id, 0, jsonb_build_object('team', n.team, 'handoffs', coalesce(h.n, 0),
    'handled', coalesce(t.logs, '{"n": 0, "sum": 0, "squares": 0}'), 'answers', coalesce(a.people, '{}'))
  from named n
    left join handed h on ${isSame(sql, "h")}
    left join answered a on ${isSame(sql, "a")}
    left join handled t on ${isSame(sql, "t")}`;

/** "Is not distinct from" cannot be hashed, and compares each with each. */
const isSame = (sql: TransactionSql, part: string): Fragment => sql`${sql(part)}.week = n.week
  and ${sql(part)}.source_id = n.source_id and coalesce(${sql(part)}.team, '') = coalesce(n.team, '')
  and (${sql(part)}.team is null) = (n.team is null)`;
