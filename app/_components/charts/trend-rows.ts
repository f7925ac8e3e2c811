import { isTooFew, type Measurement } from "#lib/metrics/measure.ts";
import type { TrendChartProps, TrendSeries } from "./trend.ts";

/** One column of the plot, in percent. `null` = a gap. */
export type Row = {
  index: number;
  isFinal: boolean;
  isOutside: boolean;
  values: Record<string, number | null>;
  bands: Record<string, [number, number] | null>;
  limits: { centre: number; lower: number; upper: number } | null;
};

export const rowsOf = (
  buckets: TrendChartProps["buckets"],
  series: TrendSeries[],
  limits: TrendChartProps["limits"],
): Row[] =>
  buckets.map((bucket, index) => {
    const row: Row = { index, isFinal: bucket.isFinal, isOutside: false, values: {}, bands: {}, limits: null };
    for (const one of series) {
      const point = one.values[index];
      row.values[one.key] = point?.value == null ? null : point.value * 100;
      row.bands[one.key] = point?.low == null || point.high === null ? null : [point.low * 100, point.high * 100];
    }
    const limit = limits?.[index];
    if (limit) {
      row.isOutside = limit.isOutside;
      row.limits = { centre: limit.centre * 100, lower: limit.lower * 100, upper: limit.upper * 100 };
    }
    return row;
  });

const STEPS = [1, 2, 5, 10, 20];

const stepFor = (span: number): number => STEPS.find((step) => span / step <= 6) ?? 25;

/** An axis on whole steps around everything drawn, at most 0–100. */
export const axisOf = (
  series: TrendSeries[],
  limits: TrendChartProps["limits"],
  target: number | null,
  also: Measurement[] = [],
): { low: number; high: number; ticks: number[] } => {
  const measured = [...series.flatMap(({ values }) => values), ...also.filter((one) => !isTooFew(one))];
  const points = measured.flatMap(({ value, low, high }) => [value, low, high]);
  const bounds = (limits ?? []).flatMap((limit) => (limit ? [limit.lower, limit.upper] : []));
  const drawn = [...points, ...bounds].filter((value): value is number => value !== null).map((value) => value * 100);
  // A target alone is no reason to look at one percent of the scale.
  if (drawn.length === 0) drawn.push(0, 100);
  if (target !== null) drawn.push(target);
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const step = stepFor(most - least);
  const low = Math.max(0, Math.floor(least / step) * step);
  const high = Math.min(100, Math.max(low + step, Math.ceil(most / step) * step));
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step) };
};

/** Consecutive buckets in which no series has a point, and why; two reasons in a row are one label, so that labels never
 * lie upon each other. */
export const gapRuns = (rows: Row[], series: TrendSeries[]): { from: number; to: number; text: string }[] => {
  const runs: { from: number; to: number; reasons: Set<string> }[] = [];
  for (const { index, values } of rows) {
    if (series.some(({ key }) => values[key] !== null)) continue;
    const reason = reasonOf(index, series);
    const last = runs.at(-1);
    if (last?.to === index - 1) {
      last.to = index;
      last.reasons.add(reason);
    } else runs.push({ from: index, to: index, reasons: new Set([reason]) });
  }
  return runs.map(({ from, to, reasons }) => ({ from, to, text: [...reasons].join(" or ") }));
};

const reasonOf = (index: number, series: TrendSeries[]): string => {
  const told = series.map(({ gaps }) => gaps?.[index]).find((reason) => reason != null);
  if (told) return told;
  return series.every(({ values }) => (values[index]?.n ?? 0) === 0) ? "none" : "too few";
};
