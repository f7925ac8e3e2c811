// Shared: what people keep beside the numbers, and what machines note there.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ANNOTATION_KINDS, type AnnotationKind } from "#lib/annotations/annotation.ts";
import { REVIEW_VERDICTS, type ReviewVerdict } from "#lib/conversation/assessed.ts";
import { instant, oneOf } from "./columns.ts";

/** Addresses of pages that somebody gave a name. */
export const views = pgTable(
  "views",
  {
    id: uuid("id").primaryKey(),
    ownerId: uuid("owner_id").notNull(),
    name: text("name").notNull(),
    path: text("path").notNull(),
    query: text("query").notNull(),
    /** Whether everybody sees it; else its owner alone. */
    isShared: boolean("is_shared").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Kept, so that a deletion can be undone. */
    deletedAt: instant("deleted_at"),
  },
  (t) => [
    // viewsFor(), saveView()
    uniqueIndex("views_owner_name").on(t.ownerId, sql`lower(${t.name})`).where(sql`deleted_at is null`),
  ],
);

/** What happened and may explain what a chart shows. */
export const annotations = pgTable(
  "annotations",
  {
    id: uuid("id").primaryKey(),
    kind: text("kind").$type<AnnotationKind>().notNull(),
    /** A local date, for what people write; an instant, for what was seen. */
    date: date("date", { mode: "string" }),
    at: instant("at"),
    text: text("text").notNull(),
    authorId: uuid("author_id"),
    /** What the versions belong to that a machine saw, such as one bot of one source. */
    subject: text("subject"),
    version: text("version"),
    createdAt: instant("created_at").notNull(),
    /** Kept, so that a deletion can be undone and a machine does not write it anew. */
    deletedAt: instant("deleted_at"),
  },
  (t) => [
    oneOf("annotation_kind", "kind", ANNOTATION_KINDS),
    check("annotation_text", sql`char_length(text) between 1 and 80`),
    check("annotation_when", sql`(date is null) <> (at is null)`),
    // noteVersions()
    uniqueIndex("annotations_version").on(t.subject, t.version).where(sql`subject is not null`),
    // annotationsIn()
    index("annotations_at").on(t.at),
    index("annotations_date").on(t.date),
  ],
);

/** What people said of findings. Bound to message, scanner, label and words, so that it outlives every assessment. */
export const reviews = pgTable(
  "reviews",
  {
    conversationId: uuid("conversation_id").notNull(),
    messageId: text("message_id").notNull(),
    scanner: text("scanner").notNull(),
    label: text("label").notNull(),
    /** `spanKey` of its words. */
    span: text("span").notNull(),
    verdict: text("verdict").$type<ReviewVerdict>().notNull(),
    /** What found it then, and how sure that was. */
    rule: text("rule").notNull(),
    version: text("version").notNull(),
    confidence: doublePrecision("confidence").notNull(),
    reviewerId: uuid("reviewer_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "reviews_pk", columns: [t.conversationId, t.messageId, t.scanner, t.label, t.span] }),
    oneOf("review_verdict", "verdict", REVIEW_VERDICTS),
  ],
);
