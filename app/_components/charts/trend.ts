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
  /** n in words, per point. */
  counts: string[];
  /** How a point differs from what was published of it, in words; null = it does not. */
  restated?: (string | null)[];
  /** Why a point is missing though something was counted, in two words; null = it is not, or is too few. */
  gaps?: (string | null)[];
};

/** Something that happened, at a place among the buckets: whole numbers are their middles. */
export type TrendEvent = { key: string; position: number; date: string; text: string };

/** The bucket that an event belongs to. */
export const bucketOf = ({ position }: TrendEvent): number => Math.floor(position + 0.5);

export type TrendChartProps = {
  summary: string;
  buckets: { label: string; name: string; isFinal: boolean }[];
  series: TrendSeries[];
  target: number | null;
  /** What the axis holds besides, so that it stays where it is when something else is shown. */
  alsoHolds?: Measurement[];
  limits: ({ centre: number; lower: number; upper: number; isOutside: boolean } | null)[] | null;
  /** What is written at the ends of the three lines, such as "upper limit 23.0 %". */
  limitNames?: Record<"centre" | "lower" | "upper", string>;
  notFinalNote: string | null;
  events?: TrendEvent[];
};
