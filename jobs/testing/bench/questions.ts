import type { Db } from "#db/client.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import { tenCandidates } from "#db/metrics/ten.ts";
import * as weekly from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";

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

/** Every question that a section of /weekly asks; one that is missing here does not compile. */
const SECTIONS = {
  headlineOf: all(weekly.HEADLINES.map((key) => (db, filters) => weekly.headlineOf(db, key, filters, NOW))),
  humanCsatOf: weekly.humanCsatOf,
  satisfactionOf: weekly.satisfactionOf,
  escalationOf: weekly.escalationOf,
  topicsOf: (db, filters) => weekly.topicsOf(db, filters, filters.compare),
  waitingOf: weekly.waitingOf,
  hoursOf: weekly.hoursOf,
  originsOf: weekly.originsOf,
  resolutionOf: (db, filters) => weekly.resolutionOf(db, filters, NOW),
  costsOf: all(weekly.COST_OUTCOMES.map((outcome) => (db, filters) => weekly.costsOf(db, outcome, filters))),
  breakdownOf: all(weekly.HEADLINES.map((key) => (db, filters) => weekly.breakdownOf(db, key, filters, "team"))),
} satisfies Record<Asking[keyof Asking], Ask>;

/** The page: its sections, the filter bar and the handoffs to read. */
export const WEEKLY: Record<string, Ask> = { ...SECTIONS, filterBar: dimensionValues, ten: tenCandidates };
