import { queueText } from "#lib/alarms/alarm-text.ts";
import type { WouldBe } from "#lib/alarms/backtest/replay.ts";
import type { Journaled } from "#lib/alarms/journal.ts";
import { queueOf } from "#lib/alarms/queue.ts";
import type { AlarmKind, AlarmRule } from "#lib/alarms/rule.ts";
import type { SilenceMatcher } from "#lib/alarms/silence.ts";
import { capitalised, count, dateTime, label, percent } from "#lib/format.ts";

type Limits = Pick<AlarmRule, "kind" | "fire" | "clear" | "forMinutes" | "keepMinutes">;

const CONDITIONS: Record<AlarmKind, (fire: number, clear: number) => [fires: string, over: string]> = {
  oldest_wait: (fire, clear) => [`somebody has waited over ${fire} open minutes`, `nobody over ${clear}`],
  answered_share: (fire, clear) => [
    `fewer than ${percent(fire)} of the last hour's were answered within five minutes`,
    `${percent(clear)} or more are`,
  ],
  waiting_count: (fire, clear) => [`more than ${fire} wait`, `${clear} or fewer do`],
  data_stale: (fire, clear) => [`data is over ${fire} minutes old`, `it is ${clear} or less`],
  escalation_rate: (fire, clear) => [
    `a day's escalation rate is over ${fire} standard deviations above its usual`,
    `a day is within ${clear}`,
  ],
};

/** When a rule fires and when it is over again. */
export const conditionText = ({ kind, fire, clear, forMinutes, keepMinutes }: Limits): string => {
  const [fires, over] = CONDITIONS[kind](fire, clear);
  const lasting = (minutes: number) => (minutes > 0 ? ` for ${minutes} min` : "");
  return `When ${fires}${lasting(forMinutes)}; over when ${over}${lasting(keepMinutes)}.`;
};

/** Who is told of a rule, by level; `names`: of channels by their id. */
export const recipientsText = (
  { recipients, escalateMinutes: [first = 0, second = 0] }: Pick<AlarmRule, "recipients" | "escalateMinutes">,
  names: ReadonlyMap<string, string>,
): string => {
  const when = ["at once", `after ${first} min`, `after ${first + second} min`];
  const told = recipients.flatMap((ids, level) => {
    const known = ids.flatMap((id) => names.get(id) ?? []);
    return known.length > 0 ? [`${when[level]} ${known.join(", ")}`] : [];
  });
  return told.length === 0 ? "Only this app tells of it." : `It tells ${told.join("; ")}.`;
};

type Sources = ReadonlyMap<string, string>;

const ALL: Partial<Record<AlarmKind, string>> = { data_stale: "every source", escalation_rate: "the workspace" };

/** What a rule is for; `sources`: keys by id. */
export const scopeText = ({ kind, scope }: Pick<AlarmRule, "kind" | "scope">, sources: Sources): string =>
  scope.kind === "all"
    ? (ALL[kind] ?? "every queue")
    : queueText({ queue: { source: sources.get(scope.sourceId) ?? "a source that is gone", team: scope.team } });

type Named = Pick<AlarmRule, "id" | "name">;

/** What a silence holds back. */
export const silenceText = (
  { ruleId, kind, sourceId, team }: SilenceMatcher,
  rules: readonly Named[],
  sources: Sources,
): string => {
  const source = sourceId === undefined ? null : (sources.get(sourceId) ?? "a source that is gone");
  const queue = source === null ? null : queueText({ queue: queueOf(source, team === undefined ? {} : { team }) });
  const rule = ruleId === undefined ? null : (rules.find(({ id }) => id === ruleId)?.name ?? "a rule that is gone");
  const parts = [queue, rule, kind === undefined ? null : label(kind)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(": ") : "Everything";
};

const HAPPENED: Record<Journaled, string> = {
  fired: "fired",
  escalated: "nobody acknowledged it, on to the next level",
  repeated: "still open, told again",
  renotified: "told again",
  suspended: "rests until opening",
  resumed: "goes on, still beyond its limit",
  resolved: "is over",
  data_stale: "data is late, its state is held",
  data_fresh: "data is back",
  acknowledged: "acknowledged",
  unacknowledged: "acknowledgement taken back",
  snoozed: "snoozed",
  silenced: "silenced",
  silence_ended: "silence ended",
  judged: "judged",
  done: "noted what was done",
  rule_saved: "rule saved",
  rule_removed: "rule removed",
};

/** Who answered an alarm, how, and what they wrote. by null = somebody who is gone; note null = nothing. */
export const answeredSentence = ({ by, did, note }: { by: string | null; did: string; note: string | null }): string =>
  `${by ?? "Somebody"} ${did}${note === null ? "." : `: “${note}”`}`;

type Entry = {
  what: Journaled;
  value: number | null;
  isSuppressed: boolean;
  ruleName: string | null;
  source: string | null;
  team: string | null;
};

/** One line of the journal. */
export const journalText = ({ what, value, isSuppressed, ruleName, source, team }: Entry): string => {
  const queue = source === null ? null : team === null ? label(source) : label(team);
  const of = [queue, ruleName].filter((part) => part !== null).join(", ");
  const judged = what === "judged" ? { 1: "as real", 0: "as a false alarm" }[value ?? 2] : null;
  const happened = judged === undefined ? "judgement taken back" : [HAPPENED[what], judged].filter(Boolean).join(" ");
  const snoozed = what === "snoozed" && value !== null ? ` for ${count(value)} min` : "";
  const quiet = isSuppressed ? " (nobody was told)" : "";
  return capitalised(`${of ? `${of}: ` : ""}${happened}${snoozed}${quiet}`);
};

type Backtested = { incidents: (WouldBe & { source: string; team: string | null })[] } | null;

const LISTED = 6;

/** What a rule would have done in the last four weeks; null = its past is not kept. */
export const backtestText = (found: Backtested, kind: AlarmKind, zone: string): string => {
  if (!found) {
    return kind === "data_stale"
      ? "How late data was is not kept, so this rule cannot be tried on the past."
      : "It looks at whole days: see the limits on the escalation chart of the weekly page instead.";
  }
  const { incidents } = found;
  if (incidents.length === 0) return "In the last four weeks it would not have fired once.";
  const times = incidents.length === 1 ? "once" : `${count(incidents.length)} times`;
  const named = incidents
    .slice(-LISTED)
    .map(({ fired, ended, source, team }) => {
      const length = ended === null ? "still open" : `${Math.round((ended - fired) / 60_000)} min`;
      return `${dateTime(new Date(fired), zone)} ${queueText({ queue: { source, team } })} (${length})`;
    })
    .join("; ");
  const which = incidents.length > LISTED ? `; the last ${LISTED}` : "";
  return `In the last four weeks it would have fired ${times}${which}: ${named}.`;
};
