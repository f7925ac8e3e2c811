ALTER TABLE "annotations" DROP CONSTRAINT "annotation_kind";--> statement-breakpoint
ALTER TABLE "taxonomies" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotation_kind" CHECK ("kind" in ('by_hand', 'bot_release', 'definition', 'scanner', 'topics'));