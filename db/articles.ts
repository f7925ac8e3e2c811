import type { TransactionSql } from "postgres";
import { v7 } from "uuid";
import { AppError } from "#lib/errors.ts";
import type { ArticleOrigin, KeptArticle } from "#lib/topics/articles/article.ts";
import type { Db } from "./client.ts";

type NewCollection = { name: string; origin: ArticleOrigin; now: Date };

/** The collection of this name, made if there is none. Throws `conflict` when it holds articles from elsewhere. */
export const collectionNamed = async (db: Db, { name, origin, now }: NewCollection): Promise<{ id: string }> => {
  const sql = db.$client;
  await sql`insert into article_collections (id, origin, name, created_at)
    values (${v7()}, ${origin}, ${name}, ${now})
    on conflict (lower(name)) do nothing`;
  const [row] = await sql<{ id: string; origin: ArticleOrigin; source: string | null }[]>`
    select id, origin, source_id as source from article_collections where lower(name) = lower(${name})`;
  if (!row) throw new AppError("conflict", `The articles “${name}” were removed at this moment: try again.`);
  if (row.origin !== origin || row.source !== null)
    throw new AppError("conflict", `There are other articles under the name “${name}”: choose another name.`);
  return { id: row.id };
};

export type HelpCentreCollection = { id: string; lastReadAt: Date | null };

/** The collection of the help centre of a source; null = it was never read. */
export const helpCentreOf = async (db: Db, sourceId: string): Promise<HelpCentreCollection | null> => {
  const [row] = await db.$client<HelpCentreCollection[]>`
    select id, last_read_at as "lastReadAt" from article_collections where source_id = ${sourceId}`;
  return row ?? null;
};

/** Makes the collection of the help centre of a source; null when the source is being removed. */
export const makeHelpCentre = (
  db: Db,
  { sourceId, origin, name, now }: { sourceId: string; origin: ArticleOrigin; name: string; now: Date },
): Promise<{ id: string } | null> =>
  db.$client.begin(async (sql) => {
    const [source] = await sql`select from sources where id = ${sourceId} and state <> 'removing' for share`;
    if (!source) return null;
    const taken = await sql`select from article_collections where lower(name) = lower(${name})`;
    const [row] = await sql<{ id: string }[]>`
      insert into article_collections (id, origin, name, source_id, created_at)
      values (${v7()}, ${origin}, ${taken.length > 0 ? `${name} (${sourceId.slice(0, 8)})` : name}, ${sourceId}, ${now})
      returning id`;
    return row ?? null;
  });

/** One reading of a collection: all its articles, and the ids of those that were there and could not be read. */
export type ArticleReading = { articles: readonly KeptArticle[]; unread: readonly string[] };
export type ArticleCounts = { created: number; updated: number; unchanged: number; removed: number };

/** Makes a collection what was read, in one transaction: what is new is stored, what changed is replaced, what is gone is
 * kept with the time of its removal, what could not be read stays as it was. Of two with one id the later one is kept.
 * Throws `not_found` when the collection was removed meanwhile. */
export const saveArticles = (
  db: Db,
  collectionId: string,
  { articles, unread }: ArticleReading,
  now: Date,
): Promise<ArticleCounts> =>
  db.$client.begin(async (sql) => {
    const given = new Map(articles.map((article) => [article.externalId, article]));
    const held = await lockedArticles(sql, collectionId);
    const fresh = [...given.values()].filter((article) => {
      const known = held.get(article.externalId);
      return known?.sha256 !== article.sha256 || known.isRemoved;
    });
    for (const article of fresh) await store(sql, collectionId, article, now);
    const stays = new Set([...given.keys(), ...unread]);
    const gone = [...held].filter(([id, { isRemoved }]) => !isRemoved && !stays.has(id)).map(([id]) => id);
    await sql`update articles set removed_at = ${now}
      where collection_id = ${collectionId} and external_id = any(${gone})`;
    await sql`update article_collections set last_read_at = ${now}, error = null where id = ${collectionId}`;
    const created = fresh.filter(({ externalId }) => !held.has(externalId)).length;
    return {
      created,
      updated: fresh.length - created,
      unchanged: given.size - fresh.length,
      removed: gone.length,
    };
  });

