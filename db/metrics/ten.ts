import type { Fragment, Sql } from "postgres";
import type { Asked } from "#lib/filters.ts";
import type { Candidate } from "#lib/reading/ten.ts";
import type { Db } from "../client.ts";
import { dimensionConditions, relationOf } from "./records.ts";

/** More than ten of a reason, because some are of one customer or are read for another reason. */
const OF_EACH = 40;

/** Why a handoff is worth reading, and how much more than another by the same reason; null = not by this one. */
const WEIGHTS = {
  unhappy: `case when not satisfied then 1e9 * (1 - score / "scaleMax") + "waitBusinessSeconds" end`,
  repeated: `case when repeats > 0 then 1e9 * repeats + "waitBusinessSeconds" end`,
  left: `case when outcome = 'left' and "waitSeconds" >= 30 then "waitBusinessSeconds" end`,
  empty_room: `case when empty_room then "waitBusinessSeconds" end`,
  promise_broken: `case when outcome = 'answered' and "waitSeconds" > "promisedSeconds"
    then "waitSeconds" - "promisedSeconds" end`,
  asked_long: `case when "askedSeconds" >= 60 then "askedSeconds" end`,
  ping_pong: `case when 'ping_pong' = any(tags) then 1e9 * "executedHandoffs" + "waitBusinessSeconds" end`,
  unanswered: `case when outcome = 'closed_unanswered' then "waitBusinessSeconds" end`,
  reopened: `case when resolution = 'reopened' then "waitBusinessSeconds" end`,
  best: `case when satisfied and score = "scaleMax" and outcome = 'answered' and "waitBusinessSeconds" < 300
    and repeats = 0 and resolution in ('resolved', 'assumed', 'pending') then -"waitBusinessSeconds" end`,
} satisfies Record<Candidate["reason"], string>;

/** A reading of the facts for each reason keeps few of them; one that weighs all reasons of each fact sorts them all. */
const strongestOf = (sql: Sql, ofEach: number): Fragment =>
  Object.entries(WEIGHTS).reduce<Fragment>(
    (all, [reason, weight], i) => sql`${all} ${i > 0 ? sql`union all` : sql``} (
      select f.*, ${reason} as reason, w.weight from facts f cross join lateral (select ${sql.unsafe(weight)}) as w(weight)
      where w.weight is not null order by w.weight desc, "conversationId" limit ${ofEach})`,
    sql``,
  );

/** Handoffs that are worth reading: of every reason the strongest. A row = the first handoff of an episode for one
 * reason; takeovers are left out. All of them stand in the list of handoffs with the same filters. */
export const tenCandidates = async (db: Db, filters: Asked, ofEach = OF_EACH): Promise<Candidate[]> => {
  const sql = db.$client;
  return sql<Candidate[]>`
    with facts as materialized (
      select m.conversation_id as "conversationId", m.source_id, m.topic, m.tier, h.outcome, h.wait_seconds as "waitSeconds",
        h.wait_business_seconds as "waitBusinessSeconds",
        extract(epoch from h.at - h.asked_at)::float8 as "askedSeconds",
        h.promised_wait_seconds as "promisedSeconds",
        case when e.has_explicit_repetition then greatest(1, (
          select count(*) from findings f where f.conversation_id = m.conversation_id and f.episode = m.episode
            and f.scanner = 'context_repetition' and f.rule like 'R1.%' and f.counts)) else 0 end::int as repeats,
        e.executed_handoffs as "executedHandoffs", e.resolution, r.score, r.scale_max as "scaleMax", r.satisfied,
        h.empty_room, e.tags, e.started_at as "startedAt", e.ended_at as "endedAt", h.at as "handoffAt"
      from (${relationOf(sql, "handoffs")}) m
      join handoffs h on h.conversation_id = m.conversation_id and h.handoff_id = m.handoff_id
        and h.ordinal = 1 and not h.is_takeover
      join episodes e on e.conversation_id = m.conversation_id and e.episode = m.episode
      left join lateral (
        select * from ratings r where m.rating_share is not null and r.conversation_id = m.conversation_id
          and r.episode = m.episode and r.counts
        limit 1) r on true
      where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}),
    weighed as (${strongestOf(sql, ofEach)})
    select w."conversationId", coalesce(w.source_id || ' ' || (select c.customer_id from conversations c
        where c.conversation_id = w."conversationId"), w."conversationId"::text) as customer, w.reason, w.weight, w.topic, w.tier, w.outcome, w."waitSeconds", w."waitBusinessSeconds", w."askedSeconds",
      w."promisedSeconds", w.repeats, w."executedHandoffs", w.resolution, w.score, w."scaleMax", w."startedAt", w."endedAt",
      w."handoffAt"
    from weighed w order by w.reason, w.weight desc, w."conversationId"`;
};
