ALTER TABLE "findings" DROP CONSTRAINT "findings_conversation_id_message_id_scanner_rule_start_pk";--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_pk" PRIMARY KEY("conversation_id","message_id","episode","scanner","rule","start");--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "label" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "earlier" text;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "value" double precision;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "evidence" text;