import { activeSilences, evaluatedUpTo, noteEvaluation, openAlarms } from "#db/alarms/evaluations.ts";
import { ensureUsualRules, standingRules } from "#db/alarms/rules.ts";
import { type Stepped, stateName, stepAlarms } from "#db/alarms/step.ts";
import type { Db } from "#db/client.ts";
import { type QueueHours, queueHours } from "#db/hours.ts";
import { escalationOfDay, lastMatureDay } from "#db/queue/escalation-day.ts";
import { alarmSources, isAllAssessed, queueReadings } from "#db/queue/readings.ts";
import { workspace } from "#db/workspace.ts";
import { type AlarmSource, type EscalationReading, looksOf, type StandingRule } from "#lib/alarms/looks.ts";
import { watchedKey } from "#lib/alarms/queue.ts";
import { lateAfterMinutes } from "#lib/alarms/rule.ts";

export const EVALUATE_SECONDS = 30;

const STANDING_MINUTES = 60;
const NOTHING: Stepped = { looked: 0, fired: 0, resolved: 0, messages: 0 };

/** Where the clock stands still, time has to pass before anything fires: the hour up to it is looked at as it would have
 * been, once, as soon as all that came in is assessed. A look at an instant that was looked at already changes nothing. */
export const evaluateUpTo = async (
  db: Db,
  { now, known }: { now: Date; known: Known },
): Promise<{ counts: Stepped; known: Known }> => {
  const done = await evaluatedUpTo(db);
  const from = Math.max(now.getTime() - STANDING_MINUTES * MINUTE_MS, done?.getTime() ?? 0);
  let last = { counts: NOTHING, known };
  for (let at = from; at < now.getTime(); at += EVALUATE_SECONDS * 1000) {
    if (!(await isAllAssessed(db))) return last;
    last = await evaluateAlarms(db, { now: new Date(at), known: last.known });
  }
  return (await isAllAssessed(db)) ? evaluateAlarms(db, { now, known: last.known }) : last;
};

/** What need not be asked for again at the next look. */
export type Known = { hours?: QueueHours; escalation?: EscalationReading; hasRules?: boolean };

/** Looks at every queue once and moves the alarms on, at data time: of each source up to when its data is complete. Safe to
 * run by two at once. Returns what happened, and what to give to the next look. */
export const evaluateAlarms = async (
  db: Db,
  { now, known = {} }: { now: Date; known?: Known },
): Promise<{ counts: Stepped; known: Known }> => {
  if (!known.hasRules) await ensureUsualRules(db, now);
  const [rules, sources, silences, open, hours, place] = await Promise.all([
    standingRules(db),
    alarmSources(db, now),
    activeSilences(db, now),
    openAlarms(db),
    queueHours(db, known.hours),
    workspace(db),
  ]);
  const zone = place?.zone ?? "UTC";
  const [queues, escalation] = await Promise.all([
    queueReadings(db, sources, now),
    escalationAt(db, { rules, now, zone, known: known.escalation ?? null }),
  ]);
  const world = { now, calendarOf: hours.calendarOf, sources, queues, escalation, silences };
  const counts = await stepAlarms(
    db,
    looksOf(rules, open, world),
    new Set(open.map(({ ruleId, watched }) => stateName(ruleId, watchedKey(watched)))),
    { now, zone, sources, staleSince: staleSince(sources, rules, now) },
  );
  await noteEvaluation(db, now);
  return { counts, known: { hours, hasRules: true, ...(escalation ? { escalation } : {}) } };
};

/** Counted once a day: a mature day stays as it is. */
const escalationAt = async (
  db: Db,
  {
    rules,
    now,
    zone,
    known,
  }: { rules: readonly StandingRule[]; now: Date; zone: string; known: EscalationReading | null },
): Promise<EscalationReading | null> => {
  const isAsked = rules.some(({ kind, isEnabled, isRemoved }) => kind === "escalation_rate" && isEnabled && !isRemoved);
  const day = isAsked ? lastMatureDay(now, zone) : null;
  if (!day) return null;
  return known?.endedAt.getTime() === day.to.getTime() ? known : escalationOfDay(db, day, zone);
};

const MINUTE_MS = 60_000;

/** Up to when data is complete while a source is behind by more than its rule allows; null while none is. */
const staleSince = (sources: readonly AlarmSource[], rules: readonly StandingRule[], now: Date): Date | null => {
  const minutes = lateAfterMinutes(rules.filter(({ isRemoved }) => !isRemoved));
  const behind = sources.flatMap(({ isWatched, watermark }) => (isWatched && watermark ? [watermark.getTime()] : []));
  const first = Math.min(...behind);
  return now.getTime() - first > minutes * MINUTE_MS && Number.isFinite(first) ? new Date(first) : null;
};
