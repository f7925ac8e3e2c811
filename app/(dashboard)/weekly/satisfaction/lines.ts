import type { TrendSeries } from "#app/_components/charts/trend.ts";
import type { Filters } from "#lib/filters.ts";
import { count, measurementText } from "#lib/format.ts";
import type { Road } from "#lib/metrics/like-for-like.ts";
import type { Line } from "../series.ts";
import { listHref } from "../week.ts";
import type { Points } from "./comparison.ts";

export const LINES: (Line & { road: Road })[] = [
  { key: "humanOnlyCsat", road: "human_only", name: "Human-only", tone: "hu", isOwn: false },
  { key: "aiOnlyCsat", road: "ai_only", name: "AI-only", tone: "ai", isOwn: false },
  { key: "handoffCsat", road: "handoff", name: "Handoff", tone: "ho", isOwn: true },
];

const MISSING = { value: null, low: null, high: null };

/** The lines with every point's roads weighted to the topics of its handoffs; one that cannot be matched is a gap, with
 * what it was raw. What was published is raw, so nothing here is marked as restated. */
export const matchedLines = (raw: TrendSeries[], points: Points, filters: Filters): TrendSeries[] =>
  raw.flatMap((series) => {
    const line = LINES.find(({ key }) => key === series.key);
    return line ? [matchedLine(line, series, { points, filters })] : [];
  });

const matchedLine = (
  { key, road, name, tone, isOwn }: (typeof LINES)[number],
  raw: TrendSeries,
  { points, filters }: { points: Points; filters: Filters },
): TrendSeries => {
  const found = points.found.map((one) => (one.isComparable ? (one.shares[road] ?? null) : null));
  return {
    ...{ key, name, tone, isOwn },
    values: raw.values.map((point, i) => found[i] ?? { ...point, ...MISSING }),
    hrefs: points.ranges.map((range) => listHref(key, filters, range)),
    captions: raw.captions.map((caption, i) => {
      const one = found[i];
      if (one) return measurementText(key, one);
      return raw.values[i]?.value == null ? caption : `not matched · raw ${caption}`;
    }),
    counts: raw.counts.map((n, i) => (found[i] ? count(found[i].n) : n)),
    gaps: raw.values.map((point, i) => (found[i] || point.value === null ? null : "not matched")),
  };
};
