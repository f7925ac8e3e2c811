import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import postgres from "postgres";
import { pendingCount } from "#db/assessments.ts";
import { type Db, openDb } from "#db/client.ts";
import { addConnection } from "#db/connections.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded.ts";
import { saveHint } from "#db/hints.ts";
import { migrateDb } from "#db/migrate.ts";
import { readNow, sourceSummaries } from "#db/sources.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessedWith, calendarOf } from "#jobs/assess.ts";
import { type FakeChatwoot, startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import { failAtTimes, LATEST_SECONDS, live } from "#jobs/testing/torture-life.ts";
import { compare, readAgain, type Verdict } from "#jobs/testing/torture-verdict.ts";
import { type Random, randomOf } from "#lib/demo/random.ts";

const root = join(import.meta.dirname, "../..");
const DAY_MS = 86_400_000;
/** One account read under several names: while one waits for its killed reader to be missed, another is read. */
const KEYS = ["desk", "till", "shop"];
/** Of a killed worker a source is free again after about a quarter of a minute. */
const AWAITED_MS = 30_000;
const LIFE_MS = 250;
/** Reporting events are looked for this long after a change. */
const SETTLED_SECONDS = 31;
const LONGEST_END_MS = 5 * 60_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

type Torture = {
  folder: string;
  server: EmbeddedServer;
  db: Db;
  fake: FakeChatwoot;
  random: Random;
  worker: ChildProcess | null;
  sources: string[];
  counts: Record<string, number>;
};

const count = (torture: Torture, what: string): void => {
  torture.counts[what] = (torture.counts[what] ?? 0) + 1;
};

const isAlive = (worker: ChildProcess | null): worker is ChildProcess =>
  worker !== null && worker.exitCode === null && worker.signalCode === null;

/** As `npm start` does it. */
const launch = (torture: Torture): void => {
  if (isAlive(torture.worker)) return;
  const execArgv = ["--import", join(root, "jobs/leave-with-parent.mjs")];
  const env = { ...process.env, DATABASE_URL: torture.server.url, NODE_ENV: "production" as const };
  const stdio = ["ignore", "ignore", process.env["TORTURE_LOG"] ? "inherit" : "ignore", "ipc"] as const;
  torture.worker = fork(join(root, "jobs/worker.ts"), [], { cwd: root, env, execArgv, stdio: [...stdio] });
  count(torture, "starts");
};

const end = async (worker: ChildProcess | null, signal: NodeJS.Signals): Promise<void> => {
  if (!isAlive(worker)) return;
  const gone = new Promise<void>((done) => worker.once("exit", () => done()));
  worker.kill(signal);
  await gone;
};

const cutConnections = async ({ db }: Torture): Promise<void> => {
  await db.$client`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name in ('seam worker', 'seam queue') and pid <> pg_backend_pid()`;
};

const restartDatabase = async (torture: Torture, isHard: boolean): Promise<void> => {
  const dir = join(torture.folder, "postgres");
  await torture.db.$client.end();
  if (isHard)
    process.kill(Number((await readFile(join(dir, "data/postmaster.pid"), "utf8")).split("\n")[0]), "SIGKILL");
  else await torture.server.stop();
  await sleep(torture.random.between(0, 1500));
  torture.server = await startEmbedded({ dir });
  torture.db = openDb(torture.server.url, { max: 3, name: "seam torture" });
  count(torture, "database restarts");
};

/** Time passes, and things happen at the vendor; some of them are told of, once or twice, and every deletion is. */
const pass = async (torture: Torture, milliseconds: number, isOver = () => false): Promise<void> => {
  const endsAt = performance.now() + milliseconds;
  while (performance.now() < endsAt && !isOver()) {
    const { db, fake, random, sources } = torture;
    const told = live(fake, random);
    if (told) count(torture, told.isGone ? "deletions" : "changes");
    if (told && (told.isGone || random.chance(0.2))) {
      const hint = { externalId: told.id, deliveryId: randomBytes(8).toString("hex"), now: new Date() };
      for (const sourceId of [...sources, ...sources]) await saveHint(db, { sourceId, ...hint });
    }
    await sleep(Math.max(0, Math.min(random.between(0, 2 * LIFE_MS), endsAt - performance.now())));
  }
};

/** One in four waits for the worker to read: there is the most to break. */
const round = async (torture: Torture): Promise<void> => {
  const { random, fake, db } = torture;
  launch(torture);
  for (const id of torture.sources) await readNow(db, id);
  const asked = fake.log.length;
  if (random.chance(0.25)) await pass(torture, AWAITED_MS, () => fake.log.length > asked);
  await pass(torture, random.between(50, 1500));
  if (fake.log.length > asked) count(torture, "while it read");
  if (random.chance(0.2)) {
    await cutConnections(torture);
    count(torture, "connections cut");
  } else {
    await end(torture.worker, "SIGKILL");
    count(torture, "kills");
  }
};

/** What is still to be done; empty = nothing. */
const pending = async ({ db, fake }: Torture, since: Date): Promise<string[]> => {
  const what = await sourceSummaries(db);
  // One that was gone before it was ever stored is looked for some minutes more.
  const there = fake.world.conversations.map(({ displayId }) => String(displayId));
  const hints = await db.$client`select from source_hints where attempts = 0 or external_id = any(${there})`;
  const readings = await db.$client`select from source_readings where finished_at is null`;
  const versions = { assessedWith: assessedWith(await calendarOf(db)), now: new Date() };
  const unread = await pendingCount(db, versions);
  return [
    ...(hints.length > 0 ? [`${hints.length} hints`] : []),
    ...what.filter(({ refused }) => refused > 0).map(({ key, refused }) => `${refused} refused of ${key}`),
    ...what
      .filter(({ watermarkAt }) => (watermarkAt?.getTime() ?? 0) < since.getTime())
      .map(({ key, lastError }) => `${key} is not read to the end (${lastError})`),
    ...(readings.length > 0 ? [`${readings.length} readings`] : []),
    ...(unread > 0 ? [`${unread} to be assessed`] : []),
  ];
};

/** Life stops, and the worker has time to do what is left. */
const finish = async (torture: Torture): Promise<string[]> => {
  const { fake, db, sources } = torture;
  fake.faults.clear();
  launch(torture);
  const since = new Date(Date.now() + (LATEST_SECONDS + SETTLED_SECONDS) * 1000);
  await sleep(since.getTime() - Date.now() + 1000);
  const deadline = Date.now() + LONGEST_END_MS;
  for (const id of sources) await readNow(db, id);
  for (;;) {
    const left = await pending(torture, since);
    if (left.length === 0 || Date.now() > deadline) return left;
    if (!isAlive(torture.worker)) count(torture, "died by itself");
    launch(torture);
    await sleep(1000);
  }
};

const emptyDatabase = async (url: string): Promise<Db> => {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin`create database again`;
  await admin.end();
  const again = url.replace(/\/seam$/, "/again");
  await migrateDb(again);
  const db = openDb(again, { max: 3, name: "seam torture" });
  await createWorkspace(db, { name: "Torture", zone: "UTC", mode: "own", now: new Date() });
  return db;
};

const begin = async (folder: string, seed: string, perFault: number): Promise<Torture> => {
  const server = await startEmbedded({ dir: join(folder, "postgres") });
  await migrateDb(server.url);
  const db = openDb(server.url, { max: 3, name: "seam torture" });
  const now = new Date();
  await createWorkspace(db, { name: "Torture", zone: "UTC", mode: "own", now });
  const rateLimit = { requests: 1_000_000, seconds: 60, hasHeaders: false };
  const fake = await startFakeChatwoot({ seed, now, conversations: 40, weeks: 2, isRunning: true, rateLimit });
  const settings = { address: fake.url, accountId: String(fake.accountId) };
  const secrets = { token: fake.token };
  const backfillFrom = new Date(now.getTime() - 30 * DAY_MS);
  const sources: string[] = [];
  for (const key of KEYS)
    sources.push(await addConnection(db, { key, kind: "chatwoot", settings, secrets, backfillFrom, now }));
  const torture = { folder, server, db, fake, random: randomOf("torture", seed), worker: null, sources, counts: {} };
  launch(torture);
  // A check of credentials asks once: what fails there is for a person to try again.
  while ((await sourceSummaries(db)).some(({ state }) => state !== "active")) await sleep(200);
  failAtTimes(fake, perFault);
  return torture;
};

const verdictOf = async (torture: Torture, left: string[]): Promise<Verdict> => {
  for (const what of left) say(`Not done in time: ${what}.`);
  const again = await emptyDatabase(torture.server.url);
  try {
    await readAgain(torture.fake, torture.db, again, torture.sources);
    return await compare(torture.db, again);
  } finally {
    await again.$client.end();
  }
};

const run = async (torture: Torture, kills: number): Promise<boolean> => {
  const restarts = [0.25, 0.5, 0.75].map((share) => Math.floor(kills * share));
  for (let done = 0; done < kills; done++) {
    if (restarts.includes(done)) await restartDatabase(torture, done === restarts[1]);
    await round(torture);
    if (done % 20 === 19) say(`${done + 1} of ${kills}, ${torture.fake.world.conversations.length} conversations`);
  }
  const left = await finish(torture);
  await end(torture.worker, "SIGTERM");
  const { lost, doubled, stale } = await verdictOf(torture, left);
  const counted = Object.entries(torture.counts).map(([what, n]) => `${n} ${what}`);
  say(`${torture.fake.world.conversations.length} conversations, ${counted.join(", ")}`);
  for (const [what, ids] of Object.entries({ lost, doubled, stale })) for (const id of ids) say(`${what}: ${id}`);
  say(`${lost.length} lost, ${doubled.length} doubled, ${stale.length} stale`);
  return left.length + lost.length + doubled.length + stale.length === 0;
};

/** Nothing of it outlives the command. */
const clear = async (folder: string, torture: Torture | null): Promise<void> => {
  await end(torture?.worker ?? null, "SIGKILL");
  await torture?.db.$client.end({ timeout: 1 });
  await torture?.fake.close();
  await torture?.server.stop();
  await rm(folder, { recursive: true, force: true });
};

const number = (text: string): number => {
  const given = Number(text);
  if (!Number.isFinite(given) || given < 0) throw new InvalidArgumentError("A number, please.");
  return given;
};

const program = new Command("npm run torture --")
  .description(
    "Kills the worker again and again while it reads a living vendor that fails, and holds what it stored against a full read.",
  )
  .option("--kills <count>", "how many times", number, 200)
  .option("--seed <text>", "of all that is left to chance", randomBytes(4).toString("hex"))
  .option("--faults <share>", "of the vendor's answers that go wrong in each of its ways", number, 0.01)
  .action(async ({ kills, seed, faults }: { kills: number; seed: string; faults: number }) => {
    say(`Seed ${seed}, ${kills} kills.`);
    const folder = await mkdtemp(join(tmpdir(), "seam-torture-"));
    process.env["SEAM_DATA_DIR"] = folder;
    let torture: Torture | null = null;
    const leave = (code: number) => clear(folder, torture).finally(() => process.exit(code));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void leave(130));
    try {
      torture = await begin(folder, seed, faults);
      await leave((await run(torture, kills)) ? 0 : 1);
    } catch (error) {
      say(String(error instanceof Error ? error.stack : error));
      await leave(1);
    }
  });

await program.parseAsync();
