import type { Db } from "#db/client.ts";
import { saveJobRun } from "#db/job-runs.ts";
import { log, messageOf } from "#lib/log.ts";

type Counts = Record<string, number>;

/** Runs one job now and leaves a row when it did something or failed. Throws what the job throws. */
export const runJob = async (db: Db, name: string, run: (startedAt: Date) => Promise<Counts>): Promise<Counts> => {
  const startedAt = new Date();
  try {
    const counts = await run(startedAt);
    const hasDone = Object.values(counts).some((n) => n > 0);
    if (hasDone) await saveJobRun(db, { job: name, startedAt, finishedAt: new Date(), counts, error: null });
    return counts;
  } catch (error) {
    log.error("job failed", error, { job: name });
    const message = messageOf(error).slice(0, 500);
    await saveJobRun(db, { job: name, startedAt, finishedAt: new Date(), counts: {}, error: message });
    throw error;
  }
};
