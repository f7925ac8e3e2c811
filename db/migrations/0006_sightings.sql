CREATE TABLE "sightings" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_readings" ADD COLUMN "listed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "sightings_began" ON "sightings" USING btree ("source_id","created_at");--> statement-breakpoint
INSERT INTO "sightings" SELECT c."conversation_id", c."source_id", c."created_at", c."received_at" FROM "conversations" c JOIN "sources" s ON s."id" = c."source_id" WHERE NOT c."deleted" AND s."kind" NOT IN ('import', 'push', 'demo');