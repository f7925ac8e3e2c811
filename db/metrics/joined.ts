import type { Fragment, Sql } from "postgres";
import { isNarrowing, type Narrow, type Narrowing } from "#lib/narrowing.ts";
import { type RelationKey, relationOf } from "./records.ts";

/** A metric's relation `m` with its episode `e` and the handoff meant, else the episode's first, `h` (nulls if none). */
export const withHandoff = (sql: Sql, key: RelationKey, version?: number): Fragment => sql`
  (${relationOf(sql, key, version)}) m
  join episodes e on e.conversation_id = m.conversation_id and e.episode = m.episode
  left join lateral (
    select * from handoffs h where h.conversation_id = m.conversation_id and h.episode = m.episode
      and (m.handoff_id is null or h.handoff_id = m.handoff_id)
    order by h.ordinal limit 1) h on true`;

/** Seconds after which a wait is too long for its customer, and after which it is a failure. */
const BANDS = { soon: 300, late: 900 };

const VALUES: Record<Narrowing, (sql: Sql, zone: string) => Fragment> = {
  initiator: (sql) => sql`h.initiator`,
  family: (sql) => sql`h.family`,
  weekday: (sql, zone) => sql`extract(isodow from h.at at time zone ${zone})::int::text`,
  hour: (sql, zone) => sql`extract(hour from h.at at time zone ${zone})::int::text`,
  wait: (sql) => sql`case when h.outcome <> 'answered' or h.is_takeover then null
    when h.wait_business_seconds < ${BANDS.soon}::int then 'under_5'
    when h.wait_business_seconds <= ${BANDS.late}::int then '5_to_15' when h.outcome is not null then 'over_15' end`,
  fate: (sql) => sql`case when h.is_takeover then null when h.left_how = 'silent' then 'silent'
    when h.outcome in ('closed_unanswered', 'handed_back') then 'other' else h.outcome end`,
  short: (sql) => sql`case when h.outcome <> 'left' then null when h.wait_seconds < 30 then 'yes'
    when h.outcome is not null then 'no' end`,
  hours: (sql) => sql`case when h.in_hours then 'open' when not h.in_hours then 'closed' end`,
  repeated: (sql) => sql`case when not e.customer_spoke_after_human then null
    when e.has_explicit_repetition then 'yes' else 'no' end`,
  // As the metric promiseKept counts it.
  promise: (sql) => sql`case when h.promised_wait_seconds is null or h.is_takeover then null
    when h.outcome = 'answered' and h.wait_seconds <= h.promised_wait_seconds then 'kept'
    when h.outcome = 'left' and h.wait_seconds < 30 then null
    when h.outcome = 'waiting' and h.wait_seconds <= h.promised_wait_seconds then null else 'broken' end`,
};

/** The value that a narrowing has on a row of `withHandoff`; null = it has none. */
export const narrowValue = (sql: Sql, narrowing: Narrowing, zone: string): Fragment => VALUES[narrowing](sql, zone);

/** A narrowing as conditions on `withHandoff`, each beginning with "and". */
export const narrowConditions = (sql: Sql, narrow: Narrow, zone: string): Fragment =>
  Object.entries(narrow)
    .filter((entry): entry is [Narrowing, string] => isNarrowing(entry[0]))
    .reduce<Fragment>((all, [name, value]) => sql`${all} and ${narrowValue(sql, name, zone)} = ${value}`, sql``);
