// Knowledge: the articles that could answer, and the board of what is missing.
import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ARTICLE_ORIGINS, type ArticleOrigin } from "#lib/topics/articles/article.ts";
import { GAP_STATUSES, type Gap, type GapStatus } from "#lib/topics/board/gap.ts";
import type { TopicReport } from "#lib/topics/report.ts";
import { instant, oneOf } from "./columns.ts";

/** Where articles come from: a folder, a file, a help centre. */
export const articleCollections = pgTable(
  "article_collections",
  {
    id: uuid("id").primaryKey(),
    origin: text("origin").$type<ArticleOrigin>().notNull(),
    name: text("name").notNull(),
    /** Address of a help centre's API; null = it is brought to us. */
    url: text("url"),
    /** Of the source whose credentials read it. */
    sourceId: uuid("source_id"),
    lastReadAt: instant("last_read_at"),
    /** A sentence; null = the last reading went well. */
    error: text("error"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("article_collections_name").on(sql`lower(${t.name})`),
    oneOf("article_origin", "origin", ARTICLE_ORIGINS),
  ],
);

export const articles = pgTable(
  "articles",
  {
    id: uuid("id").primaryKey(),
    collectionId: uuid("collection_id").notNull(),
    /** Path, row or id there. */
    externalId: text("external_id").notNull(),
    title: text("title").notNull(),
    /** Plain text. */
    body: text("body").notNull(),
    url: text("url"),
    language: text("language"),
    sha256: text("sha256").notNull(),
    /** When the text last changed, as its origin says, else as we saw it. */
    changedAt: instant("changed_at").notNull(),
    publishedAt: instant("published_at"),
    /** Gone from its origin; kept, because conversations cite it. */
    removedAt: instant("removed_at"),
  },
  (t) => [uniqueIndex("articles_external").on(t.collectionId, t.externalId)],
);

/** What a topic's conversations say of its articles, made anew by the nightly job. */
export const topicReports = pgTable("topic_reports", {
  topicId: integer("topic_id").primaryKey(),
  madeAt: instant("made_at").notNull(),
  report: jsonb("report").$type<TopicReport>().notNull(),
});

/** A topic on the board. */
export const gaps = pgTable(
  "gaps",
  {
    topicId: integer("topic_id").primaryKey(),
    status: text("status").$type<GapStatus>().notNull(),
    ownerId: uuid("owner_id"),
    dueOn: date("due_on"),
    articleId: uuid("article_id"),
    /** Local date from which on the fix is measured; null = not published. */
    publishedOn: date("published_on"),
    closedReason: text("closed_reason"),
    /** Raised with each change: who saw another one is asked to look again. */
    revision: integer("revision").notNull(),
    statusSince: instant("status_since").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  () => [oneOf("gap_status", "status", GAP_STATUSES)],
);

/** Who did what with a gap, and what was said. */
export const gapEntries = pgTable(
  "gap_entries",
  {
    id: uuid("id").primaryKey(),
    topicId: integer("topic_id").notNull(),
    at: instant("at").notNull(),
    byId: uuid("by_id"),
    /** A sentence of ours for a change, or a note of theirs. */
    kind: text("kind").$type<"change" | "note">().notNull(),
    text: text("text").notNull(),
    /** What a change was made of, gap null = not on the board: whoever takes it back says nothing of it. Null for a note. */
    before: jsonb("before").$type<{ gap: Gap | null }>(),
  },
  (t) => [index("gap_entries_topic").on(t.topicId, t.at)],
);
