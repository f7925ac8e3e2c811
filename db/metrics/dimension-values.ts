import { DIMENSIONS, type Dimension, type Filters, NONE } from "#lib/filters.ts";
import type { Db } from "../client.ts";

export type DimensionValue = { value: string; n: number };

/** The values of every dimension with how many episodes that started in the range have them, most frequent first; NONE =
 * not given. Other filters are not applied, so that a choice never hides its alternatives. */
export const dimensionValues = async (
  db: Db,
  { range }: Pick<Filters, "range">,
): Promise<Record<Dimension, DimensionValue[]>> => {
  const rows = await db.$client<{ dimension: Dimension; value: string; n: number }[]>`
    select d.dimension, coalesce(d.value, ${NONE}) as value, count(*)::int as n
    from episodes e join sources s on s.id = e.source_id
    cross join lateral (values ('channel', e.channel), ('team', e.team), ('topic', e.topic), ('source', s.key),
      ('tier', e.tier), ('language', e.language), ('segment', e.segment)) as d(dimension, value)
    where e.excluded is null and e.started_at >= ${range.from} and e.started_at < ${range.to}
    group by 1, 2 order by n desc, value`;
  const byDimension = Map.groupBy(rows, ({ dimension }) => dimension);
  const listOf = (dimension: Dimension) => (byDimension.get(dimension) ?? []).map(({ value, n }) => ({ value, n }));
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, listOf(dimension)])) as Record<
    Dimension,
    DimensionValue[]
  >;
};
