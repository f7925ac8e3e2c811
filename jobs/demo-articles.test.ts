import { beforeAll, expect, test } from "vitest";
import { articleCollections } from "#db/articles.ts";
import { testDb } from "#db/testing/db.ts";
import { ensurePersonas } from "#db/users.ts";
import { createWorkspace, startWithOwnData } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { confirmTopics, produceDemo } from "#jobs/demo.ts";
import { reportTopics } from "#jobs/topic-reports.ts";
import { DEMO_NAME, DEMO_SEED, DEMO_ZONE, demoCalendar, PLANTED, storyAt } from "#lib/demo/story.ts";
import type { TopicReport } from "#lib/topics/report.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");
const weeks = 3;

beforeAll(async () => {
  const calendar = demoCalendar(storyAt(DEMO_SEED, now));
  await createWorkspace(held.db, { name: DEMO_NAME, zone: DEMO_ZONE, mode: "demo", calendar, now });
  await ensurePersonas(held.db, now);
  await produceDemo(held.db, { now, weeks });
  await confirmTopics(held.db, { now, weeks });
  await assessPending(held.db, { now });
  await reportTopics(held.db, { now });
}, 120_000);

const reports = async (): Promise<Record<string, TopicReport>> => {
  const rows = await held.db.$client<{ name: string; report: TopicReport }[]>`
    select t.name, r.report from topic_reports r join topics t on t.id = r.topic_id order by t.id`;
  return Object.fromEntries(rows.map(({ name, report }) => [name, report]));
};

test("x", async () => {
  for (const [name, r] of Object.entries(await reports())) {
    console.log(name, r.n, r.coverage?.toFixed(2), r.diagnosis.main, r.diagnosis.noArticle.part, r.diagnosis.notFound.part, r.diagnosis.notHelped.part, r.articles.slice(0,3).map((a) => `${a.title.slice(0,20)} ${a.matched.toFixed(2)} c${a.cited} a${a.answered}`).join(" | "));
  }
  expect(await articleCollections(held.db)).toMatchObject([{ name: "Help centre", origin: "demo" }]);
});
