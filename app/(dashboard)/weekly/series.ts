import type { Tone } from "#app/_components/charts/tone.ts";
import type { TrendSeries } from "#app/_components/charts/trend.ts";
import type { Filters } from "#lib/filters.ts";
import { count, dates, dayMonth, measurementText } from "#lib/format.ts";
import { finalFrom, isFinal, type MetricKey } from "#lib/metrics/catalogue.ts";
import { isTooFew, type Measurement } from "#lib/metrics/measure.ts";
import type { Range } from "#lib/time/range.ts";
import { restatedOf } from "./restated.ts";
import { listHref } from "./week.ts";

export type Line = { key: MetricKey; name: string; tone: Tone; isOwn: boolean };

const shown = (point: Measurement): Measurement =>
  isTooFew(point) ? { ...point, value: null, low: null, high: null } : point;

/** A line of a chart from one value a week; a value of too few is a gap. */
export const seriesOf = async (
  line: Line,
  filters: Filters,
  weeks: Range[],
  values: Measurement[],
): Promise<TrendSeries> => ({
  ...line,
  values: values.map(shown),
  hrefs: weeks.map((week) => listHref(line.key, filters, week)),
  captions: values.map((value) => measurementText(line.key, value)),
  counts: values.map(({ n }) => (n === 0 ? "–" : count(n))),
  restated: await restatedOf(line.key, filters, weeks, values),
});

export const bucketsOf = (key: MetricKey, weeks: Range[], now: Date) =>
  weeks.map((week) => ({
    label: String(Number(week.week?.slice(6))),
    name: `Week ${Number(week.week?.slice(6))}, ${dates(week)}`,
    isFinal: isFinal(key, week, now),
  }));

/** When the weeks that are not final will be, such as "final on 30 Nov and 7 Dec"; null = all are. */
export const finalNote = (key: MetricKey, weeks: Range[], now: Date, zone: string): string | null => {
  const days = weeks.filter((week) => !isFinal(key, week, now)).map((week) => dayMonth(finalFrom(key, week), zone));
  return days.length === 0 ? null : `final on ${days.join(" and ")}`;
};

/** A target as charts draw it: in percent, without the noise of floats. */
export const percentOf = (target: number | null): number | null =>
  target === null ? null : Number((target * 100).toFixed(6));

export const summaryOf = (title: string, series: TrendSeries[]): string =>
  `${title}. Newest week: ${series.map(({ name, captions }) => `${name} ${captions.at(-1)}`).join("; ")}`;
