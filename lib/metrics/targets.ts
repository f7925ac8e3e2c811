import { AppError } from "#lib/errors.ts";
import { isMetricKey, type MetricKey, metricOf } from "./catalogue.ts";
import type { Metric } from "./metric.ts";

/** A target that the workspace has set itself: for all channels (null) or for one. A share or seconds. */
export type Target = { metric: MetricKey; channel: string | null; target: number };

/** The target that holds: that of the channel where exactly one is looked at and it has its own, else the workspace's,
 * else the metric's. Null = none. Everything that shows or judges a target asks this. */
export const targetFor = (
  targets: readonly Target[],
  key: MetricKey,
  channels: readonly string[] | undefined,
): number | null => {
  const [only, ...others] = channels ?? [];
  const of = (channel: string | null) =>
    targets.find((one) => one.metric === key && one.channel === channel)?.target ?? null;
  const own = only !== undefined && others.length === 0 ? of(only) : null;
  return own ?? of(null) ?? metricOf(key).target;
};

/** Rows of a table as targets: those of a metric that is no longer there are left out. */
export const knownTargets = <Row extends { metric: string }>(rows: Row[]): (Row & { metric: MetricKey })[] =>
  rows.flatMap((row) => (isMetricKey(row.metric) ? [{ ...row, metric: row.metric }] : []));

const LONGEST_SECONDS = 30 * 86_400;
const SHARE = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/;
const TIME = /^(\d{1,5}):([0-5]\d)$/;

/** What a person typed as a target, "75" percent or "5:00" minutes and seconds, as a share or seconds; null = left empty.
 * Throws `bad_input` with one sentence. */
export const parseTarget = (text: string, { unit }: Pick<Metric, "unit">): number | null => {
  const typed = text.trim();
  if (typed === "") return null;
  return unit === "seconds" ? secondsOf(typed) : shareOf(typed);
};

const shareOf = (typed: string): number => {
  const share = Number(SHARE.exec(typed)?.[1]?.replace(",", ".") ?? Number.NaN) / 100;
  if (share >= 0 && share <= 1) return share;
  throw new AppError("bad_input", `“${typed}” is no share; a target lies between 0 and 100 percent, such as 75.`);
};

const secondsOf = (typed: string): number => {
  const [, minutes, seconds] = TIME.exec(typed) ?? [];
  const all = Number(minutes) * 60 + Number(seconds);
  if (all > 0 && all <= LONGEST_SECONDS) return all;
  throw new AppError(
    "bad_input",
    `“${typed}” is no time; a target is minutes and seconds up to 30 days, such as 5:00.`,
  );
};
