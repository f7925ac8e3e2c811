import type { Db } from "#db/client.ts";
import { ROAD_METRICS, responseCells, roadCells, scoreCounts } from "#db/metrics/answers.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import { askRows, sourcesWithoutAsks } from "#db/metrics/funnel.ts";
import { measurePerRange, waitsByHour } from "#db/metrics/measure.ts";
import { tenCandidates } from "#db/metrics/ten.ts";
import { answerLegs, askWaits, handoffWaits } from "#db/metrics/waits.ts";
import * as weekly from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
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

/** Every question of db/metrics/weekly.ts; one that is missing here does not compile. */
const SECTIONS = {
  headlineOf: all(weekly.HEADLINES.map((key) => (db, filters) => weekly.headlineOf(db, key, filters, NOW))),
  checklistOf: (db, filters) => weekly.checklistOf(db, filters, NOW),
  humanCsatOf: weekly.humanCsatOf,
  escalationOf: weekly.escalationOf,
  topicsOf: (db, filters) => weekly.topicsOf(db, filters, filters.compare),
  originsOf: weekly.originsOf,
  costsOf: all(weekly.COST_OUTCOMES.map((outcome) => (db, filters) => weekly.costsOf(db, outcome, filters))),
  breakdownOf: all(weekly.HEADLINES.map((key) => (db, filters) => weekly.breakdownOf(db, key, filters, "team"))),
} satisfies Record<Asking[keyof Asking], Ask>;

const twelveWeeks = ({ range, zone }: Filters) => weeksUpTo(range, weekly.WEEKS_SHOWN, zone);

/** The map of waits, over the four weeks that it shows. */
export const askHours: Ask = (db, filters) => waitsByHour(db, { ...filters, range: weekly.overWeeks(filters, 4) });

/** What other sections of the page ask, listed by hand. */
const OTHERS: Record<string, Ask> = {
  satisfaction: all([
    ...Object.values(ROAD_METRICS).map(
      ({ csat }): Ask =>
        (db, filters) =>
          measurePerRange(db, csat, filters, twelveWeeks(filters)),
    ),
    (db, filters) => roadCells(db, filters, [...twelveWeeks(filters), filters.range]),
  ]),
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
  after: all(
    (["postEscalationResolution", "humanOnlyResolution"] as const).map(
      (key): Ask =>
        (db, filters) =>
          measurePerRange(db, key, filters, twelveWeeks(filters)),
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
