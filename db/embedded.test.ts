import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";
import { migrateDb } from "./migrate.ts";
import { testDb } from "./testing/db.ts";

let dir: string;
let server: EmbeddedServer;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "seam-embedded-"));
  server = await startEmbedded({ dir });
});
afterAll(async () => {
  await server.stop();
  await rm(dir, { recursive: true, force: true });
});

const pidOf = async () => Number((await readFile(join(dir, "data/postmaster.pid"), "utf8")).split("\n")[0]);
const query = async (url: string, text: string) => {
  const client = postgres(url, { max: 1 });
  try {
    return await client.unsafe(text);
  } finally {
    await client.end();
  }
};

test("a second start meets the running server", async () => {
  const pid = await pidOf();
  const second = await startEmbedded({ dir });
  expect(second).toMatchObject({ url: server.url, wasAdopted: true });
  expect(await pidOf()).toBe(pid);
});

test("two starts at once end with one server", async () => {
  await server.stop();
  const [a, b] = await Promise.all([startEmbedded({ dir }), startEmbedded({ dir })]);
  expect(a.url).toBe(b.url);
  expect([a.wasAdopted, b.wasAdopted].sort()).toEqual([false, true]);
});

test("committed rows are there after the server was killed", async () => {
  const { url } = await startEmbedded({ dir });
  await query(url, "create table kept (id int); insert into kept values (1), (2)");
  process.kill(await pidOf(), "SIGKILL");
  const again = await startEmbedded({ dir });
  expect(await query(again.url, "select id from kept order by id")).toHaveLength(2);
}, 30_000);

test("what a dead machine left behind does not keep it from starting, though its numbers are in use again", async () => {
  await (await startEmbedded({ dir })).stop();
  const other = spawn("sleep", ["60"]);
  await writeFile(
    join(dir, "data/postmaster.pid"),
    [other.pid, join(dir, "data"), 1, 1, "", "127.0.0.1", ""].join("\n"),
  );
  await writeFile(join(dir, "start.lock"), String(process.pid));
  expect(await startEmbedded({ dir })).toMatchObject({ wasAdopted: false });
  other.kill();
}, 40_000);

test("the password stands in a file that only its owner reads, and the server asks for it", async () => {
  await expect(query(server.url.replace(/:[0-9a-f]{48}@/, ":wrong@"), "select 1")).rejects.toThrow("password");
});

test("a schema without its journal is named half-migrated", async () => {
  const { url } = await startEmbedded({ dir });
  await expect(migrateDb(url)).rejects.toThrow(/half-migrated: 1 tables, 0 of \d+ migrations/);
});

const clone = testDb();

test("migrating twice changes nothing, and a missing table is named", async () => {
  await migrateDb(clone.url);
  await clone.db.execute(sql`drop table findings`);
  await expect(migrateDb(clone.url)).rejects.toThrow("half-migrated: missing findings");
});
