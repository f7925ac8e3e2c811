import type { Range } from "#lib/time/range.ts";
import { type MetricKey, metricOf } from "./catalogue.ts";
import type { Measurement } from "./measure.ts";

/** One value of one metric for one stretch of time, as CSV and API give it. `from` and `to` are local dates, both
 * included; value, low and high are shares from 0 to 1 or seconds, null = not available. */
export type MetricRow = {
  metric: MetricKey;
  version: number;
  unit: string;
  from: string;
  to: string;
  week: string | null;
  zone: string;
  is_final: boolean;
  part: number;
  n: number;
  value: number | null;
  low: number | null;
  high: number | null;
};

export const metricRow = (
  key: MetricKey,
  { range, zone, isFinal, measurement }: { range: Range; zone: string; isFinal: boolean; measurement: Measurement },
): MetricRow => {
  const { version, unit } = metricOf(key);
  const { part, n, value, low, high } = measurement;
  const { firstDate, lastDate, week } = range;
  return {
    metric: key,
    version,
    unit,
    from: firstDate,
    to: lastDate,
    week,
    zone,
    is_final: isFinal,
    part,
    n,
    value,
    low,
    high,
  };
};
