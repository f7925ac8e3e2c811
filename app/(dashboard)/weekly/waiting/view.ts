import { besidesFilters, first, hrefOf, type SearchParams } from "#app/_filters.ts";
import type { Filters } from "#lib/filters.ts";
import type { Clock } from "#lib/metrics/wait-curve.ts";
import type { Narrow } from "#lib/narrowing.ts";
import type { WaitList } from "#lib/sentences/waiting.ts";

/** What a cell of the map of hours says: the median wait, or the share answered in time. */
export type Cells = "median" | "within";

export const clockOf = (params: SearchParams): Clock => (first(params["clock"]) === "wall" ? "wall" : "open");

export const cellsOf = (params: SearchParams): Cells => (first(params["cells"]) === "within" ? "within" : "median");

/** The same page with one switch turned; null = as it is without being asked for. */
export const switchHref = (filters: Filters, params: SearchParams, turned: Record<string, string | null>): string =>
  hrefOf("/weekly", filters, { ...besidesFilters(params), ...turned });

const LISTS: Record<WaitList, Record<string, string>> = {
  left: { metric: "leftBeforeAnswer", only: "part" },
  certain: { metric: "leftCertain", only: "part" },
  short: { metric: "timeToFirstHuman", short: "yes" },
  closed: { metric: "timeToFirstHuman", hours: "closed" },
  waiting: { metric: "stillWaiting", only: "part" },
  asked: { metric: "askToHuman" },
};

/** Where the handoffs behind a figure of the section are listed. */
export const waitListHref = (list: WaitList | Narrow, filters: Filters): string =>
  hrefOf("/handoffs", filters, typeof list === "string" ? LISTS[list] : { metric: "timeToFirstHuman", ...list });
