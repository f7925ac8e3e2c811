import { statSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { EXAMPLE } from "#lib/import/example.ts";
import { parseRecord } from "#lib/import/record.ts";
import { backupTo, restoreFrom } from "./backup.ts";
import { savePage } from "./save-page.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");
const folder = mkdtemp(join(tmpdir(), "seam-backup-"));

const save = async (id: string, text: string) => {
  const record = { ...EXAMPLE, id, messages: [{ at: "2026-11-02T10:00:00Z", author: { kind: "customer" }, text }] };
  const parsed = parseRecord(record, { now, zone: "UTC", defaultSource: "x" });
  if (!parsed.ok) throw new Error(parsed.reason);
  const item = { conversation: parsed.conversation, payload: JSON.stringify(record), eventId: id };
  await savePage(held.db, { source: { key: "x", kind: "import" }, items: [item], now });
};

test("what was backed up is what comes back, awkward texts included", async () => {
  await save("a", "tab\there, back\\slash, line\nbreak, \\# table users, \\. and \u2028 ü 🙂");
  const file = join(await folder, "one.gz");
  expect(await backupTo(held.db, file)).toBeGreaterThan(10);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = await contentsOf(held.db);
  await save("b", "later");
  await restoreFrom(held.db, file);
  expect(await contentsOf(held.db)).toEqual(before);
});

test("where a database is new, what is numbered goes on after what was restored", async () => {
  await held.db.$client`insert into topic_candidates (state, words, typical, size, first_seen_at, last_seen_at)
    select 'open', '{}', '{}', 1, ${now}, ${now} from generate_series(1, 3)`;
  const file = join(await folder, "three.gz");
  await backupTo(held.db, file);
  for (const table of ["topic_candidates", "outbox", "alarm_journal", "sign_in_attempts"])
    await held.db.$client`truncate ${held.db.$client(table)} restart identity`;
  await restoreFrom(held.db, file);
  const [made] = await held.db.$client<{ id: number }[]>`
    insert into topic_candidates (state, words, typical, size, first_seen_at, last_seen_at)
    values ('open', '{}', '{}', 1, ${now}, ${now}) returning id`;
  expect(made?.id).toBe(4);
});

test("a file that is cut off, of something else or missing its end changes nothing", async () => {
  const file = join(await folder, "two.gz");
  await backupTo(held.db, file);
  const before = await contentsOf(held.db);
  truncateSync(file, Math.floor(statSync(file).size * 0.6));
  await expect(restoreFrom(held.db, file)).rejects.toMatchObject({ code: "bad_input" });
  writeFileSync(file, "hello");
  await expect(restoreFrom(held.db, file)).rejects.toMatchObject({ code: "bad_input" });
  await expect(restoreFrom(held.db, await folder)).rejects.toMatchObject({ code: "bad_input" });
  expect(await contentsOf(held.db)).toEqual(before);
});
