import { PgBoss } from "pg-boss";
import { type Connection, connect } from "#db/connect.ts";
import { dueSources } from "#db/sources.ts";
import { EVALUATE_SECONDS, evaluateAlarms, evaluateUpTo, type Known } from "#jobs/alarms.ts";
import { createDelivery, deliverChannel } from "#jobs/deliver.ts";
import { isDemoHalfTold } from "#jobs/demo.ts";
import { createHeartbeat } from "#jobs/heartbeat.ts";
import { runJob } from "#jobs/run-job.ts";
import { demoNow, SCHEDULE } from "#jobs/schedule.ts";
import { POLL_SECONDS, syncSource } from "#jobs/sync.ts";
import { env } from "#lib/env.ts";
import { sentenceOf } from "#lib/errors.ts";
import { log, messageOf } from "#lib/log.ts";

// A worker that was killed must not block its job: without a heartbeat for ten seconds it is given to another. That is
// looked at every five; by default it would be once a minute.
const HEARTBEAT_SECONDS = 10;
const LOOK_SECONDS = 5;
// A job that was told of while its worker was busy would otherwise be looked for a minute later.
const TAKE = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1, batchSize: 1 };
// What was done stands in job_runs. A job every three seconds, kept for the default week, would be 200,000 rows.
const KEEP_SECONDS = 3600;
/** How long a source with something to do waits for it at most, when the news of it got lost. */
const SOURCES_MS = 2000;
const SOURCES_AT_ONCE = 4;
/** How long a message waits at most when the news of it got lost. */
const OUTBOX_MS = 5000;

type Worker = { boss: PgBoss; connection: Connection; signal: AbortSignal };

const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => log.error("queue", error));

const start = async (connection: Connection): Promise<PgBoss> => {
  const boss = new PgBoss({
    connectionString: connection.url,
    application_name: "seam queue",
    max: 3,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
    maintenanceIntervalSeconds: KEEP_SECONDS,
    useListenNotify: true,
  });
  boss.on("error", (error) => log.error("queue", error));
  await boss.start();
  // The timer's first look is seconds away, and a worker may not live that long: what its predecessors left is freed now.
  await quietly(boss.supervise());
  return boss;
};

/** How many jobs of a kind there are at most, over all workers. stately: one that waits and one that runs; exclusive: one
 * of a key that waits or runs. (Which keys of a stately queue are running is remembered for a minute by each worker, so
 * that it would start the next job of a key that much too late.) */
type Policy = "stately" | "exclusive";

/** One that is there already is not touched by making it. */
const openQueue = async (boss: PgBoss, name: string, policy: Policy): Promise<void> => {
  const options = {
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: 1,
    expireInSeconds: 3600,
    deleteAfterSeconds: KEEP_SECONDS,
    notify: true,
  };
  await boss.createQueue(name, { policy, ...options });
  await boss.updateQueue(name, options);
};

/** The jobs that run every so often. Returns their timers. */
const keepSchedule = async ({ boss, connection, signal }: Worker): Promise<NodeJS.Timeout[]> => {
  const timers: NodeJS.Timeout[] = [];
  for (const { name, everySeconds, run } of SCHEDULE) {
    await openQueue(boss, name, "stately");
    await boss.work(name, TAKE, async () => {
      // A failure is on record already and the next turn comes by itself.
      await runJob(connection.db, name, (now) => run(connection.db, { now, signal })).catch(() => {});
    });
    await quietly(boss.send(name));
    timers.push(setInterval(() => quietly(boss.send(name)), everySeconds * 1000));
  }
  return timers;
};

/** Sources have a turn whenever they have something to do: one at a time each, several at once. What they bring in is
 * assessed at once. Returns the timer that finds what nobody told of. */
const keepSources = async ({ boss, connection, signal }: Worker): Promise<NodeJS.Timeout> => {
  const { db } = connection;
  await openQueue(boss, "sync", "exclusive");
  await boss.work<{ source: string }>("sync", { ...TAKE, localConcurrency: SOURCES_AT_ONCE }, async ([job]) => {
    if (!job) return;
    // Whose job was given to another stops: it was taken for dead.
    const context = { now: () => new Date(), signal: AbortSignal.any([signal, job.signal]) };
    const counts = await runJob(db, "sync", () => syncSource(db, job.data.source, context));
    if ((counts["created"] ?? 0) + (counts["updated"] ?? 0) > 0) await quietly(boss.send("assess"));
  });
  const send = (source: string) => quietly(boss.send("sync", { source }, { singletonKey: source }));
  await db.$client.listen("seam_sync", (source) => void send(source));
  await db.$client.listen("seam_assess", () => void quietly(boss.send("assess")));
  const sendDue = async () => {
    for (const source of await dueSources(db, new Date(), POLL_SECONDS)) await send(source);
  };
  await quietly(sendDue());
  return setInterval(() => quietly(sendDue()), SOURCES_MS);
};

/** Alarms are looked at by a loop of their own, so that no job that takes long holds them up; with several workers all of
 * them look, and whoever comes second finds it done. Returns the timer. */
const keepAlarms = ({ connection, signal }: Worker): NodeJS.Timeout => {
  const beat = createHeartbeat(env().SEAM_HEARTBEAT_URL);
  let known: Known = {};
  let isLooking = false;
  const look = async () => {
    if (isLooking || signal.aborted) return;
    isLooking = true;
    // A failure is on record already and the next look comes by itself.
    await runJob(connection.db, "alarms", async (now) => {
      const at = demoNow(now);
      const isStill = at !== now;
      // Where the clock stands still an hour is looked at once, and so not before all is told that it is held against.
      if (isStill && (await isDemoHalfTold(connection.db, env().SEAM_DEMO_WEEKS))) return {};
      const evaluate = isStill ? evaluateUpTo : evaluateAlarms;
      const { counts, known: next } = await evaluate(connection.db, { now: at, known });
      known = next;
      return { fired: counts.fired, resolved: counts.resolved, messages: counts.messages };
    }).then(beat, () => {});
    isLooking = false;
  };
  void look();
  return setInterval(() => void look(), EVALUATE_SECONDS * 1000);
};

/** Messages go out by a loop of their own as well, as soon as they are written. Returns the timer that finds what nobody
 * told of. */
const keepOutbox = async ({ connection, signal }: Worker): Promise<NodeJS.Timeout> => {
  const { db } = connection;
  const { wake } = createDelivery(db, signal, (channelId) =>
    runJob(db, "deliver", () => deliverChannel(db, channelId, { now: () => new Date(), signal })),
  );
  await db.$client.listen("seam_outbox", () => void quietly(wake()));
  await quietly(wake());
  return setInterval(() => void quietly(wake()), OUTBOX_MS);
};

const main = async (): Promise<void> => {
  const connection = await connect({ max: 12, name: "seam worker" });
  const boss = await start(connection);
  const stopping = new AbortController();
  const worker = { boss, connection, signal: stopping.signal };
  const timers = [
    ...(await keepSchedule(worker)),
    await keepSources(worker),
    await keepOutbox(worker),
    keepAlarms(worker),
  ];
  log.info("worker started", { jobs: [...SCHEDULE.map(({ name }) => name), "sync"] });
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
};

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error) ?? `The worker cannot start: ${messageOf(error)}`}\n`);
  process.exit(1);
});
