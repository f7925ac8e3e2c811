import { beforeAll, beforeEach, expect, test } from "vitest";
import { collectionNamed, saveArticles } from "#db/articles.ts";
import { eraseConversations } from "#db/erase.ts";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { failingDb, isKill } from "#db/testing/failpoints.ts";
import { reportNamed, solvedByAi } from "#db/topic-reports.ts";
import { changeTopics } from "#db/topics/taxonomy.ts";
import { sourceId } from "#lib/import/ids.ts";
import { parseRecord } from "#lib/import/record.ts";
import { keptArticle } from "#lib/topics/articles/article.ts";
import type { TopicReport } from "#lib/topics/report.ts";
import { assessPending } from "./assess.ts";
import { reportTopics } from "./topic-reports.ts";

const held = testDb();
const NOW = new Date("2026-11-20T12:00:00Z");
const HOUR_MS = 3_600_000;
const START = Date.parse("2026-11-02T08:00:00Z");

const REFUND = {
  id: "kb-1",
  title: "How long a refund takes",
  body: "We check your return within two working days. Then the refund goes to the card you paid with. Banks need three to five working days to book it.",
  url: "https://help.example/refund-time",
};
const FROM_REFUND =
  "Your return was checked yesterday, so the refund goes to the card you paid with. Banks need three to five working days to book it.";

type Told = {
  topic: string;
  asked: (i: number) => string;
  answer?: string;
  cites?: boolean;
  alone?: boolean;
  n: number;
};

/** Conversations an hour apart: handed over and answered, or solved by the AI alone. */
const store = async ({ topic, asked, answer = "I have a look.", cites = false, alone = false, n }: Told) => {
  const items = Array.from({ length: n }, (_, i) => {
    const at = (seconds: number) => new Date(START + i * HOUR_MS + seconds * 1000).toISOString();
    const retrieval = cites ? [{ id: "doc", title: REFUND.title, url: REFUND.url, score: 0.7 }] : [];
    const json = {
      ...{ format: "handoff-import/1", id: `${topic}-${i}`, revision: "1", channel: "web_chat", language: "en", topic },
      created_at: at(0),
      customer: { id: `u-${topic}-${i}`, name: "Anna Petrova" },
      participants: [
        { id: "u", kind: "customer", name: "Anna Petrova" },
        { id: "b", kind: "ai" },
        { id: "a", kind: "human", name: "Ray" },
      ],
      messages: [
        { id: "1", author: { id: "u", kind: "customer" }, at: at(0), text: asked(i) },
        { id: "2", author: { id: "b", kind: "ai" }, at: at(5), text: "It takes some days.", ai: { retrieval } },
        ...(alone ? [] : [{ id: "3", author: { id: "a", kind: "human" }, at: at(200), text: answer }]),
      ],
      handoffs: alone ? [] : [{ id: "h", at: at(60), from: "b", trigger: "low_confidence" }],
      events: [{ id: "e", at: at(400), type: "resolved" }],
    };
    const parsed = parseRecord(json, { now: NOW, zone: "UTC", defaultSource: "desk" });
    if (!parsed.ok) throw new Error(parsed.reason);
    return { conversation: parsed.conversation, payload: JSON.stringify(json), eventId: json.id };
  });
  await savePage(held.db, { source: { key: "desk", kind: "import" }, items, now: NOW });
};

const TOPICS = ["Audiobooks", "Refunds", "Returns", "Rare"] as const;

beforeAll(async () => {
  const LATELY = ["today", "again", "since monday", "on the phone", "at home"];
  const varied = (text: string) => (i: number) => `${text} ${LATELY[i % 5]} ${LATELY[(i * 2 + 1) % 5]}`;
  await store({ topic: "Audiobooks", asked: varied("The audiobook of Anna Petrova skips chapters"), n: 14 });
  await store({
    topic: "Refunds",
    asked: varied("When does my refund of 14.99 euros come"),
    answer: FROM_REFUND,
    n: 12,
  });
  await store({ topic: "Returns", asked: varied("The refund of my return has not come"), cites: true, n: 12 });
  await store({ topic: "Rare", asked: varied("Can I buy rare prints"), n: 5 });
  await store({ topic: "alone", asked: varied("when does the money arrive"), cites: true, alone: true, n: 6 });
  const { id } = await collectionNamed(held.db, { name: "Help", origin: "csv", now: NOW });
  const keeping = keptArticle({ ...REFUND, language: null, published: null, changedAt: null }, NOW);
  if ("refused" in keeping) throw new Error(keeping.refused);
  await saveArticles(held.db, id, { articles: [keeping.article], unread: [] }, NOW);
  for (const name of TOPICS) await changeTopics(held.db, { is: "add", name }, { seen: 99, byId: null, now: NOW });
  await assessPending(held.db, { now: NOW });
});

beforeEach(() => held.db.$client`truncate topic_reports`);

const reports = async (): Promise<Record<string, TopicReport>> => {
  const rows = await held.db.$client<{ name: string; report: TopicReport }[]>`
    select t.name, r.report from topic_reports r join topics t on t.id = r.topic_id order by t.id`;
  return Object.fromEntries(rows.map(({ name, report }) => [name, report]));
};

