import { beforeEach, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { addUser } from "#db/users.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseRecord } from "#lib/import/record.ts";
import { SCANNERS } from "#lib/scanners/registry.ts";
import { rangeOfDates } from "#lib/time/range.ts";
import {
  addAnnotation,
  annotationsIn,
  changeAnnotation,
  noteVersions,
  removeAnnotation,
  restoreAnnotation,
} from "./annotations.ts";
import { savePage } from "./save-page.ts";

const held = testDb();
const ZONE = "Asia/Kathmandu";
const NOW = new Date("2026-11-20T12:00:00Z");

beforeEach(async () => {
  await held.db.$client`truncate annotations, users, conversations, assessments, messages, raw_payloads, sources`;
});

const found = async (first = "2026-10-01", last = "2026-11-30") => {
  const range = rangeOfDates(first, last, ZONE);
  if (!range) throw new Error(first);
  return annotationsIn(held.db, range);
};
const texts = async (...dates: [string?, string?]) => (await found(...dates)).map(({ text }) => text);

const write = async (date: string, text: string) => {
  const authorId = await addUser(held.db, {
    email: `${text}@example.com`,
    name: "Mara",
    role: "manager",
    passwordHash: "x",
    now: NOW,
  });
  return addAnnotation(held.db, { date, text, authorId, now: NOW });
};

test("what somebody wrote is there on its local date, with the name, in order", async () => {
  await write("2026-11-09", "later");
  await write("2026-11-02", "sooner");
  expect(await found("2026-11-02", "2026-11-09")).toMatchObject([
    { date: "2026-11-02", at: null, text: "sooner", author: "Mara", kind: "by_hand" },
    { date: "2026-11-09", text: "later" },
  ]);
  expect(await texts("2026-11-03", "2026-11-08")).toEqual([]);
});

test("it is changed, deleted, and brought back as it was", async () => {
  const id = await write("2026-11-09", "flow 12");
  await changeAnnotation(held.db, id, { date: "2026-11-10", text: "flow 13" });
  expect(await found()).toMatchObject([{ date: "2026-11-10", text: "flow 13" }]);
  await removeAnnotation(held.db, id, NOW);
  expect(await found()).toEqual([]);
  await expect(changeAnnotation(held.db, id, { date: "2026-11-10", text: "x" })).rejects.toThrow("This note is gone");
  await restoreAnnotation(held.db, id);
  expect(await texts()).toEqual(["flow 13"]);
});

const seen = (version: string, at: string) => ({
  kind: "scanner" as const,
  subject: "scanner x",
  version,
  text: `Scanner x ${version}`,
  at: new Date(at),
});

test("a version is noted once, where it was first seen, whatever the order; the first of all is no change", async () => {
  const versions = [seen("2", "2026-11-05T10:00:00Z"), seen("1", "2026-10-05T10:00:00Z")];
  await noteVersions(held.db.$client, [seen("2", "2026-11-07T10:00:00Z")], NOW);
  expect(await texts()).toEqual([]);
  for (const _ of [1, 2]) await noteVersions(held.db.$client, versions, NOW);
  expect(await found()).toMatchObject([{ text: "Scanner x 2", date: null, at: new Date("2026-11-05T10:00:00Z") }]);
});

test("what a machine saw and somebody deleted does not come again, and nobody rewrites it", async () => {
  const versions = [seen("1", "2026-10-05T10:00:00Z"), seen("2", "2026-11-05T10:00:00Z")];
  await noteVersions(held.db.$client, versions, NOW);
  const [one] = await found();
  const change = changeAnnotation(held.db, one?.id ?? "", { date: "2026-11-05", text: "mine" });
  await expect(change).rejects.toThrow("was not written by hand");
  await removeAnnotation(held.db, one?.id ?? "", NOW);
  await noteVersions(held.db.$client, [seen("2", "2026-11-01T10:00:00Z")], NOW);
  expect(await found()).toEqual([]);
});

const item = (id: string, createdAt: string, version: string | null) => {
  const json = {
    id,
    created_at: createdAt,
    participants: [{ id: "page", kind: "ai", name: "Page", ...(version ? { version } : {}) }],
    messages: [{ at: createdAt, author: { kind: "customer" }, text: "Hello" }],
  };
  const parsed = parseRecord(json, { now: NOW, zone: ZONE, defaultSource: "desk" });
  if (!parsed.ok) throw new Error(parsed.reason);
  return { conversation: parsed.conversation, payload: JSON.stringify(json), eventId: id };
};

test("another version of a bot is marked where its first conversation began, in whatever order the source is read", async () => {
  const items = [
    item("d", "2026-11-12T08:00:00Z", "4.2"),
    item("c", "2026-11-10T08:00:00Z", "4.2"),
    item("b", "2026-11-01T08:00:00Z", "4.1"),
    item("a", "2026-10-20T08:00:00Z", null),
  ];
  for (const one of items) {
    await savePage(held.db, { source: { key: "desk", kind: "import" }, items: [one], now: NOW });
  }
  expect(await found()).toMatchObject([
    { kind: "bot_release", text: "Page 4.2 went live", at: new Date("2026-11-10T08:00:00Z") },
  ]);
});

test("what first reads a text is noted, and marked only when another has read before", async () => {
  await held.db.$client`
    insert into annotations (id, kind, at, text, subject, version, created_at)
    values (gen_random_uuid(), 'scanner', '2026-10-10', 'Scanner 0', ${`scanner ${SCANNERS[0]?.key}`}, '0', now())`;
  await savePage(held.db, {
    source: { key: "desk", kind: "import" },
    items: [item("a", "2026-11-10T08:00:00Z", null)],
    now: NOW,
  });
  await assessPending(held.db, { now: NOW });
  expect((await found()).map(({ text }) => text)).toEqual([`Scanner ${SCANNERS[0]?.key} ${SCANNERS[0]?.version}`]);
});
