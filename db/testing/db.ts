import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Db, openDb } from "#db/client.ts";

export type TestDb = { db: Db; url: string };

/** A database of this test file's own, cloned from the migrated template. Call it at the top of the file. */
export const testDb = (): TestDb => {
  const template = inject("databaseUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = template.replace(/\/seam$/, `/${name}`);
  const held: { db: Db | null } = { db: null };
  beforeAll(async () => {
    await admin(template, (sql) => sql`create database ${sql(name)} template seam strategy file_copy`);
    held.db = openDb(url, { max: 5, name });
  });
  afterAll(async () => {
    await held.db?.$client.end();
    await admin(template, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
  });
  return {
    url,
    get db() {
      if (!held.db) throw new Error("testDb() is ready inside tests and hooks only");
      return held.db;
    },
  };
};

const admin = async (template: string, act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> => {
  const sql = postgres(template.replace(/\/seam$/, "/postgres"), { max: 1, onnotice: () => {} });
  try {
    // Clones of one template wait for each other instead of failing.
    await sql`select pg_advisory_lock(42)`;
    await act(sql);
  } finally {
    await sql.end();
  }
};
