import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { addConnection } from "#db/connections.ts";
import { sourceById } from "#db/sources.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";

const held = testDb();
const root = join(import.meta.dirname, "..");
const dir = mkdtempSync(join(tmpdir(), "seam-worker-"));
/** Shorter than any of a worker's timers. */
const LIFE_MS = 1800;

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(dir, { recursive: true, force: true });
});

/** A worker, once it says that it has started. */
const startWorker = async (): Promise<ChildProcess> => {
  const env = { ...process.env, DATABASE_URL: held.url, SEAM_DATA_DIR: dir, NODE_ENV: "production" as const };
  const execArgv = ["--import", join(root, "jobs/leave-with-parent.mjs")];
  const child = fork(join(root, "jobs/worker.ts"), [], {
    cwd: root,
    env,
    execArgv,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  started.push(child);
  await new Promise<void>((done, refuse) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => chunk.includes("worker started") && done());
    }
    child.once("exit", () => refuse(new Error("the worker ended")));
  });
  return child;
};

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await gone;
};

test("workers that live for two seconds each get on with what their predecessors left", {
  timeout: 60_000,
}, async () => {
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date() });
  const fake = await startFakeChatwoot({ conversations: 1, now: new Date() });
  const id = await addConnection(held.db, {
    ...{ key: "desk", kind: "chatwoot", settings: { address: fake.url, accountId: String(fake.accountId) } },
    ...{ secrets: { token: fake.token }, backfillFrom: null, now: new Date() },
  });
  // The first one dies in the middle of its turn: it holds the job for good.
  fake.faults.add({ kind: "hang", times: 100 });
  const first = await startWorker();
  for (let i = 0; fake.log.length === 0 && i < LIFE_MS / 10; i++) await sleep(10);
  await kill(first);
  expect(fake.log.length).toBeGreaterThan(0);
  // A minute goes by.
  await held.db.$client`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute'`;
  await held.db.$client`update pgboss.queue set monitor_claim_on = monitor_claim_on - interval '1 minute'`;
  fake.faults.clear();
  const state = async () => (await sourceById(held.db, id))?.state;
  expect(await state()).toBe("checking");
  for (const deadline = Date.now() + 12_000; (await state()) !== "active" && Date.now() < deadline; ) {
    const worker = await startWorker();
    await sleep(LIFE_MS);
    await kill(worker);
  }
  expect(await state()).toBe("active");
  await fake.close();
});
