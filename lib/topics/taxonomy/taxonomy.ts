import { AppError } from "#lib/errors.ts";

export type Topic = {
  /** Never given to another topic. */
  id: number;
  name: string;
  /** False = a product bug, an action on an account: no article would help. */
  isKnowledge: boolean;
  /** Where a merged topic is counted now; null = here. */
  mergedInto: number | null;
  /** True = its making was undone; it is counted nowhere. */
  isWithdrawn: boolean;
  /** Of the taxonomy when the topic was last changed. */
  version: number;
};

/** All topics that ever were, as a value; each change makes a new one with the next version. */
export type Taxonomy = { version: number; nextId: number; topics: Topic[] };

export const EMPTY_TAXONOMY: Taxonomy = { version: 0, nextId: 1, topics: [] };

export type Operation =
  | { is: "add"; name: string }
  | { is: "name"; id: number; name: string }
  | { is: "merge"; id: number; into: number }
  | { is: "unmerge"; id: number }
  /** Parts of a topic become topics of their own, and the rest stays. */
  | { is: "split"; id: number; names: string[] }
  | { is: "withdraw"; ids: number[] }
  | { is: "restore"; ids: number[] }
  | { is: "mark"; id: number; isKnowledge: boolean };

/** A change made and the operation that takes it back. `made`: ids of topics that are new. */
export type Change = { taxonomy: Taxonomy; undo: Operation; made: number[] };

/** Applies one operation of somebody who saw the taxonomy at version `seen`. Throws an AppError in a sentence where it makes no
 * sense, or where another has changed the same topic since. */
export const changeTaxonomy = (taxonomy: Taxonomy, operation: Operation, seen: number): Change => {
  for (const id of touchedBy(operation)) {
    const { name, version } = topicOf(taxonomy, id);
    if (version > seen)
      throw new AppError("conflict", `Somebody else has changed “${name}” meanwhile: look at it again first.`);
  }
  return apply(taxonomy, operation);
};

/** The topic under which an id is counted today, through all merges; null = it was withdrawn or never was. */
export const currentTopic = ({ topics }: Taxonomy, id: number): Topic | null => {
  const topic = topics.find((one) => one.id === id);
  if (!topic || topic.isWithdrawn) return null;
  return topic.mergedInto === null ? topic : currentTopic({ topics, version: 0, nextId: 0 }, topic.mergedInto);
};

/** The topics that are counted today, by name. */
export const countedTopics = ({ topics }: Taxonomy): Topic[] =>
  topics
    .filter(({ mergedInto, isWithdrawn }) => mergedInto === null && !isWithdrawn)
    .sort((a, b) => a.name.localeCompare(b.name, "en"));

/** Names of the topics that are counted under this one since they were merged. */
export const aliasesOf = (taxonomy: Taxonomy, id: number): string[] =>
  taxonomy.topics.flatMap((one) => (one.id !== id && currentTopic(taxonomy, one.id)?.id === id ? [one.name] : []));

/** Ids of all topics that are counted, here or where they were merged into. */
export const countedIds = (taxonomy: Taxonomy): number[] =>
  taxonomy.topics.flatMap(({ id }) => (currentTopic(taxonomy, id) ? [id] : []));

/** Ids of the topics that an operation changes. */
const touchedBy = (operation: Operation): number[] => {
  if (operation.is === "add") return [];
  if (operation.is === "withdraw" || operation.is === "restore") return operation.ids;
  return operation.is === "merge" ? [operation.id, operation.into] : [operation.id];
};

const apply = (taxonomy: Taxonomy, operation: Operation): Change => {
  switch (operation.is) {
    case "add":
      return added(taxonomy, [operation.name]);
    case "split":
      return split(taxonomy, operation.id, operation.names);
    case "merge":
      return merged(taxonomy, operation.id, operation.into);
    case "unmerge":
      return unmerged(taxonomy, operation.id);
    case "withdraw":
      return withdrawn(taxonomy, operation.ids);
    case "restore":
      return restored(taxonomy, operation.ids);
    case "name":
      return named(taxonomy, operation.id, operation.name);
    case "mark": {
      const { isKnowledge } = counted(taxonomy, operation.id);
      const undo: Operation = { is: "mark", id: operation.id, isKnowledge };
      return changed(taxonomy, [operation.id], { isKnowledge: operation.isKnowledge }, undo);
    }
  }
};

