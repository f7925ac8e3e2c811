DROP INDEX "episodes_started";--> statement-breakpoint
DROP INDEX "episodes_resolution";--> statement-breakpoint
DROP INDEX "handoffs_at";--> statement-breakpoint
DROP INDEX "ratings_ended";--> statement-breakpoint
CREATE INDEX "episodes_started" ON "episodes" USING btree ("started_at","segment","customer_spoke_after_human","has_explicit_repetition") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "episodes_resolution" ON "episodes" USING btree ("resolution_at","segment","resolution","matures_at") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "handoffs_at" ON "handoffs" USING btree ("at","ordinal","is_takeover","in_hours","outcome","wait_seconds","wait_business_seconds") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "ratings_ended" ON "ratings" USING btree ("episode_ended_at","segment","satisfied","at") WHERE counts and excluded is null;