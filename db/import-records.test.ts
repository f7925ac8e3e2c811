import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { Refusal } from "#db/import-runs.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { linesOf } from "#lib/import/lines.ts";
import { jsonRecords } from "#lib/import/records.ts";
import { importRecords } from "./import-records.ts";

const held = testDb();
const now = new Date("2026-03-20T12:00:00Z");
const context = { now, zone: "UTC", defaultSource: "test" };
const TABLES =
  "conversations, assessments, messages, raw_payloads, data_defects, sources, episodes, handoffs, ratings, findings";
beforeEach(async () => {
  await held.db.$client.unsafe(`truncate ${TABLES}`);
});

const said = (kind: string, minute: number, more: object = {}) => ({
  id: `m${minute}`,
  at: new Date(Date.UTC(2026, 2, 10, 10, minute)).toISOString(),
  author: { kind, id: kind },
  text: "Hi",
  ...more,
});
const record = (id: unknown, more: object = {}) => ({
  id,
  created_at: "2026-03-10T10:00:00Z",
  messages: [said("customer", 0), said("ai", 1), said("human", 9)],
  ...more,
});

const take = async (...lines: string[]) => {
  const refusals: Refusal[] = [];
  let batches = 0;
  const input = (async function* () {
    for (const line of lines) yield Buffer.from(`${line}\n`);
  })();
  const counts = await importRecords(held.db, jsonRecords(linesOf(input), "test.jsonl"), {
    kind: "import",
    context,
    isDryRun: false,
    onBatch: async (_counts, refused) => {
      refusals.push(...refused);
      batches += 1;
    },
  });
  return { counts, refusals, batches };
};

const at = "2026-03-10T10:05:00Z";
const levels = (n: number) => JSON.parse(`${"[".repeat(n)}${"]".repeat(n)}`) as unknown;
const raw = (more: object, key: string, json: string) =>
  JSON.stringify(record("bad", { ...more, [key]: "@@" })).replace('"@@"', () => json);
