import type { Fragment, Sql } from "postgres";
import { type Dimension, type Filters, NONE } from "#lib/filters.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { EARLIER_ESCALATION, ESCALATION_RELATIONS, RESOLUTION_RELATIONS } from "./relations/episodes.ts";
import { EARLIER_QUALITY, QUALITY_RELATIONS } from "./relations/quality.ts";
import { SATISFACTION_RELATIONS } from "./relations/satisfaction.ts";
import { handoffsOf, type Relation, rowsOfRelation } from "./relations/shapes.ts";
import { EARLIER_WAITING, WAITING_RELATIONS } from "./relations/waiting.ts";

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

const RELATIONS: Record<RelationKey, Relation> = {
  ...SATISFACTION_RELATIONS,
  ...QUALITY_RELATIONS,
  ...WAITING_RELATIONS,
  ...ESCALATION_RELATIONS,
  ...RESOLUTION_RELATIONS,
  handoffs: handoffsOf({ part: "true", where: "true" }),
};

/** What a metric counted by definitions that no longer hold, by their version. */
const EARLIER: Partial<Record<MetricKey, Record<number, Relation>>> = {
  ...EARLIER_WAITING,
  ...EARLIER_ESCALATION,
  ...EARLIER_QUALITY,
};

/** The rows that count in a metric's whole, before any filter, each marked whether it counts in the part. Columns:
 * conversation_id, episode, handoff_id, rating_id, at (cohort date), known_at (when it entered the metric), part,
 * part_known_at (when it entered the part, if later than the metric), wait (business seconds), outcome and the filter
 * dimensions. Everything that shows a metric selects from this. With a version: by that definition; throws `bad_input` for
 * one there never was. */
export const relationOf = (sql: Sql, key: RelationKey, version?: number): Fragment =>
  rowsOfRelation(sql, definitionOf(key, version));

/** The definition itself, for who counts several metrics in one reading of their table. */
export const definitionOf = (key: RelationKey, version?: number): Relation => {
  if (key === "handoffs" || metricOf(key, version).version === metricOf(key).version) return RELATIONS[key];
  // A definition that left the rows alone and changed only what is made of them has none of its own.
  return EARLIER[key]?.[version ?? 0] ?? RELATIONS[key];
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
