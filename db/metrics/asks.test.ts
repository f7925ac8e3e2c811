import { beforeAll, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { parseRecord } from "#lib/import/record.ts";
import { sourcesWithoutAsks } from "./funnel.ts";
import { listCount } from "./list.ts";
import { measure } from "./measure.ts";

const held = testDb();
const ZONE = "UTC";
const NOW = new Date("2026-11-24T12:00:00Z");

type Made = { id: string; source: string; language: string | null; says?: string; isTold?: boolean };

/** Tried by the AI; then the customer says something, or the source tells that they asked for a person. */
const record = ({ id, source, language, says = "It fails again", isTold = false }: Made) => ({
  ...{ id, source, language, channel: "web_chat", created_at: "2026-11-24T10:00:00Z", customer: { id: `c-${id}` } },
  messages: [
    { at: "2026-11-24T10:00:00Z", author: { kind: "customer" }, text: "My card fails" },
    { at: "2026-11-24T10:01:00Z", author: { kind: "ai" }, text: "Try again." },
    { at: "2026-11-24T10:02:00Z", author: { kind: "customer" }, text: says },
  ],
  events: isTold ? [{ at: "2026-11-24T10:02:20Z", type: "ask_human" }] : [],
});

const RECORDS: Made[] = [
  { id: "in words", source: "mute", language: "en-GB", says: "I want to talk to a real person" },
  { id: "not at all", source: "mute", language: null },
  { id: "unread", source: "mute", language: "de", says: "Ich will mit einem Menschen sprechen" },
  { id: "told", source: "telling", language: "de", isTold: true },
  { id: "told of none", source: "telling", language: "de_AT" },
  { id: "both", source: "telling", language: "en", says: "agent please", isTold: true },
  { id: "nothing known", source: "silent", language: "fr" },
];

const filters = parseFilters({ week: "2026-W48" }, { now: NOW, zone: ZONE });

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Test", zone: ZONE, mode: "own", now: NOW });
  for (const [source, made] of Map.groupBy(RECORDS, (one) => one.source)) {
    const items = made.map((one) => {
      const parsed = parseRecord(record(one), { now: NOW, zone: ZONE, defaultSource: source });
      if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
      return { conversation: parsed.conversation, payload: JSON.stringify(one), eventId: one.id };
    });
    await savePage(held.db, { source: { key: source, kind: "import" }, items, now: NOW });
  }
  await assessPending(held.db, { now: NOW });
});

test("who asked in words is counted, and who did not where words are read or the source tells", async () => {
  expect(await measure(held.db, "askRate", filters)).toMatchObject({ part: 3, n: 5, value: 3 / 5 });
  expect(await listCount(held.db, "askRate", filters, { only: "part" })).toBe(3);
  expect(await measure(held.db, "askToHuman", filters)).toMatchObject({ n: 3 });
});

test("by version 1 only what sources told counts, of those that ever told", async () => {
  const version = { version: 1 };
  expect(await measure(held.db, "askRate", filters, version)).toMatchObject({ part: 2, n: 3 });
  expect(await listCount(held.db, "askRate", filters, { only: "part", ...version })).toBe(2);
});

test("a source is named of which there is an episode that nothing is known of", async () => {
  expect(await sourcesWithoutAsks(held.db, filters)).toEqual(["mute", "silent"]);
});

test("an ask in words and its event are stored as one, and as told", async () => {
  const rows = await held.db.$client`select asks, asks_told from episodes where asks > 0 order by asks_told`;
  expect(rows.map((row) => [row.asks, row.asks_told])).toEqual([
    [1, 0],
    [1, 1],
    [1, 1],
  ]);
});
