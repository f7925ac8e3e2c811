import type { Sql, TransactionSql } from "postgres";
import { AppError } from "#lib/errors.ts";
import { type Calendar, type CalendarOf, defaultCalendar, WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import type { Db } from "./client.ts";

export type NamedCalendar = Calendar & { name: string };

/** The calendars there are, the workspace's first, then by name. */
export const calendars = async (db: Db): Promise<NamedCalendar[]> =>
  db.$client<NamedCalendar[]>`
    with latest as (select distinct on (key) * from calendars order by key, revision desc)
    select key, revision, name, versions from latest where not is_removed
    order by key <> ${WORKSPACE_HOURS}, name, key`;

/** A calendar by its key; null when there is none, or none any more. */
export const calendarByKey = async (db: Db, key: string): Promise<NamedCalendar | null> =>
  (await calendars(db)).find((calendar) => calendar.key === key) ?? null;

/** revision = state of all hours together; what was assessed by another one is not stored. */
export type QueueHours = { revision: number; calendarOf: CalendarOf };

/** The hours of every queue; the very `known` ones while nothing about them has changed. */
export const queueHours = async (db: Db, known?: QueueHours): Promise<QueueHours> => {
  const [state] = await db.$client<{ revision: number }[]>`select hours_revision as revision from workspaces`;
  const revision = state?.revision ?? 0;
  if (known?.revision === revision) return known;
  const all = new Map((await calendars(db)).map((calendar) => [calendar.key, calendar]));
  const owners = await db.$client<{ source: string; team: string | null; key: string }[]>`
    select s.key as source, q.team, q.calendar_key as key from queue_calendars q join sources s on s.id = q.source_id`;
  const nameOf = (source: string, team: string | null) => JSON.stringify([source, team]);
  const own = new Map(owners.map(({ source, team, key }) => [nameOf(source, team), all.get(key)]));
  const workspaces = all.get(WORKSPACE_HOURS) ?? defaultCalendar("UTC");
  return {
    revision,
    calendarOf: (source, team) => (own.size === 0 ? workspaces : (own.get(nameOf(source, team)) ?? workspaces)),
  };
};

export type Queue = {
  sourceId: string;
  source: string;
  /** Null = handed over to no team that is known. */
  team: string | null;
  handoffs: number;
  /** Null = the workspace's hours. */
  calendarKey: string | null;
};

/** Every queue that something was handed to or that has hours of its own, those with most handoffs first. */
export const queues = async (db: Db): Promise<Queue[]> =>
  db.$client<Queue[]>`
    with counted as (select source_id, team, count(*)::int as handoffs from handoffs where excluded is null group by 1, 2),
    known as (
      select source_id, team from counted union select source_id, team from queue_calendars)
    select s.id as "sourceId", s.key as source, k.team, coalesce(c.handoffs, 0) as handoffs, q.calendar_key as "calendarKey"
    from known k join sources s on s.id = k.source_id
      left join counted c on c.source_id = k.source_id and c.team is not distinct from k.team
      left join queue_calendars q on q.source_id = k.source_id and q.team is not distinct from k.team
    order by handoffs desc, s.key, k.team nulls last`;

/** Which waits other hours concern: those of a calendar's queues, or of one queue, that were not over at an instant; null =
 * all of them. */
export type Concerned = ({ key: string } | { sourceId: string; team: string | null }) & { since: Date | null };

const concerned = (sql: Sql | TransactionSql, which: Concerned) => {
  const queue =
    "key" in which
      ? sql`coalesce(q.calendar_key, ${WORKSPACE_HOURS}) = ${which.key}`
      : sql`h.source_id = ${which.sourceId} and h.team is not distinct from ${which.team}`;
  const time = which.since === null ? sql`true` : sql`(h.wait_ended_at is null or h.wait_ended_at >= ${which.since})`;
  return sql`from handoffs h
    left join queue_calendars q on q.source_id = h.source_id and q.team is not distinct from h.team
    where ${queue} and ${time}`;
};

/** How many handoffs that stand in any number would be counted again. */
export const recountSize = async (db: Db, which: Concerned): Promise<number> => {
  const [row] = await db.$client<
    { n: number }[]
  >`select count(*)::int as n ${concerned(db.$client, which)} and h.excluded is null`;
  return row?.n ?? 0;
};

const recount = (sql: TransactionSql, which: Concerned) => sql`
  with again as (
    select conversation_id from assessments
    where conversation_id in (select h.conversation_id ${concerned(sql, which)})
    order by conversation_id for update)
  update assessments a set assessed_with = null from again where a.conversation_id = again.conversation_id`;

/** One at a time changes hours, and after whoever is storing assessments. */
const changeHours = <T>(db: Db, change: (sql: TransactionSql) => Promise<T>): Promise<T> =>
  db.$client.begin(async (sql) => {
    await sql`update workspaces set hours_revision = hours_revision + 1`;
    return change(sql);
  }) as Promise<T>;

type Saved = NamedCalendar & { isRemoved?: boolean; now: Date };

const addRevision = async (
  sql: TransactionSql,
  { key, revision, name, versions, isRemoved = false, now }: Saved,
): Promise<void> => {
  const saved = await sql`
    insert into calendars (key, revision, name, versions, is_removed, saved_at)
    select ${key}, ${revision + 1}::int, ${name}, ${sql.json(versions as never)}, ${isRemoved}, ${now}
    where ${revision}::int = (select coalesce(max(revision), 0) from calendars where key = ${key})
    returning key`;
  if (saved.length === 0) {
    throw new AppError("conflict", "Somebody else has changed these hours meanwhile. Reload the page to see them.");
  }
};

/** Stores a calendar as the next revision of the one it was made from; the waits that were not over at `since` are counted
 * again, none when it is undefined. Throws `conflict` when there is a later revision already. */
export const saveCalendar = (
  db: Db,
  { since, ...calendar }: NamedCalendar & { since: Date | null | undefined; now: Date },
): Promise<void> =>
  changeHours(db, async (sql) => {
    await addRevision(sql, calendar);
    if (since !== undefined) await recount(sql, { key: calendar.key, since });
  });

/** Makes a calendar that no queue keeps yet. Returns its key, made from its name. */
export const createCalendar = (
  db: Db,
  { name, versions, now }: Pick<NamedCalendar, "name" | "versions"> & { now: Date },
): Promise<string> =>
  changeHours(db, async (sql) => {
    const taken = new Set((await sql<{ key: string }[]>`select key from calendars`).map(({ key }) => key));
    const word =
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-|-$/g, "")
        .slice(0, 40) || "hours";
    let key = word;
    for (let i = 2; taken.has(key); i++) key = `${word}-${i}`;
    await addRevision(sql, { key, revision: 0, name, versions, now });
    return key;
  });

