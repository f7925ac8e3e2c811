CREATE TABLE "alarm_evaluations" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"evaluated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_evaluation" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "alarm_journal" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"incident_id" uuid,
	"rule_id" uuid,
	"watched" text,
	"what" text NOT NULL,
	"reason" text,
	"level" smallint,
	"value" double precision,
	"user_id" uuid,
	"note" text,
	"is_suppressed" boolean DEFAULT false NOT NULL,
	"data_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alarm_journal_what" CHECK ("what" in ('fired', 'escalated', 'repeated', 'renotified', 'suspended', 'resumed', 'resolved', 'data_stale', 'data_fresh', 'acknowledged', 'unacknowledged', 'snoozed', 'silenced', 'silence_ended', 'judged', 'done', 'rule_saved', 'rule_removed'))
);
--> statement-breakpoint
CREATE TABLE "alarm_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"source_id" uuid,
	"team" text,
	"fire" double precision NOT NULL,
	"clear" double precision NOT NULL,
	"for_minutes" double precision NOT NULL,
	"keep_minutes" double precision NOT NULL,
	"stale_after_minutes" double precision NOT NULL,
	"escalate_minutes" double precision[] NOT NULL,
	"ack_timeout_minutes" double precision NOT NULL,
	"repeat_minutes" double precision NOT NULL,
	"hours" jsonb NOT NULL,
	"recipients" jsonb NOT NULL,
	"is_enabled" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "alarm_rule_kind" CHECK ("kind" in ('oldest_wait', 'answered_share', 'waiting_count', 'data_stale', 'escalation_rate')),
	CONSTRAINT "alarm_rule_scope" CHECK ("scope" in ('all', 'queue')),
	CONSTRAINT "alarm_rule_queue" CHECK ((scope = 'queue') = (source_id is not null))
);
--> statement-breakpoint
CREATE TABLE "alarm_states" (
	"rule_id" uuid NOT NULL,
	"watched" text NOT NULL,
	"source_id" uuid,
	"team" text,
	"phase" text NOT NULL,
	"machine" jsonb NOT NULL,
	"incident_id" uuid,
	"value" double precision,
	"as_of" timestamp (3) with time zone,
	"evaluated_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "alarm_states_rule_id_watched_pk" PRIMARY KEY("rule_id","watched"),
	CONSTRAINT "alarm_state_phase" CHECK ("phase" in ('inactive', 'pending', 'firing', 'recovering', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" uuid NOT NULL,
	"watched" text NOT NULL,
	"source_id" uuid,
	"team" text,
	"kind" text NOT NULL,
	"rule_name" text NOT NULL,
	"threshold" double precision NOT NULL,
	"fired_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"value" double precision,
	"peak" double precision,
	"level" smallint DEFAULT 0 NOT NULL,
	"is_delivered" boolean DEFAULT false NOT NULL,
	"cause" jsonb,
	"order_key" uuid NOT NULL,
	"acked_at" timestamp (3) with time zone,
	"acked_by" uuid,
	"was_real" boolean,
	"judged_by" uuid,
	"judged_at" timestamp (3) with time zone,
	"done" text,
	"done_by" uuid,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "incident_kind" CHECK ("kind" in ('oldest_wait', 'answered_share', 'waiting_count', 'data_stale', 'escalation_rate'))
);
--> statement-breakpoint
CREATE TABLE "notification_channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"config" jsonb NOT NULL,
	"key_id" text,
	"sealed" text,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_sent_at" timestamp (3) with time zone,
	"last_error" text,
	"last_failed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "notification_channel_kind" CHECK ("kind" in ('in_app', 'email', 'slack', 'webhook'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"order_key" uuid NOT NULL,
	"incident_id" uuid,
	"channel_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"dead_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "outbox_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "silences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matcher" jsonb NOT NULL,
	"reason" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE INDEX "alarm_journal_at" ON "alarm_journal" USING btree ("at");--> statement-breakpoint
CREATE INDEX "alarm_journal_incident" ON "alarm_journal" USING btree ("incident_id","id");--> statement-breakpoint
CREATE INDEX "alarm_states_phase" ON "alarm_states" USING btree ("phase") WHERE phase <> 'inactive';--> statement-breakpoint
CREATE INDEX "incidents_rule" ON "incidents" USING btree ("rule_id","fired_at");--> statement-breakpoint
CREATE INDEX "incidents_fired" ON "incidents" USING btree ("fired_at");--> statement-breakpoint
CREATE INDEX "incidents_open" ON "incidents" USING btree ("fired_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("next_at") WHERE sent_at is null and dead_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("order_key","channel_id","id");--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "outbox" USING btree ("dead_at") WHERE dead_at is not null;--> statement-breakpoint
CREATE INDEX "silences_until" ON "silences" USING btree ("until_at");--> statement-breakpoint
CREATE INDEX "handoffs_waiting" ON "handoffs" USING btree ("source_id","team","at") WHERE excluded is null and outcome = 'waiting' and not is_takeover;--> statement-breakpoint
CREATE INDEX "handoffs_wait_ended" ON "handoffs" USING btree ("wait_ended_at","at","source_id","team","outcome","agent_id","wait_business_seconds") WHERE excluded is null and not is_takeover;