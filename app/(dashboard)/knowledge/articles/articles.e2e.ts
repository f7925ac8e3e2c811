import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { type OwnApp, startOwnApp } from "#app/testing/own-app.ts";
import { becomeAdmin, expectAccessible } from "#app/testing/walk.ts";
import { collectionNamed, saveArticles, saveArticlesFailure } from "#db/articles.ts";
import { changeTopics } from "#db/topics/taxonomy.ts";
import { keptArticle } from "#lib/topics/articles/article.ts";
import type { TopicReport } from "#lib/topics/report.ts";

let app: OwnApp;
let page: Page;

test.describe.configure({ mode: "serial" });

const bring = async (name: string, texts: Record<string, string>): Promise<string> => {
  const now = new Date();
  const { id } = await collectionNamed(app.db, { name, origin: "markdown", now });
  const articles = Object.entries(texts).map(([title, body]) => {
    const url = `https://help.example/${title}`;
    const given = { id: title, title, body, url, language: "en", published: null, changedAt: null };
    const keeping = keptArticle(given, now);
    if ("refused" in keeping) throw new Error(keeping.refused);
    return keeping.article;
  });
  await saveArticles(app.db, id, { articles, unread: [] }, now);
  return id;
};

const counts = { part: 0, whole: 1 };
const REPORT: TopicReport = {
  ...{ n: 1, from: "2026-08-28T12:00:00.000Z", to: "2026-11-20T12:00:00.000Z", coverage: null },
  diagnosis: { main: null, noArticle: counts, notFound: counts, notHelped: counts },
  questions: [{ text: "# <b>when</b> is 50% off?", count: 1, conversationId: "0190" }],
  ...{ aiAnswers: [], humanAnswers: [], articles: [] },
};

test.beforeAll(async ({ browser }) => {
  app = await startOwnApp();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await becomeAdmin(page, app.adminLink);
});
test.afterAll(async () => {
  await page.close();
  await app.stop();
});

test("without articles the page says how they come in", async () => {
  await page.goto(`${app.base}/knowledge/articles`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^There are no articles yet/);
  await expect(page.getByText("npm run articles -- FOLDER")).toBeVisible();
});

test("collections are there with how current they are and what went wrong; articles are found by their words", async () => {
  await bring("Handbook", { Refunds: "Five days, no more.", Login: "A new password." });
  await saveArticlesFailure(app.db, await bring("Old help", { Stamps: "By post." }), "It does not answer.");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Topics are held against 3 articles from 2 collections; one of them cannot be read at the moment.",
  );
  const row = page.getByRole("row", { name: /Old help/ }).first();
  await expect(row).toContainText("It does not answer. brought under a minute ago");
  await expectAccessible(page);
  await page.getByRole("searchbox").fill("password new");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("link", { name: "Login" })).toHaveAttribute("href", "https://help.example/Login");
  await expect(page.getByRole("link", { name: "Refunds" })).toHaveCount(0);
});

test("a collection is removed when that is confirmed", async () => {
  await page.goto(`${app.base}/knowledge/articles`);
  page.once("dialog", (dialog) => void dialog.dismiss());
  await page.getByRole("button", { name: "Remove Old help" }).click();
  await expect(page.getByRole("row", { name: /Old help/ }).first()).toBeVisible();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Remove Old help" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Topics are held against 2 articles from one collection.",
  );
});

test("the brief of a topic is a file, in which what customers wrote is text; without a report there is none", async () => {
  const name = "50% off / Büro";
  const by = { seen: 99, byId: null, now: new Date() };
  const { made } = await changeTopics(app.db, { is: "add", name }, by);
  const at = `${app.base}/knowledge/${encodeURIComponent(name)}/brief.md`;
  expect((await page.request.get(`${app.base}/knowledge/nothing/brief.md`)).status()).toBe(404);
  await app.db.$client`insert into topic_reports (topic_id, made_at, report)
    values (${made[0] ?? 0}, ${new Date()}, ${app.db.$client.json(REPORT)})
    on conflict (topic_id) do update set report = excluded.report`;
  const download = page.waitForEvent("download");
  await page.evaluate((href) => window.location.assign(href), at);
  const file = await download;
  expect(file.suggestedFilename()).toBe("brief-50-off-buro.md");
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toContain("# Brief for a writer: 50% off / Büro\n");
  expect(text).toContain(`- “\\# \\<b\\>when\\</b\\> is 50% off?”: [conversation](${app.base}/handoffs/0190)`);
});
