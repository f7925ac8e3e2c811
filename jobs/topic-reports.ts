import { setImmediate as breath } from "node:timers/promises";
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
import { caseOf, type ReportCase } from "#lib/topics/reports/case.ts";
import { type Library, libraryOf } from "#lib/topics/reports/library.ts";
import { reportOf } from "#lib/topics/reports/report-of.ts";

const HOUR_MS = 3_600_000;
const DAYS = 84;
/** A day, less what an hourly job is late. */
const STALE_HOURS = 20;
/** More of a topic say the same. */
const MOST = 400;
const MOST_SOLVED = 5000;
/** So many conversations are read before others have their turn. */
const AT_ONCE = 10;

type Options = { now: Date; signal?: AbortSignal };

/** Makes the report of each topic whose last one is older than twenty hours. A topic is a transaction: one that is killed goes
 * on with the topics that are left. */
export const reportTopics = async (db: Db, { now, signal }: Options): Promise<Record<string, number>> => {
  await forgetOldReports(db);
  const due = await topicsToReport(db, new Date(now.getTime() - STALE_HOURS * HOUR_MS));
  const done = { reported: 0, read: 0 };
  if (due.length === 0) return done;
  const range = { from: new Date(now.getTime() - DAYS * 24 * HOUR_MS), to: now };
  const canned = await cannedReplies(db, now);
  const articles = await articlesToMatch(db);
  const solved = articles.length > 0 ? await solvedByAi(db, { ...range, most: MOST_SOLVED }) : [];
  const library = libraryOf(articles, solved);
  for (const { id, name } of due) {
    if (signal?.aborted) break;
    const cases = await casesOf(await escalatedOf(db, name, { ...range, most: MOST }), library, canned);
    if (await saveReport(db, id, reportOf(cases, library, range), now)) done.reported += 1;
    done.read += cases.length;
  }
  log.info("topics reported", done);
  return done;
};

/** Matching takes milliseconds a conversation; alarms and the heartbeat go on between them. */
const casesOf = async (
  conversations: Awaited<ReturnType<typeof escalatedOf>>,
  library: Library,
  canned: ReadonlySet<string>,
): Promise<ReportCase[]> => {
  const cases: ReportCase[] = [];
  for (const [i, conversation] of conversations.entries()) {
    if (i % AT_ONCE === 0) await breath();
    cases.push(caseOf(conversation, library, canned));
  }
  return cases;
};
