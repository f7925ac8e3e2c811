CREATE TABLE "calendars" (
	"key" text NOT NULL,
	"revision" integer NOT NULL,
	"name" text NOT NULL,
	"versions" jsonb NOT NULL,
	"is_removed" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendars_key_revision_pk" PRIMARY KEY("key","revision")
);
--> statement-breakpoint
CREATE TABLE "queue_calendars" (
	"source_id" uuid NOT NULL,
	"team" text,
	"calendar_key" text NOT NULL,
	CONSTRAINT "queue_calendars_queue" UNIQUE NULLS NOT DISTINCT("source_id","team")
);
--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "hours_revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- The one calendar that there was holds for every queue since ever; its holidays were dates without a name.
INSERT INTO "calendars" ("key", "revision", "name", "versions", "saved_at")
SELECT 'workspace', (calendar->>'version')::int, 'Workspace hours', jsonb_build_array(jsonb_build_object(
	'from', null,
	'zone', calendar->>'zone',
	'windows', calendar->'windows',
	'exceptions', (
		SELECT coalesce(jsonb_agg(jsonb_build_object('date', day, 'name', 'Closed', 'hours', '[]'::jsonb) ORDER BY day), '[]'::jsonb)
		FROM jsonb_array_elements_text(calendar->'holidays') AS day)
	)), created_at
FROM "workspaces";--> statement-breakpoint
ALTER TABLE "workspaces" DROP COLUMN "calendar";