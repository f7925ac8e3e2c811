import { Temporal } from "temporal-polyfill";
import { collectionNamed, saveArticles } from "#db/articles.ts";
import type { Db } from "#db/client.ts";
import { confirmDemoTopics, hasTopics } from "#db/demo-topics.ts";
import { type PageItem, savePage } from "#db/save-page.ts";
import { pollProgress, sourceByKey } from "#db/sources.ts";
import { articlesToMatch } from "#db/topic-reports.ts";
import { userByEmail } from "#db/users.ts";
import { workspace } from "#db/workspace.ts";
import { HELP_CENTRE, urlOf } from "#jobs/connectors/demo/articles.ts";
import { DEMO_SOURCE, recordAt, twinAt } from "#jobs/connectors/demo/record.ts";
import { boardOf, CONFIRMED, confirmedAt, onlineSince } from "#lib/demo/board.ts";
import { changesOf, type Fact, LONGEST_MS } from "#lib/demo/fact.ts";
import { factsOf } from "#lib/demo/facts.ts";
import { PERSONAS } from "#lib/demo/personas.ts";
import { DEMO_SEED, DEMO_ZONE, localDate, PLANTED, type Story, storyAt, type Told } from "#lib/demo/story.ts";
import { sourceId } from "#lib/import/ids.ts";
import { parseRecord } from "#lib/import/record.ts";
import type { ImportRecord } from "#lib/import/schema.ts";
import { readingOf } from "#lib/topics/articles/reading.ts";

type Options = {
  now: Date;
  weeks: number;
  /** Of a demo that has not begun yet. */
  story?: Story;
  signal?: AbortSignal;
};

/** Brings the demo up to `now`: the newest days first, back to `weeks` before the first start, then what has changed
 * since. Each day is one transaction with its cursor, so it can be killed at any moment; run twice it does nothing.
 * Returns what was created, updated and left alone. */
export const produceDemo = async (
  db: Db,
  { now, weeks, story, signal }: Options,
): Promise<{ created: number; updated: number; unchanged: number }> => {
  const total = { created: 0, updated: 0, unchanged: 0 };
  const known = ((await sourceByKey(db, DEMO_SOURCE))?.cursor ?? null) as Told | null;
  let cursor = known ?? { story: story ?? storyAt(DEMO_SEED, now), from: null, to: null, changedTo: now.toISOString() };
  // What is told anew is complete with its last page; at first there is nothing to go on from, and the newest day comes first.
  const isFirstTime = cursor.from === null;
  const save = async (records: ImportRecord[], next: Told, isLast: boolean) => {
    const items = records.map((record) => itemOf(record, now));
    const also = [
      pollProgress(sourceId(DEMO_SOURCE), { cursor: next, completeUntil: isLast || isFirstTime ? now : null }),
    ];
    const saved = await savePage(db, { source: { key: DEMO_SOURCE, kind: "demo" }, items, also, now });
    for (const what of ["created", "updated", "unchanged"] as const) total[what] += saved[what];
    cursor = next;
  };
  const before = { ...cursor };
  const changed = before.from && before.to ? changedBetween(before, now) : [];
  const dates = datesToTell(cursor, now, weeks);
  for (const [i, date] of dates.entries()) {
    if (signal?.aborted) return total;
    const facts = factsOf(cursor.story, date);
    const told = [date, cursor.from ?? date, cursor.to ?? date].sort();
    const next = { ...cursor, from: told[0] ?? date, to: told[2] ?? date };
    await save(recordsOf(cursor.story, facts, now), next, i === dates.length - 1 && changed.length === 0);
  }
  if (changed.length > 0) {
    await save(recordsOf(cursor.story, changed, now), { ...cursor, changedTo: now.toISOString() }, true);
  }
  return total;
};

const firstDate = ({ startedIn }: Story, weeks: number): string =>
  Temporal.PlainDate.from(startedIn).subtract({ weeks }).toString();

const EXAMPLES = 12;

