import { first, type SearchParams } from "#app/_filters.ts";
import type { ListedRecord, ListQuery } from "#db/metrics/list.ts";
import { SORTS, type Sort } from "#db/metrics/order.ts";
import type { RelationKey } from "#db/metrics/records.ts";
import { AppError } from "#lib/errors.ts";
import { comparable } from "#lib/filters.ts";
import { isMetricKey, type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { type Narrow, parseNarrow } from "#lib/narrowing.ts";

export const PAGE_SIZE = 50;
/** No list is longer, and PostgreSQL could count no further than to "Infinity". */
const LAST_PAGE = 1_000_000;

export type View = {
  key: RelationKey;
  query: ListQuery & { narrow: Narrow; sort: Sort; isDescending: boolean };
  page: number;
  /** Why another definition than the one asked for is shown; null = it is the one asked for. */
  problem: string | null;
  hidden: Column[];
};

/** The columns of the list of handoffs, in their order. */
export const COLUMNS = [
  "at",
  "customer",
  "topic",
  "why",
  "legs",
  "wait",
  "findings",
  "outcome",
  "rating",
  "team",
  "channel",
  "language",
  "source",
] as const;
export type Column = (typeof COLUMNS)[number];

const HIDDEN_AT_FIRST: Column[] = ["language", "source"];

/** The columns that an address hides; "none" hides none, and no word of it the usual ones. */
const hiddenOf = (given: string | undefined): Column[] => {
  if (given === undefined || given === "") return HIDDEN_AT_FIRST;
  const names = given.split(",");
  return COLUMNS.filter((column) => names.includes(column));
};

const hiddenParam = (hidden: Column[]): string | null => {
  if (hidden.join() === HIDDEN_AT_FIRST.join()) return null;
  return hidden.length === 0 ? "none" : hidden.join(",");
};

/** Which list an address asks for; what it cannot mean falls back to all handoffs, the newest first. */
export const readView = (params: SearchParams): View => {
  const metric = first(params["metric"]) ?? "";
  const sort = SORTS.find((one) => one === first(params["sort"])) ?? "at";
  const page = Math.min(LAST_PAGE, Math.max(1, Math.floor(Number(first(params["page"]) ?? 1)) || 1));
  const search = comparable(first(params["q"])?.trim() ?? "").slice(0, 200);
  const { version, problem } = isMetricKey(metric) ? versionOf(metric, first(params["version"])) : NO_VERSION;
  return {
    key: isMetricKey(metric) ? metric : "handoffs",
    page,
    problem,
    hidden: hiddenOf(first(params["hide"])),
    query: {
      only: first(params["only"]) === "part" ? "part" : "whole",
      narrow: parseNarrow(params),
      sort,
      isDescending: first(params["dir"]) !== "asc",
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
      ...(search ? { search } : {}),
      ...(version === null ? {} : { version }),
    },
  };
};

const NO_VERSION = { version: null, problem: null };

/** Another number under the same name would mislead, so what cannot be given is said. */
const versionOf = (key: MetricKey, asked: string | undefined): { version: number | null; problem: string | null } => {
  if (asked === undefined || asked === "") return NO_VERSION;
  if (!/^\d{1,6}$/.test(asked)) return { version: null, problem: "version must be a number such as 1." };
  try {
    const { version } = metricOf(key, Number(asked));
    return version === metricOf(key).version ? NO_VERSION : { version, problem: null };
  } catch (error) {
    if (error instanceof AppError) return { version: null, problem: error.message };
    throw error;
  }
};

const OUTCOMES = {
  answered: null,
  left: "left before an answer",
  closed_unanswered: "closed unanswered",
  handed_back: "handed back",
  waiting: "still waiting",
};

/** What became of it, in words: how the wait ended when nobody answered, else whether it was resolved. */
export const outcomeText = ({ outcome, resolution }: Pick<ListedRecord, "outcome" | "resolution">): string => {
  const ended = outcome && OUTCOMES[outcome];
  if (ended) return ended;
  return resolution === "pending" ? "too early to tell" : resolution;
};

/** The parameters of a view besides its filters and page; null = as it is without. */
export const viewParams = ({ key, query, hidden }: View): Record<string, string | null> => ({
  ...query.narrow,
  metric: key === "handoffs" ? null : key,
  version: query.version === undefined ? null : String(query.version),
  only: query.only === "part" ? "part" : null,
  q: query.search ?? null,
  sort: query.sort === "at" ? null : query.sort,
  dir: query.isDescending ? null : "asc",
  hide: hiddenParam(hidden),
});
