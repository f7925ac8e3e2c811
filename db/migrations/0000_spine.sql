CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"content_sha256" text NOT NULL,
	"assessed_with" text,
	"assessed_at" timestamp (3) with time zone,
	"reassess_at" timestamp (3) with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"revision" text NOT NULL,
	"revision_key" text NOT NULL,
	"content_sha256" text NOT NULL,
	"url" text,
	"channel" text NOT NULL,
	"language" text,
	"subject" text,
	"topic" text,
	"tags" text[] NOT NULL,
	"brand" text,
	"status" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone,
	"customer_id" text,
	"customer" jsonb,
	"participants" jsonb NOT NULL,
	"declared_handoffs" jsonb NOT NULL,
	"events" jsonb NOT NULL,
	"surveys" jsonb NOT NULL,
	"ratings" jsonb NOT NULL,
	"flags" text[] NOT NULL,
	"merged_into" text,
	"deleted" boolean DEFAULT false NOT NULL,
	"extra" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_defects" (
	"conversation_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"stage" text NOT NULL,
	"field" text NOT NULL,
	"code" text NOT NULL,
	"detail" text NOT NULL,
	CONSTRAINT "data_defects_conversation_id_stage_ordinal_pk" PRIMARY KEY("conversation_id","stage","ordinal")
);
--> statement-breakpoint
CREATE TABLE "episodes" (
	"conversation_id" uuid NOT NULL,
	"episode" integer NOT NULL,
	"source_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"team" text,
	"topic" text,
	"tier" text,
	"language" text,
	"segment" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text NOT NULL,
	"rule" smallint NOT NULL,
	"tags" text[] NOT NULL,
	"excluded" text,
	"first_human_ask_at" timestamp (3) with time zone,
	"first_human_reply_at" timestamp (3) with time zone,
	"executed_handoffs" integer NOT NULL,
	"customer_spoke_after_human" boolean NOT NULL,
	"has_explicit_repetition" boolean NOT NULL,
	"resolution" text NOT NULL,
	"resolution_at" timestamp (3) with time zone,
	"matures_at" timestamp (3) with time zone,
	CONSTRAINT "episodes_conversation_id_episode_pk" PRIMARY KEY("conversation_id","episode"),
	CONSTRAINT "episode_segment" CHECK ("segment" in ('ai_only', 'handoff', 'human_only', 'other')),
	CONSTRAINT "episode_ended_by" CHECK ("ended_by" in ('closed', 'inactive', 'open')),
	CONSTRAINT "episode_resolution" CHECK ("resolution" in ('resolved', 'assumed', 'reopened', 'unanswered', 'unresolved', 'pending'))
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"conversation_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"scanner" text NOT NULL,
	"rule" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"version" text NOT NULL,
	"confidence" double precision NOT NULL,
	"episode" integer NOT NULL,
	CONSTRAINT "findings_conversation_id_message_id_scanner_rule_start_pk" PRIMARY KEY("conversation_id","message_id","scanner","rule","start")
);
--> statement-breakpoint
CREATE TABLE "handoffs" (
	"conversation_id" uuid NOT NULL,
	"handoff_id" text NOT NULL,
	"episode" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"source_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"team" text,
	"topic" text,
	"tier" text,
	"language" text,
	"segment" text NOT NULL,
	"excluded" text,
	"at" timestamp (3) with time zone NOT NULL,
	"provenance" text NOT NULL,
	"initiator" text NOT NULL,
	"family" text NOT NULL,
	"trigger" text NOT NULL,
	"reason" text,
	"asked_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"first_reply_at" timestamp (3) with time zone,
	"first_reply_message_id" text,
	"agent_id" text,
	"outcome" text NOT NULL,
	"left_how" text,
	"wait_seconds" double precision NOT NULL,
	"wait_business_seconds" double precision NOT NULL,
	"wait_ended_at" timestamp (3) with time zone,
	"in_hours" boolean NOT NULL,
	"straddles_closing" boolean NOT NULL,
	"is_takeover" boolean NOT NULL,
	"empty_room" boolean NOT NULL,
	"promised_wait_seconds" double precision,
	"queue_position" integer,
	CONSTRAINT "handoffs_conversation_id_handoff_id_pk" PRIMARY KEY("conversation_id","handoff_id"),
	CONSTRAINT "handoff_outcome" CHECK ("outcome" in ('answered', 'left', 'closed_unanswered', 'handed_back', 'waiting')),
	CONSTRAINT "handoff_initiator" CHECK ("initiator" in ('customer', 'ai', 'rule', 'human_takeover', 'operational')),
	CONSTRAINT "handoff_family" CHECK ("family" in ('topic', 'complexity', 'customer', 'sentiment', 'confidence', 'customer_request', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"counts" jsonb NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"conversation_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"position" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text,
	"visibility" text NOT NULL,
	"kind" text NOT NULL,
	"automated" boolean NOT NULL,
	"text" text NOT NULL,
	"quoted" text,
	"ai" jsonb,
	CONSTRAINT "messages_conversation_id_message_id_pk" PRIMARY KEY("conversation_id","message_id"),
	CONSTRAINT "message_author_kind" CHECK ("author_kind" in ('customer', 'ai', 'human', 'system')),
	CONSTRAINT "message_visibility" CHECK ("visibility" in ('public', 'internal'))
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"conversation_id" uuid NOT NULL,
	"rating_id" text NOT NULL,
	"episode" integer,
	"source_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"team" text,
	"topic" text,
	"tier" text,
	"language" text,
	"segment" text NOT NULL,
	"excluded" text,
	"at" timestamp (3) with time zone NOT NULL,
	"episode_ended_at" timestamp (3) with time zone,
	"score" double precision NOT NULL,
	"scale_min" double precision NOT NULL,
	"scale_max" double precision NOT NULL,
	"satisfied" boolean,
	"leg" text NOT NULL,
	"comment" text,
	"counts" boolean NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "ratings_conversation_id_rating_id_pk" PRIMARY KEY("conversation_id","rating_id"),
	CONSTRAINT "rating_leg" CHECK ("leg" in ('whole', 'ai', 'human'))
);
--> statement-breakpoint
CREATE TABLE "raw_payloads" (
	"conversation_id" uuid NOT NULL,
	"event_id" text NOT NULL,
	"revision" text NOT NULL,
	"payload" text NOT NULL,
	"sha256" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "raw_payloads_conversation_id_event_id_revision_pk" PRIMARY KEY("conversation_id","event_id","revision")
);
--> statement-breakpoint
CREATE TABLE "refused_records" (
	"id" text PRIMARY KEY NOT NULL,
	"import_run_id" uuid,
	"file_name" text NOT NULL,
	"line" bigint NOT NULL,
	"field" text,
	"reason" text NOT NULL,
	"payload" text NOT NULL,
	"refused_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"cursor" jsonb,
	"watermark_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sources_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"is_persona" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "user_role" CHECK ("role" in ('manager', 'planner', 'knowledge', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"mode" text NOT NULL,
	"calendar" jsonb NOT NULL,
	"set_up_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_workspace" CHECK (id = 1),
	CONSTRAINT "workspace_mode" CHECK ("mode" in ('demo', 'own'))
);
--> statement-breakpoint
CREATE INDEX "assessments_assessed_with" ON "assessments" USING btree ("assessed_with");--> statement-breakpoint
CREATE INDEX "assessments_reassess_at" ON "assessments" USING btree ("reassess_at") WHERE reassess_at is not null;--> statement-breakpoint
CREATE INDEX "conversations_customer" ON "conversations" USING btree ("source_id","customer_id","created_at");--> statement-breakpoint
CREATE INDEX "conversations_merged_into" ON "conversations" USING btree ("source_id","merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "episodes_started" ON "episodes" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "episodes_resolution" ON "episodes" USING btree ("resolution_at");--> statement-breakpoint
CREATE INDEX "handoffs_at" ON "handoffs" USING btree ("at");--> statement-breakpoint
CREATE INDEX "job_runs_job_started" ON "job_runs" USING btree ("job","started_at");--> statement-breakpoint
CREATE INDEX "ratings_ended" ON "ratings" USING btree ("episode_ended_at") WHERE counts;--> statement-breakpoint
CREATE INDEX "refused_records_open" ON "refused_records" USING btree ("refused_at") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "sign_in_attempts_key_at" ON "sign_in_attempts" USING btree ("key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email")) WHERE removed_at is null;