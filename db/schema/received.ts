// Received: what the sources said.
import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import {
  AUTHOR_KINDS,
  type ConversationEvent,
  type Customer,
  type DeclaredHandoff,
  type Participant,
  type Rating,
  type Survey,
  VISIBILITIES,
} from "#lib/conversation/types.ts";
import { instant, oneOf } from "./columns.ts";

export const conversations = pgTable(
  "conversations",
  {
    conversationId: uuid("conversation_id").primaryKey(),
    sourceId: uuid("source_id").notNull(),
    externalId: text("external_id").notNull(),
    revision: text("revision").notNull(),
    /** Sorts as the revision does, byte by byte. */
    revisionKey: text("revision_key").notNull(),
    contentSha256: text("content_sha256").notNull(),
    url: text("url"),
    channel: text("channel").notNull(),
    language: text("language"),
    subject: text("subject"),
    topic: text("topic"),
    tags: text("tags").array().notNull(),
    brand: text("brand"),
    status: text("status"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at"),
    customerId: text("customer_id"),
    customer: jsonb("customer").$type<Customer>(),
    participants: jsonb("participants").$type<Participant[]>().notNull(),
    declaredHandoffs: jsonb("declared_handoffs").$type<DeclaredHandoff[]>().notNull(),
    events: jsonb("events").$type<ConversationEvent[]>().notNull(),
    surveys: jsonb("surveys").$type<Survey[]>().notNull(),
    ratings: jsonb("ratings").$type<Rating[]>().notNull(),
    flags: text("flags").array().notNull(),
    mergedInto: text("merged_into"),
    deleted: boolean("deleted").notNull().default(false),
    extra: jsonb("extra").notNull(),
    /** When this revision became known here. */
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    // sourceSummaries(), freshness()
    index("conversations_received").on(t.sourceId, t.receivedAt).where(sql`not deleted`),
    // contactsOf()
    index("conversations_customer").on(t.sourceId, t.customerId, t.createdAt),
    // mergedChildren()
    index("conversations_merged_into").on(t.sourceId, t.mergedInto).where(sql`merged_into is not null`),
  ],
);

/** When each conversation of a source that is read by itself was last there, apart from the wide row because it changes
 * with every reading. What was deleted at the source and not told is found by it. */
export const sightings = pgTable(
  "sightings",
  {
    conversationId: uuid("conversation_id").primaryKey(),
    sourceId: uuid("source_id").notNull(),
    /** When the conversation began, as stored: by it a stretch of the past has its conversations. */
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  // unlisted()
  (t) => [index("sightings_began").on(t.sourceId, t.createdAt)],
);

export const messages = pgTable(
  "messages",
  {
    conversationId: uuid("conversation_id").notNull(),
    messageId: text("message_id").notNull(),
    position: integer("position").notNull(),
    at: instant("at").notNull(),
    authorKind: text("author_kind").notNull(),
    authorId: text("author_id"),
    visibility: text("visibility").notNull(),
    kind: text("kind").notNull(),
    automated: boolean("automated").notNull(),
    text: text("text").notNull(),
    quoted: text("quoted"),
    ai: jsonb("ai"),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.messageId] }),
    oneOf("message_author_kind", "author_kind", AUTHOR_KINDS),
    oneOf("message_visibility", "visibility", VISIBILITIES),
  ],
);

export const rawPayloads = pgTable(
  "raw_payloads",
  {
    conversationId: uuid("conversation_id").notNull(),
    eventId: text("event_id").notNull(),
    revision: text("revision").notNull(),
    /** As received, as text: jsonb could not hold NUL or lone surrogates. */
    payload: text("payload").notNull(),
    sha256: text("sha256").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.eventId, t.revision] })],
);

export const dataDefects = pgTable(
  "data_defects",
  {
    conversationId: uuid("conversation_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    /** received: found while mapping; assessed: found while assessing. */
    stage: text("stage").$type<"received" | "assessed">().notNull(),
    field: text("field").notNull(),
    code: text("code").notNull(),
    detail: text("detail").notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.stage, t.ordinal] })],
);

export const importRuns = pgTable("import_runs", {
  id: uuid("id").primaryKey(),
  fileName: text("file_name").notNull(),
  startedAt: instant("started_at").notNull(),
  finishedAt: instant("finished_at"),
  created: integer("created").notNull().default(0),
  updated: integer("updated").notNull().default(0),
  unchanged: integer("unchanged").notNull().default(0),
  refused: integer("refused").notNull().default(0),
  error: text("error"),
});

/** Records that could not be taken, with what is needed to try again. One row per (source text, reason). */
export const refusedRecords = pgTable(
  "refused_records",
  {
    id: text("id").primaryKey(),
    importRunId: uuid("import_run_id"),
    fileName: text("file_name").notNull(),
    line: bigint("line", { mode: "number" }).notNull(),
    field: text("field"),
    reason: text("reason").notNull(),
    payload: text("payload").notNull(),
    /** Whose it is. */
    sourceId: uuid("source_id"),
    /** For a record that a connection read: what to fetch again. */
    externalId: text("external_id"),
    /** For a record that was brought to us: the source that it names, or was sent for. */
    sourceKey: text("source_key"),
    refusedAt: instant("refused_at").notNull(),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [index("refused_records_open").on(t.refusedAt).where(sql`resolved_at is null`)],
);
