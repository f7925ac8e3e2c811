// Alarms: what is watched, how each stands, what happened, and what is to be told.
import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ChannelSettings } from "#lib/alarms/channel.ts";
import { JOURNALED, type Journaled } from "#lib/alarms/journal.ts";
import { ALARM_STATES, type AlarmPhase, type AlarmState } from "#lib/alarms/machine.ts";
import { type Cause, CHANNEL_KINDS, type ChannelKind, type Notification } from "#lib/alarms/notification.ts";
import { ALARM_KINDS, type AlarmKind, type AlarmLevel, type AlarmRule } from "#lib/alarms/rule.ts";
import type { SilenceMatcher } from "#lib/alarms/silence.ts";
import { instant, oneOf } from "./columns.ts";

export const alarmRules = pgTable(
  "alarm_rules",
  {
    id: uuid("id").primaryKey(),
    /** Raised with each change. */
    revision: integer("revision").notNull().default(1),
    name: text("name").notNull(),
    kind: text("kind").$type<AlarmKind>().notNull(),
    /** all: each queue by itself; queue: this one. */
    scope: text("scope").$type<"all" | "queue">().notNull(),
    sourceId: uuid("source_id"),
    team: text("team"),
    fire: doublePrecision("fire").notNull(),
    clear: doublePrecision("clear").notNull(),
    forMinutes: doublePrecision("for_minutes").notNull(),
    keepMinutes: doublePrecision("keep_minutes").notNull(),
    staleAfterMinutes: doublePrecision("stale_after_minutes").notNull(),
    escalateMinutes: doublePrecision("escalate_minutes").array().notNull(),
    ackTimeoutMinutes: doublePrecision("ack_timeout_minutes").notNull(),
    repeatMinutes: doublePrecision("repeat_minutes").notNull(),
    hours: jsonb("hours").$type<AlarmRule["hours"]>().notNull(),
    /** Ids of channels, one list a level. */
    recipients: jsonb("recipients").$type<string[][]>().notNull(),
    isEnabled: boolean("is_enabled").notNull(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    changedBy: uuid("changed_by"),
    /** Kept, so that the journal can name it. */
    removedAt: instant("removed_at"),
  },
  () => [
    oneOf("alarm_rule_kind", "kind", ALARM_KINDS),
    oneOf("alarm_rule_scope", "scope", ["all", "queue"]),
    check("alarm_rule_queue", sql`(scope = 'queue') = (source_id is not null)`),
  ],
);

/** How each rule stands for each queue. `machine` is the truth; the columns repeat of it what is asked for. */
export const alarmStates = pgTable(
  "alarm_states",
  {
    ruleId: uuid("rule_id").notNull(),
    /** `watchedKey` of what it watches. */
    watched: text("watched").notNull(),
    /** Null = the workspace as a whole. */
    sourceId: uuid("source_id"),
    /** Null = handed to no team that is known, or not one queue; `watched` tells them apart. */
    team: text("team"),
    phase: text("phase").$type<AlarmPhase>().notNull(),
    machine: jsonb("machine").$type<AlarmState>().notNull(),
    incidentId: uuid("incident_id"),
    /** What was measured last, in the unit of the kind; null = nothing to measure. */
    value: doublePrecision("value"),
    asOf: instant("as_of"),
    evaluatedAt: instant("evaluated_at"),
    /** Raised with each change of `machine`. */
    version: integer("version").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.ruleId, t.watched] }),
    oneOf("alarm_state_phase", "phase", ALARM_STATES),
    // alarmOverview()
    index("alarm_states_phase").on(t.phase).where(sql`phase <> 'inactive'`),
  ],
);

/** When the evaluator last ran, in one row: what somebody outside can ask for, who would miss it. */
export const alarmEvaluations = pgTable(
  "alarm_evaluations",
  { id: smallint("id").primaryKey().default(1), evaluatedAt: instant("evaluated_at").notNull() },
  () => [check("one_evaluation", sql`id = 1`)],
);

