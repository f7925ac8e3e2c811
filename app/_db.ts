import { type Db, openDb } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

const held = globalThis as typeof globalThis & { seamDb?: Db };

/** The one pool of the web process: modules are evaluated once for pages and once for route handlers, `globalThis` is
 * there once. */
export const db = (): Db => {
  const url = env().DATABASE_URL;
  if (!url) throw new AppError("unavailable", "The web process was started without DATABASE_URL; use npm start.");
  held.seamDb ??= openDb(url, { max: 10, name: "seam web" });
  return held.seamDb;
};
