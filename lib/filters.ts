import { SEGMENTS } from "#lib/conversation/assessed.ts";
import { compareRange, type Versus } from "#lib/time/compare.ts";
import { isPeriod, periodNamed, periodOf } from "#lib/time/periods.ts";
import { type Range, rangeOfDates, rangeOfWeek } from "#lib/time/range.ts";

export const DIMENSIONS = ["channel", "team", "topic", "source", "tier", "language", "segment"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Every parameter of an address that is a filter. */
export const FILTER_PARAMS: readonly string[] = ["week", "from", "to", "period", "vs", ...DIMENSIONS];

/** The value that stands for "not given by the source" in URLs, lists and breakdowns. */
export const NONE = "none";

export type Filters = {
  range: Range;
  zone: string;
  /** How the period that changes are counted from is chosen, and the one that this means for `range`. */
  versus: Versus;
  compare: Range;
  /** Empty or absent list = not filtered. */
  only: Partial<Record<Dimension, string[]>>;
};

/** What a question about numbers needs of the filters: what they are compared with is another question. */
export type Asked = Pick<Filters, "range" | "zone" | "only">;

type Params = Record<string, string | string[] | undefined>;

/** What PostgreSQL can compare with: it refuses a text with a NUL, which an address may hold. */
export const comparable = (text: string): string => text.replaceAll("\u0000", "\ufffd");

/** A value as one of a comma-separated list: names may hold commas, "Returns, refunds". */
export const inList = (value: string): string => value.replaceAll(/[\\,]/g, "\\$&");

const listOf = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .flatMap((part) => comparable(part).match(/(?:\\.|[^,\\])+|\\$/gs) ?? [])
    .map((part) => part.replaceAll(/\\([\\,])/g, "$1").trim())
    .filter((part) => part !== "");

/** Reads filters from URL parameters: `week=2026-W47`, or `from`/`to` (local dates, both included), or a `period` that
 * goes with time, such as `4w`; `vs`, what it is compared with (`year`, `4w`, a week, or two dates; else the period of
 * equal length before); and one comma-separated list per dimension (a comma within a value is written "\,"). Anything
 * unreadable falls back to the last complete week. `now` decides which week that is; `zone` is the workspace's. */
export const parseFilters = (params: Params, { now, zone }: { now: Date; zone: string }): Filters => {
  const only: Filters["only"] = {};
  for (const dimension of DIMENSIONS) {
    const values = listOf(params[dimension]);
    const known =
      dimension === "segment" ? values.filter((value) => (SEGMENTS as readonly string[]).includes(value)) : values;
    if (known.length > 0) only[dimension] = [...new Set(known)].sort();
  }
  return withRange({ zone, only, versus: parseVersus(params, zone) }, parseRange(params, { now, zone }));
};

/** The same filters on another period, with what that is compared with. */
export const withRange = (filters: Omit<Filters, "range" | "compare">, range: Range): Filters => ({
  ...filters,
  range,
  compare: compareRange(filters.versus, range, filters.zone),
});

/** The same filters compared with something else. */
export const withVersus = (filters: Filters, versus: Versus): Filters =>
  withRange({ ...filters, versus }, filters.range);

const parseVersus = (params: Params, zone: string): Versus => {
  const [first = "", last] = listOf(params["vs"]);
  if (first === "year" || first === "4w") return first;
  return (last ? rangeOfDates(first, last, zone) : rangeOfWeek(first, zone)) ?? "before";
};

const versusParam = (versus: Versus): string | null => {
  if (typeof versus === "string") return versus === "before" ? null : versus;
  return versus.week ?? `${versus.firstDate},${versus.lastDate}`;
};

const parseRange = (params: Params, { now, zone }: { now: Date; zone: string }): Range => {
  const [week] = listOf(params["week"]);
  const [from] = listOf(params["from"]);
  const [to] = listOf(params["to"]);
  const [period = "week"] = listOf(params["period"]);
  const asked = week ? rangeOfWeek(week, zone) : from && to ? rangeOfDates(from, to, zone) : null;
  return asked ?? periodOf(isPeriod(period) ? period : "week", now, zone);
};

/** The inverse of `parseFilters`, in a stable order, so that equal filters are equal links. */
export const filtersToParams = (filters: Filters): URLSearchParams => {
  const params = new URLSearchParams();
  if (filters.range.week) params.set("week", filters.range.week);
  else {
    params.set("from", filters.range.firstDate);
    params.set("to", filters.range.lastDate);
  }
  const versus = versusParam(filters.versus);
  if (versus) params.set("vs", versus);
  for (const dimension of DIMENSIONS) {
    const values = filters.only[dimension];
    if (values && values.length > 0) params.set(dimension, values.map(inList).join(","));
  }
  return params;
};

/** What a view keeps of an address: its filters in their order and what else it asks, without the page of a list. With
 * `isMoving` a period that goes with time, such as the last week, is kept as that and not as its dates. */
export const viewQuery = (
  params: Params,
  { now, zone, isMoving }: { now: Date; zone: string; isMoving: boolean },
): string => {
  const filters = parseFilters(params, { now, zone });
  const kept = filtersToParams(filters);
  const period = isMoving ? periodNamed(filters.range, now, zone) : null;
  if (period) {
    for (const name of ["week", "from", "to"]) kept.delete(name);
    if (period !== "week") kept.set("period", period);
  }
  const others = Object.entries(params).filter(([name]) => name !== "page" && !FILTER_PARAMS.includes(name));
  for (const [name, value] of others.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = [value ?? []].flat().join(",");
    if (text !== "") kept.set(name, text);
  }
  return kept.toString();
};
