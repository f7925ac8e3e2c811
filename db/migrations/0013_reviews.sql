CREATE TABLE "reviews" (
	"conversation_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"scanner" text NOT NULL,
	"label" text NOT NULL,
	"span" text NOT NULL,
	"verdict" text NOT NULL,
	"rule" text NOT NULL,
	"version" text NOT NULL,
	"confidence" double precision NOT NULL,
	"reviewer_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reviews_pk" PRIMARY KEY("conversation_id","message_id","scanner","label","span"),
	CONSTRAINT "review_verdict" CHECK ("verdict" in ('confirmed', 'dismissed'))
);
