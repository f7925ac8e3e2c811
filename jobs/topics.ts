import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Db } from "#db/client.ts";
import {
  leftToSort,
  noteTrainedOn,
  retireModels,
  saveModel,
  saveSorted,
  sortedByOthers,
  trainedOn,
  trainingSet,
} from "#db/topics/models.ts";
import {
  escalatedTexts,
  foundUntilNow,
  type Looked,
  type Residual,
  saveOutages,
  saveProposals,
  textsState,
  unsortedTexts,
} from "#db/topics/proposals.ts";
import { beginRefresh, dueRefresh } from "#db/topics/refreshing.ts";
import { newestModel } from "#db/topics/sorting.ts";
import { GROUPED_DAYS } from "#lib/knowledge/apart.ts";
import { log } from "#lib/log.ts";
import { sortedBy } from "#lib/topics/sorting.ts";
import type { Found, Work } from "./topics/grouping.ts";

const DAY_MS = 86_400_000;
const MOST_UNSORTED = 8000;
const BATCH = 2000;
/** How often what is counted under a topic on the classifier's word has to be right. */
const PRECISION = 0.9;
const SEED = 1;

type Options = { now: Date; signal?: AbortSignal };
type Refreshed = Record<string, number>;

/** Learns topics from what people sorted and sorts everything by what was learnt; unless only that is asked for, marks floods
 * before and proposes topics from what is left. Each step says by rows what there is to do, so one that is killed goes on
 * where it was, and one for which nothing has changed is left out; how far it is stands in job_runs. */
export const refreshTopics = async (
  db: Db,
  { now, signal, isLearning = false, clock = () => new Date() }: Options & { isLearning?: boolean; clock?: () => Date },
): Promise<Refreshed> => {
  const options = { now, ...(signal ? { signal } : {}) };
  const from = new Date(now.getTime() - GROUPED_DAYS * DAY_MS);
  const refresh = await beginRefresh(db, { now, clock });
  let marked = refresh.before.marked;
  if (!isLearning) {
    await refresh.note("floods");
    marked = await markOutages(db, from, marked, signal);
    await refresh.note("learn");
  }
  const trained = await train(db, from, { ...options, isLearning });
  const total = await leftToSort(db);
  const learnt = { trained, ...(await sortAgain(db, signal, (done) => refresh.note("sort", { done, total }))) };
  if (signal?.aborted) return learnt;
  if (isLearning) {
    await refresh.end(null);
    return learnt;
  }
  await refresh.note("groups");
  const grouped = await propose(db, from, refresh.before.grouped, options);
  if (signal?.aborted) return learnt;
  await refresh.end({ marked, grouped });
  return { ...learnt, ...(await foundUntilNow(db, from)) };
};

/** The same where it is due: all of it at night, and learning within minutes of what people say. */
export const refreshDueTopics = async (
  db: Db,
  { zone, ...options }: Options & { zone: string },
): Promise<Refreshed> => {
  const due = await dueRefresh(db, { now: options.now, zone });
  return due === null ? {} : refreshTopics(db, { ...options, isLearning: due === "learning" });
};

/** Trains another classifier where examples changed; at night also where something came that could be a topic and that the
 * one in use takes for others, as it knew of nothing like it. Else it stays: another one sorts a little differently, and
 * numbers would move for nothing. 1 = it did. */
