import { desc, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Db } from "./client.ts";
import { jobRuns } from "./schema/workspace.ts";

export type JobRun = typeof jobRuns.$inferSelect;

/** Leaves a row for a run that did something or failed; keeps the last 500 of each job. */
export const saveJobRun = async (db: Db, run: Omit<JobRun, "id">): Promise<void> => {
  await db.insert(jobRuns).values({ ...run, id: v7() });
  await db.execute(sql`delete from job_runs where job = ${run.job} and started_at < (
    select started_at from job_runs where job = ${run.job} order by started_at desc offset 499 limit 1)`);
};

/** The newest runs of a job, newest first. */
export const latestRuns = (db: Db, job: string, limit = 20): Promise<JobRun[]> =>
  db.select().from(jobRuns).where(eq(jobRuns.job, job)).orderBy(desc(jobRuns.startedAt)).limit(limit);
