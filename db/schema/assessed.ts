// Assessed: what we make of it.
import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  index,
  integer,
  type PgColumn,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import {
  AI_OUTCOMES,
  type AiOutcome,
  EPISODE_ENDS,
  type EpisodeEnd,
  type EpisodeTag,
  INITIATORS,
  INTRODUCTIONS,
  type Initiator,
  type Introduction,
  RESOLUTIONS,
  type Resolution,
  SEGMENTS,
  type Segment,
  TRIGGER_FAMILIES,
  type TriggerFamily,
  WAIT_OUTCOMES,
  type WaitOutcome,
} from "#lib/conversation/assessed.ts";
import type { PromiseKept, WaitBand } from "#lib/conversation/told-apart.ts";
import { type Provenance, RATING_LEGS, type Trigger } from "#lib/conversation/types.ts";
import { instant, oneOf } from "./columns.ts";
import { cutListed, firstListed, listed, resolutionOfEpisode } from "./listed.ts";

/** State of each conversation's assessment, apart from the wide row because it changes more often. */
export const assessments = pgTable(
  "assessments",
  {
    conversationId: uuid("conversation_id").primaryKey(),
    /** Content the conversation had when it was last stored. */
    contentSha256: text("content_sha256").notNull(),
    /** Versions of code and scanners; null = pending. */
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

/** What the first handoff of a row's episode is told apart by, repeated for the same reason; null = there was none. */
const firstHandoff = () => ({
  firstInitiator: text("first_initiator").$type<Initiator>(),
  firstFamily: text("first_family").$type<TriggerFamily>(),
  firstWaitBand: text("first_wait_band").$type<WaitBand>(),
  firstPromise: text("first_promise").$type<PromiseKept>(),
  firstIntroduction: text("first_introduction").$type<Introduction>(),
  firstSolutionRepeated: boolean("first_solution_repeated"),
  firstTransferSaid: boolean("first_transfer_said"),
});

/** What the words say of a first handoff, as `Seam` explains it; null throughout = a later one, or not read yet. */
const seam = () => ({
  isScanned: boolean("is_scanned"),
  introduction: text("introduction").$type<Introduction>(),
  warmParts: smallint("warm_parts"),
  transferSaid: boolean("transfer_said"),
  noRepeatSaid: boolean("no_repeat_said"),
  waitGiven: boolean("wait_given"),
  solutionRepeated: boolean("solution_repeated"),
  contextHistory: boolean("context_history"),
  contextAssessment: boolean("context_assessment"),
  contextAttempted: boolean("context_attempted"),
  contextCustomer: boolean("context_customer"),
  contextNextSteps: boolean("context_next_steps"),
  readFamily: text("read_family").$type<TriggerFamily>(),
  readCode: text("read_code"),
  triggerAgrees: boolean("trigger_agrees"),
});

/** Whether the customer of a row's episode had to say it again, or was asked for it again; null = wrote nothing after a
 * person had, or in a language that is not read. */
const isRepeated = () => boolean("is_repeated");

type Columns<K extends string> = Record<K, PgColumn>;
type Dimension = Exclude<keyof ReturnType<typeof dimensions>, "segment">;

const dimensionsIn = (t: Columns<Dimension>) => [t.sourceId, t.channel, t.team, t.topic, t.tier, t.language] as const;

export const episodes = pgTable(
  "episodes",
  {
    conversationId: uuid("conversation_id").notNull(),
    episode: integer("episode").notNull(),
    ...dimensions(),
    ...firstHandoff(),
    ...listed(),
    ...firstListed(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by").$type<EpisodeEnd>().notNull(),
    rule: smallint("rule").notNull(),
    tags: text("tags").$type<EpisodeTag>().array().notNull(),
    excluded: text("excluded"),
    firstHumanAskAt: instant("first_human_ask_at"),
    /** How often they asked for a person. */
    asks: smallint("asks").notNull().default(0),
    /** How often the source itself told of it. */
    asksTold: smallint("asks_told").notNull().default(0),
    /** First ask → next handoff, on the calendar; null = none followed. */
    askToHandoffSeconds: doublePrecision("ask_to_handoff_seconds"),
    askToHandoffTurns: smallint("ask_to_handoff_turns"),
    /** What came of the first ask; null = nobody asked. */
    askOutcome: text("ask_outcome").$type<WaitOutcome>(),
    askWaitSeconds: doublePrecision("ask_wait_seconds"),
    askWaitBusinessSeconds: doublePrecision("ask_wait_business_seconds"),
    firstHumanReplyAt: instant("first_human_reply_at"),
    executedHandoffs: integer("executed_handoffs").notNull(),
    customerSpokeAfterHuman: boolean("customer_spoke_after_human").notNull(),
    /** ≥1 accepted R1 finding after the first handoff. */
    hasExplicitRepetition: boolean("has_explicit_repetition").notNull(),
    /** ≥1 counted R2 or R3 finding; null = not read. */
    isResent: boolean("is_resent"),
    isAskedAgain: boolean("is_asked_again"),
    isRepeated: isRepeated(),
    resolution: text("resolution").$type<Resolution>().notNull(),
    resolutionAt: instant("resolution_at"),
    maturesAt: instant("matures_at"),
    aiOutcome: text("ai_outcome").$type<AiOutcome>(),
    /** Null = not closed, or 7 days are not over. */
    isReopened: boolean("is_reopened"),
    /** Null = not closed, customer unknown, or 72 h are not over. */
    hasRepeatContact: boolean("has_repeat_contact"),
    surveyOfferedAt: instant("survey_offered_at"),
    ratedAt: instant("rated_at"),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.episode] }),
    oneOf("episode_segment", "segment", SEGMENTS),
    oneOf("episode_ended_by", "ended_by", EPISODE_ENDS),
    oneOf("episode_resolution", "resolution", RESOLUTIONS),
    oneOf("episode_ai_outcome", "ai_outcome", AI_OUTCOMES),
    oneOf("episode_ask_outcome", "ask_outcome", WAIT_OUTCOMES),
    oneOf("episode_introduction", "first_introduction", INTRODUCTIONS),
    // All that metrics and filters read stands in the index itself, so that a week costs pages, not a page per row. They
    // lead with the segment, because most metrics are about one of them.
    // escalationRate, contextRepetition and its three types, askRate, failedHandoffs, dimensionValues()
    index("episodes_started")
      .on(
        ...[t.segment, t.startedAt, ...dimensionsIn(t), t.firstInitiator, t.firstFamily, t.customerSpokeAfterHuman],
        ...[t.hasExplicitRepetition, t.isResent, t.isAskedAgain, t.isRepeated, t.firstHumanAskAt, t.tags],
      )
      .where(sql`excluded is null`),
    // postEscalationResolution, aiResolution, reopenRate, repeatContact
    index("episodes_resolution")
      .on(
        ...[t.segment, t.resolutionAt, ...dimensionsIn(t), t.firstWaitBand, t.firstPromise, t.firstIntroduction],
        ...[t.firstSolutionRepeated, t.firstTransferSaid, t.isRepeated, t.resolution, t.maturesAt, t.aiOutcome],
        ...[t.isReopened, t.hasRepeatContact],
      )
      .where(sql`excluded is null`),
    // Which sources tell of asks
    index("episodes_asks_told").on(t.sourceId).where(sql`excluded is null and asks_told > 0`),
    // askToHuman
    index("episodes_asked")
      .on(t.sourceId, t.firstHumanAskAt)
      .where(sql`excluded is null and first_human_ask_at is not null`),
    // handoffResponseRate, aiOnlyResponseRate, humanOnlyResponseRate
    index("episodes_offered")
      .on(t.segment, sql`(coalesce(ended_at, started_at))`, t.surveyOfferedAt, t.ratedAt)
      .where(sql`excluded is null and survey_offered_at is not null`),
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
    ...listed(),
    ...cutListed(),
    resolution: resolutionOfEpisode(),
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
    /** Key and revision of the calendar by which open time was counted. */
    calendar: text("calendar"),
    /** Of the business wait, until somebody accepted; the rest is reading and writing. Null = not known. */
    queueBusinessSeconds: doublePrecision("queue_business_seconds"),
    inHours: boolean("in_hours").notNull(),
    straddlesClosing: boolean("straddles_closing").notNull(),
    isTakeover: boolean("is_takeover").notNull(),
    emptyRoom: boolean("empty_room").notNull(),
    promisedWaitSeconds: doublePrecision("promised_wait_seconds"),
    queuePosition: integer("queue_position"),
    waitBand: text("wait_band").$type<WaitBand>(),
    promise: text("promise").$type<PromiseKept>(),
    isRepeated: isRepeated(),
    ...seam(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.handoffId] }),
    oneOf("handoff_outcome", "outcome", WAIT_OUTCOMES),
    oneOf("handoff_initiator", "initiator", INITIATORS),
    oneOf("handoff_family", "family", TRIGGER_FAMILIES),
    oneOf("handoff_introduction", "introduction", INTRODUCTIONS),
    oneOf("handoff_read_family", "read_family", TRIGGER_FAMILIES),
    // timeToFirstHuman, the seam as a checklist, the list of handoffs
    index("handoffs_at")
      .on(
        ...[t.at, ...dimensionsIn(t), t.segment, t.ordinal, t.isTakeover, t.inHours, t.outcome, t.leftHow],
        ...[t.waitSeconds, t.waitBusinessSeconds, t.promisedWaitSeconds, t.isScanned, t.introduction, t.transferSaid],
        ...[t.noRepeatSaid, t.waitGiven, t.solutionRepeated, t.contextHistory, t.contextAssessment],
        ...[t.contextAttempted, t.contextCustomer, t.contextNextSteps, t.triggerAgrees],
      )
      .where(sql`excluded is null`),
    // waitingNow(), queueReadings()
    index("handoffs_waiting")
      .on(t.sourceId, t.team, t.at)
      .where(sql`excluded is null and outcome = 'waiting' and not is_takeover`),
    // intervalsOfAll(), causesOf(), what ended in a stretch of time, and who answered
    index("handoffs_wait_ended")
      .on(t.waitEndedAt, t.at, t.sourceId, t.team, t.outcome, t.agentId, t.waitBusinessSeconds)
      .where(sql`excluded is null and not is_takeover`),
    // listRecords(), listCount(): whatever handoffs are sorted by, and what they are searched in
    index("handoffs_listed")
      .on(
        ...[t.at, ...dimensionsIn(t), t.segment, t.waitBusinessSeconds, t.outcome, t.trigger, t.resolution, t.customer],
        ...[t.aiSeconds, t.wrongCount, t.ratingShare, t.searched, t.isCut, t.isTakeover, t.inHours, t.conversationId],
        ...[t.episode, t.ordinal],
      )
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
    ...firstHandoff(),
    ...listed(),
    ...firstListed(),
    resolution: resolutionOfEpisode(),
    isRepeated: isRepeated(),
    excluded: text("excluded"),
    at: instant("at").notNull(),
    /** Cohort date: end of the rated episode. */
    episodeEndedAt: instant("episode_ended_at"),
    score: doublePrecision("score").notNull(),
    scaleMin: doublePrecision("scale_min").notNull(),
    scaleMax: doublePrecision("scale_max").notNull(),
    satisfied: boolean("satisfied"),
    /** How the scale is read, such as "1–5: 4–5". */
    mapping: text("mapping").notNull().default(""),
    leg: text("leg").notNull(),
    comment: text("comment"),
    counts: boolean("counts").notNull(),
    why: text("why").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.ratingId] }),
    oneOf("rating_leg", "leg", RATING_LEGS),
    // handoffCsat, aiOnlyCsat, humanOnlyCsat
    index("ratings_ended")
      .on(
        ...[t.segment, t.episodeEndedAt, ...dimensionsIn(t), t.firstWaitBand, t.firstPromise, t.firstIntroduction],
        ...[t.firstSolutionRepeated, t.firstTransferSaid, t.isRepeated, t.satisfied, t.at],
      )
      .where(sql`counts and excluded is null`),
  ],
);

export const findings = pgTable(
  "findings",
  {
    conversationId: uuid("conversation_id").notNull(),
    /** Empty = the evidence is no text but a fact, said in `evidence`. */
    messageId: text("message_id").notNull(),
    scanner: text("scanner").notNull(),
    rule: text("rule").notNull(),
    label: text("label").notNull().default(""),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    version: text("version").notNull(),
    confidence: doublePrecision("confidence").notNull(),
    /** Sure enough, as its scanner says. */
    counts: boolean("counts").notNull().default(true),
    episode: integer("episode").notNull(),
    /** The message that this one repeats. */
    earlier: text("earlier"),
    /** What was read in it, in the unit of its rule. */
    value: doublePrecision("value"),
    evidence: text("evidence"),
  },
  (t) => [
    primaryKey({
      name: "findings_pk",
      columns: [t.conversationId, t.messageId, t.episode, t.scanner, t.rule, t.start],
    }),
  ],
);
