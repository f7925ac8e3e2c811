import type { Range } from "#lib/time/range.ts";
import { type MetricKey, metricOf } from "./catalogue.ts";
import { intervalMethod } from "./intervals.ts";
import type { Measurement } from "./measure.ts";
import type { PublishedPoint } from "./restatement.ts";
import { type Target, targetFor } from "./targets.ts";

/** One value of one metric for one stretch of time, as CSV and API give it. `from` and `to` are local dates, both
 * included; value, low, high and target are shares from 0 to 1 or seconds, null = not available; low and high are the ends
 * of the 95 % interval, which is made as `interval` says. published_value is what was said when the week was settled, at
 * published_at in UTC; null = nothing was, as for anything but a week of the whole workspace. */
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
  interval: string;
  target: number | null;
  published_value: number | null;
  published_at: string | null;
};

type Asked = {
  range: Range;
  zone: string;
  isFinal: boolean;
  measurement: Measurement;
  /** The target that holds with these filters. */
  target: number | null;
  published: PublishedPoint | undefined;
  version?: number | undefined;
};

export const metricRow = (
  key: MetricKey,
  { range, zone, isFinal, measurement, target, published, version: asked }: Asked,
): MetricRow => {
  const metric = metricOf(key, asked);
  const { part, n, value, low, high } = measurement;
  const { firstDate, lastDate, week } = range;
  return {
    metric: key,
    version: metric.version,
    unit: metric.unit,
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
    interval: intervalMethod(metric).value,
    target,
    published_value: published?.measurement.value ?? null,
    published_at: published?.publishedAt.toISOString() ?? null,
  };
};

/** A metric as the API describes it: targets are shares from 0 to 1 or seconds, null = none; dates are local. */
export const definitionRow = (key: MetricKey, targets: readonly Target[]) => {
  const metric = metricOf(key);
  const {
    label,
    version,
    unit,
    better,
    grain,
    says,
    part,
    whole,
    cohort,
    matureAfterDays,
    lagDays = null,
    nullMeans,
  } = metric;
  const interval = intervalMethod(metric);
  const ofChannels = targets.filter((one) => one.metric === key && one.channel !== null);
  return {
    metric: key,
    label,
    version,
    unit,
    better,
    grain,
    says,
    part,
    whole,
    cohort,
    final_after_days: matureAfterDays ?? lagDays,
    null_means: nullMeans,
    interval: interval.value,
    interval_of_change: interval.change,
    target: targetFor(targets, key, undefined),
    target_default: metric.target,
    target_by_channel: Object.fromEntries(ofChannels.map(({ channel, target }) => [channel ?? "", target])),
    earlier: (metric.earlier ?? []).map(({ replacedOn, change, ...one }) => ({
      version: one.version,
      replaced_on: replacedOn,
      change,
      part: one.part,
      whole: one.whole,
      null_means: one.nullMeans,
    })),
  };
};
