import { db } from "#app/_db.ts";
import { hrefOf, inWeek } from "#app/_filters.ts";
import { measure, measurePerRange } from "#db/metrics/measure.ts";
import type { Filters } from "#lib/filters.ts";
import { isFinal, type MetricKey } from "#lib/metrics/catalogue.ts";
import { type Change, change, type Measurement } from "#lib/metrics/measure.ts";
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
  before: Range;
  now: Measurement;
  comparedKey: MetricKey;
  compared: Measurement;
  change: Change | null;
  /** Not final: compared with the range before as it stood at the same age. */
  isFinal: boolean;
  series: Measurement[];
};

/** Resolution is not known before its seven days are over, so the newest range that is mature stands for it. */
const shownRange = (key: MetricKey, { range, zone }: Filters, now: Date): Range => {
  if (key !== "postEscalationResolution") return range;
  let shown = range;
  for (let i = 0; i < 4 && !isFinal(key, shown, now); i++) shown = rangeBefore(shown, zone);
  return shown;
};

/** One headline number with its change on the range before, at equal age while it is not final. */
export const headlineOf = async (key: MetricKey, filters: Filters, now: Date): Promise<Headline> => {
  const range = shownRange(key, filters, now);
  const before = rangeBefore(range, filters.zone);
  const comparedKey = comparedBy(key);
  const final = isFinal(key, range, now);
  const asOf = final ? null : new Date(now.getTime() - (range.to.getTime() - before.to.getTime()));
  const shown = measure(db(), key, { ...filters, range });
  const [value, compared, last, series] = await Promise.all([
    shown,
    comparedKey === key ? shown : measure(db(), comparedKey, { ...filters, range }),
    measure(db(), comparedKey, { ...filters, range: before }, { asOf }),
    measurePerRange(db(), key, filters, weeksUpTo(range, WEEKS_SHOWN, filters.zone)),
  ]);
  return {
    key,
    range,
    before,
    now: value,
    comparedKey,
    compared,
    change: change(compared, last),
    isFinal: final,
    series,
  };
};

/** Where the conversations behind a metric's number of a week are listed. */
export const listHref = (key: MetricKey, filters: Filters, range: Range, only: "whole" | "part" = "whole"): string =>
  hrefOf("/handoffs", range.week ? inWeek(filters, range.week) : { ...filters, range }, { metric: key, only });
