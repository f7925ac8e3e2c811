import { beforeAll, expect, test } from "vitest";
import { articleCollections, currentArticles } from "#db/articles.ts";
import { testDb } from "#db/testing/db.ts";
import { ensurePersonas } from "#db/users.ts";
import { createWorkspace, startWithOwnData } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { confirmTopics, produceDemo } from "#jobs/demo.ts";
import { reportTopics } from "#jobs/topic-reports.ts";
import { DEMO_NAME, DEMO_SEED, DEMO_ZONE, demoCalendar, PLANTED, storyAt } from "#lib/demo/story.ts";
import type { TopicReport } from "#lib/topics/report.ts";
import { HELP_CENTRE } from "./connectors/demo/articles.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");
const weeks = 1;

beforeAll(async () => {
  const calendar = demoCalendar(storyAt(DEMO_SEED, now));
  await createWorkspace(held.db, { name: DEMO_NAME, zone: DEMO_ZONE, mode: "demo", calendar, now });
  await ensurePersonas(held.db, now);
  await produceDemo(held.db, { now, weeks });
  expect(await confirmTopics(held.db, { now, weeks })).toBe(true);
  await assessPending(held.db, { now });
  await reportTopics(held.db, { now });
}, 240_000);

test("what stands between the AI and an answer is told of each topic as it was planted", async () => {
  const rows = await held.db.$client<{ topic: string; report: TopicReport }[]>`
    select t.name as topic, r.report from topic_reports r join topics t on t.id = r.topic_id`;
  const { unhelpful, unfound, missing } = PLANTED.articles;
  const planted = new Map<string, string>([
    [unhelpful.topic, "not_helped"],
    [unfound.topic, "not_found"],
    ...missing.map((topic): [string, string] => [topic, "no_article"]),
  ]);
  expect(rows).toHaveLength(10);
  for (const { topic, report } of rows)
    expect([topic, report.diagnosis.main]).toEqual([topic, planted.get(topic) ?? null]);
  const articlesOf = (topic: string) => rows.find((row) => row.topic === topic)?.report.articles ?? [];
  const [unread] = articlesOf(unfound.topic);
  expect(unread).toMatchObject({ title: "No mail comes for a new password", cited: 0 });
  expect(unread?.answered).toBeGreaterThan(30);
  expect(articlesOf(unhelpful.topic).slice(0, 2)).toMatchObject([
    { title: "When a payment does not go through", answered: 0 },
    { title: "Invoices and VAT", answered: 0 },
  ]);
  expect(articlesOf("gift_cards").filter(({ cited, answered }) => cited + answered > 0)).toEqual([]);
});

test("the help centre is there with the topics, once, and the board names the article that was published", async () => {
  expect(await confirmTopics(held.db, { now, weeks })).toBe(false);
  const [collection, ...others] = await articleCollections(held.db);
  expect(others).toEqual([]);
  expect(collection).toMatchObject({ name: "Help centre", origin: "demo", current: HELP_CENTRE.length, removed: 0 });
  const board = await held.db.$client`
    select t.name as topic, a.external_id as article, a.url, g.published_on::text as "publishedOn",
      to_char(a.published_at at time zone ${DEMO_ZONE}, 'YYYY-MM-DD') as "articleOn"
    from gaps g join topics t on t.id = g.topic_id join articles a on a.id = g.article_id`;
  expect(board).toEqual([
    {
      ...{ topic: "refunds", article: "kb-120", url: "https://help.marlow-books.example/articles/kb-120" },
      ...{ publishedOn: "2026-10-05", articleOn: "2026-10-05" },
    },
  ]);
});

test("the help centre goes with the demo", async () => {
  await startWithOwnData(held.db, { now });
  expect(await articleCollections(held.db)).toEqual([]);
  expect((await currentArticles(held.db, { search: "", most: 5 })).total).toBe(0);
});
