import { pageNow, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { namesNow } from "#db/topics/taxonomy.ts";
import { DIMENSIONS, FILTER_PARAMS, type Filters, filtersToParams, parseFilters } from "#lib/filters.ts";

export type SearchParams = Record<string, string | string[] | undefined>;

/** The filters of an address, read in the workspace's zone. A topic that was renamed or merged is read as what it is today. */
export const readFilters = async (params: SearchParams): Promise<Filters> => {
  const filters = parseFilters(params, { now: pageNow(), zone: (await theWorkspace()).zone });
  const { topic } = filters.only;
  return topic ? { ...filters, only: { ...filters.only, topic: await namesNow(db(), topic) } } : filters;
};

/** An address of a page with these filters and more parameters; empty ones are left out. */
export const hrefOf = (path: string, filters: Filters, more: Record<string, string | null> = {}): string => {
  const params = filtersToParams(filters);
  for (const [key, value] of Object.entries(more)) if (value) params.set(key, value);
  return `${path}?${params}`;
};

/** Where a named view leads. */
export const viewHref = ({ path, query }: { path: string; query: string }): string =>
  query === "" ? path : `${path}?${query}`;

/** What an address asks besides filters and page, to go on with other filters. */
export const besidesFilters = (params: SearchParams): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) =>
      FILTER_PARAMS.includes(key) || key === "page" ? [] : [[key, [value ?? ""].flat().join(",")]],
    ),
  );

/** Which conditions are set, for an empty page to name them. */
export const conditionsOf = ({ only }: Filters): string[] =>
  DIMENSIONS.flatMap((dimension) => (only[dimension] ? [`${dimension} ${only[dimension].join(", ")}`] : []));

export const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
