import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { failingDb, isKill } from "#db/testing/failpoints.ts";
import { openCandidates } from "#db/topics/candidates.ts";
import { sortInto, unsort } from "#db/topics/examples.ts";
import { leftToSort, saveSorted } from "#db/topics/models.ts";
import { refreshingOf } from "#db/topics/refreshing.ts";
import { changeTopics } from "#db/topics/taxonomy.ts";
import { parseRecord } from "#lib/import/record.ts";
import { assessPending } from "./assess.ts";
import { refreshDueTopics, refreshTopics } from "./topics.ts";

const held = testDb();
const NOW = new Date("2026-11-20T12:00:00Z");
const by = { byId: null, now: NOW };
const START = Date.parse("2026-11-02T08:00:00Z");
const HOUR_MS = 3_600_000;

const WORDS = [
  "today",
  "again",
  "since monday",
  "on my phone",
  "at home",
  "for my sister",
  "this week",
  "for the club",
];
const REFUND = [
  "where is my refund",
  "i want my money back",
  "the refund has not come",
  "when do you refund the money",
];
const LOGIN = ["i cannot log in", "the password is not accepted", "login fails with my password", "my login is locked"];
const AUDIO = ["the audiobook stops playing", "audiobook chapters are missing", "the audiobook plays without sound"];

const VOUCHER = ["the gift voucher code is refused", "my voucher shows no value", "which shop takes the gift voucher"];

/** So many different texts of a theme. */
const texts = (said: readonly string[], n: number): string[] =>
  Array.from(
    { length: n },
    (_, i) => `${said[i % said.length]} ${WORDS[i % WORDS.length]} ${WORDS[(i * 3 + 1) % WORDS.length]}`,
  );

/** Each an hour after the one before, unless they are a flood. */
const store = async (prefix: string, all: readonly string[], everyMs = HOUR_MS): Promise<string[]> => {
  const items = all.map((text, i) => {
    const at = (seconds: number) => new Date(START + i * everyMs + seconds * 1000).toISOString();
    const json = {
      ...{ format: "handoff-import/1", id: `${prefix}-${i}`, revision: "1", channel: "web_chat", language: "en" },
      created_at: at(0),
      participants: [
        { id: "u", kind: "customer" },
        { id: "b", kind: "ai" },
        { id: "a", kind: "human" },
      ],
      messages: [
        { id: "1", author: { id: "u", kind: "customer" }, at: at(0), text },
        { id: "2", author: { id: "b", kind: "ai" }, at: at(5), text: "Let me see." },
        { id: "3", author: { id: "a", kind: "human" }, at: at(200), text: "I have a look." },
      ],
      handoffs: [{ id: "h", at: at(60), from: "b", trigger: "low_confidence" }],
    };
    const parsed = parseRecord(json, { now: NOW, zone: "UTC", defaultSource: "desk" });
    if (!parsed.ok) throw new Error(parsed.reason);
    return { conversation: parsed.conversation, payload: JSON.stringify(json), eventId: json.id };
  });
  await savePage(held.db, { source: { key: "desk", kind: "import" }, items, now: NOW });
  return items.map(({ conversation }) => conversation.id);
};

const topics = async (): Promise<Record<string, Record<string, number>>> => {
  const rows = await held.db.$client<{ prefix: string; topic: string | null; n: number }[]>`
    select split_part(c.external_id, '-', 1) as prefix, coalesce(h.topic, 'none') as topic, count(*)::int as n
    from conversations c join handoffs h using (conversation_id) group by 1, 2 order by 1, 2`;
  const of = Map.groupBy(rows, ({ prefix }) => prefix);
  return Object.fromEntries(
    [...of].map(([prefix, all]) => [prefix, Object.fromEntries(all.map((r) => [r.topic, r.n]))]),
  );
};

/** Everything as it was before the first night. */
const forget = async (): Promise<void> => {
  await held.db.$client`truncate topic_models, topic_candidates`;
  await held.db
    .$client`update topic_texts set model_id = null, topic_id = null, candidate_id = null, is_outage = false`;
  await held.db.$client`update assessments set assessed_with = null`;
  await assessPending(held.db, { now: NOW });
};