/** From FIRING to INACTIVE, one row each. */
export const incidents = pgTable(
  "incidents",
  {
    /** Made of rule, queue and data time of firing, so that two evaluators make the same. */
    id: uuid("id").primaryKey(),
    ruleId: uuid("rule_id").notNull(),
    watched: text("watched").notNull(),
    sourceId: uuid("source_id"),
    team: text("team"),
    kind: text("kind").$type<AlarmKind>().notNull(),
    /** Name and threshold as they were when it fired. */
    ruleName: text("rule_name").notNull(),
    threshold: doublePrecision("threshold").notNull(),
    /** Data times. */
    firedAt: instant("fired_at").notNull(),
    endedAt: instant("ended_at"),
    /** cleared, cleared_while_closed, rule_deleted or manual; null while it is open. */
    endedBy: text("ended_by"),
    value: doublePrecision("value"),
    /** The worst that was measured in it. */
    peak: doublePrecision("peak"),
    level: smallint("level").$type<AlarmLevel>().notNull().default(0),
    isDelivered: boolean("is_delivered").notNull().default(false),
    cause: jsonb("cause").$type<Cause>(),
    /** What its messages are ordered by: its id, or that of the first of the group it was told with. */
    orderKey: uuid("order_key").notNull(),
    ackedAt: instant("acked_at"),
    ackedBy: uuid("acked_by"),
    /** What people said of it afterwards; null = nobody has yet. */
    wasReal: boolean("was_real"),
    judgedBy: uuid("judged_by"),
    judgedAt: instant("judged_at"),
    done: text("done"),
    doneBy: uuid("done_by"),
    doneAt: instant("done_at"),
  },
  (t) => [
    oneOf("incident_kind", "kind", ALARM_KINDS),
    // incidents(), falseAlarmRates()
    index("incidents_rule").on(t.ruleId, t.firedAt),
    index("incidents_fired").on(t.firedAt),
    index("incidents_open").on(t.firedAt).where(sql`ended_at is null`),
  ],
);

/** What happened, in order; rows are only ever added. */
export const alarmJournal = pgTable(
  "alarm_journal",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    /** Null = of no incident, such as a change of a rule. */
    incidentId: uuid("incident_id"),
    ruleId: uuid("rule_id"),
    watched: text("watched"),
    what: text("what").$type<Journaled>().notNull(),
    reason: text("reason"),
    level: smallint("level").$type<AlarmLevel>(),
    value: doublePrecision("value"),
    /** Null = the machine. */
    userId: uuid("user_id"),
    note: text("note"),
    /** Silenced, or of an incident that nobody was told of: on record only. */
    isSuppressed: boolean("is_suppressed").notNull().default(false),
    /** Data time, and time by the clock. */
    dataAt: instant("data_at"),
    at: instant("at").notNull(),
  },
  (t) => [
    oneOf("alarm_journal_what", "what", JOURNALED),
    // journal(), journalOf()
    index("alarm_journal_at").on(t.at),
    index("alarm_journal_incident").on(t.incidentId, t.id),
  ],
);

export const silences = pgTable(
  "silences",
  {
    id: uuid("id").primaryKey(),
    matcher: jsonb("matcher").$type<SilenceMatcher>().notNull(),
    reason: text("reason").notNull(),
    /** By the clock; half-open. */
    fromAt: instant("from_at").notNull(),
    untilAt: instant("until_at").notNull(),
    createdBy: uuid("created_by"),
    /** Taken back before it was over. */
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
  },
  // activeSilences()
  (t) => [index("silences_until").on(t.untilAt)],
);

/** Where messages go. */
export const notificationChannels = pgTable(
  "notification_channels",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<ChannelKind>().notNull(),
    name: text("name").notNull(),
    config: jsonb("config").$type<ChannelSettings>().notNull(),
    /** Encrypted for `channelPurpose`; null = it needs none. */
    keyId: text("key_id"),
    sealed: text("sealed"),
    isEnabled: boolean("is_enabled").notNull().default(true),
    createdAt: instant("created_at").notNull(),
    lastSentAt: instant("last_sent_at"),
    /** In one sentence; null = the last message went out. */
    lastError: text("last_error"),
    lastFailedAt: instant("last_failed_at"),
    removedAt: instant("removed_at"),
  },
  () => [oneOf("notification_channel_kind", "kind", CHANNEL_KINDS)],
);

/** Messages that are to go out, written in the transaction of what they tell. One is sent, then marked. */
export const outbox = pgTable(
  "outbox",
  {
    /** Order in which they were written. */
    id: bigserial("id", { mode: "number" }).primaryKey(),
    /** `outboxKey`: the same for the same message, whoever writes it. */
    key: text("key").notNull().unique(),
    /** One after the other within it and a channel. */
    orderKey: uuid("order_key").notNull(),
    incidentId: uuid("incident_id"),
    channelId: uuid("channel_id").notNull(),
    payload: jsonb("payload").$type<Notification>().notNull(),
    attempts: integer("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    /** Not to be sent before. */
    nextAt: instant("next_at").notNull(),
    sentAt: instant("sent_at"),
    /** Given up. */
    deadAt: instant("dead_at"),
    /** Not to be sent any more, because what it tells was over before anybody was told. */
    cancelledAt: instant("cancelled_at"),
    lastError: text("last_error"),
  },
  (t) => [
    // dueMessages()
    index("outbox_due").on(t.nextAt).where(sql`sent_at is null and dead_at is null and cancelled_at is null`),
    // what comes before it, of the same order
    index("outbox_order").on(t.orderKey, t.channelId, t.id),
    // deadLetters()
    index("outbox_dead").on(t.deadAt).where(sql`dead_at is not null`),
  ],
);
