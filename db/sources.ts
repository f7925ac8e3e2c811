import { and, desc, eq, inArray, isNull, notInArray } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { sourceId } from "#lib/import/ids.ts";
import type { SourceState } from "#lib/sources/state.ts";
import type { Db } from "./client.ts";
import { type Rereading, rereadingOf } from "./rereading.ts";
import { sourceReadings, sources } from "./schema/connections.ts";

export type Source = typeof sources.$inferSelect;

/** A source by its id; null when there is none. */
export const sourceById = async (db: Db, id: string): Promise<Source | null> => {
  const [row] = await db.select().from(sources).where(eq(sources.id, id));
  return row ?? null;
};

/** Sources that are read by themselves now, by key. */
export const activeSources = (db: Db): Promise<Source[]> =>
  db
    .select()
    .from(sources)
    .where(and(eq(sources.state, "active"), notInArray(sources.kind, BROUGHT)))
    .orderBy(sources.key);

/** A source by its key; null when there is none. */
export const sourceByKey = (db: Db, key: string): Promise<Source | null> => sourceById(db, sourceId(key));

/** Sources whose data is brought to us: there is nothing to poll. */
export const BROUGHT = ["import", "push", "demo"];

/** Names of sources that are read by themselves: nobody else may bring conversations under them. */
export const connectedKeys = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db.select({ key: sources.key }).from(sources).where(notInArray(sources.kind, BROUGHT));
  return new Set(rows.map(({ key }) => key));
};

/** Keys of all sources by their id. */
export const sourceKeys = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.select({ id: sources.id, key: sources.key }).from(sources);
  return new Map(rows.map(({ id, key }) => [id, key]));
};

export type SourceSummary = Source & {
  conversations: number;
  /** When the newest stored revision arrived; null without conversations. */
  lastReceivedAt: Date | null;
  /** Hints not fetched yet, and records of this source that were refused. */
  hints: number;
  refused: number;
};

/** Every source with how much came from it and what is still to do, the newest first. */
export const sourceSummaries = async (db: Db): Promise<SourceSummary[]> =>
  summed(db, await db.select().from(sources).orderBy(desc(sources.createdAt)));

/** The same of one source by its key; null when there is none. */
export const sourceSummary = async (db: Db, key: string): Promise<SourceSummary | null> => {
  const source = await sourceByKey(db, key);
  return source ? ((await summed(db, [source]))[0] ?? null) : null;
};

const summed = async (db: Db, rows: Source[]): Promise<SourceSummary[]> => {
  const ids = rows.map(({ id }) => id);
  const counts = await db.$client<{ id: string; n: number; last: Date | null; hints: number; refused: number }[]>`
    select s.id, coalesce(c.n, 0)::int as n, c.last,
      (select count(*)::int from source_hints h where h.source_id = s.id) as hints,
      (select count(*)::int from refused_records r where r.source_id = s.id and r.resolved_at is null
        and (r.external_id is not null or s.kind = any(${BROUGHT}))) as refused
    from sources s left join (
        select source_id, count(*) as n, max(received_at) as last from conversations
        where source_id = any(${ids}) and not deleted group by 1
      ) c on c.source_id = s.id
    where s.id = any(${ids})`;
  const byId = new Map(counts.map((row) => [row.id, row]));
  return rows.map((row) => {
    const { n = 0, last = null, hints = 0, refused = 0 } = byId.get(row.id) ?? {};
    return { ...row, conversations: n, lastReceivedAt: last, hints, refused };
  });
};

export type Freshness = {
  /** Up to when every source that is read by itself has been read completely; without such sources, when something last
   * came in. Null = nothing yet. */
  until: Date | null;
  /** Conversations that are stored and not assessed yet. */
  unread: number;
  /** Sources whose last complete read is more than ten minutes ago, or that have none yet. */
  late: { key: string; until: Date | null }[];
  /** Names of sources whose past is being read for the first time. */
  filling: string[];
  /** History that is being read again by changed rules; null = none. */
  rereading: Rereading | null;
};

const LATE_MS = 10 * 60_000;