const train = async (
  db: Db,
  from: Date,
  { now, signal, isLearning }: Options & { isLearning: boolean },
): Promise<number> => {
  const { examples, unsorted, taxonomyVersion } = await trainingSet(db, { from, most: MOST_UNSORTED });
  const { texts } = unsorted;
  const [taught, before] = [hashOf(examples), await trainedOn(db)];
  if (examples.length === 0 && before !== null) await retireModels(db);
  const on = `${taught} ${hashOf(texts)}`;
  // What is known of one topic alone tells it from nothing.
  if (before === on || new Set(examples.map(({ topic }) => topic)).size < 2) return 0;
  if (before?.startsWith(taught)) {
    if (isLearning) return 0;
    const news = await inBackground({ is: "news", examples, ...unsorted, seed: SEED }, signal);
    if (!news) return 0;
    if (!news.isMistaken) {
      await noteTrainedOn(db, on);
      return 0;
    }
  }
  const work = { is: "train", examples, unsorted: texts, seed: SEED, precision: PRECISION } as const;
  const found = await inBackground(work, signal);
  if (!found?.classifier) return 0;
  const { classifier } = found;
  await saveModel(db, { classifier, taxonomyVersion, trainedOn: on, now });
  log.info("topics learnt", { examples: examples.length, least: classifier.threshold?.least ?? null });
  return 1;
};

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** Sorts whatever another classifier sorted, a batch at a time. */
const sortAgain = async (
  db: Db,
  signal: AbortSignal | undefined,
  note: (done: number) => Promise<void>,
): Promise<{ sorted: number; moved: number }> => {
  const done = { sorted: 0, moved: 0 };
  const model = await newestModel(db);
  if (!model) return done;
  for (;;) {
    const texts = await sortedByOthers(db, model.id, BATCH);
    if (texts.length === 0 || signal?.aborted) return done;
    const sorted = texts.map(({ conversationId, text }) => ({
      conversationId,
      ...sortedBy(model, text),
    }));
    done.moved += await saveSorted(db, model, sorted);
    done.sorted += sorted.length;
    await note(done.sorted);
    if (done.sorted % (10 * BATCH) === 0) log.info("texts sorted", done);
  }
};

type Seen = string | null;

/** Finds something of texts unless nothing has changed since they were `before`. Returns what they are now: those that came
 * meanwhile count as not seen. Null = it was told to stop. */
const findAnew = async (
  db: Db,
  { looked, from, before }: { looked: Looked; from: Date; before: Seen },
  find: () => Promise<boolean>,
): Promise<Seen> => {
  const { texts, found } = await textsState(db, looked, from);
  if (before === `${texts} ${found}`) return before;
  return (await find()) ? `${texts} ${(await textsState(db, looked, from)).found}` : null;
};

const markOutages = (db: Db, from: Date, before: Seen, signal?: AbortSignal): Promise<Seen> =>
  findAnew(db, { looked: "escalated", from, before }, async () => {
    const texts = await escalatedTexts(db, from);
    const found = await inBackground({ is: "outages", ...columns(texts) }, signal);
    if (!found) return false;
    await saveOutages(
      db,
      from,
      found.places.map((place) => texts[place]?.conversationId ?? ""),
    );
    return true;
  });

const propose = (db: Db, from: Date, before: Seen, { now, signal }: Options): Promise<Seen> =>
  findAnew(db, { looked: "unsorted", from, before }, async () => {
    const texts = await unsortedTexts(db, from);
    const found = await inBackground({ is: "groups", texts: columns(texts).texts, seed: SEED }, signal);
    if (!found) return false;
    const idOf = (place: number): string => texts[place]?.conversationId ?? "";
    const proposals = found.groups.map(({ words, typical, members }) => ({
      words,
      typical: typical.map(idOf),
      members: members.map(idOf),
    }));
    await saveProposals(db, proposals, now);
    return true;
  });

const columns = (texts: readonly Residual[]) => ({
  texts: texts.map(({ text }) => text),
  times: texts.map(({ at }) => at),
});

/** Long counting happens in a thread of its own, so that alarms and the heartbeat of the worker go on beside it. Null = it was
 * told to stop. */
const inBackground = <W extends Work>(work: W, signal?: AbortSignal): Promise<Found[W["is"]] | null> =>
  new Promise((done, failed) => {
    if (signal?.aborted) return done(null);
    const thread = new Worker(new URL("./topics/grouping.ts", import.meta.url), { workerData: work });
    const stop = () => {
      void thread.terminate();
      done(null);
    };
    signal?.addEventListener("abort", stop, { once: true });
    thread.once("message", (found: Found[W["is"]]) => {
      done(found);
      void thread.terminate();
    });
    thread.once("error", failed);
    thread.once("exit", () => {
      signal?.removeEventListener("abort", stop);
      failed(new Error("The thread that groups texts ended without a word."));
    });
  });