const topicOf = ({ topics }: Taxonomy, id: number): Topic => {
  const topic = topics.find((one) => one.id === id);
  if (!topic) throw new AppError("not_found", `There is no topic ${id}.`);
  return topic;
};

const counted = (taxonomy: Taxonomy, id: number): Topic => {
  const topic = topicOf(taxonomy, id);
  if (topic.isWithdrawn) throw new AppError("conflict", `“${topic.name}” was withdrawn.`);
  if (topic.mergedInto === null) return topic;
  const into = topicOf(taxonomy, topic.mergedInto);
  throw new AppError("conflict", `“${topic.name}” was merged into “${into.name}”: undo that first.`);
};

const changed = (taxonomy: Taxonomy, ids: number[], to: Partial<Topic>, undo: Operation): Change => {
  const version = taxonomy.version + 1;
  const topics = taxonomy.topics.map((topic) => (ids.includes(topic.id) ? { ...topic, ...to, version } : topic));
  return { taxonomy: { ...taxonomy, version, topics }, undo, made: [] };
};

const freeName = (taxonomy: Taxonomy, written: string, self?: number): string => {
  const name = written.trim();
  if (name === "") throw new AppError("bad_input", "A topic needs a name.");
  const isTaken = taxonomy.topics.some(
    (one) =>
      one.id !== self && !one.isWithdrawn && one.mergedInto === null && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw new AppError("conflict", `There is a topic “${name}” already: merge them instead.`);
  return name;
};

const added = (taxonomy: Taxonomy, names: string[]): Change => {
  const version = taxonomy.version + 1;
  const topics = [...taxonomy.topics];
  for (const written of names) {
    const name = freeName({ ...taxonomy, topics }, written);
    const id = taxonomy.nextId + topics.length - taxonomy.topics.length;
    topics.push({ id, name, isKnowledge: true, mergedInto: null, isWithdrawn: false, version });
  }
  const made = topics.slice(taxonomy.topics.length).map(({ id }) => id);
  const nextId = taxonomy.nextId + made.length;
  return { taxonomy: { version, nextId, topics }, undo: { is: "withdraw", ids: made }, made };
};

const split = (taxonomy: Taxonomy, id: number, names: string[]): Change => {
  const { name } = counted(taxonomy, id);
  if (names.length === 0) throw new AppError("bad_input", `Name at least one part to be split from “${name}”.`);
  return added(taxonomy, names);
};

const named = (taxonomy: Taxonomy, id: number, written: string): Change => {
  const { name } = counted(taxonomy, id);
  return changed(taxonomy, [id], { name: freeName(taxonomy, written, id) }, { is: "name", id, name });
};

const merged = (taxonomy: Taxonomy, id: number, into: number): Change => {
  const { name } = counted(taxonomy, id);
  if (id === into) throw new AppError("bad_input", `“${name}” cannot be merged into itself.`);
  counted(taxonomy, into);
  return changed(taxonomy, [id], { mergedInto: into }, { is: "unmerge", id });
};

const unmerged = (taxonomy: Taxonomy, id: number): Change => {
  const { name, mergedInto } = topicOf(taxonomy, id);
  if (mergedInto === null) throw new AppError("conflict", `“${name}” is not merged into another topic.`);
  freeName(taxonomy, name, id);
  return changed(taxonomy, [id], { mergedInto: null }, { is: "merge", id, into: mergedInto });
};

const withdrawn = (taxonomy: Taxonomy, ids: number[]): Change => {
  for (const id of ids) {
    const { name } = counted(taxonomy, id);
    const alias = taxonomy.topics.find((one) => one.mergedInto === id && !one.isWithdrawn);
    if (alias) throw new AppError("conflict", `“${alias.name}” was merged into “${name}”: undo that first.`);
  }
  return changed(taxonomy, ids, { isWithdrawn: true }, { is: "restore", ids });
};

const restored = (taxonomy: Taxonomy, ids: number[]): Change => {
  for (const id of ids) freeName(taxonomy, topicOf(taxonomy, id).name, id);
  return changed(taxonomy, ids, { isWithdrawn: false }, { is: "withdraw", ids });
};