/** Takes a calendar away; its queues keep the workspace's hours again, and their waits are counted again. */
export const removeCalendar = (db: Db, calendar: NamedCalendar, now: Date): Promise<void> =>
  changeHours(db, async (sql) => {
    if (calendar.key === WORKSPACE_HOURS) throw new AppError("bad_input", "The workspace's hours cannot be removed.");
    await addRevision(sql, { ...calendar, isRemoved: true, now });
    await recount(sql, { key: calendar.key, since: null });
    await sql`delete from queue_calendars where calendar_key = ${calendar.key}`;
  });

/** Gives a queue other hours, and has its waits counted again. Throws `not_found` for a calendar that is gone. */
export const assignQueue = (
  db: Db,
  { sourceId, team, calendarKey }: Pick<Queue, "sourceId" | "team"> & { calendarKey: string },
): Promise<void> =>
  changeHours(db, async (sql) => {
    const [calendar] = await sql<{ gone: boolean }[]>`
      select is_removed as gone from calendars where key = ${calendarKey} order by revision desc limit 1`;
    if (!calendar || calendar.gone) throw new AppError("not_found", "These hours are not there any more.");
    await sql`delete from queue_calendars where source_id = ${sourceId} and team is not distinct from ${team}`;
    if (calendarKey !== WORKSPACE_HOURS) {
      await sql`insert into queue_calendars (source_id, team, calendar_key) values (${sourceId}, ${team}, ${calendarKey})`;
    }
    await recount(sql, { sourceId, team, since: null });
  });
