import { z } from "zod";
import type { AlarmKind, AlarmLevel } from "./rule.ts";

/** What may be told of an incident. late: held back by a silence until now. */
export const NOTIFICATION_KINDS = [
  "fired",
  "escalated",
  "repeated",
  "renotified",
  "suspended",
  "resumed",
  "resolved",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Why it is told, where the kind leaves it open. */
export const REASONS = [
  "late",
  "snooze_expired",
  "ack_timeout",
  "cleared",
  "cleared_while_closed",
  "rule_deleted",
  "manual",
] as const;
export type Reason = (typeof REASONS)[number];

export const CHANNEL_KINDS = ["in_app", "email", "slack", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What a channel's secret is sealed for. */
export const channelPurpose = (channelId: string): string => `channel/${channelId}`;

/** What moved the load, each with its share of it; shares of those that pushed it up sum to 1. */
export const FACTORS = ["arrivals", "escalation_rate", "handle_time", "people"] as const;
export type Factor = (typeof FACTORS)[number];

/** now and usual: conversations the AI took part in, a share, seconds, people in equally many answers; null = not known, and
 * taken as unchanged. n and usualN: of how many conversations, ended ones or answers. log: by how much it moved the load per
 * person, as a natural logarithm; above 0 = up. error: the standard error of that; null = too few to tell. isClear: other
 * than by chance. */
export type FactorChange = {
  factor: Factor;
  now: number | null;
  usual: number | null;
  n: number;
  usualN: number;
  log: number;
  error: number | null;
  isClear: boolean;
  share: number;
};

/** The hour before it fired beside the same hour of the weeks before. factors: the one that pushed most first. named: what
 * it was; null = nothing can be told apart from chance, or as `isUsual` says, all is known to be as usual. isOfAll: counted
 * over all queues of its source, because in the queue itself there are too few. */
export type Cause = {
  from: string;
  to: string;
  weeks: number;
  loadRatio: number;
  named: Factor | null;
  isUsual: boolean;
  isOfAll: boolean;
  factors: FactorChange[];
};

/** One incident in a message. Instants are ISO texts, because a payload is stored as JSON. */
export type NotifiedIncident = {
  incidentId: string;
  rule: { id: string; name: string; kind: AlarmKind };
  /** Source by its key; null = the workspace as a whole. team: null = no team that is known, undefined = not of one. */
  queue: { source: string | null; team?: string | null };
  /** What was measured, in the unit of the rule's kind; null = nothing to measure any more. */
  value: number | null;
  threshold: number;
  firedAt: string;
  /** Data time of what is told. */
  asOf: string;
  cause: Cause | null;
};

/** Where an incident is answered while it is open; when it is over, that leads on to its journal. */
export const incidentPath = (incidentId: string): string => `/queue?incident=${incidentId}`;

/** The incident that an address names; null = none that could be one. */
export const incidentAsked = (value: unknown): string | null => z.uuid().safeParse(value).data ?? null;

/** The payload of a row of the outbox. */
export type Notification = NotifiedIncident & {
  kind: NotificationKind;
  reason: Reason | null;
  level: AlarmLevel;
  /** Who did it and what they wrote, where a person did. */
  by: string | null;
  note: string | null;
  /** Of other queues of the team that fired within the same 30 seconds. */
  others: NotifiedIncident[];
  /** Path in the app, to be put behind the public address. */
  path: string;
  /** While a source is behind: up to when its data is complete, for "as of 10:04"; else null. */
  staleSince: string | null;
};

/** Stable over retries and evaluators: what a receiver drops duplicates by. */
export const outboxKey = (told: {
  incidentId: string;
  kind: NotificationKind;
  level: AlarmLevel;
  n: number;
  channelId: string;
}): string => [told.incidentId, told.kind, told.level, told.n, told.channelId].join(":");
