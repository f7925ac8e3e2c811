import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Db, openDb } from "#db/client.ts";
import { addConnection } from "#db/connections.ts";
import { type EmbeddedServer, startEmbedded } from "#db/embedded.ts";
import { migrateDb } from "#db/migrate.ts";
import { sourceSummaries } from "#db/sources.ts";
import { createWorkspace } from "#db/workspace.ts";
import { type FakeChatwoot, startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import { type Door, openDoor, subscribe } from "#jobs/testing/torture-door.ts";

const root = join(import.meta.dirname, "../..");
/** So far back everything is read. */
export const PAST_MS = 30 * 86_400_000;
/** One account read under several names: while one waits for its killed reader to be missed, another is read. */
export const KEYS = ["desk", "till", "shop"];

/** Whom it happens to: a database, a vendor, and the worker between them. */
export type Stage = {
  folder: string;
  server: EmbeddedServer;
  db: Db;
  fake: FakeChatwoot;
  worker: ChildProcess | null;
  /** Null = what happens is told without a webhook. */
  door: Door | null;
  sources: string[];
};

/** Everything on loopback, with data of its own, and every source's credentials checked. */
export const setStage = async (seed: string, { isDoorOpen }: { isDoorOpen: boolean }): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), "seam-torture-"));
  process.env["SEAM_DATA_DIR"] = folder;
  const server = await startEmbedded({ dir: join(folder, "postgres") });
  const rateLimit = { requests: 1_000_000, seconds: 60, hasHeaders: false };
  const past = { conversations: 40, weeks: 2, now: new Date() };
  const fake = await startFakeChatwoot({ seed, ...past, isRunning: true, rateLimit });
  const stage: Stage = { folder, server, db: await openEmpty(server.url), fake, worker: null, door: null, sources: [] };
  try {
    await connectSources(stage);
    if (isDoorOpen) {
      stage.door = await openDoor(server.url);
      subscribe(fake, stage.door, KEYS);
    }
    return stage;
  } catch (error) {
    await clearStage(stage);
    throw error;
  }
};

const connectSources = async (stage: Stage): Promise<void> => {
  const { db, fake } = stage;
  const now = new Date();
  const settings = { address: fake.url, accountId: String(fake.accountId) };
  const secrets = { token: fake.token, webhookSecret: fake.webhookSecret };
  const backfillFrom = new Date(now.getTime() - PAST_MS);
  for (const key of KEYS) {
    stage.sources.push(await addConnection(db, { key, kind: "chatwoot", settings, secrets, backfillFrom, now }));
  }
  launch(stage);
  // Only what is connected is read: nothing fails before.
  while ((await sourceSummaries(db)).some(({ state }) => state !== "active")) await sleep(200);
};

/** Nothing of it outlives the command. */
export const clearStage = async ({ folder, server, db, fake, worker, door }: Stage): Promise<void> => {
  await end(worker, "SIGKILL");
  await end(door?.process ?? null, "SIGKILL");
  await db.$client.end({ timeout: 1 });
  await fake.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
};

export const openEmpty = async (url: string): Promise<Db> => {
  await migrateDb(url);
  const db = openDb(url, { max: 3, name: "seam torture" });
  await createWorkspace(db, { name: "Torture", zone: "UTC", mode: "own", now: new Date() });
  return db;
};

const isAlive = (worker: ChildProcess | null): worker is ChildProcess =>
  worker !== null && worker.exitCode === null && worker.signalCode === null;

/** As `npm start` does it; returns whether that was needed. */
export const launch = (stage: Stage): boolean => {
  if (isAlive(stage.worker)) return false;
  const execArgv = ["--import", join(root, "jobs/leave-with-parent.mjs")];
  const env = { ...process.env, DATABASE_URL: stage.server.url, NODE_ENV: "production" as const };
  const log = process.env["TORTURE_LOG"] ? "inherit" : "ignore";
  const stdio = ["ignore", "ignore", log, "ipc"] as ("ignore" | "inherit" | "ipc")[];
  stage.worker = fork(join(root, "jobs/worker.ts"), [], { cwd: root, env, execArgv, stdio });
  return true;
};

export const end = async (worker: ChildProcess | null, signal: NodeJS.Signals): Promise<void> => {
  if (!isAlive(worker)) return;
  const gone = new Promise<void>((done) => worker.once("exit", () => done()));
  worker.kill(signal);
  await gone;
};

export const cutConnections = async ({ db }: Stage): Promise<void> => {
  await db.$client`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name in ('seam worker', 'seam queue')`;
};

/** Whether the worker is in the middle of a transaction that writes. */
export const isWriting = async ({ db }: Stage): Promise<boolean> => {
  const rows = await db.$client`select from pg_stat_activity
    where application_name = 'seam worker' and backend_xid is not null limit 1`;
  return rows.length > 0;
};

/** Stops the server in order, or kills it, and starts it again a moment later. */
export const restartDatabase = async (stage: Stage, isKilled: boolean, awayMs: number): Promise<void> => {
  const dir = join(stage.folder, "postgres");
  await stage.db.$client.end();
  const pid = Number((await readFile(join(dir, "data/postmaster.pid"), "utf8")).split("\n")[0]);
  if (isKilled) process.kill(pid, "SIGKILL");
  else await stage.server.stop();
  await sleep(awayMs);
  stage.server = await startEmbedded({ dir });
  stage.db = openDb(stage.server.url, { max: 3, name: "seam torture" });
};
