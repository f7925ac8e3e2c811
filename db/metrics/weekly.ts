import { type Asked, type Dimension, type Filters, withRange } from "#lib/filters.ts";
import { type Age, comparedSlices } from "#lib/metrics/age.ts";
import { isFinal, type MetricKey } from "#lib/metrics/catalogue.ts";
import { type CostCell, EXPOSURES, type Exposure } from "#lib/metrics/cost.ts";
import { type Change, type Counted, change, type Measurement, ratio } from "#lib/metrics/measure.ts";
import { readTogether } from "#lib/metrics/together.ts";
import { isOverlapping } from "#lib/time/compare.ts";
import { type Range, rangeBefore, rangeOfDates, weeksUpTo } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { type Cell, countBy, countByEach } from "./count-by.ts";
import { countedTogether } from "./counted.ts";
import { type Breakdown, measure, measureBy, measurePerRange, measurePooled } from "./measure.ts";

// What sections of /weekly ask in the same words, and what they share: which weeks, and each series once.

export const WEEKS_SHOWN = 12;

/** The five numbers of the page, in their order. */
export const HEADLINES = [
  "handoffCsat",
  "contextRepetition",
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
type Compared = {
  before: Range;
  /** Null when either side counted too few, or both periods share days. */
  change: Change | null;
  age: Age;
  isOverlapping: boolean;
};

/** How a value of the filters' range moved on the period they compare with, at equal age where that can be. */
const comparedOf = async (
  db: Db,
  key: MetricKey,
  filters: Filters,
  { now, value }: { now: Date; value: Promise<Measurement> },
): Promise<Compared> => {
  const { range, compare } = filters;
  const { age, slices } = comparedSlices(key, filters, now);
  if (isOverlapping(range, compare)) return { before: compare, change: null, age, isOverlapping: true };
  // Both are asked for at once: the week before stands in the series, too, and is then read once.
  const [mine, last] = await Promise.all([value, measurePooled(db, key, filters, slices)]);
  return { before: compare, change: change(mine, last), age, isOverlapping: false };
};

/** Resolution is not known before its seven days are over, so the newest range that is mature stands for it. */
export const shownRange = (key: MetricKey, { range, zone }: Filters, now: Date): Range => {
  if (key !== "postEscalationResolution") return range;
  let shown = range;
  for (let i = 0; i < 4 && !isFinal(key, shown, now); i++) shown = rangeBefore(shown, zone);
  return shown;
};

const NOTHING: Measurement = { value: null, part: 0, n: 0, low: null, high: null };

/** Limits of the escalation rate come from the weeks before those that are shown. */
const BASELINE_WEEKS: Partial<Record<MetricKey, number>> = { escalationRate: WEEKS_SHOWN };

/** What was asked for filters that are still in use, by metric and week. A page reads its filters anew for each request, so
 * nothing is kept longer than that. */
const asked = new WeakMap<Asked, Map<string, Promise<Measurement>>>();

/** A metric in these weeks. Sections that show the same weeks with the same filters ask once. */
export const measureWeeks = async (
  db: Db,
  key: MetricKey,
  filters: Asked,
  weeks: readonly Range[],
): Promise<Measurement[]> => {
  const mine = asked.get(filters) ?? new Map<string, Promise<Measurement>>();
  asked.set(filters, mine);
  const [last, nameOf] = [weeks.at(-1), (week: Range) => `${key} ${week.firstDate}`];
  const baseline = BASELINE_WEEKS[key];
  const wanted = last && baseline ? weeksUpTo(last, WEEKS_SHOWN + baseline, filters.zone) : weeks;
  const missing = wanted.filter((week) => !mine.has(nameOf(week)));
  const found = missing.length > 0 ? measurePerRange(db, key, filters, missing) : null;
  for (const [i, week] of missing.entries()) {
    const value = (found ?? Promise.resolve([])).then((all) => all[i] ?? NOTHING);
    // Whoever asked is told; whom nobody asks for must not end the process.
    value.catch(() => {});
    mine.set(nameOf(week), value);
  }
  return Promise.all(weeks.map((week) => mine.get(nameOf(week)) ?? NOTHING));
};

/** One headline number with its change on the period it is compared with. */
export const headlineOf = async (db: Db, key: MetricKey, filters: Filters, now: Date): Promise<Headline> => {
  const shown = withRange(filters, shownRange(key, filters, now));
  const { range } = shown;
  const comparedKey = comparedBy(key);
  const weeks = measureWeeks(db, key, filters, weeksUpTo(range, WEEKS_SHOWN, filters.zone));
  const value = range.week === null ? measure(db, key, shown) : weeks.then((all) => all.at(-1) ?? NOTHING);
  const compared = comparedKey === key ? value : measure(db, comparedKey, shown);
  const [moved, series] = await Promise.all([comparedOf(db, comparedKey, shown, { now, value: compared }), weeks]);
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

/** What a list of what should happen at the seam counts, in its order. */
export const CHECKLIST = [
  "contextHistory",
  "contextAssessment",
  "contextAttempted",
  "contextCustomer",
  "contextNextSteps",
  "transferSaid",
  "noRepeatSaid",
  "waitGiven",
  "promiseKept",
  "warmIntroduction",
  "neutralIntroduction",
  "coldIntroduction",
  "repeatedSolution",
  "contextRepetition",
  "explicitRepetition",
  "resent",
  "askedAgain",
] as const satisfies MetricKey[];
export type Checked = { key: (typeof CHECKLIST)[number]; measurement: Measurement; change: Change | null };

/** How often each happened, and the change on the period it is compared with; real is what is so when all of them are
 * looked at together. Changes are null where either side counted too few, or both periods share days. */
export const checklistOf = async (db: Db, filters: Filters, now: Date): Promise<Checked[]> => {
  const { range, compare } = filters;
  const [mine, theirs] = await Promise.all([
    countedTogether(db, CHECKLIST, filters, [{ range, asOf: null }]),
    isOverlapping(range, compare) ? null : countedBefore(db, filters, now),
  ]);
  const alone = CHECKLIST.map((key, i) => {
    const [value, before] = [ratio(mine[i] ?? NOBODY), theirs && ratio(theirs.get(key) ?? NOBODY)];
    return { key, measurement: value, change: before && change(value, before) };
  });
  const together = readTogether(alone.map((one) => one.change));
  return alone.map((one, i) => ({ ...one, change: together[i] ?? null }));
};

const NOBODY = { part: 0, n: 0 };

/** What each counted in the period it is compared with, at equal age where that can be. */
const countedBefore = async (db: Db, filters: Filters, now: Date): Promise<Map<MetricKey, Counted>> => {
  const slicesOf = (key: MetricKey) => comparedSlices(key, filters, now).slices;
  const alike = [...Map.groupBy(CHECKLIST, (key) => JSON.stringify(slicesOf(key))).values()];
  const found = await Promise.all(
    alike.map(async (keys) => {
      const counted = await countedTogether(db, keys, filters, keys[0] ? slicesOf(keys[0]) : []);
      return keys.map((key, i) => [key, counted[i] ?? NOBODY] as const);
    }),
  );
  return new Map<MetricKey, Counted>(found.flat());
};

/** What handoffs are held against in the first sentence. */
export const humanCsatOf = (db: Db, filters: Asked): Promise<Measurement> => measure(db, "humanOnlyCsat", filters);

/** One of the five numbers for each value of a dimension. */
export const breakdownOf = (
  db: Db,
  key: (typeof HEADLINES)[number],
  filters: Asked,
  dimension: Dimension,
): Promise<Breakdown[]> => measureBy(db, key, filters, dimension);

/** Every metric of a chart in the same weeks. */
const perWeek = async <K extends MetricKey>(
  db: Db,
  keys: readonly K[],
  filters: Asked,
  weeks: Range[],
): Promise<{ weeks: Range[]; values: Record<K, Measurement[]> }> => {
  const all = await Promise.all(keys.map(async (key) => [key, await measureWeeks(db, key, filters, weeks)] as const));
  return { weeks, values: Object.fromEntries(all) as Record<K, Measurement[]> };
};

/** The escalation rate of the weeks that are shown and of as many before, from which its limits come. */
export const escalationOf = (db: Db, filters: Asked) =>
  perWeek(db, ["escalationRate"], filters, weeksUpTo(filters.range, 2 * WEEKS_SHOWN, filters.zone));

/** From the first of so many weeks to the end of the range. */
export const overWeeks = ({ range, zone }: Asked, weeks: number): Range => {
  const all = weeksUpTo(range, weeks, zone);
  return rangeOfDates(all[0]?.firstDate ?? "", all.at(-1)?.lastDate ?? "", zone) ?? range;
};

/** The escalation rate of each topic, in the period before (0) and in this one (1). */
export const topicsOf = (db: Db, filters: Asked, before: Range): Promise<Cell<"topic">[]> =>
  countBy(db, "escalationRate", filters, ["topic"], [before, filters.range]);

/** Handoff episodes by who handed over and why. */
export const originsOf = (db: Db, filters: Asked): Promise<Cell<"initiator" | "family">[]> =>
  countBy(db, "escalationRate", filters, ["initiator", "family"]);

/** What an exposure at the seam goes with. */
export const COST_OUTCOMES = ["handoffCsat", "postEscalationResolution"] as const;
export type CostOutcome = (typeof COST_OUTCOMES)[number];

/** The outcome counted by topic and level of each exposure, over the weeks that are shown. */
export const costsOf = async (
  db: Db,
  outcome: CostOutcome,
  filters: Asked,
): Promise<{ exposure: Exposure; cells: CostCell[] }[]> => {
  const counted = await countByEach(
    db,
    outcome,
    { ...filters, range: costRange(filters) },
    EXPOSURES.map(({ by }) => ["topic", by] as const),
  );
  return EXPOSURES.map((exposure, i) => ({
    exposure,
    cells: (counted[i] ?? []).map(({ values, part, n }) => ({
      topic: values.topic,
      level: values[exposure.by],
      part,
      n,
    })),
  }));
};

/** The weeks over which costs are counted. */
export const costRange = (filters: Asked): Range => overWeeks(filters, WEEKS_SHOWN);
