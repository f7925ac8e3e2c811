import { PgBoss } from "pg-boss";
import { connect } from "#db/connect.ts";
import { runJob } from "#jobs/run-job.ts";
import { SCHEDULE } from "#jobs/schedule.ts";
import { log } from "#lib/log.ts";

// A worker that was killed must not block its job: without a heartbeat for ten seconds it is given to another.
const HEARTBEAT_SECONDS = 10;

const connection = await connect({ name: "seam worker" });
const boss = new PgBoss({ connectionString: connection.url, application_name: "seam queue", max: 3 });
boss.on("error", (error) => log.error("queue", error));
const stopping = new AbortController();

await boss.start();
const timers: NodeJS.Timeout[] = [];
for (const { name, everySeconds } of SCHEDULE) {
  // At most one waits and one runs, over all workers.
  await boss.createQueue(name, {
    policy: "stately",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: 1,
    expireInSeconds: 3600,
  });
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