const night = async (): Promise<Record<string, number>> => {
  const done = await refreshTopics(held.db, { now: NOW });
  await assessPending(held.db, { now: NOW });
  return done;
};

beforeAll(async () => {
  const [refund, login] = [await store("refund", texts(REFUND, 60)), await store("login", texts(LOGIN, 60))];
  await store("audio", texts(AUDIO, 24));
  await store(
    "flood",
    Array.from({ length: 50 }, () => "the whole site is down with error 502"),
    20_000,
  );
  await store("little", ["", "hi", "?", "ok", "hello"]);
  await store("other", ["wo bleibt mein paket", "où est mon colis", "dónde está mi paquete", "dov'è il mio pacco"]);
  await assessPending(held.db, { now: NOW });
  for (const [name, ids] of [
    ["Refunds", refund],
    ["Login", login],
  ] as const) {
    const { made, taxonomy } = await changeTopics(held.db, { is: "add", name }, { ...by, seen: 99 });
    expect(taxonomy.version).toBeGreaterThan(0);
    await sortInto(held.db, ids.slice(0, 30), made[0] ?? 0, by);
  }
  await assessPending(held.db, { now: NOW });
});

test("what people sorted is learnt, the rest is sorted where that is sure, and what is left is proposed", async () => {
  const done = await night();
  expect(done).toMatchObject({ trained: 1, outages: 50 });
  const counted = await topics();
  expect(counted["refund"]?.["Refunds"]).toBeGreaterThan(54);
  expect(counted["login"]?.["Login"]).toBeGreaterThan(54);
  expect([counted["flood"], counted["audio"]]).toEqual([{ none: 50 }, { none: 24 }]);
  expect(counted["little"]).toEqual({ none: 5 });
  const candidates = await openCandidates(held.db, NOW);
  expect(candidates.map(({ words }) => words.join(" ")).join()).toContain("audiobook");
  expect(candidates.flatMap(({ typical }) => typical).map(({ text }) => text)).not.toContain("the whole site is down");
  expect(await leftToSort(held.db)).toBe(0);
});

test("what a person or a mapped word sorts is not counted anew when the classifier thinks otherwise of it", async () => {
  const rows = await held.db.$client<{ id: string; isExample: boolean }[]>`
    select t.conversation_id as id, e.topic_id is not null as "isExample" from topic_texts t
    left join topic_examples e using (conversation_id) join conversations c using (conversation_id)
    where c.external_id like 'refund-%' and t.topic_id = 1`;
  const [hand, other] = [rows.find(({ isExample }) => isExample), rows.find(({ isExample }) => !isExample)];
  const sorted = [hand?.id ?? "", other?.id ?? ""].map((conversationId) => ({
    ...{ conversationId, topicId: 2, confidence: 0.99 },
  }));
  const another = { id: "00000000-0000-7000-8000-000000000001" };
  expect(await saveSorted(held.db, another, sorted)).toBe(1);
  const [pending] = await held.db.$client<{ id: string }[]>`
    select conversation_id as id from assessments where assessed_with is null`;
  expect(pending?.id).toBe(other?.id);
  await forget();
  await night();
});

