import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { measure, measurePerRange, measurePooled } from "#db/metrics/measure.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { type Age, comparedSlices } from "#lib/metrics/age.ts";
import { isFinal, type MetricKey } from "#lib/metrics/catalogue.ts";
import { type Change, change, type Measurement } from "#lib/metrics/measure.ts";
import { isOverlapping } from "#lib/time/compare.ts";
import { type Range, rangeBefore, weeksUpTo } from "#lib/time/range.ts";

export const WEEKS_SHOWN = 12;

/** The five numbers of the page, in their order. */
export const HEADLINES = [
  "handoffCsat",
  "explicitRepetition",
  "timeToFirstHuman",
  "escalationRate",
  "postEscalationResolution",
] as const satisfies MetricKey[];

/** A median has no interval of a change; the share answered in time says whether waits moved. */
const comparedBy = (key: MetricKey): MetricKey => (key === "timeToFirstHuman" ? "answeredInTarget" : key);

export type Headline = {
  key: MetricKey;
  /** The range that is shown: the newest mature one for a metric that means nothing before. */
  range: Range;
  now: Measurement;
  comparedKey: MetricKey;
  compared: Measurement;
  isFinal: boolean;
  series: Measurement[];
} & Compared;

/** What a value of a period moved by, against the period it is compared with. */
export type Compared = {
  before: Range;
  /** Null when either side counted too few, or both periods share days. */
  change: Change | null;
  age: Age;
  isOverlapping: boolean;
};

/** How a value of the filters' range moved on the period they compare with, at equal age where that can be. */
export const comparedOf = async (
  key: MetricKey,
  filters: Filters,
  now: Date,
  value: Measurement,
): Promise<Compared> => {
  const { range, compare } = filters;
  const { age, slices } = comparedSlices(key, filters, now);
  if (isOverlapping(range, compare)) return { before: compare, change: null, age, isOverlapping: true };
  const last = await measurePooled(db(), key, filters, slices);
  return { before: compare, change: change(value, last), age, isOverlapping: false };
};

/** Resolution is not known before its seven days are over, so the newest range that is mature stands for it. */
export const shownRange = (key: MetricKey, { range, zone }: Filters, now: Date): Range => {
  if (key !== "postEscalationResolution") return range;
  let shown = range;
  for (let i = 0; i < 4 && !isFinal(key, shown, now); i++) shown = rangeBefore(shown, zone);
  return shown;
};

/** One headline number with its change on the period it is compared with. */
export const headlineOf = async (key: MetricKey, filters: Filters, now: Date): Promise<Headline> => {
  const shown = withRange(filters, shownRange(key, filters, now));
  const { range } = shown;
  const comparedKey = comparedBy(key);
  const value = measure(db(), key, shown);
  const compared = comparedKey === key ? value : measure(db(), comparedKey, shown);
  const [moved, series] = await Promise.all([
    compared.then((one) => comparedOf(comparedKey, shown, now, one)),
    measurePerRange(db(), key, filters, weeksUpTo(range, WEEKS_SHOWN, filters.zone)),
  ]);
  return {
    key,
    range,
    now: await value,
    comparedKey,
    compared: await compared,
    isFinal: isFinal(key, range, now),
    series,
    ...moved,
  };
};

/** Where the conversations behind a metric's number of a week are listed. */
export const listHref = (key: MetricKey, filters: Filters, range: Range, only: "whole" | "part" = "whole"): string =>
  hrefOf("/handoffs", withRange(filters, range), { metric: key, only });