type Held = Map<string, { sha256: string; isRemoved: boolean }>;

/** Of two readings at once the second waits for the first. */
const lockedArticles = async (sql: TransactionSql, collectionId: string): Promise<Held> => {
  const [row] = await sql`select id from article_collections where id = ${collectionId} for update`;
  if (!row) throw new AppError("not_found", "These articles were removed meanwhile.");
  const rows = await sql<{ id: string; sha256: string; isRemoved: boolean }[]>`
    select external_id as id, sha256, removed_at is not null as "isRemoved" from articles
    where collection_id = ${collectionId}`;
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
};

const store = async (sql: TransactionSql, collectionId: string, article: KeptArticle, now: Date): Promise<void> => {
  const { externalId, title, body, url, language, sha256, changedAt, publishedAt } = article;
  await sql`
    insert into articles as a (id, collection_id, external_id, title, body, url, language, sha256, changed_at, published_at)
    values (${v7()}, ${collectionId}, ${externalId}, ${title}, ${body}, ${url}, ${language}, ${sha256},
      ${changedAt ?? now}, ${publishedAt})
    on conflict (collection_id, external_id) do update set title = excluded.title, body = excluded.body,
      url = excluded.url, language = excluded.language, sha256 = excluded.sha256, published_at = excluded.published_at,
      changed_at = case when a.sha256 = excluded.sha256 then a.changed_at else excluded.changed_at end,
      removed_at = null`;
};

/** Says why a collection could not be read; its articles stay as they were. */
export const saveArticlesFailure = async (db: Db, collectionId: string, sentence: string): Promise<void> => {
  await db.$client`update article_collections set error = ${sentence} where id = ${collectionId}`;
};

export type ArticleCollection = {
  id: string;
  name: string;
  origin: ArticleOrigin;
  /** When it was last read without an error; null = never. */
  lastReadAt: Date | null;
  /** A sentence; null = the last reading went well. */
  error: string | null;
  current: number;
  /** Gone from its origin, kept because conversations cite them. */
  removed: number;
  /** When the newest of its current articles changed; null = it has none. */
  changedAt: Date | null;
};

/** All collections by name. */
export const articleCollections = (db: Db): Promise<ArticleCollection[]> =>
  db.$client<ArticleCollection[]>`
    select c.id, c.name, c.origin, c.last_read_at as "lastReadAt", c.error,
      count(a.id) filter (where a.removed_at is null)::int as current,
      count(a.removed_at)::int as removed,
      max(a.changed_at) filter (where a.removed_at is null) as "changedAt"
    from article_collections c left join articles a on a.collection_id = c.id
    group by c.id order by lower(c.name)`;

export type ListedArticle = {
  id: string;
  title: string;
  url: string | null;
  language: string | null;
  collection: string;
  changedAt: Date;
};

/** Articles that are there today, those that changed last first; of a search those that hold its words in title or body,
 * in any order of words. `total` counts all of them. */
export const currentArticles = async (
  db: Db,
  { search, most }: { search: string; most: number },
): Promise<{ rows: ListedArticle[]; total: number }> => {
  const words = search.split(/\s+/).filter((word) => word !== "");
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const rows = await db.$client<(ListedArticle & { total: number })[]>`
    select a.id, a.title, a.url, a.language, c.name as collection, a.changed_at as "changedAt",
      count(*) over ()::int as total
    from articles a join article_collections c on c.id = a.collection_id
    where a.removed_at is null and a.title || ' ' || a.body ilike all(${patterns})
    order by a.changed_at desc, a.id limit ${most}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
};

/** Removes a collection and its articles for good; steps on the board that name one of them name none afterwards. */
export const removeCollection = (db: Db, id: string): Promise<void> =>
  db.$client.begin((sql) => removeCollectionsIn(sql, [id]));

/** The same within a transaction. */
export const removeCollectionsIn = async (sql: TransactionSql, ids: readonly string[]): Promise<void> => {
  await sql`update gaps set article_id = null, revision = revision + 1
    where article_id in (select id from articles where collection_id = any(${[...ids]}::uuid[]))`;
  await sql`delete from articles where collection_id = any(${[...ids]}::uuid[])`;
  await sql`delete from article_collections where id = any(${[...ids]}::uuid[])`;
};
