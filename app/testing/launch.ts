import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type App = { base: string; adminLink: string; stop: () => Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

/** Starts the built app as npm start does, on a free port, with its data in `dir`, and waits until it has logged the event
 * `until`. Only a first start has a link for the first admin. */
export const launch = async (
  dir: string,
  { until, env = {}, isFirst = true }: { until: string; env?: Record<string, string>; isFirst?: boolean },
): Promise<App> => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, NEXTAUTH_URL: __, ...rest } = process.env;
  const server = spawn(process.execPath, ["jobs/start.ts"], {
    env: { ...rest, SEAM_DATA_DIR: dir, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const output of [server.stdout, server.stderr]) {
    output?.on("data", (chunk) => {
      said += chunk;
    });
  }
  const stop = async () => {
    if (server.exitCode !== null) return;
    const gone = new Promise<void>((done) => server.once("exit", () => done()));
    server.kill("SIGTERM");
    await gone;
  };
  for (let i = 0; i < 2400; i++) {
    const link = isFirst ? /sign-in\/link\/(\S+)/.exec(said)?.[0] : "sign-in";
    if (link && said.includes(`"event":"${until}"`)) return { base, adminLink: `${base}/${link}`, stop };
    if (server.exitCode !== null) break;
    await sleep(100);
  }
  await stop();
  throw new Error(`the app did not start:\n${said}`);
};
