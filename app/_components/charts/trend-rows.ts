import type { TrendChartProps, TrendSeries } from "./trend.ts";

/** One column of the plot, in percent. `null` = a gap. */
export type Row = {
  index: number;
  isFinal: boolean;
  isOutside: boolean;
  gap: string[] | null;
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
    const { isFinal, gap = null } = bucket;
    const row: Row = { index, isFinal, isOutside: false, gap, values: {}, bands: {}, limits: null };
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
): { low: number; high: number; ticks: number[] } => {
  const points = series.flatMap(({ values }) => values.flatMap(({ value, low, high }) => [value, low, high]));
  const bounds = (limits ?? []).flatMap((limit) => (limit ? [limit.lower, limit.upper] : []));
  const drawn = [...points, ...bounds].filter((value): value is number => value !== null).map((value) => value * 100);
  // A target alone would stretch one point of it over the whole plot.
  if (target !== null && drawn.length > 0) drawn.push(target);
  const [least, most] = drawn.length === 0 ? [0, 100] : [Math.min(...drawn), Math.max(...drawn)];
  const step = stepFor(most - least);
  const low = Math.max(0, Math.floor(least / step) * step);
  const high = Math.min(100, Math.max(low + step, Math.ceil(most / step) * step));
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step) };
};