const deep = "[".repeat(100_000) + "]".repeat(100_000);
/** Every character another, so that PostgreSQL cannot pack it into an index after all. */
const long = Array.from({ length: 10_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join("");
const odd = "a\u0000b\ud800";
const hostile = { toString: 1, valueOf: 1, toJSON: 1 };

describe("a record with unhappy values is taken, and its neighbours with it", () => {
  test.each<[string, string]>([
    ["an id of 10 kB", JSON.stringify(record(long))],
    [
      "10 kB in every other id",
      JSON.stringify(
        record("bad", {
          ...{ source: long, revision: long, merged_into: long, customer: { id: long } },
          messages: [said("ai", 0, { id: long, author: { kind: "ai", id: long } }), said("human", 1)],
          handoffs: [{ id: long, at, from: long, accepted_by: long, context: { attempted: [long] } }],
          events: [{ id: long, at, type: "closed", actor: long }],
          surveys: [{ id: long, sent_at: at }],
          csat: [{ id: long, survey_id: long, at, score: 3, about: { id: long } }],
        }),
      ),
    ],
    [
      "NUL and half a surrogate pair in every text, key, id and enum",
      JSON.stringify({
        ...record(odd),
        ...{ source: odd, revision: odd, url: odd, channel: odd, language: odd, subject: odd, topic: odd, brand: odd },
        ...{ status: odd, tags: [odd], flags: [odd], merged_into: odd, [odd]: { [odd]: [odd] } },
        customer: { id: odd, name: odd, plan: odd, attributes: { [odd]: odd } },
        participants: [{ id: odd, kind: odd, name: odd, team: odd }],
        messages: [
          {
            ...{ id: odd, at, author: { kind: "ai", id: odd, name: odd, team: odd }, visibility: odd, kind: odd },
            ...{ text: odd, html: `<p>${odd}&#0;&#xD800;</p>` },
            ai: { confidence: odd, retrieval: [{ id: odd, title: odd, url: odd, score: odd }] },
          },
        ],
        handoffs: [
          {
            ...{ id: odd, at, provenance: odd, from: odd, trigger: odd, reason: odd, to_team: odd, accepted_by: odd },
            context: { summary: odd, attempted: [odd], suggested_next_steps: [odd] },
          },
        ],
        events: [{ id: odd, at, type: odd, actor: odd, data: { [odd]: [odd] } }],
        surveys: [{ id: odd, sent_at: at, about: odd }],
        csat: [{ id: odd, survey_id: odd, score: 3, at, comment: odd, leg: odd, about: { kind: odd, id: odd } }],
      }),
    ],
    [
      "numbers that no column holds",
      raw(
        { handoffs: [{ at, queue_position: 1e300, promised_wait_s: -1e300 }] },
        "csat",
        `[{"score":1e400,"scale":[1,1e400],"at":"${at}"}]`,
      ),
    ],
    ["a queue longer than an integer", JSON.stringify(record("bad", { handoffs: [{ at, queue_position: 3e9 }] }))],
    [
      "times far outside",
      raw(
        {
          handoffs: [
            { at: -5e20, accepted_at: 1e18 },
            { at, accepted_at: -1 },
          ],
        },
        "updated_at",
        "1e400",
      ),
    ],
    ["an unknown key of 100000 levels", raw({}, "mood", deep)],
    ["a known key of 100000 levels", raw({ revision: 1 }, "subject", deep)],
    ["free fields of 5000 levels", JSON.stringify(record("bad", { mood: levels(4000), revision: "1" }))],
    ["long numbers beside many levels", raw({ n: 1 }, "mood", `[12345678901234567890,${deep}]`)],
    [
      "HTML of 100000 levels",
      JSON.stringify(record("bad", { messages: [said("ai", 0, { html: "<div>".repeat(100_000) })] })),
    ],
    [
      "a hundred thousand tags that never close",
      JSON.stringify(record("bad", { messages: [said("ai", 0, { text: "<p".repeat(100_000) })] })),
    ],
    [
      "objects that cannot become text",
      JSON.stringify(
        record("bad", {
          messages: [said("ai", 0, { author: { kind: "ai", id: hostile } })],
          source: hostile,
          mood: hostile,
        }),
      ),
    ],
    [
      "keys of the prototype",
      raw({}, "__proto__", '{"__proto__":{"id":1},"constructor":{"prototype":1},"hasOwnProperty":1}'),
    ],
    ["twice the same key", `{"id":"first",${JSON.stringify(record("bad")).slice(1)}`],
    [
      "20000 messages",
      JSON.stringify(record("bad", { messages: Array.from({ length: 20_000 }, (_, i) => said("ai", 0, { id: i })) })),
    ],
    [
      "the wrong kind of value everywhere",
      JSON.stringify({
        ...{ id: "bad", created_at: 1773136800, messages: {}, handoffs: "x", events: 5, surveys: {}, csat: [[]] },
        ...{
          participants: [null],
          customer: [],
          flags: {},
          tags: "x",
          extra: [],
          deleted: "maybe",
          source: {},
          revision: {},
          channel: [],
        },
      }),
    ],
    ["no customer", JSON.stringify(record("bad", { customer: null }))],
  ])("%s", async (_name, line) => {
    const { counts, refusals } = await take(JSON.stringify(record("before")), line, JSON.stringify(record("after")));
    expect(refusals).toEqual([]);
    expect(counts).toEqual({ created: 3, updated: 0, unchanged: 0, refused: 0 });
    expect(await assessPending(held.db, { now })).toEqual({ assessed: 3, failed: 0 });
  });
});

test("ids of any length stay apart and refer to the same things", async () => {
  await take(JSON.stringify(record(`${long}1`)), JSON.stringify(record(`${long}2`)));
  await take(raw({}, "id", "12345678901234567891"), raw({}, "id", "12345678901234567892"), raw({}, "id", "1e21"));
  const rows = await held.db.$client<{ id: string }[]>`select external_id as id from conversations order by 1`;
  expect(rows.map(({ id }) => id).filter((id) => id.length < 30)).toEqual([
    "12345678901234567891",
    "12345678901234567892",
    "1e+21",
  ]);
  expect(rows).toHaveLength(5);
});

test("large records go in by few, so that no batch outgrows the memory", async () => {
  const large = (id: string) => JSON.stringify(record(id, { note: "x".repeat(3 << 20) }));
  expect(await take(large("a"), large("b"), large("c"), large("d"))).toMatchObject({
    batches: 2,
    counts: { created: 4 },
  });
});

test("when the input breaks off, what came before it is in", async () => {
  const input = (async function* () {
    yield Buffer.from(`${JSON.stringify(record("a"))}\n{"id":`);
    throw new Error("unplugged");
  })();
  const options = { kind: "import" as const, context, isDryRun: false, onBatch: async () => {} };
  await expect(importRecords(held.db, jsonRecords(linesOf(input), "x"), options)).rejects.toThrow("unplugged");
  expect((await contentsOf(held.db))["conversations"]).toMatchObject([{ external_id: "a" }]);
});

test("in any order, over any files, records with any kind of revision end in the same contents", async () => {
  const revisions = [
    1,
    9,
    10,
    "2026-03-10T10:00:00+02:00",
    "2026-03-10T09:00:00Z",
    "2026-03-10T09:30:00",
    "v2",
    "7~2",
    "7~10",
    null,
  ];
  const all = ["a", "b"].flatMap((id) =>
    revisions.map((revision, i) =>
      JSON.stringify(record(id, { revision, subject: `${i}`, messages: [said("customer", i)] })),
    ),
  );
  const ends = new Set<string>();
  const order = fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length });
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 20 }), async (lines, size) => {
      await held.db.$client.unsafe(`truncate ${TABLES}`);
      for (let i = 0; i < lines.length; i += size) await take(...lines.slice(i, i + size));
      const { conversations, messages, assessments, data_defects } = await contentsOf(held.db);
      ends.add(JSON.stringify({ conversations, messages, assessments, data_defects }));
    }),
    { numRuns: 15 },
  );
  expect(ends.size).toBe(1);
});
