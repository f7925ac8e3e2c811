import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { cannedReplies } from "#db/assessments.ts";
import type { Db } from "#db/client.ts";
import {
  articlesToMatch,
  escalatedOf,
  forgetOldReports,
  saveReport,
  solvedByAi,
  topicsToReport,
} from "#db/topic-reports.ts";
import { log } from "#lib/log.ts";
import type { TopicReport } from "#lib/topics/report.ts";
import type { EscalatedConversation } from "#lib/topics/reports/case.ts";
import type { Asked, Reported, Shelf } from "./topics/reporting.ts";

const HOUR_MS = 3_600_000;
const DAYS = 84;
/** A day, less what a job that looks every ten minutes and the one that sorts before it are late. */
const STALE_HOURS = 20;
/** More of a topic say the same. */
const MOST = 400;
const MOST_SOLVED = 5000;

type Options = { now: Date; signal?: AbortSignal };

/** Makes the report of each topic whose last one is older than twenty hours. A topic is a transaction: one that is killed goes
 * on with the topics that are left. */
export const reportTopics = async (db: Db, { now, signal }: Options): Promise<Record<string, number>> => {
  await forgetOldReports(db);
  const due = await topicsToReport(db, new Date(now.getTime() - STALE_HOURS * HOUR_MS));
  const done = { reported: 0, read: 0 };
  if (due.length === 0) return done;
  const range = { from: new Date(now.getTime() - DAYS * 24 * HOUR_MS), to: now };
  const reporter = startReporter(await shelfOf(db, range), signal);
  try {
    for (const { id, name } of due) {
      if (signal?.aborted) break;
      const conversations = await escalatedOf(db, name, { ...range, most: MOST });
      if (await saveReport(db, id, await reporter.report(conversations), now)) done.reported += 1;
      done.read += conversations.length;
    }
  } finally {
    await reporter.stop();
  }
  log.info("topics reported", done);
  return done;
};

const shelfOf = async (db: Db, range: Shelf["range"]): Promise<Shelf> => {
  const articles = await articlesToMatch(db);
  const solved = articles.length > 0 ? await solvedByAi(db, { ...range, most: MOST_SOLVED }) : [];
  return { articles, solved, cannedReplies: await cannedReplies(db, range.to), range };
};

/** Thousands of articles take seconds to be held ready, and a topic another one: that happens in a thread of its own, so that
 * alarms and the heartbeat of the worker go on beside it. */
const startReporter = (shelf: Shelf, signal?: AbortSignal) => {
  const thread = new Worker(new URL("./topics/reporting.ts", import.meta.url), { workerData: shelf });
  const failed = new Promise<never>((_, fail) => {
    thread.once("error", fail);
    thread.once("exit", () => fail(new Error("The thread that makes reports ended without a word.")));
  });
  // It may fail while nobody waits for it.
  failed.catch(() => {});
  return {
    report: async (conversations: readonly EscalatedConversation[]): Promise<TopicReport> => {
      const answer = Promise.race([once(thread, "message", signal ? { signal } : {}), failed]);
      thread.postMessage({ conversations } satisfies Asked);
      const [{ report }] = (await answer) as [Reported];
      return report;
    },
    stop: async (): Promise<void> => {
      await thread.terminate();
    },
  };
};