test("each diagnosis is told from conversations, and too few tell nothing", async () => {
  expect(await reportTopics(held.db, { now: NOW })).toEqual({ reported: 4, read: 43 });
  const made = await reports();
  const mains = Object.fromEntries(Object.entries(made).map(([name, { diagnosis, n }]) => [name, [diagnosis.main, n]]));
  expect(mains).toEqual({
    Audiobooks: ["no_article", 14],
    Refunds: ["not_found", 12],
    Returns: ["not_helped", 12],
    Rare: [null, 5],
  });
  expect(made["Refunds"]?.articles).toMatchObject([{ title: REFUND.title, url: REFUND.url, cited: 0, answered: 12 }]);
  expect(made["Returns"]?.articles).toMatchObject([{ cited: 12, answered: 0 }]);
  expect(made["Refunds"]?.coverage).toBeGreaterThan(made["Audiobooks"]?.coverage ?? 1);
});

test("questions, the AI's last words and people's answers are there, names and numbers are not", async () => {
  await reportTopics(held.db, { now: NOW });
  const { Audiobooks, Refunds } = await reports();
  expect(Audiobooks?.questions[0]?.text).toMatch(/^the audiobook of … skips chapters /);
  expect(Refunds?.questions.map(({ text }) => text).join()).not.toMatch(/14/);
  expect(Refunds?.aiAnswers).toMatchObject([{ text: "it takes some days.", count: 12 }]);
  expect(Refunds?.humanAnswers).toMatchObject([{ text: FROM_REFUND.toLowerCase(), count: 12 }]);
});

test("a flood is one event and no topic's questions", async () => {
  await held.db.$client`update topic_texts t set is_outage = true from conversations c
    where c.conversation_id = t.conversation_id and c.external_id in ('Rare-0', 'Rare-1')`;
  await reportTopics(held.db, { now: NOW });
  expect((await reports())["Rare"]?.n).toBe(3);
  await held.db.$client`update topic_texts set is_outage = false`;
});

test("what the AI solved alone with an article teaches how it is asked for", async () => {
  const week = { from: new Date(NOW.getTime() - 21 * 24 * HOUR_MS), to: NOW };
  const solved = await solvedByAi(held.db, { ...week, most: 4 });
  expect(solved).toHaveLength(4);
  expect(solved[0]).toMatchObject({
    text: expect.stringMatching(/^when does the money arrive/),
    retrieval: [{ url: REFUND.url }],
  });
  expect(await solvedByAi(held.db, { ...week, to: week.from, most: 4 })).toEqual([]);
});

test("a report of today stays, one of yesterday is made anew", async () => {
  await reportTopics(held.db, { now: NOW });
  expect(await reportTopics(held.db, { now: new Date(NOW.getTime() + 19 * HOUR_MS) })).toMatchObject({ reported: 0 });
  expect(await reportTopics(held.db, { now: new Date(NOW.getTime() + 21 * HOUR_MS) })).toMatchObject({ reported: 4 });
});

test("killed anywhere, it goes on with the topics that are left", async () => {
  await reportTopics(held.db, { now: NOW });
  const expected = await reports();
  const counter = failingDb(held.db, Number.POSITIVE_INFINITY);
  await held.db.$client`truncate topic_reports`;
  await reportTopics(counter.db, { now: NOW });
  let made = 0;
  for (let at = 2; at <= counter.steps(); at += 3) {
    await held.db.$client`truncate topic_reports`;
    await expect(reportTopics(failingDb(held.db, at).db, { now: NOW }).catch(isKill)).resolves.toBe(true);
    made = Object.keys(await reports()).length;
    expect(await reportTopics(held.db, { now: NOW })).toMatchObject({ reported: 4 - made });
    expect(await reports()).toEqual(expected);
  }
  expect(made).toBeGreaterThan(0);
});

test("what is erased is quoted nowhere, and a topic that is merged away has no report", async () => {
  await reportTopics(held.db, { now: NOW });
  const quoted = (await reports())["Rare"]?.questions[0]?.conversationId ?? "";
  const [row] = await held.db.$client<{ id: string }[]>`
    select external_id as id from conversations where conversation_id = ${quoted}`;
  await held.db.$client.begin((sql) =>
    eraseConversations(sql, { key: "desk", id: sourceId("desk") }, [row?.id ?? ""], NOW),
  );
  expect(Object.keys(await reports())).toEqual(["Audiobooks", "Refunds", "Returns"]);
  expect(await reportTopics(held.db, { now: NOW })).toEqual({ reported: 1, read: 4 });
  const ids = await held.db.$client<{ id: number; name: string }[]>`select id, name from topics`;
  const id = (name: string) => ids.find((one) => one.name === name)?.id ?? 0;
  const merge = { is: "merge", id: id("Returns"), into: id("Refunds") } as const;
  await changeTopics(held.db, merge, { seen: 99, byId: null, now: NOW });
  await reportTopics(held.db, { now: NOW });
  expect(Object.keys(await reports())).toEqual(["Audiobooks", "Refunds", "Rare"]);
});

test("a report is found by any name its topic had", async () => {
  await reportTopics(held.db, { now: NOW });
  const [{ id = 0 } = {}] = await held.db.$client<{ id: number }[]>`select id from topics where name = 'Audiobooks'`;
  await changeTopics(held.db, { is: "name", id, name: "Listening" }, { seen: 99, byId: null, now: NOW });
  expect(await reportNamed(held.db, "audiobooks")).toMatchObject({
    topic: "Listening",
    madeAt: NOW,
    report: { n: 14 },
  });
  expect(await reportNamed(held.db, "nothing")).toBeNull();
});