/** How current the numbers are at `now`. */
export const freshness = async (db: Db, now: Date): Promise<Freshness> => {
  const [[row], live, open, rereading] = await Promise.all([
    db.$client<{ last: Date | null; unread: number }[]>`
      select (select max((select max(received_at) from conversations c where c.source_id = s.id and not deleted))
          from sources s) as last,
        (select count(*)::int from assessments where assessed_with is null) as unread`,
    db
      .select()
      .from(sources)
      .where(inArray(sources.state, ["active", "paused"])),
    db
      .selectDistinct({ id: sourceReadings.sourceId })
      .from(sourceReadings)
      .where(and(eq(sourceReadings.reason, "backfill"), isNull(sourceReadings.finishedAt))),
    rereadingOf(db, ASSESSED_WITH),
  ]);
  const polled = live.filter(({ kind }) => !BROUGHT.includes(kind));
  const late = polled.filter(({ watermarkAt }) => !watermarkAt || now.getTime() - watermarkAt.getTime() > LATE_MS);
  const known = polled.flatMap(({ watermarkAt }) => (watermarkAt ? [watermarkAt.getTime()] : []));
  return {
    until: known.length > 0 ? new Date(Math.min(...known)) : polled.length > 0 ? null : (row?.last ?? null),
    unread: row?.unread ?? 0,
    late: late.map(({ key, watermarkAt }) => ({ key, until: watermarkAt })),
    filling: polled.filter((source) => open.some(({ id }) => id === source.id)).map(({ key }) => key),
    rereading,
  };
};

/** An import that was cut off is taken to be going on for so long. */
const LONGEST_IMPORT = "1 day";

/** Up to when all that happened is stored: a file that is being imported, a past that is being read for the first time or a
 * source that is being removed make it null = not at all. Without sources that are read by themselves it is `now`. */
export const completeUntil = async (db: Db, now: Date): Promise<Date | null> => {
  const [row] = await db.$client<{ moves: boolean; until: Date | null }[]>`
    select exists (select from sources where state = 'removing')
        or exists (select from source_readings r join sources s on s.id = r.source_id
          where r.reason = 'backfill' and r.finished_at is null and s.state in ('active', 'paused'))
        or exists (select from import_runs where finished_at is null and error is null
          and started_at > ${now}::timestamptz - ${LONGEST_IMPORT}::interval)
        or exists (select from sources where kind <> all(${BROUGHT}) and state in ('active', 'paused')
          and watermark_at is null) as moves,
      (select min(watermark_at) from sources where kind <> all(${BROUGHT})) as until`;
  if (!row || row.moves) return null;
  return row.until && row.until < now ? row.until : now;
};

/** To run in the transaction that stores a page of what changed: where to go on, and up to when all is read. A watermark
 * never goes back, and what went wrong before is over. */
export const pollProgress =
  (id: string, { cursor, completeUntil }: { cursor: unknown; completeUntil: Date | null }) =>
  async (sql: TransactionSql): Promise<void> => {
    await sql`update sources set cursor = ${sql.json(cursor as never)},
        watermark_at = greatest(watermark_at, ${completeUntil}), last_error = null, failing_since = null
      where id = ${id}`;
  };

/** Another turn has read on meanwhile: what this one read is not stored. */
export class Overtaken extends Error {}

/** To run in the transaction that stores a page, which holds the source: throws `Overtaken` when what it was read from is
 * not where the source, or a reading of it, stands. A turn whose connections were cut can live on beside the next one. */
export const goesOnFrom =
  (table: "sources" | "source_readings", { id, cursor }: { id: string; cursor: unknown }) =>
  async (sql: TransactionSql): Promise<void> => {
    const rows = await sql`select from ${sql(table)}
      where id = ${id} and cursor is not distinct from ${cursor === null ? null : sql.json(cursor as never)}::jsonb`;
    if (rows.length === 0) throw new Overtaken("another turn has read on meanwhile");
  };

/** Notes that the vendor answered, and when it was last polled: what went wrong before is over. `asOf` is the time to ask
 * again that the turn went by: whoever has asked for a reading since then is not forgotten. */
