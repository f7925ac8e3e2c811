import { sql } from "drizzle-orm";
import {
  bigint,
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
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  AUTHOR_KINDS,
  type ConversationEvent,
  type Customer,
  type DeclaredHandoff,
  EPISODE_ENDS,
  type EpisodeEnd,
  type EpisodeTag,
  INITIATORS,
  type Initiator,
  type Participant,
  type Provenance,
  RATING_LEGS,
  type Rating,
  RESOLUTIONS,
  type Resolution,
  SEGMENTS,
  type Segment,
  type Survey,
  TRIGGER_FAMILIES,
  type Trigger,
  type TriggerFamily,
  VISIBILITIES,
  WAIT_OUTCOMES,
  type WaitOutcome,
} from "#lib/conversation/types.ts";
import { ROLES } from "#lib/roles.ts";
import type { Calendar } from "#lib/time/calendar.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const oneOf = (name: string, column: string, values: readonly string[]) =>
  check(name, sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(", ")})`));

// ---- the workspace and who may enter ---------------------------------------------

export const workspaces = pgTable(
  "workspaces",
  {
    id: smallint("id").primaryKey().default(1),
    name: text("name").notNull(),
    zone: text("zone").notNull(),
    mode: text("mode").notNull(),
    calendar: jsonb("calendar").$type<Calendar>().notNull(),
    /** Set when an operator chose name, zone and data; until then the first-run page is shown. */
    setUpAt: instant("set_up_at"),
    createdAt: instant("created_at").notNull(),
  },
  () => [check("one_workspace", sql`id = 1`), oneOf("workspace_mode", "mode", ["demo", "own"])],
);

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role").$type<(typeof ROLES)[number]>().notNull(),
    passwordHash: text("password_hash"),
    /** A made-up person of the demo, entered with one click on loopback only. */
    isPersona: boolean("is_persona").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [
    oneOf("user_role", "role", ROLES),
    // userByEmail()
    uniqueIndex("users_email").on(sql`lower(${t.email})`).where(sql`removed_at is null`),
  ],
);

export const signInLinks = pgTable("sign_in_links", {
  tokenHash: text("token_hash").primaryKey(),
  purpose: text("purpose").$type<"first_admin" | "invite" | "reset">().notNull(),
  email: text("email"),
  role: text("role").$type<(typeof ROLES)[number]>().notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

export const signInAttempts = pgTable(
  "sign_in_attempts",
  { id: bigserial("id", { mode: "number" }).primaryKey(), key: text("key").notNull(), at: instant("at").notNull() },
  // mayAttempt()
  (t) => [index("sign_in_attempts_key_at").on(t.key, t.at)],
);

export const apiTokens = pgTable("api_tokens", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  tokenHash: text("token_hash").notNull().unique(),
  createdAt: instant("created_at").notNull(),
  lastUsedAt: instant("last_used_at"),
  revokedAt: instant("revoked_at"),
});

// ---- received: what the sources said ---------------------------------------------

export const sources = pgTable("sources", {
  id: uuid("id").primaryKey(),
  /** The name that a record gives in its `source` field. */
  key: text("key").notNull().unique(),
  kind: text("kind").$type<"import" | "demo">().notNull(),
  cursor: jsonb("cursor"),
  /** Time up to which a complete read has succeeded. */
  watermarkAt: instant("watermark_at"),
  createdAt: instant("created_at").notNull(),
});

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
    // contactsOf()
    index("conversations_customer").on(t.sourceId, t.customerId, t.createdAt),
    // mergedChildren()
    index("conversations_merged_into").on(t.sourceId, t.mergedInto).where(sql`merged_into is not null`),
  ],
);

/** State of each conversation's assessment, apart from the wide row because it changes more often. */
export const assessments = pgTable(
  "assessments",
  {
    conversationId: uuid("conversation_id").primaryKey(),
    /** Content the conversation had when it was last stored. */
    contentSha256: text("content_sha256").notNull(),
    /** Versions of code, scanners and calendar; null = pending. */
    assessedWith: text("assessed_with"),
    assessedAt: instant("assessed_at"),
    reassessAt: instant("reassess_at"),
    /** Why it failed; tried again by other versions only. */
    error: text("error"),
  },
  (t) => [
    // pendingConversations()
    index("assessments_assessed_with").on(t.assessedWith),
    index("assessments_reassess_at").on(t.reassessAt).where(sql`reassess_at is not null`),
  ],
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
    refusedAt: instant("refused_at").notNull(),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [index("refused_records_open").on(t.refusedAt).where(sql`resolved_at is null`)],
);

// ---- assessed: what we make of it ------------------------------------------------

/** Filter dimensions, repeated on each assessed row so that no metric needs a join. */
const dimensions = () => ({
  sourceId: uuid("source_id").notNull(),
  channel: text("channel").notNull(),
  team: text("team"),
  topic: text("topic"),
  tier: text("tier"),
  language: text("language"),
  segment: text("segment").$type<Segment>().notNull(),
});

export const episodes = pgTable(
  "episodes",
  {
    conversationId: uuid("conversation_id").notNull(),
    episode: integer("episode").notNull(),
    ...dimensions(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by").$type<EpisodeEnd>().notNull(),
    rule: smallint("rule").notNull(),
    tags: text("tags").$type<EpisodeTag>().array().notNull(),
    excluded: text("excluded"),
    firstHumanAskAt: instant("first_human_ask_at"),
    firstHumanReplyAt: instant("first_human_reply_at"),
    executedHandoffs: integer("executed_handoffs").notNull(),
    customerSpokeAfterHuman: boolean("customer_spoke_after_human").notNull(),
    /** ≥1 accepted R1 finding after the first handoff. */
    hasExplicitRepetition: boolean("has_explicit_repetition").notNull(),
    resolution: text("resolution").$type<Resolution>().notNull(),
    resolutionAt: instant("resolution_at"),
    maturesAt: instant("matures_at"),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.episode] }),
    oneOf("episode_segment", "segment", SEGMENTS),
    oneOf("episode_ended_by", "ended_by", EPISODE_ENDS),
    oneOf("episode_resolution", "resolution", RESOLUTIONS),
    // What metrics read without a filter stands in the index itself, so that a week costs pages, not a page per row.
    // escalationRate, explicitRepetition
    index("episodes_started")
      .on(t.startedAt, t.segment, t.customerSpokeAfterHuman, t.hasExplicitRepetition)
      .where(sql`excluded is null`),
    // postEscalationResolution
    index("episodes_resolution").on(t.resolutionAt, t.segment, t.resolution, t.maturesAt).where(sql`excluded is null`),
  ],
);

export const handoffs = pgTable(
  "handoffs",
  {
    conversationId: uuid("conversation_id").notNull(),
    handoffId: text("handoff_id").notNull(),
    episode: integer("episode").notNull(),
    ordinal: integer("ordinal").notNull(),
    ...dimensions(),
    excluded: text("excluded"),
    at: instant("at").notNull(),
    provenance: text("provenance").$type<Provenance>().notNull(),
    initiator: text("initiator").$type<Initiator>().notNull(),
    family: text("family").$type<TriggerFamily>().notNull(),
    trigger: text("trigger").$type<Trigger>().notNull(),
    reason: text("reason"),
    askedAt: instant("asked_at"),
    acceptedAt: instant("accepted_at"),
    firstReplyAt: instant("first_reply_at"),
    firstReplyMessageId: text("first_reply_message_id"),
    agentId: text("agent_id"),
    outcome: text("outcome").$type<WaitOutcome>().notNull(),
    leftHow: text("left_how").$type<"explicit" | "silent">(),
    waitSeconds: doublePrecision("wait_seconds").notNull(),
    waitBusinessSeconds: doublePrecision("wait_business_seconds").notNull(),
    waitEndedAt: instant("wait_ended_at"),
    inHours: boolean("in_hours").notNull(),
    straddlesClosing: boolean("straddles_closing").notNull(),
    isTakeover: boolean("is_takeover").notNull(),
    emptyRoom: boolean("empty_room").notNull(),
    promisedWaitSeconds: doublePrecision("promised_wait_seconds"),
    queuePosition: integer("queue_position"),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.handoffId] }),
    oneOf("handoff_outcome", "outcome", WAIT_OUTCOMES),
    oneOf("handoff_initiator", "initiator", INITIATORS),
    oneOf("handoff_family", "family", TRIGGER_FAMILIES),
    // timeToFirstHuman, the list of handoffs
    index("handoffs_at")
      .on(t.at, t.ordinal, t.isTakeover, t.inHours, t.outcome, t.waitSeconds, t.waitBusinessSeconds)
      .where(sql`excluded is null`),
  ],
);

export const ratings = pgTable(
  "ratings",
  {
    conversationId: uuid("conversation_id").notNull(),
    ratingId: text("rating_id").notNull(),
    episode: integer("episode"),
    ...dimensions(),
    excluded: text("excluded"),
    at: instant("at").notNull(),
    /** Cohort date: end of the rated episode. */
    episodeEndedAt: instant("episode_ended_at"),
    score: doublePrecision("score").notNull(),
    scaleMin: doublePrecision("scale_min").notNull(),
    scaleMax: doublePrecision("scale_max").notNull(),
    satisfied: boolean("satisfied"),
    leg: text("leg").notNull(),
    comment: text("comment"),
    counts: boolean("counts").notNull(),
    why: text("why").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.ratingId] }),
    oneOf("rating_leg", "leg", RATING_LEGS),
    // handoffCsat, aiOnlyCsat, humanOnlyCsat
    index("ratings_ended").on(t.episodeEndedAt, t.segment, t.satisfied, t.at).where(sql`counts and excluded is null`),
  ],
);

export const findings = pgTable(
  "findings",
  {
    conversationId: uuid("conversation_id").notNull(),
    messageId: text("message_id").notNull(),
    scanner: text("scanner").notNull(),
    rule: text("rule").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    version: text("version").notNull(),
    confidence: doublePrecision("confidence").notNull(),
    episode: integer("episode").notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.messageId, t.scanner, t.rule, t.start] })],
);

export const jobRuns = pgTable(
  "job_runs",
  {
    id: uuid("id").primaryKey(),
    job: text("job").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    counts: jsonb("counts").notNull(),
    error: text("error"),
  },
  // latestRuns()
  (t) => [index("job_runs_job_started").on(t.job, t.startedAt)],
);
