import { v7 } from "uuid";
import { paceOf } from "#lib/sources/words.ts";
import type { Db } from "./client.ts";

/** Reading again what other versions had assessed. */
export type Rereading = {
  /** Conversations that are assessed by the versions of now, of all, and those still to come. */
  done: number;
  total: number;
  left: number;
  /** Null = it has only begun. */
  perMinute: number | null;
  secondsLeft: number | null;
};

const JOB = "reread";
/** After so long without a batch the worker was stopped, and its pause is no part of its pace. */
const PAUSE_MS = 60_000;

/** What is kept of it in its row of job_runs: how many were read since a stretch without a pause began. */
type Kept = { with: string; done: number; since: string; at: string };

/** Whether other versions had assessed anything that is still to be read again. */
export const isRereading = async (db: Db, assessedWith: string): Promise<boolean> => {
  const [row] = await db.$client<{ is: boolean }[]>`
    select exists (select from assessments where assessed_with < ${assessedWith})
      or exists (select from assessments where assessed_with > ${assessedWith}) as is`;
  return row?.is ?? false;
};

/** Of one moment: beside conversations that come and go, two moments could tell of more that are left than there are. */
const countsOf = async (db: Db, assessedWith: string): Promise<{ left: number; total: number }> => {
  const [row] = await db.$client<{ left: number; total: number }[]>`
    select "left", case when "left" = 0 then 0
      else (select count(*) from assessments where assessed_with is not null)::int end as total
    from (select (select count(*) from assessments where assessed_with < ${assessedWith})::int
      + (select count(*) from assessments where assessed_with > ${assessedWith})::int as "left") counted`;
  return row ?? { left: 0, total: 0 };
};

/** How far it is; null = nothing is to be read again. */
export const rereadingOf = async (db: Db, assessedWith: string): Promise<Rereading | null> => {
  const { left, total } = await countsOf(db, assessedWith);
  if (left === 0) return null;
  const kept = await keptOf(db, assessedWith);
  const pace =
    kept && paceOf({ done: kept.done, total: kept.done + left, startedAt: new Date(kept.since) }, new Date(kept.at));
  return {
    ...{ done: total - left, total, left },
    perMinute: pace?.perMinute ?? null,
    secondsLeft: pace?.secondsLeft ?? null,
  };
};

/** Notes at `now`, by the clock, that so many more were read by these versions: for the pace, over all restarts. */
export const noteReread = async (db: Db, assessedWith: string, { n, now }: { n: number; now: Date }): Promise<void> => {
  const kept = await keptOf(db, assessedWith);
  const isPaused = !kept || now.getTime() - new Date(kept.at).getTime() > PAUSE_MS;
  const next: Kept = {
    with: assessedWith,
    done: isPaused ? 0 : kept.done + n,
    since: isPaused ? now.toISOString() : kept.since,
    at: now.toISOString(),
  };
  if (kept) {
    await db.$client`update job_runs set counts = ${db.$client.json(next)} where job = ${JOB} and finished_at is null`;
    return;
  }
  await endReread(db, now);
  await db.$client`insert into job_runs (id, job, started_at, counts)
    values (${v7()}, ${JOB}, ${now}, ${db.$client.json(next)})`;
};

/** Notes that all is read by the versions of now. */
export const endReread = async (db: Db, now: Date): Promise<void> => {
  await db.$client`update job_runs set finished_at = ${now} where job = ${JOB} and finished_at is null`;
};

const keptOf = async (db: Db, assessedWith: string): Promise<Kept | null> => {
  const [row] = await db.$client<{ counts: Kept }[]>`
    select counts from job_runs where job = ${JOB} and finished_at is null and counts->>'with' = ${assessedWith}
    order by started_at desc limit 1`;
  return row?.counts ?? null;
};
