import { count, dateTime, label, percent, score, time } from "#lib/format.ts";
import { causeSentence, sharesSentence } from "#lib/sentences/queue.ts";
import type { Notification, NotifiedIncident } from "./notification.ts";
import type { AlarmKind } from "./rule.ts";

/** What is told of an alarm, in words. */
export type AlarmText = {
  /** What happened, in one line: subject, headline. */
  title: string;
  lines: string[];
  /** Where to look. */
  url: string;
};

export type Place = { zone: string; publicUrl: string };

/** The words of a notification, the same on every channel; of instants the zone's clock. What is not known is left out. */
export const alarmText = (told: Notification, { zone, publicUrl }: Place): AlarmText => ({
  title: titleOf(told, zone),
  lines: [
    told.cause && causeSentence(told.cause),
    told.cause?.named ? sharesSentence(told.cause) : null,
    saidBy(told),
    told.others.length > 0 ? `At the same time: ${told.others.map(besideText).join("; ")}.` : null,
    told.kind === "fired" ? null : `Firing since ${dateTime(new Date(told.firedAt), zone)}.`,
    told.staleSince === null ? null : `Data is complete only up to ${time(new Date(told.staleSince), zone)}.`,
    sourceText(told),
  ].filter((line) => line !== null),
  url: publicUrl + told.path,
});

/** The words of a message that only shows that a channel works. */
export const testText = (channel: string, { publicUrl }: Pick<Place, "publicUrl">): AlarmText => ({
  title: `Test: ${oneLine(channel)} works`,
  lines: ["This is a test. No alarm has fired."],
  url: `${publicUrl}/settings/alarms`,
});

/** Everything in one text, the address last. */
export const plainText = ({ title, lines, url }: AlarmText): string => [title, ...lines, url].join("\n");

const titleOf = (told: Notification, zone: string): string => {
  const asOf = `as of ${time(new Date(told.asOf), zone)}`;
  const stands = `${queueText(told)}: ${measuredText(told)}, ${asOf}`;
  switch (told.kind) {
    case "fired":
      return told.reason === "late" ? `${stands} (held back by a silence until now)` : stands;
    case "escalated":
      return `Nobody has acknowledged, level ${told.level}: ${stands}`;
    case "repeated":
      return `Still open: ${stands}`;
    case "renotified":
      return `${told.reason === "snooze_expired" ? "Snooze is over" : "Acknowledged but not over"}: ${stands}`;
    case "suspended":
      return `Rests until opening: ${stands}`;
    case "resumed":
      return `Open again, and still beyond its limit: ${stands}`;
    case "resolved":
      return `${endText(told)}: ${stands}`;
  }
};

const endText = ({ reason, by }: Notification): string => {
  if (reason === "cleared_while_closed") return "Over since closing time";
  if (reason === "rule_deleted") return "Ended, its rule was removed";
  if (reason === "manual") return by === null ? "Resolved by hand" : `Resolved by ${oneLine(by)}`;
  return "Over";
};

/** Names come from sources and people; a line break in one must not begin a line of ours. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** The queue of an alarm, by its team. */
export const queueText = ({ queue: { source, team } }: Pick<NotifiedIncident, "queue">): string => {
  if (source === null) return "Workspace";
  if (team === undefined) return oneLine(label(source));
  return team === null ? `No team (${oneLine(label(source))})` : oneLine(label(team));
};

const besideText = (incident: NotifiedIncident): string =>
  `${queueText(incident)}${incident.queue.source ? ` of ${oneLine(label(incident.queue.source))}` : ""}: ${measuredText(incident)}`;

const sourceText = ({ rule, queue: { source, team } }: NotifiedIncident): string =>
  source !== null && typeof team === "string"
    ? `Source: ${oneLine(label(source))}. Rule: ${oneLine(rule.name)}.`
    : `Rule: ${oneLine(rule.name)}.`;

const whole = (value: number): string => count(Math.floor(value));

export type Measured = { rule: { kind: AlarmKind }; value: number | null; threshold: number };

const MEASURED: Record<AlarmKind, (value: string) => string> = {
  oldest_wait: (value) => `oldest wait ${value}`,
  answered_share: (value) => `answered within 5 minutes ${value}`,
  waiting_count: (value) => `waiting ${value}`,
  data_stale: (value) => `data late by ${value}`,
  escalation_rate: (value) => `escalation rate ${value} above its usual level`,
};

const VALUE: Record<AlarmKind, (value: number) => string> = {
  oldest_wait: (value) => `${whole(value)} min`,
  answered_share: (value) => percent(value),
  waiting_count: whole,
  data_stale: (value) => `${whole(value)} min`,
  escalation_rate: (value) => `${score(value)} standard deviations`,
};

/** What was measured beside its limit: "oldest wait 17 min (limit 15)". */
export const measuredText = ({ rule: { kind }, value, threshold }: Measured): string => {
  const measured = value === null ? "not known any more" : VALUE[kind](value);
  // The limit needs no unit where the value has it.
  const limit = kind === "answered_share" ? percent(threshold) : String(Number(threshold.toFixed(2)));
  return `${MEASURED[kind](measured)} (limit ${limit})`;
};

const saidBy = ({ by, note }: Notification): string | null => {
  if (note === null || note.trim() === "") return null;
  return by === null ? `Note: ${oneLine(note)}` : `${oneLine(by)}: ${oneLine(note)}`;
};

/** The payload of a test, which is of no incident. */
export const testNotification = (id: string, now: Date): Notification => ({
  incidentId: id,
  rule: { id, name: "Test", kind: "oldest_wait" },
  queue: { source: null },
  value: null,
  threshold: 0,
  firedAt: now.toISOString(),
  asOf: now.toISOString(),
  cause: null,
  kind: "fired",
  reason: null,
  level: 0,
  by: null,
  note: null,
  others: [],
  path: "/settings/alarms",
  staleSince: null,
});
