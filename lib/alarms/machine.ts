import type { NotificationKind, Reason } from "./notification.ts";
import type { AlarmLevel } from "./rule.ts";

export const ALARM_STATES = ["inactive", "pending", "firing", "recovering", "suspended"] as const;
export type AlarmPhase = (typeof ALARM_STATES)[number];

/** From FIRING to INACTIVE. Wall times, in milliseconds. */
export type OpenIncident = {
  id: string;
  /** How many effects it had: numbers the next one. */
  n: number;
  level: AlarmLevel;
  /** The highest level that was told. */
  highest: AlarmLevel;
  /** When the timer of the level began. */
  levelSince: number;
  /** Whether anybody was told at all. */
  isDelivered: boolean;
  ackedAt: number | null;
  snoozedUntil: number | null;
};

/** The state of one rule for one queue. JSON keeps it as it is. */
export type AlarmState = {
  phase: AlarmPhase;
  /** Data time at which the phase's dwelling began, in milliseconds. */
  since: number | null;
  /** Data time of the last evaluation that moved it, and wall time of the last one at all. */
  asOf: number | null;
  evaluatedAt: number | null;
  isStale: boolean;
  isSilenced: boolean;
  incident: OpenIncident | null;
};

export const FRESH: AlarmState = {
  phase: "inactive",
  since: null,
  asOf: null,
  evaluatedAt: null,
  isStale: false,
  isSilenced: false,
  incident: null,
};

/** What happened to an incident. isDelivered = it is to be told; else it is on record only, silenced or never told of. */
export type IncidentEffect = {
  kind: NotificationKind;
  reason: Reason | null;
  level: AlarmLevel;
  n: number;
  incidentId: string;
  isDelivered: boolean;
};

/** What came of a step. */
export type Effect = IncidentEffect | { kind: "data_stale" | "data_fresh" };

export const isOfIncident = (effect: Effect): effect is IncidentEffect => "incidentId" in effect;

/** An incident that nothing has happened in yet. */
export const NEW_INCIDENT: OpenIncident = {
  id: "",
  n: 0,
  level: 0,
  highest: 0,
  levelSince: 0,
  isDelivered: false,
  ackedAt: null,
  snoozedUntil: null,
};

/** What people do to an incident. */
export type Command = { kind: "ack" | "unack" | "resolve" } | { kind: "snooze"; minutes: number };

export const REJECTIONS = {
  no_open_incident: "There is no open incident any more.",
  still_breaching: "It is still beyond its threshold, so it cannot be resolved. Snooze it instead.",
} as const;
export type Rejection = keyof typeof REJECTIONS;
