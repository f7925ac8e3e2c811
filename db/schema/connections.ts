// Connections: where conversations come from, how far each is read, and what lets us in.
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { InactivityHours } from "#lib/conversation/channels.ts";
import { READING_REASONS, type ReadingReason, SOURCE_STATES, type SourceState } from "#lib/sources/state.ts";
import { instant, oneOf } from "./columns.ts";

export const sources = pgTable(
  "sources",
  {
    id: uuid("id").primaryKey(),
    /** The name that a record gives in its `source` field. */
    key: text("key").notNull().unique(),
    /** import, demo, push, or the name of a vendor. */
    kind: text("kind").notNull(),
    state: text("state").$type<SourceState>().notNull().default("active"),
    /** What the connector needs besides secrets. */
    settings: jsonb("settings").$type<Record<string, string>>().notNull().default({}),
    /** After how much silence an episode is over; {} = the usual hours. */
    inactivityHours: jsonb("inactivity_hours").$type<InactivityHours>().notNull().default({}),
    /** What the vendor calls the account; null until the first check has succeeded. */
    account: text("account"),
    cursor: jsonb("cursor"),
    /** Time up to which a complete read has succeeded. */
    watermarkAt: instant("watermark_at"),
    lastPolledAt: instant("last_polled_at"),
    lastError: text("last_error"),
    /** Since when every try has failed; null while it works. */
    failingSince: instant("failing_since"),
    failures: integer("failures").notNull().default(0),
    /** Not to be asked before. */
    retryAt: instant("retry_at"),
    requestsLeft: integer("requests_left"),
    requestsResetAt: instant("requests_reset_at"),
    createdAt: instant("created_at").notNull(),
  },
  () => [oneOf("source_state", "state", SOURCE_STATES)],
);

/** Stretches of a source's past that are read, or read anew. */
export const sourceReadings = pgTable(
  "source_readings",
  {
    id: uuid("id").primaryKey(),
    sourceId: uuid("source_id").notNull(),
    reason: text("reason").$type<ReadingReason>().notNull(),
    /** What began from … to is read; half-open. */
    fromAt: instant("from_at").notNull(),
    toAt: instant("to_at").notNull(),
    /** Whether what is stored is replaced by an equal revision too, as after a change of settings. */
    isReread: boolean("is_reread").notNull(),
    cursor: jsonb("cursor"),
    done: integer("done").notNull().default(0),
    total: integer("total"),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    /** When its list had come to its end; what was not on it is asked for then, one by one. */
    listedAt: instant("listed_at"),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    oneOf("reading_reason", "reason", READING_REASONS),
    // openReading(), latestReadings()
    index("source_readings_source").on(t.sourceId, t.createdAt),
  ],
);

/** Conversations that something said have changed: to be fetched. */
export const sourceHints = pgTable(
  "source_hints",
  {
    sourceId: uuid("source_id").notNull(),
    externalId: text("external_id").notNull(),
    /** When it was last said; a fetch that began before leaves the hint. */
    hintedAt: instant("hinted_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    dueAt: instant("due_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.externalId] }),
    // dueHints()
    index("source_hints_due").on(t.sourceId, t.dueAt),
  ],
);

/** Every webhook taken, by the sender's id of it: a second delivery changes nothing. Vendors retry for days. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  { sourceId: uuid("source_id").notNull(), deliveryId: text("delivery_id").notNull(), at: instant("at").notNull() },
  (t) => [primaryKey({ columns: [t.sourceId, t.deliveryId] }), index("webhook_deliveries_at").on(t.at)],
);

/** What lets us in, encrypted (AES-256-GCM) with the key that `keyId` names. */
export const secrets = pgTable(
  "secrets",
  {
    id: uuid("id").primaryKey(),
    sourceId: uuid("source_id").notNull(),
    name: text("name").notNull(),
    keyId: text("key_id").notNull(),
    sealed: text("sealed").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Replaced by a newer one, and taken until then so that a sender can change over. */
    validUntil: instant("valid_until"),
  },
  // newest()
  (t) => [index("secrets_source").on(t.sourceId, t.name).where(sql`valid_until is null`)],
);
