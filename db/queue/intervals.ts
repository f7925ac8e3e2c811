import type { Fragment, Sql } from "postgres";
import { intervalsOf, type QueueInterval, type SlotCell, type SlotState } from "#lib/alarms/intervals.ts";
import { slotAt, slotsBetween, slotText } from "#lib/alarms/slots.ts";
import { type Asked, NONE } from "#lib/filters.ts";
import type { Standing } from "#lib/narrowing.ts";
import { businessSeconds } from "#lib/time/business-time.ts";
import type { Db } from "../client.ts";
import type { QueueHours } from "../hours.ts";
import { type Cell, countBy } from "../metrics/count-by.ts";
import { dimensionConditions } from "../metrics/records.ts";

/** A wait that nobody ended is given up after so many days: it stands in no queue any more. */
export const GIVEN_UP_DAYS = 7;
export const GIVEN_UP = `${GIVEN_UP_DAYS} days`;

type Context = { now: Date; until: Date | null; hours: QueueHours };

/** The 15-minute intervals of the filters' range that have begun, of all their queues together. */
export const intervalsOfAll = async (db: Db, filters: Asked, context: Context): Promise<QueueInterval[]> => {
  const [cells, states] = await Promise.all([
    countBy(db, "handoffs", filters, ["slot", "stands", "hours"]),
    statesOf(db, filters, { ...context, by: "calendar" }),
  ]);
  return intervalsOf(slotsIn(filters), cells.map(cellOf), states.get(ALL) ?? new Map(), context);
};

export type QueueIntervals = { source: string; team: string | null; intervals: QueueInterval[] };

/** The same of each queue by itself that had anything in the range, by source and team. */
export const intervalsByQueue = async (db: Db, filters: Asked, context: Context): Promise<QueueIntervals[]> => {
  const [cells, states] = await Promise.all([
    countBy(db, "handoffs", filters, ["slot", "stands", "hours", "source", "team"]),
    statesOf(db, filters, { ...context, by: "queue" }),
  ]);
  const byQueue = Map.groupBy(cells, ({ values }) => queueName(values.source, values.team));
  const slots = slotsIn(filters);
  return [...new Set([...byQueue.keys(), ...states.keys()])].toSorted().map((queue) => {
    const [source = "", team = ""] = JSON.parse(queue) as [string, string];
    const mine = (byQueue.get(queue) ?? []).map(cellOf);
    const intervals = intervalsOf(slots, mine, states.get(queue) ?? new Map(), context);
    return { source, team: team === NONE ? null : team, intervals };
  });
};

const slotsIn = ({ range }: Asked): Date[] => slotsBetween(range.from, range.to);

const cellOf = ({ values, n }: Cell<"slot" | "stands" | "hours">): SlotCell => ({
  slot: values.slot,
  stands: values.stands as Standing,
  hours: values.hours as SlotCell["hours"],
  n,
});

/** Stands for all queues together. */
const ALL = "";
const queueName = (source: string, team: string | null): string => JSON.stringify([source, team ?? NONE]);

type By = { by: "queue" | "calendar" };

/** What is known of each interval besides, by queue, or of all of them together. */
const statesOf = async (
  db: Db,
  filters: Asked,
  { now, hours, by }: Omit<Context, "until"> & By,
): Promise<Map<string, Map<string, SlotState>>> => {
  const states = new Map<string, Map<string, SlotState>>();
  const add = ({ source, team }: Queued, slot: Date, more: Partial<SlotState>) => {
    const name = by === "queue" ? queueName(source, team) : ALL;
    const mine = states.get(name) ?? new Map<string, SlotState>();
    states.set(name, mine.set(slotText(slot), together(mine.get(slotText(slot)), more)));
  };
  const [open, ended] = await Promise.all([openAtEnds(db, filters, { now, by }), endedIn(db, filters, by)]);
  for (const { at, n, oldest, ...queue } of open) {
    const oldestSeconds = businessSeconds(hours.calendarOf(queue.source, queue.team), oldest, at);
    add(queue, slotAt(new Date(at.getTime() - 1)), { oldestSeconds });
    if (slotAt(at).getTime() === at.getTime() && at < filters.range.to) add(queue, at, { carried: n });
  }
  for (const { slot, oldestSeconds, people, ...queue } of ended) add(queue, slot, { oldestSeconds, people });
  return states;
};

