import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Connection, connect } from "#db/connect.ts";
import { migrateDb } from "#db/migrate.ts";
import { firstAdminLink } from "#db/sign-in.ts";
import { ensurePersonas } from "#db/users.ts";
import { createWorkspace, workspace } from "#db/workspace.ts";
import { DEMO_NAME, DEMO_SEED, DEMO_ZONE, demoCalendar, storyAt } from "#lib/demo/story.ts";
import { env, typedAddress } from "#lib/env.ts";
import { AppError, sentenceOf } from "#lib/errors.ts";
import { log, messageOf } from "#lib/log.ts";

const root = join(import.meta.dirname, "..");
const GRACE_MS = 5000;

type Child = { name: string; file: string; args: string[]; nodeArgs: string[]; process: ChildProcess | null };

/** A long history is read in pages, so the worker needs little; without a bound garbage is left until it is 500 MB. */
const WORKER_HEAP = ["--max-old-space-size=256", "--max-semi-space-size=4"];

const address = () => typedAddress(env());

/** Refuses before anything is started: a half-started system is worse than none. */
const checkPort = (): Promise<void> =>
  new Promise((done, refuse) => {
    const probe = createServer();
    probe.once("error", ({ code }: NodeJS.ErrnoException) =>
      refuse(
        new AppError(
          "unavailable",
          code === "EADDRINUSE"
            ? `Port ${env().PORT} is in use: stop what listens there, or set PORT to another.`
            : `Cannot listen on ${env().HOST}:${env().PORT} (${code}).`,
        ),
      ),
    );
    probe.listen(env().PORT, env().HOST, () => probe.close(() => done()));
  });

/** Signs sessions; made once, so that people stay signed in over a restart. */
const sessionSecret = async (): Promise<string> => {
  const given = env().NEXTAUTH_SECRET;
  if (given) return given;
  const file = join(env().SEAM_DATA_DIR, "session-secret");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept) return kept;
  const made = randomBytes(32).toString("hex");
  await mkdir(env().SEAM_DATA_DIR, { recursive: true, mode: 0o700 });
  await writeFile(file, made, { mode: 0o600 });
  return made;
};

const signInHint = async ({ db }: Connection): Promise<string> => {
  const space = await workspace(db);
  const link = await firstAdminLink(db, new Date());
  const admin = link ? `\n  Make yourself admin, once: ${address()}/sign-in/link/${link}` : "";
  return space?.mode === "demo"
    ? `\n  Seam is ready: ${address()}\n  The demo is entered with one click on the sign-in page.${admin}\n`
    : `\n  Seam is ready: ${address()}${admin}\n`;
};

const answers = async (): Promise<boolean> => {
  const host = env().HOST === "0.0.0.0" || env().HOST === "::" ? "127.0.0.1" : env().HOST;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${env().PORT}/api/health`;
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
};

const state = { isStopping: false };

const launch = (child: Child, childEnv: NodeJS.ProcessEnv): void => {
  const startedAt = Date.now();
  const execArgv = ["--import", join(root, "jobs/leave-with-parent.mjs"), ...child.nodeArgs];
  // A group of its own: Ctrl-C reaches this process alone, which then stops them in turn.
  const running = fork(join(root, child.file), child.args, { cwd: root, env: childEnv, execArgv, detached: true });
  child.process = running;
  running.on("exit", async (code, signal) => {
    if (state.isStopping || child.process !== running) return;
    log.warn("restarting", { process: child.name, code, signal });
    await sleep(Date.now() - startedAt < 5000 ? 2000 : 200);
    if (!state.isStopping) launch(child, childEnv);
  });
};

const stopChild = async (child: Child): Promise<void> => {
  const running = child.process;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const gone = new Promise<void>((done) => running.once("exit", () => done()));
  running.kill("SIGTERM");
  const timer = setTimeout(() => running.kill("SIGKILL"), GRACE_MS);
  await gone;
  clearTimeout(timer);
};

/** The embedded server is the only process that nobody else would bring back. */
const keepDatabase = async (connection: Connection): Promise<void> => {
  if (env().DATABASE_URL) return;
  while (!state.isStopping) {
    await sleep(1000);
    try {
      await connection.db.$client`select 1`;
    } catch {
      if (state.isStopping) return;
      log.warn("restarting", { process: "database" });
      await connect({ max: 1 }).then(
        (again) => again.db.$client.end(),
        (error) => log.error("database does not start", error),
      );
    }
  }
};

const main = async (): Promise<void> => {
  await checkPort();
  const connection = await connect({ max: 2, name: "seam start" });
  const children: Child[] = [];
  // From here on there is something to stop.
  const stop = async () => {
    if (state.isStopping) return;
    state.isStopping = true;
    for (const child of children) await stopChild(child);
    await connection.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (process.channel) process.on("disconnect", stop);
  await migrateDb(connection.url);
  const now = new Date();
  if (!(await workspace(connection.db))) {
    const story = storyAt(DEMO_SEED, env().SEAM_DEMO_AT ? new Date(env().SEAM_DEMO_AT ?? "") : now);
    const demo = { name: DEMO_NAME, zone: DEMO_ZONE, mode: "demo", calendar: demoCalendar(story) } as const;
    await createWorkspace(connection.db, { ...demo, now });
    await ensurePersonas(connection.db, now);
  }
  const childEnv = {
    ...process.env,
    DATABASE_URL: connection.url,
    NEXTAUTH_SECRET: await sessionSecret(),
    NEXTAUTH_URL: address(),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const web = [process.argv.includes("--dev") ? "dev" : "start", "-H", env().HOST, "-p", String(env().PORT)];
  children.push(
    { name: "web", file: "node_modules/next/dist/bin/next", args: web, nodeArgs: [], process: null },
    { name: "worker", file: "jobs/worker.ts", args: [], nodeArgs: WORKER_HEAP, process: null },
  );
  if (state.isStopping) return;
  for (const child of children) launch(child, childEnv);
  void keepDatabase(connection);
  while (!(await answers()) && !state.isStopping) await sleep(200);
  if (!state.isStopping) process.stdout.write(await signInHint(connection));
};

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error) ?? `Seam cannot start: ${messageOf(error)}`}\n`);
  process.exit(1);
});
