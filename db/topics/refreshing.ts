import { v7 } from "uuid";
import { latestNight } from "#lib/time/night.ts";
import type { Db } from "../client.ts";

/** What the refresh of topics does one after the other: marks floods, learns from examples, sorts by what was learnt,
 * proposes groups. */
export type RefreshStep = "floods" | "learn" | "sort" | "groups";

/** How far a refresh is. One that was killed stands still until it is gone on with. */
export type Refreshing = {
  step: RefreshStep;
  /** Texts sorted, of those there were to sort; null = the step is not counted. */
  done: number | null;
  total: number | null;
  startedAt: Date;
  /** When it was last heard of. */
  at: Date;
};

const JOB = "topics-refresh";

/** What is kept of it in its row of job_runs. */
type Kept = {
  step: RefreshStep;
  done: number | null;
  total: number | null;
  at: string;
  /** What people had said when it began. */
  said: string;
  /** The data time of the last one with floods and groups; null = there was none. */
  night: string | null;
} & Found;

/** States of the texts, as `textsState` tells them, in which floods were marked and groups were made: as long as nothing has
 * changed, the same would be found again. Null = never. */
type Found = { marked: string | null; grouped: string | null };

const latest = async (db: Db): Promise<{ id: string; startedAt: Date; finishedAt: Date | null; kept: Kept } | null> => {
  const [row] = await db.$client<{ id: string; startedAt: Date; finishedAt: Date | null; kept: Kept }[]>`
    select id, started_at as "startedAt", finished_at as "finishedAt", counts as kept from job_runs
    where job = ${JOB} order by finished_at is null desc, started_at desc limit 1`;
  return row ?? null;
};

/** The refresh that is going on, or waits to be gone on with; null = none. */
export const refreshingOf = async (db: Db): Promise<Refreshing | null> => {
  const row = await latest(db);
  if (!row || row.finishedAt) return null;
  const { step, done, total, at } = row.kept;
  return { step, done, total, startedAt: row.startedAt, at: new Date(at) };
};

/** Changes with each example and each change of the topics. */
const saidNow = async (db: Db): Promise<string> => {
  const [row] = await db.$client<{ said: string }[]>`
    select coalesce((select version from taxonomies), 0) || ' ' || count(*) || ' ' || coalesce(max(at)::text, '') as said
    from topic_examples`;
  return row?.said ?? "";
};

/** What is to be done: all of it once a night, what people said since the last time within minutes, and what was killed
 * from where it was; null = nothing. */
export const dueRefresh = async (
  db: Db,
  { now, zone }: { now: Date; zone: string },
): Promise<"all" | "learning" | null> => {
  const row = await latest(db);
  const night = row?.kept.night ?? null;
  if (night === null || new Date(night) < latestNight(now, zone)) return "all";
  return row?.finishedAt && row.kept.said === (await saidNow(db)) ? null : "learning";
};

type Refresh = {
  before: Found;
  note: (step: RefreshStep, counted?: { done: number; total: number }) => Promise<void>;
  /** found = floods were marked and groups made; null = it only learnt. */
  end: (found: Found | null) => Promise<void>;
};

/** Begins a refresh at a data time, or goes on with one that was killed: its progress is told as it goes, by the clock. */
export const beginRefresh = async (db: Db, { now, clock }: { now: Date; clock: () => Date }): Promise<Refresh> => {
  const [row, said] = [await latest(db), await saidNow(db)];
  const id = row && !row.finishedAt ? row.id : v7();
  const before = { marked: row?.kept.marked ?? null, grouped: row?.kept.grouped ?? null };
  let kept: Kept = { step: "learn", done: null, total: null, at: "", said, night: row?.kept.night ?? null, ...before };
  const note: Refresh["note"] = async (step, counted) => {
    const at = clock();
    kept = { ...kept, step, done: counted?.done ?? null, total: counted?.total ?? null, at: at.toISOString() };
    await db.$client`insert into job_runs (id, job, started_at, counts)
      values (${id}, ${JOB}, ${at}, ${db.$client.json(kept)}) on conflict (id) do update set counts = excluded.counts`;
  };
  await note("learn");
  return {
    before,
    note,
    end: async (found) => {
      if (found) kept = { ...kept, ...found, night: now.toISOString() };
      await db.$client`update job_runs set counts = ${db.$client.json(kept)}, finished_at = ${clock()} where id = ${id}`;
      await db.$client`delete from job_runs where job = ${JOB} and id <> ${id}`;
    },
  };
};
