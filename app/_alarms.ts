import type { AlarmCard } from "#app/_alarm-card.ts";
import { db } from "#app/_db.ts";
import { type StandingAlarm, standingAlarms } from "#db/alarms/journal.ts";
import { deadLetterCount } from "#db/letters.ts";
import { measuredText, queueText } from "#lib/alarms/alarm-text.ts";
import type { AlarmPhase } from "#lib/alarms/machine.ts";
import type { Cause } from "#lib/alarms/notification.ts";
import { queueOf, watchedKey, watchedOf } from "#lib/alarms/queue.ts";
import type { AlarmRule } from "#lib/alarms/rule.ts";
import { type Filters, NONE } from "#lib/filters.ts";
import { percent, time } from "#lib/format.ts";
import { answeredSentence } from "#lib/sentences/alarms.ts";
import { basisText, besideText, causeSentence, FACTOR_NAMES } from "#lib/sentences/queue.ts";

const DAY_MS = 86_400_000;

/** The alarms that stand for the queues which the filters leave, and why the waits of these are long. */
export const alarmsNow = async (
  filters: Pick<Filters, "only" | "zone">,
  rules: readonly AlarmRule[],
  now: Date,
): Promise<{ cards: AlarmCard[]; cause: Cause | null; quietRules: number; undelivered: number }> => {
  const [all, undelivered] = await Promise.all([
    standingAlarms(db()),
    deadLetterCount(db(), new Date(now.getTime() - DAY_MS)),
  ]);
  const standing = all.filter((alarm) => isShown(alarm, filters.only));
  const open = new Set(standing.map(({ ruleId }) => ruleId));
  const firing = standing.find(
    ({ kind, phase, cause }) => kind !== "escalation_rate" && phase === "firing" && cause?.named,
  );
  return {
    cards: standing.map((alarm) => cardOf(alarm, filters.zone)),
    cause: firing?.cause ?? null,
    undelivered,
    quietRules: rules.filter(({ id, isEnabled }) => isEnabled && !open.has(id)).length,
  };
};

/** What is about a whole source or the workspace concerns every queue. */
const isShown = (
  { source, watched, team }: StandingAlarm,
  { source: sources, team: teams }: Filters["only"],
): boolean => {
  if (sources && source !== null && !sources.includes(source)) return false;
  const isQueue = watchedOf(watched).team !== undefined;
  return !teams || !isQueue || teams.includes(team ?? NONE);
};

const cardOf = (alarm: StandingAlarm, zone: string): AlarmCard => {
  const { ruleId, watched, phase, incidentId, isStale, ackedAt, cause, firedAt, since, asOf } = alarm;
  const from = firedAt ?? since;
  const at = (instant: Date | null) => (instant ? time(instant, zone) : "");
  return {
    key: `${ruleId} ${watchedKey(watchedOf(watched))}`,
    incidentId,
    phase,
    state: stateText(alarm),
    isHeld: isStale,
    since: `${from ? `since ${at(from)}` : ""}${isStale ? `, held at ${at(asOf)}` : ""}`,
    name: `${queueName(alarm)}: ${alarm.ruleName}`,
    measured: measuredText({ rule: { kind: alarm.kind }, value: alarm.value, threshold: alarm.fire }),
    why: cause ? causeSentence(cause) : null,
    factors: (cause?.factors ?? []).map((one) => ({
      name: FACTOR_NAMES[one.factor],
      text: besideText(one),
      share: one.share >= 0.005 ? percent(one.share) : "",
      ...{ log: one.log, isClear: one.isClear },
    })),
    basis: cause && basisText(cause, zone),
    answer: answerText(alarm, zone),
    isAcked: ackedAt !== null,
    isCleared: phase === "recovering" || phase === "suspended",
    href: incidentId ? `/queue/alarms?incident=${incidentId}` : null,
  };
};

const queueName = ({ source, watched }: StandingAlarm): string =>
  queueText({ queue: queueOf(source, watchedOf(watched)) });

const PHASES: Record<AlarmPhase, string> = {
  inactive: "Over",
  pending: "Pending",
  firing: "Firing",
  recovering: "Recovering",
  suspended: "Rests until opening",
};

const stateText = ({ phase, ackedAt, snoozedUntil, isSilenced, level }: StandingAlarm): string =>
  [
    PHASES[phase],
    snoozedUntil ? "snoozed" : ackedAt ? "acknowledged" : level ? `level ${level}` : null,
    isSilenced ? "silenced" : null,
  ]
    .filter((part) => part !== null)
    .join(", ");

const answerText = (alarm: StandingAlarm, zone: string): string | null => {
  const { ackedAt, ackedBy: by, note, snoozedUntil, incidentId, phase } = alarm;
  if (snoozedUntil) return answeredSentence({ by, did: `snoozed it until ${time(snoozedUntil, zone)}`, note });
  if (ackedAt) return answeredSentence({ by, did: `acknowledged it at ${time(ackedAt, zone)}`, note });
  return incidentId && phase === "firing" ? "Nobody has acknowledged it yet." : null;
};
