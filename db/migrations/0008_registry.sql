CREATE TABLE "published_points" (
	"metric" text NOT NULL,
	"bucket" text NOT NULL,
	"version" integer NOT NULL,
	"part" integer NOT NULL,
	"whole" integer NOT NULL,
	"value" double precision,
	"low" double precision,
	"high" double precision,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "published_points_metric_bucket_pk" PRIMARY KEY("metric","bucket")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"metric" text NOT NULL,
	"channel" text,
	"target" double precision NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "targets_metric_channel" UNIQUE NULLS NOT DISTINCT("metric","channel")
);
