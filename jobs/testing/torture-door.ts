import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { FakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import type { Random } from "#lib/random.ts";

const root = join(import.meta.dirname, "../..");
const LONGEST_START_MS = 60_000;

/** The real web process, which takes the vendor's webhooks. */
export type Door = { process: ChildProcess; base: string };

/** Whether the app was built: only then there is a door to be opened. */
export const hasBuild = (): boolean => existsSync(join(root, ".next/BUILD_ID"));

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/** Starts the built app on a free port of loopback, as `npm start` does, and waits until it answers. */
export const openDoor = async (databaseUrl: string): Promise<Door> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXTAUTH_URL: base,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production" as const,
  };
  const child = fork(join(root, "node_modules/next/dist/bin/next"), ["start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: root,
    env,
    execArgv: ["--import", join(root, "jobs/leave-with-parent.mjs")],
    stdio: ["ignore", "ignore", process.env["TORTURE_LOG"] ? "inherit" : "ignore", "ipc"],
  });
  for (const endsAt = Date.now() + LONGEST_START_MS; Date.now() < endsAt && child.exitCode === null; ) {
    const isOpen = await fetch(`${base}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isOpen) return { process: child, base };
    await sleep(200);
  }
  child.kill("SIGKILL");
  throw new Error("The web app did not start.");
};

/** Where each source's webhooks go to, from now on. */
export const subscribe = (fake: FakeChatwoot, door: Door, keys: readonly string[]): void =>
  fake.webhooks.subscribe(...keys.map((key) => `${door.base}/api/webhooks/${key}`));

/** Sends what has happened since the last time to every source: sometimes several times, in another order, or signed
 * wrongly. Returns how many were answered how. */
export const deliver = async (fake: FakeChatwoot, random: Random): Promise<Record<string, number>> => {
  const isBadlySigned = random.chance(0.05);
  const sent = await fake.webhooks.deliver({
    copies: random.chance(0.2) ? 3 : 1,
    isShuffled: random.chance(0.3),
    isBadlySigned,
  });
  if (isBadlySigned && sent.some(({ status }) => status === 200)) throw new Error("a bad signature was taken");
  const counts: Record<string, number> = {};
  for (const { status } of sent) {
    const what = status === 200 ? "webhooks taken" : status === 401 ? "webhooks refused" : "webhooks not answered";
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
};
