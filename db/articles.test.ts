import { beforeEach, expect, test } from "vitest";
import type { ArticleOrigin } from "#lib/topics/articles/article.ts";
import { keptArticle } from "#lib/topics/articles/article.ts";
import {
  articleCollections,
  collectionNamed,
  currentArticles,
  removeCollection,
  saveArticles,
  saveArticlesFailure,
} from "./articles.ts";
import { testDb } from "./testing/db.ts";
import { failingDb, isKill } from "./testing/failpoints.ts";

const held = testDb();
const day = (n: number) => new Date(Date.UTC(2026, 10, n, 12));
const made = (name = "Help", origin: ArticleOrigin = "markdown") =>
  collectionNamed(held.db, { name, origin, now: day(1) });

const kept = (id: string, body: string, changedAt: Date | null = null) => {
  const given = { id, title: `About ${id}`, body, url: null, language: null, published: null, changedAt };
  const keeping = keptArticle(given, day(1));
  if ("refused" in keeping) throw new Error(keeping.refused);
  return keeping.article;
};
const save = (id: string, articles: ReturnType<typeof kept>[], on: Date, unread: string[] = []) =>
  saveArticles(held.db, id, { articles, unread }, on);
const rows = () =>
  held.db
    .$client`select external_id as id, body, changed_at as changed, removed_at as removed from articles order by 1`;

beforeEach(() => held.db.$client`truncate article_collections, articles, gaps`);

test("a collection becomes what was read: new, changed, unchanged, gone and kept, and back again", async () => {
  const { id } = await made();
  const all = [kept("a", "one"), kept("b", "two"), kept("c", "three")];
  expect(await save(id, all, day(1))).toEqual({ created: 3, updated: 0, unchanged: 0, removed: 0 });
  expect(await save(id, [kept("a", "one"), kept("b", "new words")], day(2))).toEqual({
    ...{ created: 0, updated: 1, unchanged: 1, removed: 1 },
  });
  expect(await rows()).toEqual([
    { id: "a", body: "one", changed: day(1), removed: null },
    { id: "b", body: "new words", changed: day(2), removed: null },
    { id: "c", body: "three", changed: day(1), removed: day(2) },
  ]);
  expect(await save(id, all.slice(2), day(3))).toEqual({ created: 0, updated: 1, unchanged: 0, removed: 2 });
  expect((await rows())[2]).toEqual({ id: "c", body: "three", changed: day(1), removed: null });
});

test("one that was there and could not be read stays as it was", async () => {
  const { id } = await made();
  await save(id, [kept("a", "one"), kept("b", "two")], day(1));
  expect(await save(id, [kept("a", "one")], day(2), ["b", "never seen"])).toMatchObject({ removed: 0, unchanged: 1 });
  expect((await rows())[1]).toMatchObject({ id: "b", body: "two", removed: null });
});

test("of two with one id the later one is kept; when it changed says its origin first", async () => {
  const { id } = await made();
  expect(await save(id, [kept("a", "one"), kept("a", "two", day(-3))], day(1))).toMatchObject({ created: 1 });
  expect(await rows()).toEqual([{ id: "a", body: "two", changed: day(-3), removed: null }]);
});

test("killed anywhere, a reading has changed nothing", async () => {
  const { id } = await made();
  await save(id, [kept("a", "one"), kept("b", "two")], day(1));
  const before = await rows();
  const next = { articles: [kept("a", "other"), kept("c", "three")], unread: [] };
  let killed = 0;
  for (let at = 1; JSON.stringify(await rows()) === JSON.stringify(before); at += 1) {
    const saving = saveArticles(failingDb(held.db, at).db, id, next, day(2));
    if (await saving.then(() => false, isKill)) killed += 1;
  }
  expect(killed).toBeGreaterThan(4);
  expect(await rows()).toMatchObject([{ body: "other" }, { id: "b", removed: day(2) }, { id: "c", body: "three" }]);
});

test("a name belongs to one origin", async () => {
  const { id } = await made("Help");
  expect(await made("HELP")).toEqual({ id });
  await expect(made("help", "csv")).rejects.toThrow("There are other articles under the name “help”");
});

test("a failure is a sentence on the collection, its articles stay, and a reading clears it", async () => {
  const { id } = await made();
  await save(id, [kept("a", "one")], day(1));
  await saveArticlesFailure(held.db, id, "The help centre does not answer.");
  expect(await articleCollections(held.db)).toEqual([
    {
      ...{ id, name: "Help", origin: "markdown", lastReadAt: day(1), error: "The help centre does not answer." },
      ...{ current: 1, removed: 0, changedAt: day(1) },
    },
  ]);
  await save(id, [], day(2));
  expect(await articleCollections(held.db)).toMatchObject([
    { lastReadAt: day(2), error: null, current: 0, removed: 1, changedAt: null },
  ]);
});

test("articles are found by words of title and body, in any order; signs of patterns are signs", async () => {
  const { id } = await made();
  await save(id, [kept("refunds", "Five days, 100% back"), kept("login", "A new password")], day(1));
  const titles = async (search: string) =>
    (await currentArticles(held.db, { search, most: 10 })).rows.map(({ title }) => title);
  expect(await titles("")).toHaveLength(2);
  expect(await titles("back REFUNDS")).toEqual(["About refunds"]);
  expect(await titles("0%")).toEqual(["About refunds"]);
  expect(await titles("%w%d%")).toEqual([]);
  await save(id, [kept("login", "A new password")], day(2));
  expect(await titles("refunds")).toEqual([]);
  expect((await currentArticles(held.db, { search: "", most: 0 })).total).toBe(0);
});

test("a removed collection takes its articles along, the board names none of them, others stay", async () => {
  const [{ id }, other] = [await made(), await made("Other")];
  await save(id, [kept("a", "one")], day(1));
  await save(other.id, [kept("a", "one")], day(1));
  const sql = held.db.$client;
  const [article] = await sql`select id from articles where collection_id = ${id}`;
  await sql`insert into gaps (topic_id, status, article_id, revision, status_since, created_at)
    values (1, 'published', ${article?.["id"]}, 4, ${day(1)}, ${day(1)})`;
  await removeCollection(held.db, id);
  expect(await articleCollections(held.db)).toMatchObject([{ name: "Other", current: 1 }]);
  expect(await sql`select article_id, revision from gaps`).toEqual([{ article_id: null, revision: 5 }]);
  await expect(save(id, [kept("a", "one")], day(2))).rejects.toThrow("These articles were removed meanwhile.");
});
