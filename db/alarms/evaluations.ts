import { sql } from "drizzle-orm";
import { type Watched, watchedOf } from "#lib/alarms/queue.ts";
import type { SilenceMatcher } from "#lib/alarms/silence.ts";
import type { Db } from "../client.ts";
import { alarmEvaluations } from "../schema/alarms.ts";

/** Silences that hold back at an instant. */
export const activeSilences = async (db: Db, now: Date): Promise<SilenceMatcher[]> => {
  const rows = await db.$client<{ matcher: SilenceMatcher }[]>`
    select matcher from silences where from_at <= ${now} and until_at > ${now} and (ended_at is null or ended_at > ${now})`;
  return rows.map(({ matcher }) => matcher);
};

/** What is pending, firing, recovering or suspended. */
export const openAlarms = async (db: Db): Promise<{ ruleId: string; watched: Watched }[]> => {
  const rows = await db.$client<{ ruleId: string; watched: string }[]>`
    select rule_id as "ruleId", watched from alarm_states where phase <> 'inactive'`;
  return rows.map(({ ruleId, watched }) => ({ ruleId, watched: watchedOf(watched) }));
};

/** Data time up to which any alarm was looked at; null = none was. */
export const evaluatedUpTo = async (db: Db): Promise<Date | null> => {
  const [row] = await db.$client<{ at: Date | null }[]>`select max(as_of) as at from alarm_states`;
  return row?.at ?? null;
};

/** Notes that the evaluator ran; a clock that steps back takes nothing back. */
export const noteEvaluation = async (db: Db, now: Date): Promise<void> => {
  await db
    .insert(alarmEvaluations)
    .values({ evaluatedAt: now })
    .onConflictDoUpdate({
      target: alarmEvaluations.id,
      set: { evaluatedAt: sql`greatest(alarm_evaluations.evaluated_at, excluded.evaluated_at)` },
    });
};

/** When the evaluator last ran; null = never. */
export const lastEvaluation = async (db: Db): Promise<Date | null> => {
  const [row] = await db.select().from(alarmEvaluations);
  return row?.evaluatedAt ?? null;
};
