import type { Range } from "#lib/time/range.ts";
import { type MetricKey, metricOf } from "./catalogue.ts";
import type { Metric } from "./metric.ts";

export type DefinitionChange = {
  key: MetricKey;
  label: string;
  /** Local date from which `version` holds, and which of the ranges it lies in. */
  date: string;
  index: number;
  version: number;
  /** What changed, in one sentence. */
  change: string;
};

/** The changes of definition of these metrics that fall into the ranges, oldest first: a line of a chart that crosses one
 * is counted anew on both sides of it, but what was read from the chart before may have been another number. */
export const definitionChanges = (
  keys: readonly MetricKey[],
  ranges: readonly Pick<Range, "firstDate" | "lastDate">[],
): DefinitionChange[] =>
  keys
    .flatMap((key) => changesOf(key, metricOf(key), ranges))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.version - b.version));

const changesOf = (
  key: MetricKey,
  { label, version, earlier = [] }: Metric,
  ranges: readonly Pick<Range, "firstDate" | "lastDate">[],
): DefinitionChange[] =>
  earlier.flatMap(({ replacedOn: date, change }, i) => {
    const index = ranges.findIndex(({ firstDate, lastDate }) => firstDate <= date && date <= lastDate);
    // Newest first: what replaced an earlier one stands before it.
    return index < 0 ? [] : [{ key, label, date, index, version: earlier[i - 1]?.version ?? version, change }];
  });
