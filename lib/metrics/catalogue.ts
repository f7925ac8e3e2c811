import { AppError } from "#lib/errors.ts";
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

/** A metric as it is defined now, or as it was in an earlier version. Throws `bad_input` for a version there never was. */
export const metricOf = (key: MetricKey, version?: number): Metric => {
  const metric: Metric = METRICS[key];
  if (version === undefined || version === metric.version) return metric;
  const found = metric.earlier?.find((one) => one.version === version);
  if (!found) throw new AppError("bad_input", `${key} has ${versionsText(metric)}; there is no version ${version}.`);
  const { part, whole, nullMeans, incidenceUnderSeconds } = found;
  const { incidenceUnderSeconds: _, ...kept } = metric;
  const formula = { part, whole, nullMeans, ...(incidenceUnderSeconds === undefined ? {} : { incidenceUnderSeconds }) };
  return { ...kept, ...formula, version };
};

const versionsText = ({ version, earlier = [] }: Metric): string => {
  const known = [version, ...earlier.map((one) => one.version)].toSorted((a, b) => a - b);
  return known.length === 1 ? `only version ${version}` : `versions ${known.slice(0, -1).join(", ")} and ${version}`;
};

const DAY_MS = 86_400_000;

/** Whether a range's value can no longer change for want of time: at `now` its observation window is over, and what began
 * on its last day has had time to count. */
export const isFinal = (key: MetricKey, range: { to: Date }, now: Date): boolean => now >= finalFrom(key, range);

/** From when on. */
export const finalFrom = (key: MetricKey, { to }: { to: Date }): Date => {
  const { matureAfterDays, lagDays = 0 } = metricOf(key);
  return new Date(to.getTime() + (matureAfterDays ?? lagDays) * DAY_MS);
};

/** A wait that nobody ended is decided after so many days. */
const WAITS_ARE_OVER_DAYS = 7;

/** When a range's value is settled: its observation window is over and, where it has none, every wait is. */
export const maturesAt = (key: MetricKey, { to }: { to: Date }): Date =>
  new Date(to.getTime() + (metricOf(key).matureAfterDays ?? WAITS_ARE_OVER_DAYS) * DAY_MS);
