import { SEGMENTS } from "#lib/conversation/assessed.ts";
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
    select case when grouping(channel) = 0 then 'channel' when grouping(team) = 0 then 'team'
        when grouping(topic) = 0 then 'topic' when grouping(source_id) = 0 then 'source'
        when grouping(tier) = 0 then 'tier' when grouping(language) = 0 then 'language' else 'segment' end as dimension,
      coalesce(channel, team, topic, (select key from sources where id = source_id), tier, language, segment, ${NONE})
        as value, count(*)::int as n
    from episodes
    where excluded is null and segment = any(${[...SEGMENTS]}) and started_at >= ${range.from} and started_at < ${range.to}
    group by grouping sets ((channel), (team), (topic), (source_id), (tier), (language), (segment))
    order by n desc, value`;
  const byDimension = Map.groupBy(rows, ({ dimension }) => dimension);
  const listOf = (dimension: Dimension) => (byDimension.get(dimension) ?? []).map(({ value, n }) => ({ value, n }));
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, listOf(dimension)])) as Record<
    Dimension,
    DimensionValue[]
  >;
};
