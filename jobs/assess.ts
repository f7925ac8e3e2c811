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
import { workspace } from "#db/workspace.ts";
import { ASSESS_VERSION, assess } from "#lib/conversation/assess.ts";
import { log } from "#lib/log.ts";
import { SCANNERS } from "#lib/scanners/registry.ts";
import { type Calendar, defaultCalendar } from "#lib/time/calendar.ts";

const BATCH = 400;

type Options = { now: Date; limit?: number; signal?: AbortSignal };
export type Assessed = { assessed: number; failed: number };

/** What an assessment depends on besides its conversation; another value makes everything pending. */
export const assessedWith = (calendar: Calendar): string =>
  [
    `assess ${ASSESS_VERSION}`,
    ...SCANNERS.map(({ key, version }) => `${key} ${version}`),
    `calendar ${calendar.version}`,
  ].join(", ");

export const calendarOf = async (db: Db): Promise<Calendar> =>
  (await workspace(db))?.calendar ?? defaultCalendar("UTC");

/** Assesses what is pending, in batches, until nothing is or `limit` is reached. One that fails is recorded and skipped.
 * Safe to run twice and to be killed: each batch is one transaction. */
export const assessPending = async (
  db: Db,
  { now, limit = Number.POSITIVE_INFINITY, signal }: Options,
): Promise<Assessed> => {
  const calendar = await calendarOf(db);
  const versions = { assessedWith: assessedWith(calendar), now };
  const canned = await cannedReplies(db, now);
  const done = { assessed: 0, failed: 0 };
  while (done.assessed + done.failed < limit && !signal?.aborted) {
    const ids = await pendingIds(db, { ...versions, limit: Math.min(BATCH, limit - done.assessed - done.failed) });
    if (ids.length === 0) break;
    const pending = await loadPending(db, ids);
    const finished: Finished[] = [];
    for (const one of pending) {
      const result = attempt(one, canned, { now, calendar });
      if ("finished" in result) finished.push(result.finished);
      else {
        done.failed += 1;
        log.error("assess failed", result.error, { conversation: one.conversation.id });
        await saveFailure(db, one.conversation.id, String(result.error), versions.assessedWith);
      }
    }
    done.assessed += await saveAssessments(db, finished, versions);
  }
  return done;
};

const attempt = (
  one: Pending,
  canned: ReadonlySet<string>,
  context: { now: Date; calendar: Calendar },
): { finished: Finished } | { error: unknown } => {
  try {
    const history = { contacts: one.contacts, cannedReplies: canned };
    return { finished: { ...one, assessment: assess(one.conversation, history, context) } };
  } catch (error) {
    return { error };
  }
};
