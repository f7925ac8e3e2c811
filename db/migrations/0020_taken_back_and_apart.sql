ALTER TABLE "gap_entries" ADD COLUMN "before" jsonb;--> statement-breakpoint
CREATE INDEX "topic_texts_outage" ON "topic_texts" USING btree ("conversation_id") WHERE is_outage;