/** Confirms the topics of a demo that is told, and brings in its help centre, once. Returns whether it did. */
export const confirmTopics = async (db: Db, { now, weeks }: Pick<Options, "now" | "weeks">): Promise<boolean> => {
  if (!(await isDemoTold(db, weeks)) || (await hasTopics(db))) return false;
  const told = (await sourceByKey(db, DEMO_SOURCE))?.cursor as Told;
  const owner = await userByEmail(db, PERSONAS.find(({ role }) => role === "knowledge")?.email ?? "");
  if (!owner) return false;
  await storeHelpCentre(db, told.story, now);
  const articles = await articlesToMatch(db);
  const articleOn = (topic: string) => articles.find(({ externalId }) => externalId === articleIdOn(topic))?.id ?? null;
  const board = boardOf(told.story).map((one) =>
    one.publishedOn === null ? one : { ...one, articleId: articleOn(one.topic) },
  );
  await confirmDemoTopics(db, {
    ...{ sourceId: sourceId(DEMO_SOURCE), names: CONFIRMED, byId: owner.id, examples: EXAMPLES },
    ...{ at: confirmedAt(told.story), board },
  });
  return true;
};

const articleIdOn = (topic: string): string | undefined => HELP_CENTRE.find((article) => article.topic === topic)?.id;

/** Killed before the topics are confirmed, it is read once more and nothing changes. */
const storeHelpCentre = async (db: Db, story: Story, now: Date): Promise<void> => {
  const reading = readingOf(now);
  for (const [i, article] of HELP_CENTRE.entries()) {
    const since = onlineSince(story, article.topic, i);
    const given = { ...article, url: urlOf(article), language: "en", published: since.toISOString(), changedAt: since };
    reading.add(article.id, given);
  }
  const { id } = await collectionNamed(db, { name: "Help centre", origin: "demo", now });
  await saveArticles(db, id, reading.done(), now);
};

/** Whether the demo has been told back to `weeks` before its first start. */
export const isDemoTold = async (db: Db, weeks: number): Promise<boolean> => {
  const cursor = ((await sourceByKey(db, DEMO_SOURCE))?.cursor ?? null) as Told | null;
  return cursor !== null && cursor.from !== null && cursor.from <= firstDate(cursor.story, weeks);
};

/** Whether this is a demo whose history is not all told yet. */
export const isDemoHalfTold = async (db: Db, weeks: number): Promise<boolean> =>
  (await workspace(db))?.mode === "demo" && !(await isDemoTold(db, weeks));

/** Dates that are not told yet, and the last one told, which was not over: newest first. */
const datesToTell = ({ story, from, to }: Told, now: Date, weeks: number): string[] => {
  const today = localDate(now);
  const first = firstDate(story, weeks);
  const dates: string[] = [];
  for (let date = today; date >= first; date = dayBefore(date)) {
    if (from === null || to === null || date >= to || date < from) dates.push(date);
  }
  return dates;
};

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

const changedBetween = ({ story, from, changedTo }: Told, now: Date): Fact[] => {
  const since = new Date(changedTo).getTime();
  const changed: Fact[] = [];
  const first = localDate(new Date(since - LONGEST_MS));
  for (let date = localDate(now); date >= first && date >= (from ?? date); date = dayBefore(date)) {
    for (const fact of factsOf(story, date)) {
      if (changesOf(fact).some((at) => at > since && at <= now.getTime())) changed.push(fact);
    }
  }
  return changed;
};

/** As sources do, some records come twice and some once more as they were before. */
const recordsOf = (story: Story, facts: Fact[], now: Date): ImportRecord[] =>
  facts.flatMap((fact, i) => {
    const record = recordAt(story, fact, now.getTime());
    if (!record) return [];
    const again = i % PLANTED.resent.same === 0 ? [record] : [];
    const older = i % PLANTED.resent.older === 0 ? [recordAt(story, fact, fact.startedAt)] : [];
    return [record, ...again, ...older, twinAt(story, fact, now.getTime())].filter((one) => one !== null);
  });

const itemOf = (record: ImportRecord, now: Date): PageItem => {
  const parsed = parseRecord(record, { now, zone: DEMO_ZONE, defaultSource: DEMO_SOURCE });
  if (!parsed.ok) throw new Error(`the demo made a record that is refused: ${parsed.field} ${parsed.reason}`);
  return {
    conversation: parsed.conversation,
    payload: JSON.stringify(record),
    eventId: parsed.conversation.externalId,
  };
};
