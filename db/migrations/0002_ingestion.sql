CREATE TABLE "secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"name" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "source_hints" (
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"hinted_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "source_hints_source_id_external_id_pk" PRIMARY KEY("source_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "source_readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"is_reread" boolean NOT NULL,
	"cursor" jsonb,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "reading_reason" CHECK ("reason" in ('backfill', 'nightly', 'weekly', 'asked'))
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"source_id" uuid NOT NULL,
	"delivery_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhook_deliveries_source_id_delivery_id_pk" PRIMARY KEY("source_id","delivery_id")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "can_write" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "refused_records" ADD COLUMN "source_id" uuid;--> statement-breakpoint
ALTER TABLE "refused_records" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "state" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "last_polled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "last_error" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "failing_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "retry_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "requests_left" integer;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "requests_reset_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "secrets_source" ON "secrets" USING btree ("source_id","name") WHERE valid_until is null;--> statement-breakpoint
CREATE INDEX "source_hints_due" ON "source_hints" USING btree ("source_id","due_at");--> statement-breakpoint
CREATE INDEX "source_readings_source" ON "source_readings" USING btree ("source_id","created_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_at" ON "webhook_deliveries" USING btree ("at");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "source_state" CHECK ("state" in ('checking', 'refused', 'active', 'paused', 'removing'));