import type { Db } from "#db/client.ts";
import { saveJobRun } from "#db/job-runs.ts";
import { SCHEDULE } from "#jobs/schedule.ts";
import { log } from "#lib/log.ts";

/** Runs one job now and leaves a row when it did something or failed. Throws what the job throws. */
export const runJob = async (db: Db, name: string, signal: AbortSignal): Promise<Record<string, number>> => {
  const job = SCHEDULE.find((one) => one.name === name);
  if (!job) throw new Error(`there is no job ${name}`);
  const startedAt = new Date();
  try {
    const counts = await job.run(db, { now: startedAt, signal });
    const hasDone = Object.values(counts).some((n) => n > 0);
    if (hasDone) await saveJobRun(db, { job: name, startedAt, finishedAt: new Date(), counts, error: null });
    return counts;
  } catch (error) {
    log.error("job failed", error, { job: name });
    const message = error instanceof Error ? error.message : String(error);
    await saveJobRun(db, { job: name, startedAt, finishedAt: new Date(), counts: {}, error: message.slice(0, 500) });
    throw error;
  }
};
