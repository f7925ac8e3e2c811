import { beforeAll, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessAsFound, found } from "#db/testing/found.ts";
import { parseFilters } from "#lib/filters.ts";
import { ai, at, closed, conversation, customer, handoff, human } from "#lib/testing/build.ts";
import { foundByRule, foundLately, scannedOf } from "./found.ts";
import { measure } from "./measure.ts";

const held = testDb();
const now = at("+30d 12:00");
const week = parseFilters({ from: "2026-03-09", to: "2026-03-15" }, { now, zone: "UTC" });

const SAID = [
  customer("10:00", "My refund"),
  ai("10:01", "Wait"),
  human("10:05", "Hello"),
  customer("10:06", "Again!"),
];
const told = (i: number, name: string, more: Parameters<typeof conversation>[1] = {}) =>
  conversation(SAID, {
    id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
    externalId: name,
    source: "desk",
    handoffs: [handoff("10:03")],
    events: [closed("12:00")],
    ...more,
  });

const R1 = "context_repetition R1.reference rep_reference";
const COMPLAINT = "context_repetition R1.complaint.again rep_complaint";
const FOUND = {
  twice: [
    found(R1, { messageId: "customer-10:06", start: 0, end: 5 }),
    found(R1, { messageId: "customer-10:00", start: 0, end: 2 }),
    found(COMPLAINT, { messageId: "customer-10:06", start: 0, end: 6 }),
  ],
  once: [found(COMPLAINT, { messageId: "customer-10:06", end: 6 })],
  unsure: [found(R1, { messageId: "customer-10:06", end: 6, confidence: 0.2 })],
  german: [found(R1)],
  spam: [found(R1)],
  alone: [found("sentiment anger.insult anger", { messageId: "customer-10:06", end: 6 })],
};

const RULES = ["R1.", "R1.complaint", "R2."].map((beginning) => ({ scanner: "context_repetition", beginning }));

beforeAll(async () => {
  const all = [
    told(1, "twice"),
    told(2, "once", { topic: "login" }),
    told(3, "unsure"),
    told(4, "german", { language: "de" }),
    told(5, "spam", { flags: ["spam"] }),
    conversation(SAID.slice(0, 2), {
      id: "018f0000-0000-5000-8000-000000000006",
      externalId: "alone",
      source: "desk",
      events: [closed("12:00")],
    }),
  ];
  const items = all.map((one) => ({ conversation: one, payload: one.externalId, eventId: "1" }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessAsFound(held.db, now, FOUND);
});

test("what is in a language without phrases is there and not scanned, as the metric of it says", async () => {
  expect(await scannedOf(held.db, "handoff", week)).toEqual({ n: 4, scanned: 3 });
  expect(await scannedOf(held.db, "episode", week)).toEqual({ n: 5, scanned: 4 });
  expect(await measure(held.db, "notScanned", week)).toMatchObject({ part: 1, n: 4 });
});

test("an episode counts once for its scanner and once for each rule, and what is unsure, excluded or not read does not", async () => {
  const rows = await foundByRule(held.db, "handoff", week, RULES);
  expect(new Map(rows.map(({ beginning, part }) => [beginning, part]))).toEqual(
    new Map([
      [null, 2],
      ["R1.", 1],
      ["R1.complaint", 2],
    ]),
  );
  const login = { ...week, only: { topic: ["login"] } };
  expect(await foundByRule(held.db, "handoff", login, RULES)).toContainEqual({
    ...{ scanner: "context_repetition", beginning: null, part: 1 },
  });
});

test("a scanner of episodes is counted where nobody was handed over, too", async () => {
  const rules = [{ scanner: "sentiment", beginning: "anger." }];
  expect(await foundByRule(held.db, "episode", week, rules)).toContainEqual({
    ...{ scanner: "sentiment", beginning: "anger.", part: 1 },
  });
  expect(await foundByRule(held.db, "handoff", week, rules)).toEqual([]);
});

test("what was found last comes with its words, also what does not count, of just the rule that was asked for", async () => {
  const wanted = { scanner: "context_repetition", beginning: "R1.", longer: ["R1.complaint"], limit: 10 };
  const rows = await foundLately(held.db, "handoff", week, wanted);
  expect(rows.map(({ externalId, rule, text }) => [externalId, rule, text])).toEqual([
    ["twice", "R1.reference", "My refund"],
    ["twice", "R1.reference", "Again!"],
    ["unsure", "R1.reference", "Again!"],
  ]);
  expect(await foundLately(held.db, "handoff", week, { ...wanted, longer: [], limit: 2 })).toHaveLength(2);
});
