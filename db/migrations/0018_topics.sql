CREATE TABLE "article_collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"source_id" uuid,
	"last_read_at" timestamp (3) with time zone,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_origin" CHECK ("origin" in ('markdown', 'csv', 'chatwoot', 'demo'))
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"collection_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"url" text,
	"language" text,
	"sha256" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gap_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"topic_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"topic_id" integer PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"owner_id" uuid,
	"due_on" date,
	"article_id" uuid,
	"published_on" date,
	"closed_reason" text,
	"revision" integer NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gap_status" CHECK ("status" in ('new', 'owned', 'published', 'measuring', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "topic_reports" (
	"topic_id" integer PRIMARY KEY NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomies" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"next_id" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_taxonomy" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "topic_candidates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "topic_candidates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"words" text[] NOT NULL,
	"typical" uuid[] NOT NULL,
	"size" integer NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"topic_id" integer,
	"decided_by_id" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "topic_candidate_state" CHECK ("state" in ('open', 'confirmed', 'sorted', 'dismissed', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "topic_changes" (
	"version" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid,
	"operation" jsonb NOT NULL,
	"undo" jsonb NOT NULL,
	"undone_in" integer
);
--> statement-breakpoint
CREATE TABLE "topic_examples" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"topic_id" integer NOT NULL,
	"by_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_models" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxonomy_version" integer NOT NULL,
	"seed" integer NOT NULL,
	"trained_on" text NOT NULL,
	"trained_at" timestamp (3) with time zone NOT NULL,
	"classifier" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_names" (
	"name" text PRIMARY KEY NOT NULL,
	"topic_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_tags" (
	"source_id" uuid NOT NULL,
	"tag" text NOT NULL,
	"topic_id" integer NOT NULL,
	CONSTRAINT "topic_tags_source_id_tag_pk" PRIMARY KEY("source_id","tag")
);
--> statement-breakpoint
CREATE TABLE "topic_texts" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"is_escalated" boolean NOT NULL,
	"model_id" uuid,
	"topic_id" integer,
	"confidence" real,
	"is_outage" boolean DEFAULT false NOT NULL,
	"candidate_id" integer
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"is_knowledge" boolean NOT NULL,
	"merged_into" integer,
	"is_withdrawn" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "article_collections_name" ON "article_collections" USING btree (lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "articles_external" ON "articles" USING btree ("collection_id","external_id");--> statement-breakpoint
CREATE INDEX "gap_entries_topic" ON "gap_entries" USING btree ("topic_id","at");--> statement-breakpoint
CREATE INDEX "topic_examples_topic" ON "topic_examples" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "topic_models_trained" ON "topic_models" USING btree ("trained_at");--> statement-breakpoint
CREATE UNIQUE INDEX "topic_names_lower" ON "topic_names" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "topic_texts_model" ON "topic_texts" USING btree ("model_id");--> statement-breakpoint
CREATE INDEX "topic_texts_at" ON "topic_texts" USING btree ("at","is_escalated");--> statement-breakpoint
CREATE INDEX "topic_texts_candidate" ON "topic_texts" USING btree ("candidate_id","at") WHERE candidate_id is not null;