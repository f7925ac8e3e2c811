CREATE TABLE "annotations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"date" date,
	"at" timestamp (3) with time zone,
	"text" text NOT NULL,
	"author_id" uuid,
	"subject" text,
	"version" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "annotation_kind" CHECK ("kind" in ('by_hand', 'bot_release', 'definition', 'scanner')),
	CONSTRAINT "annotation_text" CHECK (char_length(text) between 1 and 80),
	CONSTRAINT "annotation_when" CHECK ((date is null) <> (at is null))
);
--> statement-breakpoint
CREATE TABLE "views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"path" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "annotations_version" ON "annotations" USING btree ("subject","version") WHERE subject is not null;--> statement-breakpoint
CREATE INDEX "annotations_at" ON "annotations" USING btree ("at");--> statement-breakpoint
CREATE INDEX "annotations_date" ON "annotations" USING btree ("date");--> statement-breakpoint
CREATE UNIQUE INDEX "views_owner_name" ON "views" USING btree ("owner_id",lower("name")) WHERE deleted_at is null;