const together = (one: SlotState | undefined, more: Partial<SlotState>): SlotState => {
  const oldest = [one?.oldestSeconds, more.oldestSeconds].flatMap((seconds) => seconds ?? []);
  return {
    carried: (one?.carried ?? 0) + (more.carried ?? 0),
    oldestSeconds: oldest.length > 0 ? Math.max(...oldest) : null,
    people: (one?.people ?? 0) + (more.people ?? 0),
  };
};

/** A queue; of all that keep one calendar, any. */
type Queued = { source: string; team: string | null };

/** The first of each group stands for it: queues with the same hours have waited for equally long. */
const groups = (sql: Sql, { by }: By): { names: Fragment; keys: Fragment } => {
  const key = sql`(select key from sources where id = (array_agg(m.source_id))[1]) as source, (array_agg(m.team))[1] as team`;
  return { names: key, keys: by === "queue" ? sql`m.source_id, m.team` : sql`m.calendar` };
};

/** Waits that lay in the range, however long before they began. */
const waitsIn = (sql: Sql, { range: { from, to }, only }: Asked): Fragment => sql`
  select m.source_id, m.team, m.at, m.wait_ended_at as ended
  from handoffs m
  where m.excluded is null and not m.is_takeover and m.at < ${to} and m.at > ${from}::timestamptz - ${GIVEN_UP}::interval
    and m.wait_ended_at > ${from} and m.wait_ended_at < ${to}::timestamptz + ${GIVEN_UP}::interval
    ${dimensionConditions(sql, { only })}
  union all
  select m.source_id, m.team, m.at, 'infinity' from handoffs m
  where m.excluded is null and not m.is_takeover and m.outcome = 'waiting' and m.wait_ended_at is null
    and m.at < ${to} and m.at > ${from}::timestamptz - ${GIVEN_UP}::interval ${dimensionConditions(sql, { only })}`;

/** How many wait at the beginning of each interval, at the end of the range, and at `now` where that lies in it, and since
 * when the first of them. */
const openAtEnds = (
  db: Db,
  filters: Asked,
  { now, by }: { now: Date } & By,
): Promise<(Queued & { at: Date; n: number; oldest: Date })[]> => {
  const sql = db.$client;
  const { from, to } = filters.range;
  const end = now < to ? now : to;
  const { names, keys } = groups(sql, { by });
  return sql`
    with waits as (${waitsIn(sql, filters)}), open as (
      select w.source_id, w.team, w.at, b as boundary from waits w cross join lateral generate_series(
        greatest(date_bin('15 minutes', w.at, timestamptz '2000-01-01 00:00Z') + interval '15 minutes', ${from}::timestamptz),
        least(w.ended, ${end}::timestamptz), interval '15 minutes') b
      where b > w.at and b < w.ended
      union all
      select w.source_id, w.team, w.at, ${end}::timestamptz from waits w
      where w.at < ${end} and w.ended > ${end} and ${end}::timestamptz <> ${slotAt(end)})
    select ${names}, m.boundary as at, count(*)::int as n, min(m.at) as oldest
    from (select o.*, coalesce(q.calendar_key, '') as calendar from open o ${withCalendar(sql, "o")}) m
    group by m.boundary, ${keys}`;
};

const withCalendar = (sql: Sql, table: string): Fragment => sql`
  left join queue_calendars q on q.source_id = ${sql(table)}.source_id and q.team is not distinct from ${sql(table)}.team`;

type Ended = { slot: Date; oldestSeconds: number | null; people: number };

/** Of the waits that ended in each interval the longest, and how many people answered them. */
const endedIn = (db: Db, filters: Asked, by: By["by"]): Promise<(Queued & Ended)[]> => {
  const sql = db.$client;
  const { from, to } = filters.range;
  const names = by === "queue" ? groups(sql, { by }).names : sql`'' as source, null::text as team`;
  return sql`
    select ${names}, m.slot, max(m.seconds) as "oldestSeconds", count(distinct m.agent)::int as people
    from (
      select m.source_id, m.team, date_bin('15 minutes', m.wait_ended_at, timestamptz '2000-01-01 00:00Z') as slot,
        m.wait_business_seconds as seconds, case when m.outcome = 'answered' then m.agent_id end as agent
      from handoffs m
      where m.excluded is null and not m.is_takeover and m.wait_ended_at >= ${from} and m.wait_ended_at < ${to}
        ${dimensionConditions(sql, filters)}) m
    group by m.slot ${by === "queue" ? sql`, m.source_id, m.team` : sql``}`;
};
