DROP INDEX "episodes_started";--> statement-breakpoint
DROP INDEX "episodes_resolution";--> statement-breakpoint
DROP INDEX "episodes_offered";--> statement-breakpoint
DROP INDEX "handoffs_at";--> statement-breakpoint
DROP INDEX "ratings_ended";--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_initiator" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_family" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_wait_band" text;--> statement-breakpoint
ALTER TABLE "episodes" ADD COLUMN "first_promise" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "wait_band" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "promise" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "is_repeated" boolean;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_initiator" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_family" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_wait_band" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "first_promise" text;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "is_repeated" boolean;--> statement-breakpoint
-- What was assessed before is told apart by the same limits.
UPDATE "handoffs" h SET
  wait_band = case when h.outcome <> 'answered' or h.is_takeover then null when h.wait_business_seconds < 300 then 'under_5'
    when h.wait_business_seconds <= 900 then '5_to_15' else 'over_15' end,
  promise = case when h.promised_wait_seconds is null or h.is_takeover then null
    when h.outcome = 'answered' and h.wait_seconds <= h.promised_wait_seconds then 'kept'
    when h.outcome = 'left' and h.wait_seconds < 30 then null
    when h.outcome = 'waiting' and h.wait_seconds <= h.promised_wait_seconds then null else 'broken' end,
  is_repeated = (select e.has_explicit_repetition from episodes e where e.conversation_id = h.conversation_id
    and e.episode = h.episode and e.customer_spoke_after_human),
  channel = case when length(channel) > 160 then left(channel, 159) || '…' else channel end, team = case when length(team) > 160 then left(team, 159) || '…' else team end, topic = case when length(topic) > 160 then left(topic, 159) || '…' else topic end, tier = case when length(tier) > 160 then left(tier, 159) || '…' else tier end, language = case when length(language) > 160 then left(language, 159) || '…' else language end;--> statement-breakpoint
UPDATE "episodes" e SET (first_initiator, first_family, first_wait_band, first_promise) =
  (select h.initiator, h.family, h.wait_band, h.promise from handoffs h
    where h.conversation_id = e.conversation_id and h.episode = e.episode and h.ordinal = 1),
  channel = case when length(channel) > 160 then left(channel, 159) || '…' else channel end, team = case when length(team) > 160 then left(team, 159) || '…' else team end, topic = case when length(topic) > 160 then left(topic, 159) || '…' else topic end, tier = case when length(tier) > 160 then left(tier, 159) || '…' else tier end, language = case when length(language) > 160 then left(language, 159) || '…' else language end
  WHERE executed_handoffs > 0 or exists (select from handoffs h where h.conversation_id = e.conversation_id and h.episode = e.episode)
    or greatest(length(channel), length(team), length(topic), length(tier), length(language)) > 160;--> statement-breakpoint
UPDATE "ratings" r SET (first_initiator, first_family, first_wait_band, first_promise, is_repeated) =
  (select e.first_initiator, e.first_family, e.first_wait_band, e.first_promise,
    case when e.customer_spoke_after_human then e.has_explicit_repetition end
    from episodes e where e.conversation_id = r.conversation_id and e.episode = r.episode),
  channel = case when length(channel) > 160 then left(channel, 159) || '…' else channel end, team = case when length(team) > 160 then left(team, 159) || '…' else team end, topic = case when length(topic) > 160 then left(topic, 159) || '…' else topic end, tier = case when length(tier) > 160 then left(tier, 159) || '…' else tier end, language = case when length(language) > 160 then left(language, 159) || '…' else language end
  WHERE segment <> 'ai_only' or greatest(length(channel), length(team), length(topic), length(tier), length(language)) > 160;--> statement-breakpoint
CREATE INDEX "episodes_started" ON "episodes" USING btree ("segment","started_at","source_id","channel","team","topic","tier","language","first_initiator","first_family","customer_spoke_after_human","has_explicit_repetition","first_human_ask_at","tags") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "episodes_resolution" ON "episodes" USING btree ("segment","resolution_at","source_id","channel","team","topic","tier","language","first_wait_band","first_promise","customer_spoke_after_human","has_explicit_repetition","resolution","matures_at","ai_outcome","is_reopened","has_repeat_contact") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "episodes_offered" ON "episodes" USING btree ("segment",(coalesce(ended_at, started_at)),"survey_offered_at","rated_at") WHERE excluded is null and survey_offered_at is not null;--> statement-breakpoint
CREATE INDEX "handoffs_at" ON "handoffs" USING btree ("at","source_id","channel","team","topic","tier","language","segment","ordinal","is_takeover","in_hours","outcome","left_how","wait_seconds","wait_business_seconds","promised_wait_seconds") WHERE excluded is null;--> statement-breakpoint
CREATE INDEX "ratings_ended" ON "ratings" USING btree ("segment","episode_ended_at","source_id","channel","team","topic","tier","language","first_wait_band","first_promise","is_repeated","satisfied","at") WHERE counts and excluded is null;