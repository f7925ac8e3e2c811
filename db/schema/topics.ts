// Topics: what people confirmed, what is proposed to them, and what conversations are about by it.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { CANDIDATE_STATES, type CandidateState } from "#lib/topics/taxonomy/candidate.ts";
import type { Operation } from "#lib/topics/taxonomy/taxonomy.ts";
import { instant, oneOf } from "./columns.ts";

/** The taxonomy as a whole: whoever changes it holds this row. */
export const taxonomies = pgTable(
  "taxonomies",
  {
    id: smallint("id").primaryKey().default(1),
    version: integer("version").notNull().default(0),
    /** Raised by whatever changes how conversations are sorted: the taxonomy, a mapped tag, a new classifier. */
    revision: integer("revision").notNull().default(0),
    nextId: integer("next_id").notNull().default(1),
  },
  () => [check("one_taxonomy", sql`id = 1`)],
);

/** Every topic that ever was, as `Topic` explains it. */
export const topics = pgTable("topics", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  isKnowledge: boolean("is_knowledge").notNull(),
  mergedInto: integer("merged_into"),
  isWithdrawn: boolean("is_withdrawn").notNull(),
  version: integer("version").notNull(),
});

/** Who changed what, and what takes it back. */
export const topicChanges = pgTable("topic_changes", {
  /** Of the taxonomy afterwards. */
  version: integer("version").primaryKey(),
  at: instant("at").notNull(),
  /** Null = the demo, or somebody who is gone. */
  byId: uuid("by_id"),
  operation: jsonb("operation").$type<Operation>().notNull(),
  undo: jsonb("undo").$type<Operation>().notNull(),
  /** The version by which it was taken back. */
  undoneIn: integer("undone_in"),
});

/** A conversation that a person sorted into a topic: the classifier learns from it, and it is counted there. */
export const topicExamples = pgTable(
  "topic_examples",
  {
    conversationId: uuid("conversation_id").primaryKey(),
    topicId: integer("topic_id").notNull(),
    byId: uuid("by_id"),
    at: instant("at").notNull(),
  },
  // examplesOf()
  (t) => [index("topic_examples_topic").on(t.topicId)],
);

/** What a source calls it, mapped to a topic. */
export const topicTags = pgTable(
  "topic_tags",
  {
    sourceId: uuid("source_id").notNull(),
    tag: text("tag").notNull(),
    topicId: integer("topic_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.tag] })],
);

/** Trained classifiers, the newest in use; the texts they learnt from are not in them. */
export const topicModels = pgTable(
  "topic_models",
  {
    id: uuid("id").primaryKey(),
    taxonomyVersion: integer("taxonomy_version").notNull(),
    seed: integer("seed").notNull(),
    /** Hash of the examples it was trained on. */
    trainedOn: text("trained_on").notNull(),
    trainedAt: instant("trained_at").notNull(),
    /** A `Classifier` as JSON text: it is read whole. */
    classifier: text("classifier").notNull(),
  },
  (t) => [index("topic_models_trained").on(t.trainedAt)],
);

/** What a conversation says of its topic, kept when it is assessed, and what the classifier made of that. */
export const topicTexts = pgTable(
  "topic_texts",
  {
    conversationId: uuid("conversation_id").primaryKey(),
    /** As `customerText` cleans it; empty = nothing was said. */
    text: text("text").notNull(),
    at: instant("at").notNull(),
    isEscalated: boolean("is_escalated").notNull(),
    /** Model that sorted it; null = none has. */
    modelId: uuid("model_id"),
    /** Null = the model was not sure enough. */
    topicId: integer("topic_id"),
    confidence: real("confidence"),
    /** Part of a flood of near-duplicates, which is one event and no topic's rise. */
    isOutage: boolean("is_outage").notNull().default(false),
    /** Where it stands in the inbox; null = nowhere. */
    candidateId: integer("candidate_id"),
  },
  (t) => [
    index("topic_texts_model").on(t.modelId),
    index("topic_texts_at").on(t.at, t.isEscalated),
    index("topic_texts_candidate").on(t.candidateId, t.at).where(sql`candidate_id is not null`),
    // countedApart()
    index("topic_texts_outage").on(t.conversationId).where(sql`is_outage`),
  ],
);

/** What is proposed as a topic until somebody names it, or says that it is none. */
export const topicCandidates = pgTable(
  "topic_candidates",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    state: text("state").$type<CandidateState>().notNull(),
    words: text("words").array().notNull(),
    /** Conversations with the most typical texts. */
    typical: uuid("typical").array().notNull(),
    size: integer("size").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** The topic it became, or was sorted into. */
    topicId: integer("topic_id"),
    decidedById: uuid("decided_by_id"),
    decidedAt: instant("decided_at"),
  },
  () => [oneOf("topic_candidate_state", "state", CANDIDATE_STATES)],
);

/** Other names of the same topic, so that an old link still finds it. */
export const topicNames = pgTable(
  "topic_names",
  { name: text("name").primaryKey(), topicId: integer("topic_id").notNull() },
  (t) => [uniqueIndex("topic_names_lower").on(sql`lower(${t.name})`)],
);
