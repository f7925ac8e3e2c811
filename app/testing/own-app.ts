import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDb } from "#db/client.ts";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDb } from "#db/migrate.ts";
import { createWorkspace } from "#db/workspace.ts";
import { type App, launch } from "./launch.ts";

export type OwnApp = App & { dir: string; db: Db };

/** Starts the app on an empty workspace that holds its own data, in UTC and at the clock's time, with its database at
 * hand. */
export const startOwnApp = async (): Promise<OwnApp> => {
  const dir = mkdtempSync(join(tmpdir(), "seam-own-"));
  const database = await startEmbedded({ dir: join(dir, "postgres") });
  const db = openDb(database.url, { max: 2, name: "seam test" });
  const closeAll = async () => {
    await db.$client.end();
    // The app has left it running for whoever still uses it, as `db` did.
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await migrateDb(database.url);
    await createWorkspace(db, { name: "Test", zone: "UTC", mode: "own", now: new Date() });
    const app = await launch(dir, { until: "worker started" });
    const stop = async () => {
      await app.stop();
      await closeAll();
    };
    return { ...app, dir, db, stop };
  } catch (error) {
    await closeAll();
    throw error;
  }
};
