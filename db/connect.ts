import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { type Db, openDb } from "./client.ts";
import { startEmbedded } from "./embedded.ts";

export type Connection = { db: Db; url: string; close: () => Promise<void> };

/** The database every command and process works on: DATABASE_URL, else the embedded server, adopted when it is running and
 * started when it is not. `close` stops it when nobody else uses it any more: the last one out, whoever started it. */
export const connect = async ({ max = 4, name = "seam" } = {}): Promise<Connection> => {
  const given = env().DATABASE_URL;
  const server = given ? null : await startEmbedded({ dir: join(env().SEAM_DATA_DIR, "postgres") });
  const url = given ?? server?.url ?? "";
  const db = openDb(url, { max, name });
  try {
    await Promise.race([db.$client`select 1`, tooLate()]);
  } catch (error) {
    await db.$client.end({ timeout: 0 });
    throw new AppError("unavailable", `The database cannot be reached: ${reason(error)}`, { cause: error });
  }
  return {
    db,
    url,
    close: async () => {
      const isInUse = server !== null && (await hasOthers(db, name));
      await db.$client.end();
      if (server && !isInUse) await server.stop();
    },
  };
};

/** Whether others than connections of this name are there; so it seems when the server does not say. */
const hasOthers = async (db: Db, name: string): Promise<boolean> => {
  const others = db.$client<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
    where backend_type = 'client backend' and application_name <> ${name}`;
  return others.then(([row]) => (row?.n ?? 0) > 0).catch(() => true);
};

const ANSWER_MS = 15_000;

/** The driver tries for ever at an address that takes connections and closes them, such as a balancer with nothing
 * behind it. */
const tooLate = async (): Promise<never> => {
  await sleep(ANSWER_MS, null, { ref: false });
  throw Object.assign(new Error("too late"), { code: "ETIMEDOUT" });
};

const reason = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ABORT_ERR" || code === "ETIMEDOUT" || code === "CONNECT_TIMEOUT") return "it does not answer in time.";
  if (code === "ECONNREFUSED") return "nothing answers at that address.";
  if (code === "ENOTFOUND") return "its host name is not known.";
  if (code === "28P01" || code === "28000") return "user or password is wrong.";
  if (code === "3D000") return "that database does not exist.";
  return message ?? "no reason given.";
};
