import type { Sql, TransactionSql } from "postgres";
import { AppError } from "#lib/errors.ts";
import {
  type Change,
  changeTaxonomy,
  currentTopic,
  EMPTY_TAXONOMY,
  type Operation,
  type Taxonomy,
  type Topic,
} from "#lib/topics/taxonomy/taxonomy.ts";
import { operationText } from "#lib/topics/taxonomy/words.ts";
import { noteVersions } from "../annotations.ts";
import type { Db } from "../client.ts";
import { concernSorted, holdAssessing } from "./concerned.ts";

/** All topics that ever were. */
export const loadTaxonomy = async (sql: Sql | TransactionSql): Promise<Taxonomy> => {
  const [state] = await sql<Pick<Taxonomy, "version" | "nextId">[]>`
    select version, next_id as "nextId" from taxonomies`;
  if (!state) return EMPTY_TAXONOMY;
  const topics = await sql<Topic[]>`
    select id, name, is_knowledge as "isKnowledge", merged_into as "mergedInto", is_withdrawn as "isWithdrawn", version
    from topics order by id`;
  return { ...state, topics: [...topics] };
};

/** The topics as they are now. */
export const taxonomyNow = (db: Db): Promise<Taxonomy> => loadTaxonomy(db.$client);

/** Who changes topics, and the version of the taxonomy that they saw. byId null = the demo. */
export type Changing = { seen: number; byId: string | null; now: Date };

/** Applies one operation: conversations that it concerns are counted anew, charts mark it, and it can be taken back.
 * Throws what `changeTaxonomy` does, and changes nothing then. */
export const changeTopics = (db: Db, operation: Operation, changing: Changing): Promise<Change> =>
  db.$client.begin((sql) => changeTopicsIn(sql, operation, changing));

/** The same within a transaction. */
export const changeTopicsIn = async (
  sql: TransactionSql,
  operation: Operation,
  { seen, byId, now }: Changing,
): Promise<Change> => {
  const before = await lockedTaxonomy(sql);
  const change = changeTaxonomy(before, operation, seen);
  await store(sql, before, change);
  await sql`insert into topic_changes (version, at, by_id, operation, undo)
    values (${change.taxonomy.version}, ${now}, ${byId}, ${sql.json(operation)}, ${sql.json(change.undo)})`;
  await concernSorted(sql, renamedBy(before, change.taxonomy));
  const version = String(change.taxonomy.version);
  const text = operationText(before, operation);
  await noteVersions(sql, [{ kind: "topics", subject: "topics", version, text, at: now }], now);
  return change;
};

/** Takes back the change that made a version; what was sorted into the parts of a split topic is sorted into the whole again.
 * Throws `conflict` when it was taken back before, or when what came after does not allow it, in a sentence. */
export const undoTopics = (db: Db, version: number, changing: Changing): Promise<Change> =>
  db.$client.begin(async (sql) => {
    await lockedTaxonomy(sql);
    const [made] = await sql<{ operation: Operation; undo: Operation; undoneIn: number | null }[]>`
      select operation, undo, undone_in as "undoneIn" from topic_changes where version = ${version}`;
    if (!made) throw new AppError("not_found", "There is no such change of the topics.");
    if (made.undoneIn !== null) throw new AppError("conflict", "This change was taken back already.");
    const change = await changeTopicsIn(sql, made.undo, changing);
    if (made.operation.is === "split" && made.undo.is === "withdraw")
      await sql`update topic_examples set topic_id = ${made.operation.id} where topic_id = any(${made.undo.ids})`;
    await sql`update topic_changes set undone_in = ${change.taxonomy.version} where version = ${version}`;
    return change;
  });

export type TopicChange = {
  version: number;
  at: Date;
  by: string | null;
  /** As `operationText` says it. */
  text: string;
  isUndone: boolean;
};

/** The newest changes of the topics first, in the names that topics had then. */
export const topicChanges = (db: Db, most: number): Promise<TopicChange[]> =>
  db.$client<TopicChange[]>`
    select c.version, c.at, u.name as by, a.text, c.undone_in is not null as "isUndone"
    from topic_changes c join annotations a on a.subject = 'topics' and a.version = c.version::text
      left join users u on u.id = c.by_id
    order by c.version desc limit ${most}`;

/** Raised by whatever changes how conversations are sorted, so that nothing sorted before is stored after. Returns the new
 * one. */
export const raiseRevision = async (sql: TransactionSql): Promise<number> => {
  await holdAssessing(sql);
  const [row] = await sql<{ revision: number }[]>`
    insert into taxonomies (id, revision) values (1, 1)
    on conflict (id) do update set revision = taxonomies.revision + 1 returning revision`;
  return row?.revision ?? 1;
};

/** The taxonomy, which nobody else changes until the transaction is over. */
export const lockedTaxonomy = async (sql: TransactionSql): Promise<Taxonomy> => {
  await raiseRevision(sql);
  return loadTaxonomy(sql);
};

const store = async (sql: TransactionSql, before: Taxonomy, { taxonomy }: Change): Promise<void> => {
  await sql`update taxonomies set version = ${taxonomy.version}, next_id = ${taxonomy.nextId}`;
  const changed = taxonomy.topics.filter(({ version }) => version === taxonomy.version);
  for (const { id, name, isKnowledge, mergedInto, isWithdrawn, version } of changed) {
    await sql`
      insert into topics (id, name, is_knowledge, merged_into, is_withdrawn, version)
      values (${id}, ${name}, ${isKnowledge}, ${mergedInto}, ${isWithdrawn}, ${version})
      on conflict (id) do update set name = excluded.name, is_knowledge = excluded.is_knowledge,
        merged_into = excluded.merged_into, is_withdrawn = excluded.is_withdrawn, version = excluded.version`;
    const old = before.topics.find((topic) => topic.id === id)?.name;
    if (old !== undefined && old !== name) await keepName(sql, old, id);
  }
};

/** Who opens an old link still finds the topic. */
const keepName = async (sql: TransactionSql, name: string, id: number): Promise<void> => {
  await sql`insert into topic_names (name, topic_id) values (${name}, ${id})
    on conflict (lower(name)) do update set topic_id = excluded.topic_id`;
};

/** Ids that are counted under another name after a change, or no longer under any: a topic that takes another one stays as
 * it is. */
const renamedBy = (before: Taxonomy, after: Taxonomy): number[] =>
  before.topics.flatMap(({ id }) => (currentTopic(before, id)?.name === currentTopic(after, id)?.name ? [] : [id]));

/** The topics of today by whatever names they had: names of merged and renamed ones lead to where they are counted now;
 * one that was never a topic stays as it is. */
export const namesNow = async (db: Db, names: readonly string[]): Promise<string[]> => {
  if (names.length === 0) return [];
  const taxonomy = await loadTaxonomy(db.$client);
  const old = await db.$client<{ name: string; id: number }[]>`
    select lower(name) as name, topic_id as id from topic_names where lower(name) = any(${names.map((name) => name.toLowerCase())})`;
  const now = names.map((name) => {
    const own = taxonomy.topics.filter((topic) => topic.name.toLowerCase() === name.toLowerCase());
    const ids = [...own.filter(({ mergedInto }) => mergedInto === null), ...own].map(({ id }) => id);
    const kept = old.find((one) => one.name === name.toLowerCase())?.id;
    const found = [...ids, ...(kept === undefined ? [] : [kept])].flatMap((id) => currentTopic(taxonomy, id) ?? []);
    return found[0]?.name ?? name;
  });
  return [...new Set(now)];
};
