import { Temporal } from "temporal-polyfill";
import { pageNow } from "#app/_auth/session.ts";
import { FilterBar } from "#app/_components/filter-bar.tsx";
import { db } from "#app/_db.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import { DIMENSIONS, type Filters, inList } from "#lib/filters.ts";
import { count, dates, label, rangeName } from "#lib/format.ts";
import { rangeBefore, weekBefore, weeksUpTo } from "#lib/time/range.ts";
import { hrefOf, inWeek, type SearchParams } from "./_filters.ts";

type Props = { path: string; filters: Filters; params: SearchParams; hasCompare?: boolean };

/** The filter bar with the choices there are. */
export async function Filtering({ path, filters, params, hasCompare = true }: Props) {
  const values = await dimensionValues(db(), filters);
  const { range, zone } = filters;
  const kept = Object.entries(params).flatMap(([key, value]) =>
    key === "page" ? [] : [value ?? []].flat().map((one): [string, string] => [key, one]),
  );
  const lastWeek = weekBefore(Temporal.Instant.fromEpochMilliseconds(pageNow().getTime()), zone);
  const more = Object.fromEntries(
    ["metric", "only", "q", "by"].map((key) => [key, [params[key] ?? ""].flat().join(",")]),
  );
  return (
    <FilterBar
      period={range.week ? `Week ${Number(range.week.slice(6))}, ${dates(range)}` : dates(range)}
      compare={hasCompare ? rangeName(rangeBefore(range, zone)) : null}
      weeks={weeksUpTo(lastWeek, 12, zone)
        .toReversed()
        .map((one) => ({
          href: hrefOf(path, inWeek(filters, one.week), more),
          name: `Week ${Number(one.week?.slice(6))}, ${dates(one)}`,
          isCurrent: one.week === range.week,
        }))}
      from={range.firstDate}
      to={range.lastDate}
      groups={DIMENSIONS.map((dimension) => ({
        key: dimension,
        name: dimension === "tier" ? "Tier" : label(dimension),
        options: values[dimension].map(({ value, n }) => ({ value: inList(value), label: label(value), n: count(n) })),
        chosen: (filters.only[dimension] ?? []).map(inList),
      }))}
      kept={kept}
    />
  );
}
