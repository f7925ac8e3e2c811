import { beforeAll, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { parseRecord } from "#lib/import/record.ts";
import { tenToRead } from "#lib/reading/ten.ts";
import { tenCandidates } from "./ten.ts";

const held = testDb();
const ZONE = "Asia/Kathmandu";
const NOW = new Date("2026-12-24T10:00:00Z");
const WEEK = parseFilters({ week: "2026-W46" }, { now: NOW, zone: ZONE });

/** Tuesday noon in open hours, and minutes on. */
const at = (minute: number) => new Date(Date.UTC(2026, 10, 10, 5, 0) + minute * 60_000).toISOString();

type Made = { id: string; wait: number | null; score?: number; says?: string; promised?: number; more?: object };

/** The AI answers, the customer asks at minute 2, is handed over at 5, and a person replies `wait` minutes later. */
const record = ({ id, wait, score, says = "Order 12", promised, more = {} }: Made) => ({
  id,
  channel: "web_chat",
  topic: "refund",
  created_at: at(0),
  updated_at: at(400),
  customer: { id: `c-${id}` },
  participants: [
    { id: "bot", kind: "ai" },
    { id: "ana", kind: "human", team: "billing" },
  ],
  messages: [
    { id: "1", at: at(0), author: { kind: "customer", id: `c-${id}` }, text: "My refund has not arrived" },
    { id: "2", at: at(1), author: { kind: "ai", id: "bot" }, text: "Refunds take five days." },
    ...(wait === null
      ? []
      : [
          { id: "3", at: at(5 + wait), author: { kind: "human", id: "ana" }, text: "Which order is it?" },
          { id: "4", at: at(6 + wait), author: { kind: "customer", id: `c-${id}` }, text: says },
          { id: "5", at: at(7 + wait), author: { kind: "human", id: "ana" }, text: "It is on its way." },
        ]),
  ],
  handoffs: [
    { id: "h", at: at(5), from: "bot", trigger: "no_kb_result", to_team: "billing", promised_wait_s: promised ?? null },
  ],
  events: [{ at: at(300), type: wait === null ? "abandoned" : "resolved", actor: wait === null ? `c-${id}` : "ana" }],
  csat: score === undefined ? [] : [{ id: "r", score, at: at(310) }],
  ...more,
});

const RECORDS = [
  record({ id: "unhappy", wait: 40, score: 1 }),
  record({ id: "less-unhappy", wait: 90, score: 2 }),
  record({ id: "repeated", wait: 2, says: "As I already told the bot, it is order 12" }),
  record({ id: "left", wait: null }),
  record({ id: "promised", wait: 20, promised: 300 }),
  record({ id: "best", wait: 1, score: 5 }),
  record({ id: "good", wait: 3, score: 5 }),
  record({ id: "plain", wait: 4 }),
  record({ id: "test", wait: 80, score: 1, more: { flags: ["test"] } }),
  record({ id: "later", wait: 80, score: 1, more: { created_at: "2026-11-20T05:00:00Z", messages: [], handoffs: [] } }),
];

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Test", zone: ZONE, mode: "own", now: NOW });
  const items = RECORDS.map((one) => {
    const parsed = parseRecord(one, { now: NOW, zone: ZONE, defaultSource: "desk" });
    if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
    return { conversation: parsed.conversation, payload: JSON.stringify(one), eventId: one.id };
  });
  await savePage(held.db, { source: { key: "desk", kind: "import" }, items, now: NOW });
  await assessPending(held.db, { now: NOW });
});

const named = async (ofEach?: number) => {
  const found = await tenCandidates(held.db, WEEK, ofEach);
  return found.map(({ reason, customer }) => `${reason} ${customer.replace(/^.* c-/, "")}`);
};

test("each reason finds its handoffs, the strongest first, and what is excluded is not among them", async () => {
  expect(await named()).toEqual([
    "best best",
    "best good",
    "left left",
    "promise_broken promised",
    "repeated repeated",
    "unhappy unhappy",
    "unhappy less-unhappy",
  ]);
});

test("fewer of each reason are the strongest of it, and the ten are those of all there are", async () => {
  expect((await named(1)).filter((one) => one.startsWith("unhappy"))).toEqual(["unhappy unhappy"]);
  expect(tenToRead(await tenCandidates(held.db, WEEK))).toEqual(tenToRead(await tenCandidates(held.db, WEEK, 1e6)));
});

test("filters hold, and an empty week has nothing to read", async () => {
  expect(await tenCandidates(held.db, { ...WEEK, only: { topic: ["other"] } })).toEqual([]);
  expect(await tenCandidates(held.db, parseFilters({ week: "2026-W40" }, { now: NOW, zone: ZONE }))).toEqual([]);
});
