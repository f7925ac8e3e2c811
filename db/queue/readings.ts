import type { AlarmSource, QueueReading } from "#lib/alarms/looks.ts";
import type { Db } from "../client.ts";
import { relationOf } from "../metrics/records.ts";
import { GIVEN_UP } from "./intervals.ts";

/** Of a backlog so many are looked at, the first of those that are taken up next: they came in first. */
const MOST_PENDING = 1000;

/** Whether nothing that came in waits to be assessed. */
export const isAllAssessed = async (db: Db): Promise<boolean> => {
  const [row] = await db.$client<{ isPending: boolean }[]>`
    select exists (select from assessments where assessed_with is null and error is null) as "isPending"`;
  return row?.isPending === false;
};

/** Every source and up to when what happened in it is stored and assessed. What is sent to us is complete as far as can be
 * known; a file is no live source, and one that is paused or leaving is watched no more. */
export const alarmSources = async (db: Db, now: Date): Promise<AlarmSource[]> =>
  db.$client<AlarmSource[]>`
    with pending as materialized (
      select conversation_id from assessments where assessed_with is null and error is null limit ${MOST_PENDING}),
    behind as (
      select c.source_id, min(c.received_at) as since from pending p cross join lateral (
        select source_id, received_at from conversations where conversation_id = p.conversation_id limit 1) c
      group by 1)
    select s.id, s.key, least(case when s.kind = 'push' then ${now}::timestamptz else s.watermark_at end, b.since) as watermark,
      s.kind <> 'import' and s.state in ('active', 'refused') as "isWatched"
    from sources s left join behind b on b.source_id = s.id`;

/** Each queue of the sources in which somebody waits or was handed over within the hour before its source's data time; a
 * row = a queue. What nobody ended in seven days has been given up and waits no more. */
export const queueReadings = async (db: Db, sources: readonly AlarmSource[], now: Date): Promise<QueueReading[]> => {
  const sql = db.$client;
  const known = sources.filter(({ watermark, isWatched }) => watermark !== null && isWatched);
  const asOf = known.map(({ watermark }) => new Date(Math.min(watermark?.getTime() ?? 0, now.getTime())).toISOString());
  const rows = await sql<(Omit<QueueReading, "decided"> & { part: number; n: number })[]>`
    with sources_as_of as (
      select * from unnest(${known.map(({ id }) => id)}::uuid[], ${asOf}::text[]::timestamptz[]) as s(id, as_of)),
    waiting as (
      select h.source_id, h.team, count(*)::int as waiting, min(h.at) as oldest_at
      from sources_as_of s join handoffs h on h.source_id = s.id and h.at <= s.as_of
        and h.at > s.as_of - ${GIVEN_UP}::interval
      where h.excluded is null and h.outcome = 'waiting' and not h.is_takeover group by 1, 2),
    decided as (
      select m.source_id, m.team, count(*) filter (where m.part)::int as part, count(m.part)::int as n
      from sources_as_of s join (${relationOf(sql, "serviceLevel")}) m on m.source_id = s.id and m.at <= s.as_of
        and m.at > s.as_of - interval '1 hour'
      where m.at > ${now}::timestamptz - interval '2 hours' group by 1, 2)
    select coalesce(w.source_id, d.source_id) as "sourceId", coalesce(w.team, d.team) as team,
      coalesce(w.waiting, 0) as waiting, w.oldest_at as "oldestAt", coalesce(d.part, 0) as part, coalesce(d.n, 0) as n
    from waiting w full join decided d on d.source_id = w.source_id and coalesce(d.team, '') = coalesce(w.team, '')
      and (d.team is null) = (w.team is null)`;
  return rows.map(({ part, n, ...row }) => ({ ...row, decided: { part, n } }));
};
