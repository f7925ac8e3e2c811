import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, describe, expect, inject, test } from "vitest";

const dir = mkdtempSync(join(tmpdir(), "seam-start-"));
const started: ChildProcess[] = [];

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

const start = (env: Record<string, string>) => {
  const all = { ...process.env, NODE_ENV: "production", SEAM_DATA_DIR: dir, SEAM_DEMO_WEEKS: "1", TZ: "UTC", ...env };
  const child = spawn(process.execPath, ["jobs/start.ts"], {
    env: all as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  started.push(child);
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output.text += chunk));
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  return { child, output, ended };
};

const until = async (what: () => boolean | Promise<boolean>, seconds = 60): Promise<void> => {
  for (let i = 0; i < seconds * 5; i++) {
    if (await what()) return;
    await sleep(200);
  }
  throw new Error("it never happened");
};

const isHealthy = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

const childrenOf = (pid: number | undefined): { pid: number; command: string }[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter((one) => one !== "")
    .map((one) => ({ pid: Number(one), command: readFileSync(`/proc/${one}/cmdline`, "utf8") }));

afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill("SIGKILL");
  rmSync(dir, { recursive: true, force: true });
});

const isLinux = existsSync("/proc/self/task");
const isBuilt = existsSync(".next/BUILD_ID");

describe.skipIf(!isLinux || !isBuilt)("a running Seam", { timeout: 180_000 }, () => {
  test("comes back after each of its processes is killed, and stops when asked to", async () => {
    const port = await freePort();
    const { child, output, ended } = start({ PORT: String(port), DATABASE_URL: "" });
    await until(() => output.text.includes("Seam is ready"));
    expect(await isHealthy(port)).toBe(true);
    for (const name of ["next", "worker.ts"]) {
      const victim = childrenOf(child.pid).find(({ command }) => command.includes(name));
      process.kill(victim?.pid ?? Number.NaN, "SIGKILL");
      await until(() =>
        childrenOf(child.pid).some(({ pid, command }) => command.includes(name) && pid !== victim?.pid),
      );
      await until(() => isHealthy(port));
    }
    const postmaster = Number(readFileSync(join(dir, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(postmaster, "SIGKILL");
    await until(async () => !(await isHealthy(port)), 20).catch(() => {});
    await until(() => isHealthy(port));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(await isHealthy(port)).toBe(false);
    expect(existsSync(join(dir, "postgres/data/postmaster.pid"))).toBe(false);
  });

  test("started again after it was itself killed, it adopts what is left and takes seconds", async () => {
    const port = await freePort();
    const first = start({ PORT: String(port), DATABASE_URL: "" });
    await until(() => first.output.text.includes("Seam is ready"));
    first.child.kill("SIGKILL");
    await first.ended;
    await until(async () => !(await isHealthy(port)));
    const second = start({ PORT: String(port), DATABASE_URL: "" });
    await until(() => second.output.text.includes("Seam is ready"), 30);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect(existsSync(join(dir, "postgres/data/postmaster.pid"))).toBe(false);
  });
});

describe("what is wrong is one sentence and no stack trace", { timeout: 60_000 }, () => {
  const refused = async (env: Record<string, string>): Promise<string> => {
    const { output, ended } = start(env);
    expect(await ended).toBe(1);
    expect(output.text).not.toMatch(/\n\s+at /);
    return output.text.trim();
  };

  test("a port in use", async () => {
    const holder = createServer();
    const port = await new Promise<number>((done) =>
      holder.listen(0, "127.0.0.1", () => done((holder.address() as { port: number }).port)),
    );
    expect(await refused({ PORT: String(port) })).toBe(
      `Port ${port} is in use: stop what listens there, or set PORT to another.`,
    );
    holder.close();
  });

  test("a database that does not answer, or refuses the password", async () => {
    const nobody = await freePort();
    expect(
      await refused({ PORT: String(await freePort()), DATABASE_URL: `postgres://x:y@127.0.0.1:${nobody}/z` }),
    ).toBe("The database cannot be reached: nothing answers at that address.");
    const wrong = inject("databaseUrl").replace(/:\/\/seam:[^@]+@/, "://seam:wrong@");
    expect(await refused({ PORT: String(await freePort()), DATABASE_URL: wrong })).toBe(
      "The database cannot be reached: user or password is wrong.",
    );
  });

  test("a schema that is only half there", async () => {
    const admin = postgres(inject("databaseUrl").replace(/\/seam$/, "/postgres"), { max: 1, onnotice: () => {} });
    await admin.unsafe("create database half_there");
    const half = inject("databaseUrl").replace(/\/seam$/, "/half_there");
    const sql = postgres(half, { max: 1 });
    await sql`create table conversations (id int)`;
    await sql.end();
    expect(await refused({ PORT: String(await freePort()), DATABASE_URL: half })).toMatch(/^[A-Z].*\.$/);
    await admin.unsafe("drop database half_there with (force)");
    await admin.end();
  });

  test("a setting that cannot be used", async () => {
    expect(await refused({ PORT: "seventy" })).toMatch(/^These environment variables cannot be used: PORT/);
  });
});
