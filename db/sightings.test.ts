import { beforeEach, expect, test } from "vitest";
import { sourceId } from "#lib/import/ids.ts";
import { parseRecord } from "#lib/import/record.ts";
import { savePage } from "./save-page.ts";
import { sighted, unlisted } from "./sightings.ts";
import { testDb } from "./testing/db.ts";

const held = testDb();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));
const reading = { sourceId: sourceId("desk"), fromAt: at(0), toAt: at(10), startedAt: at(30) };

beforeEach(async () => {
  await held.db.$client`truncate conversations, assessments, messages, raw_payloads, data_defects, sources, sightings`;
});

/** Stores conversations by the minute in which each began, all seen at `seen`. */
const store = async (key: string, began: Record<string, number>, seen: Date) => {
  const items = Object.entries(began).map(([id, minute]) => {
    const message = { id: "m", at: at(minute).toISOString(), author: { kind: "customer", id: "u" }, text: "Hello" };
    const record = { id, source: key, revision: 1, created_at: at(minute).toISOString(), messages: [message] };
    const parsed = parseRecord(record, { now: at(60), zone: "UTC", defaultSource: key });
    if (!parsed.ok) throw new Error(parsed.reason);
    return { conversation: parsed.conversation, payload: JSON.stringify(record), eventId: id };
  });
  const also = [sighted({ key }, Object.keys(began), seen)];
  await held.db
    .$client`insert into sources (id, key, kind, created_at) values (${sourceId(key)}, ${key}, 'chatwoot', ${at(0)})`;
  await savePage(held.db, { source: { key, kind: "chatwoot" }, items, also, isFetched: true, now: seen });
};

const see = (ids: string[], seen: Date) => held.db.$client.begin(sighted({ key: "desk" }, ids, seen));

test("what began in the stretch and was not seen since the reading began, oldest first and no more than asked for", async () => {
  await store("desk", { late: 10, last: 9, first: 0, early: -1, middle: 5 }, at(20));
  await store("till", { other: 5 }, at(20));
  expect(await unlisted(held.db, reading, 9)).toEqual(["first", "middle", "last"]);
  expect(await unlisted(held.db, reading, 2)).toEqual(["first", "middle"]);
  await see(["middle"], at(30));
  expect(await unlisted(held.db, reading, 9)).toEqual(["first", "last"]);
});

test("a sighting that is told late does not undo a newer one", async () => {
  await store("desk", { a: 1 }, at(20));
  await see(["a"], at(31));
  await see(["a"], at(21));
  expect(await unlisted(held.db, reading, 9)).toEqual([]);
});

test("what is deleted leaves no sighting, nor does what is not stored, or comes in while its source is elsewhere", async () => {
  await store("desk", { a: 1, b: 2 }, at(20));
  const source = { key: "desk", kind: "chatwoot" };
  await savePage(held.db, { source, items: [], gone: ["a"], isFetched: true, now: at(21) });
  await see(["a", "never"], at(22));
  expect(await unlisted(held.db, reading, 9)).toEqual(["b"]);
  await held.db.$client`update sources set state = 'checking'`;
  await see(["b"], at(31));
  expect(await unlisted(held.db, reading, 9)).toEqual(["b"]);
  expect(await held.db.$client`select from sightings`).toHaveLength(1);
});
