import { noteVersions, type SeenVersion } from "#db/annotations.ts";
import {
  cannedReplies,
  type Finished,
  loadPending,
  type Pending,
  pendingIds,
  saveAssessments,
  saveFailure,
} from "#db/assessments.ts";
import type { Db } from "#db/client.ts";
import { type QueueHours, queueHours } from "#db/hours.ts";
import { endReread, isRereading, noteReread, type Rereading, rereadingOf } from "#db/rereading.ts";
import { type SortingNow, sortingNow } from "#db/topics/sorting.ts";
import { ASSESS_VERSION, assess } from "#lib/conversation/assess.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { roughLength } from "#lib/format.ts";
import { log } from "#lib/log.ts";
import { oneAhead } from "#lib/one-ahead.ts";
import { SCANNERS } from "#lib/scanners/registry.ts";
import { sortAssessed } from "#lib/topics/sorting.ts";

const BATCH = 400;
const PAGE = 20 * BATCH;

type Options = {
  now: Date;
  limit?: number;
  signal?: AbortSignal;
  /** By which it is told how fast history is read again; `now` may stand still. */
  clock?: () => Date;
};
export type Assessed = { assessed: number; failed: number };

/** What texts are read with; another version of it is marked on the charts. */
const readersNow = (at: Date): SeenVersion[] => [
  {
    kind: "scanner",
    subject: "assess",
    version: ASSESS_VERSION,
    text: `Conversations read by rules ${ASSESS_VERSION}`,
    at,
  },
  ...SCANNERS.map(({ key, version }) => ({
    kind: "scanner" as const,
    subject: `scanner ${key}`,
    version,
    text: `Scanner ${key} ${version}`,
    at,
  })),
];

/** Assesses what is pending, in batches, until nothing is or `limit` is reached. One that fails is recorded and skipped.
 * Safe to run twice and to be killed: each batch is one transaction. */
export const assessPending = async (
  db: Db,
  { now, limit = Number.POSITIVE_INFINITY, signal, clock = () => new Date() }: Options,
): Promise<Assessed> => {
  const versions = { assessedWith: ASSESSED_WITH, now };
  let hours = await queueHours(db);
  let sorting = await sortingNow(db);
  const canned = await cannedReplies(db, now);
  const done = { assessed: 0, failed: 0 };
  while (done.assessed + done.failed < limit && !signal?.aborted) {
    const ids = await pendingIds(db, { ...versions, limit: Math.min(PAGE, limit - done.assessed - done.failed) });
    if (ids.length === 0) break;
    await noteVersions(db.$client, readersNow(now), now);
    const progress = await progressOf(db, clock);
    for await (const pending of oneAhead(loaded(db, ids))) {
      if (signal?.aborted) break;
      hours = await queueHours(db, hours);
      sorting = await sortingNow(db, sorting);
      const { assessed, failed } = await assessBatch(db, pending, { canned, hours, sorting, ...versions });
      done.assessed += assessed;
      done.failed += failed;
      await progress(assessed + failed);
    }
  }
  return done;
};

const TOLD_EVERY_MS = 10_000;

/** Notes after each batch how far history is read again by changed rules, and tells the log every ten seconds; does
 * nothing where there is no history to read again. */
const progressOf = async (db: Db, clock: () => Date): Promise<(n: number) => Promise<void>> => {
  if (!(await isRereading(db, ASSESSED_WITH))) return async () => {};
  await noteReread(db, ASSESSED_WITH, { n: 0, now: clock() });
  let toldAt = clock().getTime();
  return async (n) => {
    const now = clock();
    await noteReread(db, ASSESSED_WITH, { n, now });
    if (!(await isRereading(db, ASSESSED_WITH))) {
      await endReread(db, now);
      log.info("history read again", { with: ASSESSED_WITH });
    } else if (now.getTime() - toldAt >= TOLD_EVERY_MS) {
      toldAt = now.getTime();
      const going = await rereadingOf(db, ASSESSED_WITH);
      if (going) log.info("history is being read again", toldOf(going));
    }
  };
};

const toldOf = ({ done, total, perMinute, secondsLeft }: Rereading) => ({
  ...{ done, total },
  perMinute: perMinute === null ? null : Math.round(perMinute),
  left: secondsLeft === null ? null : roughLength(secondsLeft),
});

type Context = {
  canned: ReadonlySet<string>;
  hours: QueueHours;
  sorting: SortingNow;
  now: Date;
  assessedWith: string;
};

const assessBatch = async (db: Db, pending: Pending[], context: Context): Promise<Assessed> => {
  const finished: Finished[] = [];
  let failed = 0;
  for (const one of pending) {
    const result = attempt(one, context);
    if ("finished" in result) finished.push(result.finished);
    else {
      failed += 1;
      log.error("assess failed", result.error, { conversation: one.conversation.id });
      await saveFailure(db, one, String(result.error), context.assessedWith);
    }
  }
  return {
    assessed: await saveAssessments(db, finished, {
      ...context,
      hoursRevision: context.hours.revision,
      topicsRevision: context.sorting.revision,
    }),
    failed,
  };
};

async function* loaded(db: Db, ids: string[]): AsyncGenerator<Pending[]> {
  for (let i = 0; i < ids.length; i += BATCH) yield await loadPending(db, ids.slice(i, i + BATCH));
}

const attempt = (
  one: Pending,
  { canned, hours, sorting, now }: Context,
): { finished: Finished } | { error: unknown } => {
  try {
    const history = { contacts: one.contacts, reviews: one.reviews, cannedReplies: canned };
    const context = { now, calendarOf: hours.calendarOf, inactivityHours: one.inactivityHours };
    const assessment = assess(one.conversation, history, context);
    return { finished: { ...one, assessment, sorted: sortAssessed(one, assessment, sorting) } };
  } catch (error) {
    return { error };
  }
};
