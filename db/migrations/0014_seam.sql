DROP INDEX "episodes_started";--> statement-breakpoint
DROP INDEX "episodes_resolution";--> statement-breakpoint
DROP INDEX "handoffs_at";--> statement-breakpoint
DROP INDEX "ratings_ended";--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_introduction" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_solution_repeated" boolean;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_transfer_said" boolean;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "is_resent" boolean;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "is_asked_again" boolean;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "is_repeated" boolean;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "counts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "is_scanned" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "introduction" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "warm_parts" smallint;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "transfer_said" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "no_repeat_said" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "wait_given" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "solution_repeated" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "context_history" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "context_assessment" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "context_attempted" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "context_customer" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "context_next_steps" boolean;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "read_family" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "read_code" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "trigger_agrees" boolean;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_introduction" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_solution_repeated" boolean;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_transfer_said" boolean;--> statement-breakpoint
CREATE INDEX "episodes_started" ON "episodes" USING btree ("segment","started_at","source_id","channel","team","topic","tier","language","first_initiator","first_family","customer_spoke_after_human","has_explicit_repetition","is_resent","is_asked_again","is_repeated","first_human_ask_at","tags") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "episodes_resolution" ON "episodes" USING btree ("segment","resolution_at","source_id","channel","team","topic","tier","language","first_wait_band","first_promise","first_introduction","first_solution_repeated","first_transfer_said","is_repeated","resolution","matures_at","ai_outcome","is_reopened","has_repeat_contact") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "handoffs_at" ON "handoffs" USING btree ("at","source_id","channel","team","topic","tier","language","segment","ordinal","is_takeover","in_hours","outcome","left_how","wait_seconds","wait_business_seconds","promised_wait_seconds","is_scanned","introduction","transfer_said","no_repeat_said","wait_given","solution_repeated","context_history","context_assessment","context_attempted","context_customer","context_next_steps","trigger_agrees") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "ratings_ended" ON "ratings" USING btree ("segment","episode_ended_at","source_id","channel","team","topic","tier","language","first_wait_band","first_promise","first_introduction","first_solution_repeated","first_transfer_said","is_repeated","satisfied","at") WHERE counts and excluded is null;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episode_introduction" CHECK ("first_introduction" in ('warm', 'neutral', 'cold'));--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoff_introduction" CHECK ("introduction" in ('warm', 'neutral', 'cold'));--> statement-breakpoint
ALTER TABLE "handoffs" ADD CONSTRAINT "handoff_read_family" CHECK ("read_family" in ('topic', 'complexity', 'customer', 'sentiment', 'confidence', 'customer_request', 'unknown'));--> statement-breakpoint
-- The tile of repetition has a metric of its own now: what was aimed at and said of it before was of its first definition.
UPDATE "targets" SET metric = 'contextRepetition' WHERE metric = 'explicitRepetition';--> statement-breakpoint
INSERT INTO "published_points" (metric, bucket, version, part, whole, value, low, high, published_at)
  SELECT 'contextRepetition', bucket, version, part, whole, value, low, high, published_at
  FROM "published_points" WHERE metric = 'explicitRepetition' ON CONFLICT DO NOTHING;
