import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { AppError } from "#lib/errors.ts";
import { type Db, openDb } from "./client.ts";

const folder = join(import.meta.dirname, "migrations");
const OLDEST_MAJOR = 15;

/** How many steps the schema of this version has. */
export const knownMigrations = async (): Promise<number> =>
  (await readdir(folder)).filter((name) => name.endsWith(".sql")).length;

/** Brings the schema up to date; several processes may call it at once. Throws `unavailable` with one sentence for a
 * server that is too old, a schema from a newer Seam, or one that is only half there. */
export const migrateDb = async (url: string): Promise<void> => {
  const db = openDb(url, { max: 1, name: "seam migrate" });
  try {
    await checkServer(db);
    await db.execute(sql`select pg_advisory_lock(7326)`);
    await checkSchema(db);
    await migrate(db, { migrationsFolder: folder, migrationsSchema: "drizzle" });
  } finally {
    await db.$client.end();
  }
};

const checkServer = async (db: Db): Promise<void> => {
  const [row] = await db.execute<{ number: string; name: string }>(
    sql`select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  );
  const major = Math.floor(Number(row?.number ?? 0) / 10_000);
  if (major < OLDEST_MAJOR) {
    throw new AppError("unavailable", `The database is PostgreSQL ${row?.name}; Seam needs ${OLDEST_MAJOR} or newer.`);
  }
};

const checkSchema = async (db: Db): Promise<void> => {
  const known = await knownMigrations();
  const [state] = await db.execute<{ journal: boolean; tables: number }>(sql`
    select to_regclass('drizzle.__drizzle_migrations') is not null as journal,
      (select count(*)::int from information_schema.tables where table_schema = 'public') as tables`);
  const [row] = state?.journal
    ? await db.execute<{ applied: number }>(sql`select count(*)::int as applied from drizzle.__drizzle_migrations`)
    : [];
  const [applied, tables] = [row?.applied ?? 0, state?.tables ?? 0];
  if (applied > known) {
    throw new AppError("unavailable", "The database was made by a newer version of Seam; start that version instead.");
  }
  if ((applied === 0) !== (tables === 0)) {
    throw new AppError(
      "unavailable",
      `The database is half-migrated: ${tables} tables, ${applied} of ${known} migrations on record. Restore a backup, or name an empty database in DATABASE_URL.`,
    );
  }
  if (applied > 0) await checkTables(db, applied === known);
};

/** All migrations on record, yet a table of theirs is gone. */
const checkTables = async (db: Db, isCurrent: boolean): Promise<void> => {
  if (!isCurrent) return;
  const wanted = new Set<string>();
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".sql"))) {
    for (const [, table] of (await readFile(join(folder, name), "utf8")).matchAll(/CREATE TABLE "(\w+)"/g)) {
      if (table) wanted.add(table);
    }
  }
  const found = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  for (const { name } of found) wanted.delete(name);
  if (wanted.size > 0) {
    const missing = [...wanted].sort().join(", ");
    throw new AppError("unavailable", `The database is half-migrated: missing ${missing}. Restore a backup.`);
  }
};
