import { beforeEach, expect, test } from "vitest";
import { dossier } from "#db/conversation.ts";
import { testDb } from "#db/testing/db.ts";
import { addUser } from "#db/users.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseRecord } from "#lib/import/record.ts";
import { eraseConversations } from "./erase.ts";
import { type FindingKey, reviewFinding, reviewsByRule, reviewsOf } from "./reviews.ts";
import { savePage } from "./save-page.ts";

const held = testDb();
const NOW = new Date("2026-11-20T12:00:00Z");
const LATER = new Date("2026-11-20T12:05:00Z");

const KINDS: Record<string, string> = { u: "customer", b: "ai", a: "human" };
const said = (id: string, author: string, at: string, text: string) => ({
  id,
  author: { id: author, kind: KINDS[author] },
  at: `2026-11-10T${at}Z`,
  text,
});
const record = (revision: string, last: string) => ({
  format: "handoff-import/1",
  id: "c-1",
  revision,
  channel: "web_chat",
  language: "en",
  created_at: "2026-11-10T10:00:00Z",
  participants: [
    { id: "u", kind: "customer" },
    { id: "b", kind: "ai" },
    { id: "a", kind: "human" },
  ],
  messages: [
    said("1", "u", "10:00:00", "My parcel is late"),
    said("2", "b", "10:00:05", "Parcels take three days."),
    said("3", "a", "10:03:00", "Which parcel is it?"),
    said("4", "u", "10:04:00", last),
  ],
  handoffs: [{ id: "h", at: "2026-11-10T10:01:00Z", from: "b", trigger: "low_confidence" }],
});

const REPEATS = "As I already told the bot, it is number 4471.";

const store = async (revision: string, last = REPEATS) => {
  const json = record(revision, last);
  const parsed = parseRecord(json, { now: NOW, zone: "UTC", defaultSource: "desk" });
  if (!parsed.ok) throw new Error(parsed.reason);
  const item = { conversation: parsed.conversation, payload: JSON.stringify(json), eventId: "c-1" };
  await savePage(held.db, { source: { key: "desk", kind: "import" }, items: [item], now: NOW });
  await assessPending(held.db, { now: LATER });
  return parsed.conversation.id;
};

const R1 = { messageId: "4", scanner: "context_repetition", label: "rep_reference" };

const found = async (id: string) => {
  const { findings = [], episodes = [] } = (await dossier(held.db, id)) ?? {};
  const finding = findings.find(({ messageId, scanner }) => messageId === R1.messageId && scanner === R1.scanner);
  return { finding, repeats: episodes[0]?.hasExplicitRepetition };
};

const keyOf = async (id: string): Promise<FindingKey> => {
  const { finding } = await found(id);
  if (!finding) throw new Error("nothing was found");
  return { conversationId: id, ...R1, rule: finding.rule, start: finding.start };
};

let reviewerId = "";
beforeEach(async () => {
  await held.db.$client`truncate reviews, users, conversations, assessments, messages, raw_payloads, sources, episodes,
    handoffs, ratings, findings, data_defects`;
  reviewerId = await addUser(held.db, {
    email: "m@example.com",
    name: "Mara",
    role: "manager",
    passwordHash: "x",
    now: NOW,
  });
});

test("what is dismissed no longer counts, and counts again when that is taken back", async () => {
  const id = await store("1");
  expect(await found(id)).toMatchObject({ repeats: true });
  const key = await keyOf(id);
  await reviewFinding(held.db, key, { verdict: "dismissed", reviewerId, now: LATER });
  await assessPending(held.db, { now: LATER });
  expect(await found(id)).toMatchObject({ repeats: false, finding: { confidence: 0 } });
  expect((await reviewsOf(held.db, [id])).get(id)).toMatchObject([
    { verdict: "dismissed", by: "Mara", rule: key.rule },
  ]);
  await reviewFinding(held.db, key, { verdict: null, reviewerId, now: LATER });
  await assessPending(held.db, { now: LATER });
  expect(await found(id)).toMatchObject({ repeats: true });
});

test("a verdict outlives a new revision and a new assessment, as long as the words are the same", async () => {
  const id = await store("1");
  await reviewFinding(held.db, await keyOf(id), { verdict: "dismissed", reviewerId, now: LATER });
  await store("2", "Hello? As I already told the bot, it is number 4471.");
  expect(await found(id)).toMatchObject({ repeats: false });
  await store("3", "I have told you this three times now.");
  expect(await found(id)).toMatchObject({ repeats: true });
});

test("a second verdict replaces the first and keeps what the rule itself had said", async () => {
  const id = await store("1");
  const key = await keyOf(id);
  const before = (await found(id)).finding?.confidence;
  await reviewFinding(held.db, key, { verdict: "dismissed", reviewerId, now: NOW });
  await assessPending(held.db, { now: LATER });
  await reviewFinding(held.db, key, { verdict: "confirmed", reviewerId, now: LATER });
  expect((await reviewsOf(held.db, [id])).get(id)).toMatchObject([{ verdict: "confirmed", confidence: before }]);
  expect(await reviewsByRule(held.db)).toEqual([
    { scanner: R1.scanner, label: R1.label, rule: key.rule, confirmed: 1, dismissed: 0 },
  ]);
});

test("a finding that is gone cannot be judged, and what is erased leaves no verdict", async () => {
  const id = await store("1");
  const key = await keyOf(id);
  await expect(
    reviewFinding(held.db, { ...key, start: 99 }, { verdict: "confirmed", reviewerId, now: LATER }),
  ).rejects.toThrow("no longer there");
  await reviewFinding(held.db, key, { verdict: "confirmed", reviewerId, now: LATER });
  const [source] = await held.db.$client<{ id: string; key: string }[]>`select id, key from sources`;
  if (!source) throw new Error("no source");
  await held.db.$client.begin((sql) => eraseConversations(sql, source, ["c-1"], LATER));
  expect((await reviewsOf(held.db, [id])).size).toBe(0);
});
