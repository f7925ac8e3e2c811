ALTER TABLE "episodes" ADD COLUMN "customer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "ai_seconds" double precision;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "wrong_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "rating_share" double precision;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "searched" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_trigger" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_outcome" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_wait_business_seconds" double precision;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "customer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "ai_seconds" double precision;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "wrong_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "rating_share" double precision;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "searched" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "is_cut" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "searched_whole" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "resolution" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "customer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "ai_seconds" double precision;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "wrong_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "rating_share" double precision;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "searched" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_trigger" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_outcome" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_wait_business_seconds" double precision;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "resolution" text;--> statement-breakpoint
-- Rewriting every row is many times as fast without them; they are made again as they were.
DROP INDEX "episodes_started";--> statement-breakpoint
DROP INDEX "episodes_resolution";--> statement-breakpoint
DROP INDEX "episodes_asks_told";--> statement-breakpoint
DROP INDEX "episodes_asked";--> statement-breakpoint
DROP INDEX "episodes_offered";--> statement-breakpoint
DROP INDEX "handoffs_at";--> statement-breakpoint
DROP INDEX "ratings_ended";--> statement-breakpoint
-- What was assessed before is listed by the same values.
UPDATE "handoffs" t SET ai_seconds = extract(epoch from t.at - e.started_at), resolution = e.resolution,
  wrong_count = coalesce((t.introduction = 'cold')::int, 0) + coalesce(t.solution_repeated::int, 0)
    + coalesce((not t.trigger_agrees)::int, 0) + coalesce((t.promise = 'broken')::int, 0) + e.has_explicit_repetition::int
    + coalesce(e.is_resent::int, 0) + coalesce(e.is_asked_again::int, 0),
  rating_share = (select r.score / r.scale_max from ratings r
    where r.conversation_id = t.conversation_id and r.episode = t.episode and r.counts limit 1),
  customer = n.customer,
  searched = case when n.is_cut then left(w.whole, (w.room - octet_length(n.customer)) / 4) else w.whole end,
  is_cut = n.is_cut, searched_whole = case when n.is_cut then w.whole end
  FROM "episodes" e, "handoffs" h, "conversations" c,
    lateral (select coalesce(c.customer->>'name', c.customer_id, c.external_id) as name,
      lower(concat_ws(' ', c.external_id, c.subject, c.customer->>'name', c.customer_id, h.reason)) as whole,
      2456 - octet_length(concat(h.channel, h.team, h.topic, h.tier, h.language)) as room) w,
    lateral (select case when length(w.name) > 160 then left(w.name, 159) || '…' else w.name end as short) s,
    lateral (select case when octet_length(s.short) > w.room then left(s.short, w.room / 4) else s.short end as customer) k,
    lateral (select k.customer, octet_length(w.whole) + octet_length(k.customer) > w.room as is_cut) n
  WHERE h.conversation_id = t.conversation_id and h.handoff_id = t.handoff_id and e.conversation_id = t.conversation_id
    and e.episode = t.episode and c.conversation_id = t.conversation_id;--> statement-breakpoint
UPDATE "episodes" t SET customer = case when length(x.name) > 160 then left(x.name, 159) || '…' else x.name end,
  ai_seconds = x.ai_seconds, first_trigger = x.trigger, first_outcome = x.outcome,
  first_wait_business_seconds = x.wait_business_seconds,
  wrong_count = coalesce(x.wrong_count, t.has_explicit_repetition::int + coalesce(t.is_resent::int, 0)
    + coalesce(t.is_asked_again::int, 0)),
  rating_share = (select r.score / r.scale_max from ratings r
    where r.conversation_id = t.conversation_id and r.episode = t.episode and r.counts limit 1),
  searched = lower(concat_ws(' ', x.external_id, x.subject, x.given_name, x.customer_id, x.reason))
  FROM (select e.conversation_id, e.episode, c.external_id, c.subject, c.customer->>'name' as given_name, c.customer_id,
      coalesce(c.customer->>'name', c.customer_id, c.external_id) as name,
      h.ai_seconds, h.trigger, h.outcome, h.wait_business_seconds, h.wrong_count, h.reason
    from episodes e join conversations c on c.conversation_id = e.conversation_id
      left join handoffs h on h.conversation_id = e.conversation_id and h.episode = e.episode and h.ordinal = 1) x
  WHERE x.conversation_id = t.conversation_id and x.episode = t.episode;--> statement-breakpoint
UPDATE "ratings" t SET customer = e.customer, ai_seconds = e.ai_seconds, wrong_count = e.wrong_count,
  rating_share = e.rating_share, searched = e.searched, first_trigger = e.first_trigger, first_outcome = e.first_outcome,
  first_wait_business_seconds = e.first_wait_business_seconds, resolution = e.resolution
  FROM "episodes" e WHERE e.conversation_id = t.conversation_id and e.episode = t.episode;--> statement-breakpoint
CREATE INDEX "episodes_started" ON "episodes" USING btree ("segment","started_at","source_id","channel","team","topic","tier","language","first_initiator","first_family","customer_spoke_after_human","has_explicit_repetition","is_resent","is_asked_again","is_repeated","first_human_ask_at","tags") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "episodes_resolution" ON "episodes" USING btree ("segment","resolution_at","source_id","channel","team","topic","tier","language","first_wait_band","first_promise","first_introduction","first_solution_repeated","first_transfer_said","is_repeated","resolution","matures_at","ai_outcome","is_reopened","has_repeat_contact") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "episodes_asks_told" ON "episodes" USING btree ("source_id") WHERE excluded is null and asks_told > 0;--> statement-breakpoint
CREATE INDEX "episodes_asked" ON "episodes" USING btree ("source_id","first_human_ask_at") WHERE excluded is null and first_human_ask_at is not null;--> statement-breakpoint
CREATE INDEX "episodes_offered" ON "episodes" USING btree ("segment",(coalesce(ended_at, started_at)),"survey_offered_at","rated_at") WHERE excluded is null and survey_offered_at is not null;--> statement-breakpoint
CREATE INDEX "handoffs_at" ON "handoffs" USING btree ("at","source_id","channel","team","topic","tier","language","segment","ordinal","is_takeover","in_hours","outcome","left_how","wait_seconds","wait_business_seconds","promised_wait_seconds","is_scanned","introduction","transfer_said","no_repeat_said","wait_given","solution_repeated","context_history","context_assessment","context_attempted","context_customer","context_next_steps","trigger_agrees") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "ratings_ended" ON "ratings" USING btree ("segment","episode_ended_at","source_id","channel","team","topic","tier","language","first_wait_band","first_promise","first_introduction","first_solution_repeated","first_transfer_said","is_repeated","satisfied","at") WHERE counts and excluded is null;--> statement-breakpoint
CREATE INDEX "handoffs_listed" ON "handoffs" USING btree ("at","source_id","channel","team","topic","tier","language","segment","wait_business_seconds","outcome","trigger","resolution","customer","ai_seconds","wrong_count","rating_share","searched","is_cut","is_takeover","in_hours","conversation_id","episode","ordinal") WHERE excluded is null;
