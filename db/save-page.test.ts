import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { sourceId } from "#lib/import/ids.ts";
import { parseRecord } from "#lib/import/record.ts";
import { type PageItem, savePage } from "./save-page.ts";
import { pollProgress } from "./sources.ts";
import { contentsOf } from "./testing/contents.ts";
import { testDb } from "./testing/db.ts";
import { createWorkspace, startWithOwnData } from "./workspace.ts";

const held = testDb();
const now = new Date("2026-03-20T12:00:00Z");

const item = (id: string, revision: number, text = `text ${revision}`): PageItem => {
  const record = {
    id,
    revision,
    created_at: "2026-03-10T10:00:00Z",
    customer: { id: `customer of ${id}` },
    messages: Array.from({ length: revision }, (_, i) => ({
      id: `m${i}`,
      at: `2026-03-10T10:0${i}:00Z`,
      author: { kind: "customer", id: "u" },
      text: i === 0 ? text : `line ${i}`,
    })),
    csat: [{ score: 7, at: "2026-03-11T10:00:00Z" }],
  };
  const parsed = parseRecord(record, { now, zone: "UTC", defaultSource: "test" });
  if (!parsed.ok) throw new Error(parsed.reason);
  return { conversation: parsed.conversation, payload: JSON.stringify(record), eventId: id };
};

const save = (...items: PageItem[]) => savePage(held.db, { source: { key: "test", kind: "import" }, items, now });

beforeEach(async () => {
  await held.db.$client`truncate conversations, assessments, messages, raw_payloads, data_defects, sources`;
});

describe("a page of conversations", () => {
  test("sent twice changes nothing the second time", async () => {
    expect(await save(item("a", 1), item("b", 2))).toEqual({ created: 2, updated: 0, unchanged: 0 });
    const before = await contentsOf(held.db);
    expect(await save(item("a", 1), item("b", 2))).toEqual({ created: 0, updated: 0, unchanged: 2 });
    expect(await contentsOf(held.db)).toEqual(before);
    expect(before["messages"]).toHaveLength(3);
    expect(before["data_defects"]).toHaveLength(2);
  });

  test("a newer revision replaces messages and makes the conversation pending, an older one is ignored", async () => {
    await save(item("a", 2));
    await held.db.$client`update assessments set assessed_with = 'x'`;
    expect(await save(item("a", 3))).toMatchObject({ updated: 1 });
    expect(await save(item("a", 1))).toMatchObject({ unchanged: 1 });
    const { messages, assessments, raw_payloads } = await contentsOf(held.db);
    expect(messages).toHaveLength(3);
    expect(assessments).toMatchObject([{ assessed_with: null }]);
    expect(raw_payloads).toHaveLength(2);
  });

  test("in any order, batching and repetition the same revisions end in the same rows", async () => {
    const all = [item("a", 1), item("a", 2), item("a", 2, "other text"), item("b", 3), item("b", 1), item("c", 2)];
    const ends = new Set<string>();
    const orders = fc.shuffledSubarray([...all, ...all], { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 5 }), async (items, size) => {
        await held.db.$client`truncate conversations, assessments, messages, raw_payloads, data_defects, sources`;
        for (let i = 0; i < items.length; i += size) await save(...items.slice(i, i + size));
        const { conversations, messages, assessments } = await contentsOf(held.db);
        ends.add(JSON.stringify({ conversations, messages, assessments }));
      }),
      { numRuns: 20 },
    );
    expect(ends.size).toBe(1);
  });

  test("two importers at once lose and double nothing", async () => {
    const items = Array.from({ length: 60 }, (_, i) => item(`c${i}`, (i % 3) + 1));
    const results = await Promise.all([save(...items), save(...items.toReversed()), save(...items)]);
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(60);
    expect((await contentsOf(held.db))["messages"]).toHaveLength(120);
  });

  test("deleted at the source: what was said is gone, in every table", async () => {
    await save(item("a", 2, "my secret"));
    const gone = parseRecord(
      { id: "a", revision: 9, created_at: "2026-03-10T10:00:00Z", deleted: true, subject: "my secret" },
      { now, zone: "UTC", defaultSource: "test" },
    );
    if (!gone.ok) throw new Error(gone.reason);
    await save({ conversation: gone.conversation, payload: '{"subject":"my secret"}', eventId: "a" });
    const contents = await contentsOf(held.db);
    expect(contents["conversations"]).toMatchObject([{ deleted: true, customer: null }]);
    expect(JSON.stringify(contents)).not.toContain("my secret");
  });

  test("what the source erased is gone from every table, and nothing that still arrives brings it back", async () => {
    await save(item("a", 1, "my secret"), item("b", 1));
    const source = { key: "test", kind: "import" };
    await savePage(held.db, { source, items: [], gone: ["a", "never seen"], now });
    expect(await save(item("a", 9, "my secret"))).toEqual({ created: 0, updated: 0, unchanged: 1 });
    const contents = await contentsOf(held.db);
    expect(JSON.stringify(contents)).not.toContain("my secret");
    expect(contents["conversations"]?.map((row) => (row as { deleted: boolean }).deleted).sort()).toEqual([
      false,
      true,
    ]);
  });

  test("an equal revision replaces only what is read anew", async () => {
    await save(item("a", 1, "first"));
    const page = { source: { key: "test", kind: "import" }, items: [item("a", 1, "read anew")], now };
    await savePage(held.db, { ...page, isReread: true });
    expect((await contentsOf(held.db))["messages"]).toMatchObject([{ text: "read anew" }]);
  });

  test("what else belongs to the page is stored with the rows, or not at all", async () => {
    const also = [pollProgress(sourceId("test"), { cursor: { at: 5 }, completeUntil: now })];
    const page = { source: { key: "test", kind: "import" }, items: [item("a", 1)], now };
    const fail = async () => {
      throw new Error("killed");
    };
    await expect(savePage(held.db, { ...page, also: [...also, fail] })).rejects.toThrow("killed");
    expect(await held.db.$client`select from conversations`).toHaveLength(0);
    await savePage(held.db, { ...page, also });
    expect(await held.db.$client`select cursor, watermark_at from sources`).toMatchObject([
      { cursor: { at: 5 }, watermark_at: now },
    ]);
  });
});

test("a demo that is still being told when it is left leaves nothing behind", async () => {
  const source = { key: "demo", kind: "demo" } as const;
  const tell = (id: string) => savePage(held.db, { source, items: [item(id, 1)], now });
  await createWorkspace(held.db, { name: "Demo", zone: "UTC", mode: "demo", now });
  expect(await tell("a")).toEqual({ created: 1, updated: 0, unchanged: 0 });
  await Promise.all([..."bcdefgh"].map(tell).concat(startWithOwnData(held.db, { now }) as never));
  expect(await tell("z")).toEqual({ created: 0, updated: 0, unchanged: 1 });
  expect(await held.db.$client`select from conversations`).toHaveLength(0);
  expect(await held.db.$client`select from sources`).toHaveLength(0);
  expect(await save(item("mine", 1))).toEqual({ created: 1, updated: 0, unchanged: 0 });
});
