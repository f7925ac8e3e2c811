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
import { ASSESS_VERSION, assess } from "#lib/conversation/assess.ts";
import { log } from "#lib/log.ts";
import { oneAhead } from "#lib/one-ahead.ts";
import { LEXICON } from "#lib/scanners/lexicon/packs.ts";
import { SCANNERS } from "#lib/scanners/registry.ts";

const BATCH = 400;
const PAGE = 20 * BATCH;

type Options = { now: Date; limit?: number; signal?: AbortSignal };
export type Assessed = { assessed: number; failed: number };

/** The versions with which everything is assessed; another value makes everything pending. Of other hours only the waits
 * they concern become pending, when they are saved. */
export const ASSESSED_WITH = [
  `assess ${ASSESS_VERSION}`,
  ...SCANNERS.map(({ key, version }) => `${key} ${version}`),
  `lexicon ${LEXICON}`,
].join(", ");

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
  { now, limit = Number.POSITIVE_INFINITY, signal }: Options,
): Promise<Assessed> => {
  const versions = { assessedWith: ASSESSED_WITH, now };
  let hours = await queueHours(db);
  const canned = await cannedReplies(db, now);
  const done = { assessed: 0, failed: 0 };
  while (done.assessed + done.failed < limit && !signal?.aborted) {
    const ids = await pendingIds(db, { ...versions, limit: Math.min(PAGE, limit - done.assessed - done.failed) });
    if (ids.length === 0) break;
    await noteVersions(db.$client, readersNow(now), now);
    for await (const pending of oneAhead(loaded(db, ids))) {
      if (signal?.aborted) break;
      hours = await queueHours(db, hours);
      const { assessed, failed } = await assessBatch(db, pending, { canned, hours, ...versions });
      done.assessed += assessed;
      done.failed += failed;
    }
  }
  return done;
};

type Context = { canned: ReadonlySet<string>; hours: QueueHours; now: Date; assessedWith: string };

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
    assessed: await saveAssessments(db, finished, { ...context, hoursRevision: context.hours.revision }),
    failed,
  };
};

async function* loaded(db: Db, ids: string[]): AsyncGenerator<Pending[]> {
  for (let i = 0; i < ids.length; i += BATCH) yield await loadPending(db, ids.slice(i, i + BATCH));
}

const attempt = (one: Pending, { canned, hours, now }: Context): { finished: Finished } | { error: unknown } => {
  try {
    const history = { contacts: one.contacts, reviews: one.reviews, cannedReplies: canned };
    return {
      finished: {
        ...one,
        assessment: assess(one.conversation, history, {
          now,
          calendarOf: hours.calendarOf,
          inactivityHours: one.inactivityHours,
        }),
      },
    };
  } catch (error) {
    return { error };
  }
};
