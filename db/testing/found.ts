import { loadPending, pendingIds, saveAssessments } from "#db/assessments.ts";
import type { Db } from "#db/client.ts";
import { assess } from "#lib/conversation/assess.ts";
import type { Finding } from "#lib/conversation/assessed.ts";
import { noHistory, utcHours } from "#lib/testing/build.ts";
import { NO_SORTING, sortAssessed } from "#lib/topics/sorting.ts";

/** A finding by the words "scanner rule label"; sure, unless said otherwise. */
export const found = (words: string, more: Partial<Finding> = {}): Finding => {
  const [scanner = "", rule = "", label = ""] = words.split(" ");
  return {
    ...{ scanner, rule, label, version: "1", messageId: null, start: 0, end: 0, confidence: 1, episode: 0 },
    ...{ earlier: null, value: null, evidence: null },
    ...more,
  };
};

/** Assesses what is pending as the product does, as if the scanners found just this in each conversation (by external
 * id). */
export const assessAsFound = async (db: Db, now: Date, findings: Record<string, Finding[]>): Promise<void> => {
  const assessedWith = "as found";
  const pending = await loadPending(db, await pendingIds(db, { assessedWith, now, limit: 1000 }));
  const finished = pending.map((one) => {
    const assessment = assess(one.conversation, noHistory, { now, calendarOf: utcHours });
    const told = { ...assessment, findings: findings[one.conversation.externalId] ?? [] };
    return { ...one, assessment: told, sorted: sortAssessed(one, told, NO_SORTING) };
  });
  await saveAssessments(db, finished, { assessedWith, hoursRevision: 0, topicsRevision: 0, now });
};
