import type { Fragment, Sql } from "postgres";
import { BANDS } from "#lib/conversation/told-apart.ts";
import { TARGET_SECONDS } from "#lib/conversation/waits.ts";
import { metricOf } from "#lib/metrics/catalogue.ts";
import { isNarrowing, type Narrow, type Narrowing, valuesOf } from "#lib/narrowing.ts";
import type { RelationKey } from "./records.ts";
import { askEnding } from "./relations/asks.ts";

/** What can stand beside the rows `m` of a relation: their episode, the handoff meant, else the episode's first (nulls if
 * none), their conversation, its source, and the rating of the episode that counts (nulls if none). */
export type Beside = "episode" | "handoff" | "conversation" | "source" | "rating";

/** Whether a row of the relation is a handoff. */
export const isOfHandoffs = (key: RelationKey): boolean => key === "handoffs" || metricOf(key).grain === "handoff";

const JOINS: Record<Beside, (sql: Sql, key: RelationKey) => Fragment> = {
  episode: (sql) => sql`join episodes e on e.conversation_id = m.conversation_id and e.episode = m.episode`,
  handoff: (sql, key) =>
    isOfHandoffs(key)
      ? sql`join handoffs h on h.conversation_id = m.conversation_id and h.handoff_id = m.handoff_id`
      : sql`left join handoffs h on h.conversation_id = m.conversation_id and h.episode = m.episode and h.ordinal = 1`,
  conversation: (sql) => sql`join conversations c on c.conversation_id = m.conversation_id`,
  source: (sql) => sql`join sources s on s.id = m.source_id`,
  rating: (sql) => sql`left join lateral (
    select * from ratings r where r.conversation_id = m.conversation_id and r.episode = m.episode and r.counts
    limit 1) r on true`,
};

export const EVERYTHING: readonly Beside[] = ["episode", "handoff", "conversation", "source", "rating"];

/** Joins of these to the rows `m` of a relation: `e`, `h`, `c`, `s`, `r`. Each row stays one. */
export const joinsOf = (sql: Sql, key: RelationKey, beside: Iterable<Beside>): Fragment =>
  [...new Set(beside)].reduce<Fragment>((all, one) => sql`${all} ${JOINS[one](sql, key)}`, sql``);

const yesNo = (sql: Sql, is: string): Fragment =>
  sql`case ${sql.unsafe(is)} when true then 'yes' when false then 'no' end`;

/** Whose types of repetition are told apart: the base of their metrics. */
const SCANNED_AGAIN = "e.segment = 'handoff' and e.customer_spoke_after_human and e.is_resent is not null";

const VALUES: Record<Narrowing, (sql: Sql, zone: string) => Fragment> = {
  initiator: (sql) => sql`m.initiator`,
  family: (sql) => sql`m.family`,
  weekday: (sql, zone) => sql`extract(isodow from h.at at time zone ${zone})::int::text`,
  hour: (sql, zone) => sql`extract(hour from h.at at time zone ${zone})::int::text`,
  wait: (sql) => sql`m.wait_band`,
  wall: (sql) => sql`case when h.outcome <> 'answered' or h.is_takeover then null
    when h.wait_seconds < ${BANDS.soon} then 'under_5' when h.wait_seconds <= ${BANDS.late} then '5_to_15'
    when h.wait_seconds is not null then 'over_15' end`,
  fate: (sql) => sql`case when h.is_takeover then null when h.left_how = 'silent' then 'silent'
    when h.outcome in ('closed_unanswered', 'handed_back') then 'other' else h.outcome end`,
  short: (sql) => sql`case when h.outcome <> 'left' then null when h.wait_seconds < 30 then 'yes'
    when h.outcome is not null then 'no' end`,
  hours: (sql) => sql`case when h.in_hours then 'open' when not h.in_hours then 'closed' end`,
  repeated: (sql) => yesNo(sql, "m.is_repeated"),
  explicit: (sql) => yesNo(sql, `case when ${SCANNED_AGAIN} then e.has_explicit_repetition end`),
  resent: (sql) => yesNo(sql, `case when ${SCANNED_AGAIN} then e.is_resent end`),
  asked: (sql) => yesNo(sql, `case when ${SCANNED_AGAIN} then e.is_asked_again end`),
  introduction: (sql) => sql`m.introduction`,
  solution: (sql) => sql`case m.solution_repeated when true then 'same' when false then 'other' end`,
  transfer: (sql) => yesNo(sql, "m.transfer_said"),
  read: (sql) => sql`h.read_family`,
  promise: (sql) => sql`m.promise`,
  step: askEnding,
  stands: (sql) => sql`case when h.is_takeover then null when h.outcome = 'answered' then
    case when h.wait_business_seconds < ${TARGET_SECONDS} then 'in_target' else 'late' end
    when h.outcome = 'left' then case when h.wait_seconds < 30 then 'short' else 'left' end
    when h.outcome = 'waiting' then case when h.wait_business_seconds < ${TARGET_SECONDS} then 'pending' else 'overdue' end
    when h.outcome is not null then 'other' end`,
};

/** The 15-minute interval of the handoff, by its start as addresses have it. */
export const slotValue = (sql: Sql): Fragment => sql`to_char(
  date_bin('15 minutes', h.at, timestamptz '2000-01-01 00:00Z') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')`;

const NEEDED: Partial<Record<string, Beside>> = {
  weekday: "handoff",
  hour: "handoff",
  fate: "handoff",
  short: "handoff",
  hours: "handoff",
  explicit: "episode",
  resent: "episode",
  asked: "episode",
  read: "handoff",
  wall: "handoff",
  step: "episode",
  stands: "handoff",
  slot: "handoff",
  open_at: "handoff",
};

/** What these have to have beside `m`. */
export const besideOf = (names: readonly string[]): Beside[] => names.flatMap((name) => NEEDED[name] ?? []);

/** The value that a narrowing has on a row with what stands beside it; null = it has none. */
export const narrowValue = (sql: Sql, narrowing: Narrowing, zone: string): Fragment => VALUES[narrowing](sql, zone);

/** A narrowing as conditions on such rows, each beginning with "and". */
export const narrowConditions = (sql: Sql, narrow: Narrow, zone: string): Fragment =>
  Object.entries(narrow).reduce<Fragment>(
    (all, [name, value]) => sql`${all} ${conditionOn(sql, name, value, zone)}`,
    sql``,
  );

const conditionOn = (sql: Sql, name: string, value: string, zone: string): Fragment => {
  if (isNarrowing(name)) return sql`and ${narrowValue(sql, name, zone)} = any(${valuesOf(name, value)}::text[])`;
  if (name === "finding") return withFinding(sql, value);
  const at = sql`${value}::text::timestamptz`;
  if (name === "slot") return sql`and h.at >= ${at} and h.at < ${at} + interval '15 minutes'`;
  return sql`and h.at < ${at} and (h.wait_ended_at is null or h.wait_ended_at > ${at}) and not h.is_takeover`;
};

const withFinding = (sql: Sql, label: string): Fragment => sql`and exists (select from findings f
  where f.conversation_id = m.conversation_id and f.episode = m.episode and f.counts and f.label = ${label})`;
