import { PgBoss } from "pg-boss";
import { connect } from "#db/connect.ts";
import { runJob } from "#jobs/run-job.ts";
import { SCHEDULE } from "#jobs/schedule.ts";
import { log } from "#lib/log.ts";

// A worker that was killed must not block its job: without a heartbeat for ten seconds it is given to another. That is
// looked at every five; by default it would be once a minute.
const HEARTBEAT_SECONDS = 10;
const LOOK_SECONDS = 5;
// What was done stands in job_runs. A job every three seconds, kept for the default week, would be 200,000 rows.
const KEEP_SECONDS = 3600;

const connection = await connect({ name: "seam worker" });
const boss = new PgBoss({
  connectionString: connection.url,
  application_name: "seam queue",
  max: 3,
  superviseIntervalSeconds: LOOK_SECONDS,
  monitorIntervalSeconds: LOOK_SECONDS,
  maintenanceIntervalSeconds: KEEP_SECONDS,
});
boss.on("error", (error) => log.error("queue", error));
const stopping = new AbortController();

await boss.start();
const timers: NodeJS.Timeout[] = [];
for (const { name, everySeconds } of SCHEDULE) {
  const options = {
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: 1,
    expireInSeconds: 3600,
    deleteAfterSeconds: KEEP_SECONDS,
  };
  // At most one waits and one runs, over all workers. A queue that is there already is not touched by making it.
  await boss.createQueue(name, { policy: "stately", ...options });
  await boss.updateQueue(name, options);
  await boss.work(name, { pollingIntervalSeconds: 1, batchSize: 1 }, async () => {
    // A failure is on record already and the next turn comes by itself.
    await runJob(connection.db, name, stopping.signal).catch(() => {});
  });
  const send = () => boss.send(name).catch((error: unknown) => log.error("queue", error));
  await send();
  timers.push(setInterval(send, everySeconds * 1000));
}
log.info("worker started", { jobs: SCHEDULE.map(({ name }) => name) });

const stop = async () => {
  if (stopping.signal.aborted) return;
  stopping.abort();
  timers.forEach(clearInterval);
  await boss.stop({ graceful: true, timeout: 4000 }).catch((error: unknown) => log.error("queue", error));
  await connection.close();
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
