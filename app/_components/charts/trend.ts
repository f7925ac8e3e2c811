import type { Measurement } from "#lib/metrics/measure.ts";
import type { Tone } from "./tone.ts";

export type TrendSeries = {
  key: string;
  name: string;
  tone: Tone;
  /** The page's own series is drawn stronger. */
  isOwn: boolean;
  values: Measurement[];
  /** Where the conversations behind each point are listed. */
  hrefs: string[];
  /** Value with n and interval in words, per point. */
  captions: string[];
};

export type TrendChartProps = {
  summary: string;
  buckets: { label: string; name: string; isFinal: boolean }[];
  series: TrendSeries[];
  target: number | null;
  limits: ({ centre: number; lower: number; upper: number; isOutside: boolean } | null)[] | null;
  notFinalNote: string | null;
};
