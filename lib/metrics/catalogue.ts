import { CSAT } from "./definitions/csat.ts";
import { ESCALATION } from "./definitions/escalation.ts";
import { QUALITY } from "./definitions/quality.ts";
import { RESOLUTION } from "./definitions/resolution.ts";
import { WAITING } from "./definitions/waiting.ts";
import type { Metric } from "./metric.ts";

/** Every metric, once. Popover, API, CSV header and the sentences of the pages are made from it. */
export const METRICS = {
  ...CSAT,
  ...QUALITY,
  ...WAITING,
  ...ESCALATION,
  ...RESOLUTION,
} satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;

export const METRIC_KEYS = Object.keys(METRICS) as MetricKey[];

export const isMetricKey = (key: string): key is MetricKey => Object.hasOwn(METRICS, key);

export const metricOf = (key: MetricKey): Metric => METRICS[key];

/** Whether a range's value can still change: its observation window is not over at `now`. */
export const isFinal = (key: MetricKey, { to }: { to: Date }, now: Date): boolean => {
  const days = metricOf(key).matureAfterDays ?? 0;
  return now.getTime() >= to.getTime() + days * 86_400_000;
};
