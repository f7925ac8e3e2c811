import type { Fragment, Sql } from "postgres";
import type { Beside } from "./joined.ts";

/** What a list can be sorted by: SQL over the rows `m` of a relation, the type that its text is read back with, whether many
 * rows share each of its few values, and what it takes beside the rows. */
type SortColumn = { column: string; type: string; isShared: boolean; beside: readonly Beside[] };

const by = (column: string, type = "text", beside: Beside[] = []): SortColumn => ({
  column,
  type,
  isShared: true,
  beside,
});
const byOwn = (column: string, type: string): SortColumn => ({ column, type, isShared: false, beside: [] });

const SORT_COLUMNS = {
  at: byOwn("m.at", "timestamptz"),
  customer: byOwn("m.customer", "text"),
  ai: byOwn("m.ai_seconds", "float8"),
  wait: byOwn("m.handoff_wait", "float8"),
  findings: by("m.wrong_count", "int"),
  rating: by("m.rating_share", "float8"),
  topic: by("m.topic"),
  team: by("m.team"),
  channel: by("m.channel"),
  trigger: by("m.handoff_trigger"),
  outcome: by("m.handoff_outcome"),
  resolution: by("m.resolution"),
  language: by("m.language"),
  source: by("s.key", "text", ["source"]),
} as const satisfies Record<string, SortColumn>;

export type Sort = keyof typeof SORT_COLUMNS;
export const SORTS = Object.keys(SORT_COLUMNS) as Sort[];

export type Order = { sort?: Sort; isDescending?: boolean };

export const sortColumn = ({ sort = "at" }: Order): SortColumn => SORT_COLUMNS[sort];

const directionOf = ({ sort = "at", isDescending = true }: Order): string =>
  `${isDescending ? "desc" : "asc"} ${sort === "at" ? "" : "nulls last"}`;

/** No two rows are equal in it. A row without a time is in no range: not to say where it would stand lets an index that
 * begins with the time be read backwards. */
export const inOrder = (sql: Sql, order: Order): Fragment => sql`
  order by ${sql.unsafe(`${sortColumn(order).column} ${directionOf(order)}`)},
    m.at desc, m.conversation_id, m.episode, m.ordinal, m.rating_id`;

/** The values of the column alone, in the order of the list. */
export const valuesInOrder = (sql: Sql, order: Order): Fragment =>
  sql`order by ${sql.unsafe(`${sortColumn(order).column} ${directionOf(order)}`)}`;

/** Where a row stands: the text of its value, and what tells it from the others that share it. */
export type Place = {
  conversationId: string;
  episode: number;
  placeSort: string | null;
  placeAt: string;
  placeOrdinal: number | null;
  placeRating: string | null;
};

export const placeColumns = (sql: Sql, order: Order): Fragment => sql`
  (${sql.unsafe(sortColumn(order).column)})::text as "placeSort", m.at::text as "placeAt",
  m.ordinal as "placeOrdinal", m.rating_id as "placeRating"`;

/** What stands behind a row in that order, beginning with "and". */
export const after = (sql: Sql, order: Order, last: Place): Fragment => {
  const { column, type } = sortColumn(order);
  const [value, place] = [sql.unsafe(column), sql`${last.placeSort}::text::${sql.unsafe(type)}`];
  const isBehind =
    last.placeSort === null
      ? sql`false`
      : sql`${value} ${sql.unsafe(order.isDescending === false ? ">" : "<")} ${place}
    or ${value} is null`;
  return sql`and (${isBehind} or ${value} is not distinct from ${place} and (
    m.at < ${last.placeAt}::text::timestamptz or m.at = ${last.placeAt}::text::timestamptz and
      (m.conversation_id, m.episode, coalesce(m.ordinal, 0), coalesce(m.rating_id, ''))
        > (${last.conversationId}::uuid, ${last.episode}::int, ${last.placeOrdinal ?? 0}::int, ${last.placeRating ?? ""})))`;
};

/** Rows of one value of the column, beginning with "and". */
export const ofValue = (sql: Sql, order: Order, value: string | null): Fragment => {
  const { column, type } = sortColumn(order);
  return value === null
    ? sql`and ${sql.unsafe(column)} is null`
    : sql`and ${sql.unsafe(column)} = ${value}::text::${sql.unsafe(type)}`;
};
