DROP INDEX "episodes_started";--> statement-breakpoint
DROP INDEX "episodes_resolution";--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "asks" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "ask_to_handoff_seconds" double precision;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "ask_to_handoff_turns" smallint;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "ask_outcome" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "ask_wait_seconds" double precision;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "ask_wait_business_seconds" double precision;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "ai_outcome" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "is_reopened" boolean;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "has_repeat_contact" boolean;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "survey_offered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "rated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "queue_business_seconds" double precision;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "mapping" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "episodes_asked" ON "episodes" USING btree ("source_id","first_human_ask_at") WHERE excluded is null and first_human_ask_at is not null;--> statement-breakpoint
CREATE INDEX "episodes_offered" ON "episodes" USING btree ((coalesce(ended_at, started_at)),"segment","survey_offered_at","rated_at") WHERE excluded is null and survey_offered_at is not null;--> statement-breakpoint
CREATE INDEX "episodes_started" ON "episodes" USING btree ("started_at","segment","customer_spoke_after_human","has_explicit_repetition","first_human_ask_at","tags") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "episodes_resolution" ON "episodes" USING btree ("resolution_at","segment","resolution","matures_at","ai_outcome","is_reopened","has_repeat_contact") WHERE excluded is null;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episode_ai_outcome" CHECK ("ai_outcome" in ('confirmed', 'assumed', 'left_unhappy', 'ambiguous', 'pending'));--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episode_ask_outcome" CHECK ("ask_outcome" in ('answered', 'left', 'closed_unanswered', 'handed_back', 'waiting'));