export const saveSuccess = async (
  db: Db,
  id: string,
  { polledAt, asOf }: { polledAt: Date | null; asOf: Date | null },
): Promise<void> => {
  await db.$client`update sources set retry_at = nullif(retry_at, ${asOf}),
      last_polled_at = case when retry_at is null or retry_at = ${asOf} then ${polledAt}::timestamptz end,
      last_error = null, failing_since = null, failures = 0
    where id = ${id}`;
};

/** Notes in one sentence what a reading that goes on is waiting for, so that whoever looks is told the truth meanwhile. */
export const saveTrouble = async (db: Db, id: string, problem: string, now: Date): Promise<void> => {
  await db.$client`update sources set last_error = ${problem.slice(0, 500)}, failing_since = coalesce(failing_since, ${now})
    where id = ${id} and state = 'active'`;
};

const LONGEST_PAUSE_S = 300;

/** Notes in one sentence why a source could not be read, and when to try again: 5 s after the first failure, then ever
 * later, five minutes at most, or at once when somebody has asked for it since `asOf`. What is stored stays. */
export const saveSourceFailure = async (
  db: Db,
  id: string,
  { problem, asOf, now }: { problem: string; asOf: Date | null; now: Date },
): Promise<void> => {
  await db.$client`update sources set last_error = ${problem.slice(0, 500)},
      failing_since = coalesce(failing_since, ${now}), failures = failures + 1,
      retry_at = case when retry_at is null or retry_at = ${asOf}
        then ${now}::timestamptz + least(${LONGEST_PAUSE_S}, 5 * 2 ^ least(failures, 10)) * interval '1 second'
        else retry_at end
    where id = ${id}`;
};

export const saveRequestsLeft = async (
  db: Db,
  id: string,
  { remaining, resetAt }: { remaining: number; resetAt: Date | null },
): Promise<void> => {
  await db
    .update(sources)
    .set({ requestsLeft: Math.round(remaining), requestsResetAt: resetAt })
    .where(eq(sources.id, id));
};

/** Moves a source to another state, if it is in one of those given; returns whether it was. The worker hears of it. */
export const moveSource = async (db: Db, id: string, from: SourceState[], to: SourceState): Promise<boolean> => {
  const moved = await db
    .update(sources)
    .set({ state: to, retryAt: null })
    .where(and(eq(sources.id, id), inArray(sources.state, from)))
    .returning({ id: sources.id });
  await nudge(db, id);
  return moved.length > 0;
};

/** Tells the workers that a source has something to do; one that hears nothing finds it within seconds. */
export const nudge = async (db: Db, id: string): Promise<void> => {
  await db.$client`select pg_notify('seam_sync', ${id})`;
};

/** Tells the workers that something waits to be assessed. */
export const nudgeAssess = async (db: Db): Promise<void> => {
  await db.$client`select pg_notify('seam_assess', '')`;
};

/** Forgets when it was last read, so that it is read at once; `now` tells a turn that is under way that it was asked for
 * after it began. */
export const readNow = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.update(sources).set({ retryAt: now, lastPolledAt: null }).where(eq(sources.id, id));
  await nudge(db, id);
};

/** Ids of sources with something to do at `now`: new credentials to check, something to remove, a poll, a hint or a
 * reading that is due. */
export const dueSources = async (db: Db, now: Date, pollSeconds: number): Promise<string[]> => {
  const rows = await db.$client<{ id: string }[]>`
    select id from sources s
    where s.kind <> all(${BROUGHT}) and (s.retry_at is null or s.retry_at <= ${now})
      and (s.state in ('checking', 'removing') or s.state = 'active' and (
        s.last_polled_at is null or s.last_polled_at <= ${now}::timestamptz - ${pollSeconds} * interval '1 second'
        or exists (select from source_hints h where h.source_id = s.id and h.due_at <= ${now})
        or exists (select from source_readings r where r.source_id = s.id and r.finished_at is null)))
    union select id from sources where state = 'removing'`;
  return rows.map(({ id }) => id);
};
