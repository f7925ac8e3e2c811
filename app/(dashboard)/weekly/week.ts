import { hrefOf } from "#app/_filters.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { Range } from "#lib/time/range.ts";

/** Where the conversations behind a metric's number of a week are listed. */
export const listHref = (key: MetricKey, filters: Filters, range: Range, only: "whole" | "part" = "whole"): string =>
  hrefOf("/handoffs", withRange(filters, range), { metric: key, only });
