import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The instant at which the demo of the page walks stands still: a Friday, so that last week is week 46. */
export const FROZEN_AT = "2026-11-20T12:00:00Z";
const WEEKS = "6";

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/** Starts the built app as npm start does, on a free port, with a database of its own, and waits until the demo is read.
 * The tests find its address in SEAM_BASE and the first admin's link in SEAM_ADMIN_LINK. Returns what stops it. */
const startServer = async (): Promise<() => Promise<void>> => {
  const dir = mkdtempSync(join(tmpdir(), "seam-e2e-"));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, NEXTAUTH_URL: __, ...rest } = process.env;
  const env = { ...rest, SEAM_DATA_DIR: dir, PORT: String(port), SEAM_DEMO_AT: FROZEN_AT, SEAM_DEMO_WEEKS: WEEKS };
  const server = spawn(process.execPath, ["jobs/start.ts"], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let said = "";
  server.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  server.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const stop = async () => {
    if (server.exitCode === null) {
      const gone = new Promise<void>((done) => server.once("exit", () => done()));
      server.kill("SIGTERM");
      await gone;
    }
    rmSync(dir, { recursive: true, force: true });
  };
  process.env["SEAM_BASE"] = base;
  process.env["SEAM_DATA_DIR"] = dir;
  for (let i = 0; i < 600; i++) {
    const link = /sign-in\/link\/(\S+)/.exec(said)?.[0];
    if (link && said.includes('"event":"demo told"')) {
      process.env["SEAM_ADMIN_LINK"] = `${base}/${link}`;
      return stop;
    }
    if (server.exitCode !== null) break;
    await sleep(200);
  }
  await stop();
  throw new Error(`the app did not start:\n${said}`);
};

// biome-ignore lint/style/noDefaultExport: Playwright asks for it
export default startServer;
