import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";

const held = testDb();

/** The statements of the migration that change rows. */
const statements = async (): Promise<string[]> => {
  const folder = join(import.meta.dirname, "migrations");
  const name = (await readdir(folder)).find((one) => one.endsWith("_seam.sql")) ?? "";
  const all = (await readFile(join(folder, name), "utf8")).split("--> statement-breakpoint");
  return all.filter((one) => /^\s*(--.*\n)?(UPDATE|INSERT)/.test(one));
};

test("what was aimed at and published of repetition is of the tile's metric, by the definition it was counted by", async () => {
  const sql = held.db.$client;
  await sql`insert into targets (metric, channel, target, set_at, set_by) values
    ('explicitRepetition', null, 0.1, '2026-11-01Z', gen_random_uuid()),
    ('explicitRepetition', 'email', 0.2, '2026-11-01Z', gen_random_uuid()),
    ('handoffCsat', null, 0.7, '2026-11-01Z', gen_random_uuid())`;
  await sql`insert into published_points (metric, bucket, version, part, whole, value, low, high, published_at) values
    ('explicitRepetition', '2026-W40', 1, 1, 10, 0.1, 0.05, 0.4, '2026-10-12Z')`;
  const all = await statements();
  expect(all).toHaveLength(2);
  for (const one of all) await sql.unsafe(one);
  expect(await sql`select metric, channel, target from targets order by 1, 2`).toMatchObject([
    { metric: "contextRepetition", channel: "email", target: 0.2 },
    { metric: "contextRepetition", channel: null, target: 0.1 },
    { metric: "handoffCsat" },
  ]);
  expect(await sql`select metric, version, part, whole from published_points order by 1`).toMatchObject([
    { metric: "contextRepetition", version: 1, part: 1, whole: 10 },
    { metric: "explicitRepetition", version: 1, part: 1, whole: 10 },
  ]);
});
