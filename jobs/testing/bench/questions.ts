import type { Db } from "#db/client.ts";
import { ROAD_METRICS, responseCells, roadCells, scoreCounts } from "#db/metrics/answers.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import { askRows, sourcesWithoutAsks } from "#db/metrics/funnel.ts";
import { measure, waitsByHour } from "#db/metrics/measure.ts";
import { tenCandidates } from "#db/metrics/ten.ts";
import { answerLegs, askWaits, handoffWaits } from "#db/metrics/waits.ts";
import * as weekly from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { ROADS } from "#lib/metrics/like-for-like.ts";
import { weeksUpTo } from "#lib/time/range.ts";

export type Ask = (db: Db, filters: Filters) => Promise<unknown>;

/** When the bench is read: ratings and reopens of the last weeks still come in. */
export const NOW = new Date("2026-10-06T12:00:00Z");

const all =
  (asks: Ask[]): Ask =>
  (db, filters) =>
    Promise.all(asks.map((ask) => ask(db, filters)));

type Asking = {
  [K in keyof typeof weekly]: (typeof weekly)[K] extends (...given: never[]) => Promise<unknown> ? K : never;
};

/** Every line of a chart over the weeks that are shown. */
const SERIES: MetricKey[] = [
  ...Object.values(ROAD_METRICS).map(({ csat }) => csat),
  "postEscalationResolution",
  "humanOnlyResolution",
];

/** What stands in the notes and lists beside the charts: one value each. */
const BESIDE: MetricKey[] = [
  ...(["askRate", "failedHandoffs", "bypassRate", "notScanned", "triggerDisagreement", "answeredInTarget"] as const),
  ...(["leftBeforeAnswer", "leftCertain", "stillWaiting", "answeredShare", "resolvedIfAnswered"] as const),
  ...(["assumedShare", "reopenRate", "repeatContact", "humanOnlyResolution", "aiResolution", "aiConfirmed"] as const),
];

/** A team is known only once it was handed over to, so the page does not ask for its escalation rate. */
const BY_TEAM = weekly.HEADLINES.filter((key) => key !== "escalationRate");

/** Every question of db/metrics/weekly.ts; one that is missing here does not compile. */
const SECTIONS = {
  headlineOf: all(weekly.HEADLINES.map((key) => (db, filters) => weekly.headlineOf(db, key, filters, NOW))),
  checklistOf: (db, filters) => weekly.checklistOf(db, filters, NOW),
  humanCsatOf: weekly.humanCsatOf,
  escalationOf: weekly.escalationOf,
  measureWeeks: all(
    SERIES.map(
      (key): Ask =>
        (db, filters) =>
          weekly.measureWeeks(db, key, filters, weeksUpTo(filters.range, weekly.WEEKS_SHOWN, filters.zone)),
    ),
  ),
  topicsOf: (db, filters) => weekly.topicsOf(db, filters, filters.compare),
  originsOf: weekly.originsOf,
  costsOf: all(weekly.COST_OUTCOMES.map((outcome) => (db, filters) => weekly.costsOf(db, outcome, filters))),
  breakdownOf: all(BY_TEAM.map((key) => (db, filters) => weekly.breakdownOf(db, key, filters, "team"))),
} satisfies Record<Asking[keyof Asking], Ask>;

/** The map of waits, over the four weeks that it shows. */
export const askHours: Ask = (db, filters) => waitsByHour(db, { ...filters, range: weekly.overWeeks(filters, 4) });

/** What other sections of the page ask, listed by hand. */
const OTHERS: Record<string, Ask> = {
  satisfaction: (db, filters) => roadCells(db, filters, weeksUpTo(filters.range, weekly.WEEKS_SHOWN + 3, filters.zone)),
  responses: all([
    ...ROADS.map(
      (road): Ask =>
        (db, filters) =>
          responseCells(db, road, filters),
    ),
    scoreCounts,
  ]),
  waiting: all([handoffWaits, askWaits, (db, filters) => answerLegs(db, filters, "open")]),
  hours: askHours,
  funnel: all([askRows, sourcesWithoutAsks]),
  beside: all(
    BESIDE.map(
      (key): Ask =>
        (db, filters) =>
          measure(db, key, filters),
    ),
  ),
};

/** The page: its sections, the filter bar and the handoffs to read. */
export const WEEKLY: Record<string, Ask> = {
  ...SECTIONS,
  ...OTHERS,
  filterBar: dimensionValues,
  ten: (db, filters) => tenCandidates(db, filters),
};