describe("another night", () => {
  /** When groups were last made. */
  const lastMade = async (): Promise<Date | undefined> => {
    const [row] = await held.db.$client<{ at: Date }[]>`select max(last_seen_at) as at from topic_candidates`;
    return row?.at;
  };
  const LONG_AGO = new Date("2026-11-01T00:00:00Z");

  beforeEach(async () => {
    await night();
    await held.db.$client`update topic_candidates set last_seen_at = ${LONG_AGO}`;
  });

  test("without news trains nothing, moves nothing, makes no groups anew and keeps the candidates", async () => {
    const before = await openCandidates(held.db, NOW);
    const done = await night();
    expect(done).toMatchObject({ trained: 0, sorted: 0, moved: 0, outages: 50, candidates: before.length });
    expect(await openCandidates(held.db, NOW)).toEqual(before);
    expect(await lastMade()).toEqual(LONG_AGO);
  });

  test("in which something else was said looks at all of it again, and keeps what was learnt where that holds", async () => {
    await store("news", ["my gift card is empty since monday"]);
    await assessPending(held.db, { now: NOW });
    expect(await night()).toMatchObject({ trained: 0, moved: 0, outages: 50 });
    expect(await lastMade()).toEqual(NOW);
  });

  test("in which something has come that is taken for a topic it is not learns that it is another", async () => {
    await store("vouchers", texts(VOUCHER, 48));
    await assessPending(held.db, { now: NOW });
    // As a classifier counts them that knew of nothing like it.
    await held.db.$client`update topic_texts t set topic_id = 1, confidence = 0.9 from conversations c
      where c.conversation_id = t.conversation_id and c.external_id like 'vouchers-%'`;
    await held.db.$client`update episodes e set topic = 'Refunds' from conversations c
      where c.conversation_id = e.conversation_id and c.external_id like 'vouchers-%'`;
    expect(await night()).toMatchObject({ trained: 1, outages: 50 });
    expect((await topics())["vouchers"]).toEqual({ none: 48 });
    // They are counted nowhere once they are assessed again.
    await night();
    expect((await openCandidates(held.db, NOW)).map(({ words }) => words.join(" ")).join()).toContain("voucher");
  });

  test("before which marks and groups were lost finds them again", async () => {
    await held.db.$client`update topic_texts set is_outage = false, candidate_id = null`;
    expect(await openCandidates(held.db, NOW)).toEqual([]);
    expect(await night()).toMatchObject({ outages: 50 });
    expect((await openCandidates(held.db, NOW)).length).toBeGreaterThan(0);
  });
});

test("what is due is all of it once a night, and learning when somebody said something since", async () => {
  await held.db.$client`truncate job_runs`;
  const due = () => refreshDueTopics(held.db, { now: NOW, zone: "UTC" });
  expect(await due()).toHaveProperty("candidates");
  expect(await due()).toEqual({});
  const [one] = await held.db.$client<{ id: string; topicId: number }[]>`
    select conversation_id as id, topic_id as "topicId" from topic_examples order by 1 limit 1`;
  await unsort(held.db, [one?.id ?? ""]);
  const learnt = await due();
  expect(learnt).toMatchObject({ trained: 1 });
  expect(learnt).not.toHaveProperty("candidates");
  await sortInto(held.db, [one?.id ?? ""], one?.topicId ?? 0, by);
  expect(await due()).toMatchObject({ trained: 1 });
  await assessPending(held.db, { now: NOW });
});

test("one that is told to stop says how far it was, and the next goes on from there", async () => {
  await forget();
  const stopping = new AbortController();
  const clock = () => {
    stopping.abort();
    return NOW;
  };
  await refreshTopics(held.db, { now: NOW, signal: stopping.signal, clock });
  expect(await refreshingOf(held.db)).toMatchObject({ step: "learn", startedAt: NOW });
  expect(await night()).toMatchObject({ trained: 1 });
  expect(await refreshingOf(held.db)).toBeNull();
});

describe("killed at any statement", () => {
  test("the next night ends where one that nobody killed does", async () => {
    await forget();
    const counter = failingDb(held.db, Number.POSITIVE_INFINITY);
    await refreshTopics(counter.db, { now: NOW });
    await assessPending(held.db, { now: NOW });
    const expected = await topics();
    const proposed = (await openCandidates(held.db, NOW)).map(({ words, size }) => ({ words, size }));
    for (let at = 1; at <= counter.steps(); at += 7) {
      await forget();
      const killed = refreshTopics(failingDb(held.db, at).db, { now: NOW });
      await expect(killed.catch((error: unknown) => isKill(error))).resolves.toBe(true);
      await night();
      expect(await refreshingOf(held.db)).toBeNull();
      expect(await topics(), `killed at ${at}`).toEqual(expected);
      const open = await openCandidates(held.db, NOW);
      expect(open.map(({ words, size }) => ({ words, size }))).toEqual(proposed);
    }
  });
});
