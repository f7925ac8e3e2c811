import type { Fragment, Sql } from "postgres";
import { type Dimension, type Filters, NONE } from "#lib/filters.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";

/** What the list of handoffs shows when no metric is opened: every executed handoff. */
export type RelationKey = MetricKey | "handoffs";

const DIMENSION_COLUMNS: Record<Exclude<Dimension, "source">, string> = {
  channel: "channel",
  team: "team",
  topic: "topic",
  tier: "tier",
  language: "language",
  segment: "segment",
};

const DIMENSIONS = "source_id, channel, team, topic, tier, language, segment";

/** Ratings that enter a segment's CSAT. A row = a rating. */
const ratingsOf = (sql: Sql, segment: string): Fragment => sql`
  select conversation_id, episode, null::text as handoff_id, rating_id, episode_ended_at as at, greatest(at, episode_ended_at) as known_at,
    satisfied as part, null::float8 as wait, null::text as outcome, ${sql.unsafe(DIMENSIONS)}
  from ratings where counts and excluded is null and segment = ${segment}`;

const episodesOf = (sql: Sql, { at, knownAt, part, where }: Record<"at" | "knownAt" | "part" | "where", string>) =>
  sql`
  select conversation_id, episode, null::text as handoff_id, null::text as rating_id, ${sql.unsafe(at)} as at,
    ${sql.unsafe(knownAt)} as known_at, ${sql.unsafe(part)} as part, null::float8 as wait, null::text as outcome,
    ${sql.unsafe(DIMENSIONS)}
  from episodes where excluded is null and ${sql.unsafe(where)}`;

const handoffsOf = (sql: Sql, { part, where }: Record<"part" | "where", string>): Fragment => sql`
  select conversation_id, episode, handoff_id, null::text as rating_id, at, at as known_at,
    ${sql.unsafe(part)} as part, wait_business_seconds as wait, outcome, ${sql.unsafe(DIMENSIONS)}
  from handoffs where excluded is null and ${sql.unsafe(where)}`;

const resolutionOf = (sql: Sql, segment: string): Fragment =>
  episodesOf(sql, {
    at: "resolution_at",
    knownAt: "matures_at",
    part: "resolution in ('resolved', 'assumed')",
    where: `segment = '${segment}' and resolution <> 'pending'`,
  });

const FIRST = "ordinal = 1 and not is_takeover";
const IN_TARGET = "outcome = 'answered' and wait_business_seconds < 300";

const RELATIONS: Record<RelationKey, (sql: Sql) => Fragment> = {
  handoffCsat: (sql) => ratingsOf(sql, "handoff"),
  aiOnlyCsat: (sql) => ratingsOf(sql, "ai_only"),
  humanOnlyCsat: (sql) => ratingsOf(sql, "human_only"),
  explicitRepetition: (sql) =>
    episodesOf(sql, {
      at: "started_at",
      knownAt: "started_at",
      part: "has_explicit_repetition",
      where: "segment = 'handoff' and customer_spoke_after_human",
    }),
  escalationRate: (sql) =>
    episodesOf(sql, {
      at: "started_at",
      knownAt: "started_at",
      part: "segment = 'handoff'",
      where: "segment in ('ai_only', 'handoff')",
    }),
  postEscalationResolution: (sql) => resolutionOf(sql, "handoff"),
  humanOnlyResolution: (sql) => resolutionOf(sql, "human_only"),
  timeToFirstHuman: (sql) => handoffsOf(sql, { part: "outcome = 'answered'", where: FIRST }),
  answeredInTarget: (sql) => handoffsOf(sql, { part: IN_TARGET, where: `${FIRST} and in_hours` }),
  leftBeforeAnswer: (sql) =>
    handoffsOf(sql, {
      part: "outcome = 'left'",
      where: `${FIRST} and not (outcome = 'left' and wait_seconds < 30)`,
    }),
  stillWaiting: (sql) => handoffsOf(sql, { part: "outcome = 'waiting'", where: FIRST }),
  handoffs: (sql) => handoffsOf(sql, { part: "true", where: "true" }),
};

/** What a metric counted by definitions that no longer hold. */
const EARLIER: Partial<Record<MetricKey, Record<number, (sql: Sql) => Fragment>>> = {
  answeredInTarget: {
    1: (sql) =>
      handoffsOf(sql, {
        part: IN_TARGET,
        where: `${FIRST} and in_hours and (outcome <> 'waiting' or wait_business_seconds >= 300)`,
      }),
  },
};

/** The rows that count in a metric's whole, before any filter, each marked whether it counts in the part. Columns:
 * conversation_id, episode, handoff_id, rating_id, at (cohort date), known_at (when it entered the metric), part, wait
 * (business seconds), outcome and the filter dimensions. Everything that shows a metric selects from this. With a version: by that
 * definition; throws `bad_input` for one there never was. */
export const relationOf = (sql: Sql, key: RelationKey, version?: number): Fragment => {
  if (key === "handoffs" || metricOf(key, version).version === metricOf(key).version) return RELATIONS[key](sql);
  // A definition that left the rows alone and changed only what is made of them has none of its own.
  return (EARLIER[key]?.[version ?? 0] ?? RELATIONS[key])(sql);
};

/** The filters on dimensions as conditions on a relation named `m`, each beginning with "and". */
export const dimensionConditions = (sql: Sql, { only }: Pick<Filters, "only">): Fragment => {
  const conditions = Object.entries(only).map(([dimension, values]) => {
    const given = values.filter((value) => value !== NONE);
    if (dimension === "source") {
      return sql`and m.source_id in (select id from sources where key = any(${given}))`;
    }
    const column = sql(`m.${DIMENSION_COLUMNS[dimension as keyof typeof DIMENSION_COLUMNS]}`);
    return values.includes(NONE)
      ? sql`and (${column} = any(${given}) or ${column} is null)`
      : sql`and ${column} = any(${given})`;
  });
  return conditions.reduce<Fragment>((all, one) => sql`${all} ${one}`, sql``);
};

/** The name of a dimension's value on a row of a relation named `m`; null = not given by the source. */
export const dimensionValue = (sql: Sql, dimension: Dimension): Fragment =>
  dimension === "source"
    ? sql`(select key from sources where id = m.source_id)`
    : sql`${sql(`m.${DIMENSION_COLUMNS[dimension]}`)}`;
