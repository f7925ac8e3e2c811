import { expect, test } from "vitest";
import { loadPending, saveAssessments, saveFailure } from "#db/assessments.ts";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { assess } from "#lib/conversation/assess.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { conversationId } from "#lib/import/ids.ts";
import { parseRecord } from "#lib/import/record.ts";
import { utcHours } from "#lib/testing/build.ts";
import { NO_SORTING, sortAssessed } from "#lib/topics/sorting.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");
const at = (day: number, minute: number) => new Date(Date.UTC(2026, 8, day, 9, minute)).toISOString();

/** A customer asks, the AI answers, hands over, a person answers and closes. */
const record = (id: string, customer: string, day: number, more: object = {}) => ({
  id,
  source: "desk",
  channel: "web_chat",
  revision: 1,
  created_at: at(day, 0),
  customer: { id: customer },
  participants: [{ id: "bot", kind: "ai" }],
  messages: [
    { id: "1", at: at(day, 0), author: { kind: "customer", id: customer }, text: "My refund has not arrived" },
    { id: "2", at: at(day, 1), author: { kind: "ai", id: "bot" }, text: "Refunds take five days." },
    { id: "3", at: at(day, 5), author: { kind: "human", id: "ana" }, text: "Hello, I am looking" },
  ],
  handoffs: [{ id: `h-${id}`, at: at(day, 3), from: "bot", trigger: "no_kb_result" }],
  events: [{ at: at(day, 30), type: "closed", actor: "ana" }],
  ...more,
});

const send = async (...records: object[]) => {
  const items = records.map((one) => {
    const parsed = parseRecord({ format: "handoff-import/1", ...one }, { now, zone: "UTC", defaultSource: "desk" });
    if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
    const payload = JSON.stringify(one);
    return { conversation: parsed.conversation, payload, eventId: parsed.conversation.externalId };
  });
  await savePage(held.db, { source: { key: "desk", kind: "import" }, items, now });
};

const assessed = async (id: string) => {
  await assessPending(held.db, { now });
  return held.db.$client<{ resolution: string; handoffs: number; ratings: number }[]>`
    select resolution, executed_handoffs as handoffs,
      (select count(*)::int from ratings r where r.conversation_id = e.conversation_id) as ratings
    from episodes e where conversation_id = ${conversationId("desk", id)} order by episode`;
};

test("one who comes again weeks after the conversation began changes the verdict on its last episode", async () => {
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now });
  const again = record("long", "u-1", 1);
  again.messages.push({ id: "4", at: at(19, 0), author: { kind: "customer", id: "u-1" }, text: "It is back" });
  again.messages.push({ id: "5", at: at(19, 2), author: { kind: "human", id: "ana" }, text: "I am looking again" });
  again.events.push({ at: at(19, 30), type: "closed", actor: "ana" });
  await send(again);
  expect(await assessed("long")).toMatchObject([{ resolution: "resolved" }, { resolution: "resolved" }]);
  await send(record("next", "u-1", 21));
  expect(await assessed("long")).toMatchObject([{ resolution: "resolved" }, { resolution: "reopened" }]);
});

test("a test, and a conversation in which only we spoke, are no contact of the customer", async () => {
  const [, ours] = record("ours", "u-2", 3).messages;
  const notice = record("ours", "u-2", 3, { messages: [ours], handoffs: [], flags: ["proactive"] });
  await send(record("asked", "u-2", 1), notice, record("test", "u-2", 3, { flags: ["test"] }));
  expect(await assessed("asked")).toMatchObject([{ resolution: "resolved" }]);
});

test("a contact that turns out to be another customer's is taken back", async () => {
  await send(record("mine", "u-3", 1), record("yours", "u-3", 3));
  expect(await assessed("mine")).toMatchObject([{ resolution: "reopened" }]);
  await send(record("yours", "u-4", 3, { revision: 2 }));
  expect(await assessed("mine")).toMatchObject([{ resolution: "resolved" }]);
});

const rated = (id: string, minute: number) => ({ csat: [{ id: "r", score: 5, at: at(1, minute) }], id });

test("what was merged at second hand counts with the last survivor, and undoing a merge takes it back", async () => {
  await send(
    record("a", "u-5", 1, { ...rated("a", 31), merged_into: "b" }),
    record("b", "u-5", 1, { ...rated("b", 32), merged_into: "c" }),
    record("c", "u-5", 1, rated("c", 33)),
  );
  expect(await assessed("c")).toMatchObject([{ ratings: 3 }]);
  await send(record("a", "u-5", 1, { ...rated("a", 31), revision: 2 }));
  expect(await assessed("c")).toMatchObject([{ ratings: 2 }]);
});

test("an assessment made before a neighbour arrived is not stored over the news", async () => {
  const id = conversationId("desk", "slow");
  await send(record("slow", "u-6", 1));
  const [pending] = await loadPending(held.db, [id]);
  if (!pending) throw new Error("nothing pending");
  await send(record("quick", "u-6", 3));
  const history = { contacts: pending.contacts, cannedReplies: new Set<string>() };
  const assessment = assess(pending.conversation, history, { now, calendarOf: utcHours });
  const finished = [{ ...pending, assessment, sorted: sortAssessed(pending, assessment, NO_SORTING) }];
  const versions = { assessedWith: "old", hoursRevision: 0, topicsRevision: 0, now };
  expect(await saveAssessments(held.db, finished, versions)).toBe(0);
  expect(await assessed("slow")).toMatchObject([{ resolution: "reopened" }]);
});

test("a failure with what has been replaced since does not keep the new revision from being assessed", async () => {
  await send(record("bad", "u-7", 1));
  const [pending] = await loadPending(held.db, [conversationId("desk", "bad")]);
  if (!pending) throw new Error("nothing pending");
  await send(record("bad", "u-7", 1, { revision: 2 }));
  await saveFailure(held.db, pending, "cannot", ASSESSED_WITH);
  expect(await assessed("bad")).toMatchObject([{ resolution: "resolved" }]);
});

const triggersOf = async (id: string): Promise<string[]> => {
  await assessPending(held.db, { now });
  const rows = await held.db.$client<{ label: string }[]>`select label from findings
    where conversation_id = ${conversationId("desk", id)} and scanner = 'escalation_trigger'`;
  return rows.map(({ label }) => label);
};

test("the third contact about the same in thirty days is known as that, also when an earlier one arrives later", async () => {
  const about = (topic: string) => ({ topic });
  await send(record("1st", "u-8", 1, about("refunds")), record("3rd", "u-8", 12, about("refunds")));
  await send(record("other", "u-8", 5, about("login")));
  expect(await triggersOf("3rd")).not.toContain("third_contact");
  await send(record("2nd", "u-8", 6, about("refunds")));
  expect(await triggersOf("3rd")).toContain("third_contact");
  expect(await triggersOf("2nd")).not.toContain("third_contact");
  await send(record("2nd", "u-8", 6, { ...about("login"), revision: 2 }));
  expect(await triggersOf("3rd")).not.toContain("third_contact");
});
