import type { Fragment, Sql } from "postgres";
import { TARGET_SECONDS } from "#lib/conversation/waits.ts";
import { type Asked, type Dimension, NONE } from "#lib/filters.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { type Counted, type Measurement, ratio } from "#lib/metrics/measure.ts";
import { answeredUnder, estimatorOf, medianWait, type Risk, type RiskOutcome } from "#lib/metrics/waits.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { countedSoon, isOfThePast, pooled, type Slice, slicesOf } from "./counted.ts";
import { definitionOf, dimensionConditions, dimensionValue, relationOf } from "./records.ts";

/** Which definition; without one the one that holds now. */
type Versioned = { version?: number | undefined };

/** The value of a metric for the filters. With `asOf`: as it stood at that moment, by what was known then. With `version`:
 * by an earlier definition; throws `bad_input` for one there never was. */
export const measure = async (
  db: Db,
  key: MetricKey,
  filters: Asked,
  { asOf = null, version }: { asOf?: Date | null } & Versioned = {},
): Promise<Measurement> => {
  const [one] = await measureSlices(db, key, { filters, slices: [{ range: filters.range, asOf }], version });
  return one ?? ratio({ part: 0, n: 0 });
};

/** One value of all rows of the slices together, each slice as it stood at its own moment. The filters' own range is not
 * used. */
export const measurePooled = async (db: Db, key: MetricKey, filters: Asked, slices: Slice[]): Promise<Measurement> => {
  const asked = { filters, slices, version: undefined };
  const estimate = estimatorOf(metricOf(key));
  if (estimate) return estimate(risksOf(await risksInSlices(db, key, asked)));
  return ratio(pooled(await countedInSlices(db, key, asked)));
};

/** One value per range, in their order; ranges without any row have n = 0. The filters' own range is not used. */
export const measurePerRange = (
  db: Db,
  key: MetricKey,
  filters: Asked,
  ranges: Pick<Range, "from" | "to">[],
  { version }: Versioned = {},
): Promise<Measurement[]> =>
  measureSlices(db, key, { filters, slices: ranges.map((range) => ({ range, asOf: null })), version });

type Sliced = { filters: Asked; slices: Slice[]; version: number | undefined };

const measureSlices = async (db: Db, key: MetricKey, asked: Sliced): Promise<Measurement[]> => {
  const estimate = estimatorOf(metricOf(key, asked.version));
  if (!estimate) return (await countedInSlices(db, key, asked)).map(ratio);
  const found = await risksInSlices(db, key, asked);
  return asked.slices.map((_, i) => estimate(risksOf(found.filter((row) => row.i === i + 1))));
};

/** Part and whole of each slice, in their order. */
const countedInSlices = (db: Db, key: MetricKey, asked: Sliced): Promise<Counted[]> => {
  const { filters, slices, version } = asked;
  if (definitionOf(key, version) === definitionOf(key) && !isOfThePast(slices)) {
    const ranges = slices.map(({ range }) => range);
    return countedSoon(db, key, filters, ranges);
  }
  const sql = db.$client;
  return sql<Counted[]>`
    select r.part, r.n from ${slicesOf(sql, asked.slices)}
    cross join lateral (
      select count(*) filter (where ${partIn(sql, asked)})::int as part, count(${partIn(sql, asked)})::int as n
      from ${inSlice(sql, key, asked)}) r
    order by s.i`;
};

const partIn = (sql: Sql, asked: Sliced): Fragment =>
  isOfThePast(asked.slices)
    ? sql`m.part and (s.as_of = 'infinity' or coalesce(m.part_known_at <= s.as_of, true))`
    : sql`m.part`;

/** The risk rows of each slice, numbered from 1. */
const risksInSlices = (db: Db, key: MetricKey, asked: Sliced): Promise<(RiskRow & { i: number })[]> => {
  const sql = db.$client;
  return sql<(RiskRow & { i: number })[]>`
    select s.i::int, r.outcome, r.waits from ${slicesOf(sql, asked.slices)}
    cross join lateral (
      select m.outcome, ${WAITS(sql)} from ${inSlice(sql, key, asked)} group by 1) r`;
};

const inSlice = (sql: Sql, key: MetricKey, asked: Sliced): Fragment => sql`
  (${relationOf(sql, key, asked.version)}) m
  where m.at >= s.starts and m.at < s.ends ${isOfThePast(asked.slices) ? sql`and m.known_at <= s.as_of` : sql``}
    ${dimensionConditions(sql, asked.filters)}`;

export type Breakdown = { value: string; measurement: Measurement };

/** One value per value of a dimension, the largest n first; NONE = not given by the source. */
export const measureBy = async (
  db: Db,
  key: MetricKey,
  filters: Asked,
  dimension: Dimension,
  { version }: Versioned = {},
): Promise<Breakdown[]> => {
  const sql = db.$client;
  const rows = sql`
    select coalesce(${dimensionValue(sql, dimension)}, ${NONE}) as value, m.part, m.wait, m.outcome
    from (${relationOf(sql, key, version)}) m
    where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}`;
  const estimate = estimatorOf(metricOf(key, version));
  if (estimate) {
    const found = await sql<(RiskRow & { value: string })[]>`
      select value, outcome, ${WAITS(sql)} from (${rows}) m group by 1, 2`;
    return [...Map.groupBy(found, ({ value }) => value)]
      .map(([value, risks]) => ({ value, measurement: estimate(risksOf(risks)) }))
      .sort((a, b) => b.measurement.n - a.measurement.n || (a.value < b.value ? -1 : 1));
  }
  const counted = await sql<{ value: string; part: number; n: number }[]>`
    select value, count(*) filter (where part)::int as part, count(*)::int as n from (${rows}) x
    group by 1 order by n desc, value`;
  return counted.map(({ value, ...counts }) => ({ value, measurement: ratio(counts) }));
};

type RiskRow = { outcome: RiskOutcome; waits: Uint8Array };

/** The waits of rows `m` as bytes: to write out numbers and to read them again costs as much as to find them. */
const WAITS = (sql: Sql): Fragment => sql`string_agg(float8send(m.wait), '') as waits`;
const WAIT_BYTES = 8;

const risksOf = (rows: RiskRow[]): Risk[] =>
  rows.flatMap(({ outcome, waits }) => {
    const bytes = new DataView(waits.buffer, waits.byteOffset, waits.byteLength);
    return Array.from({ length: waits.byteLength / WAIT_BYTES }, (_, i) => ({
      seconds: bytes.getFloat64(i * WAIT_BYTES),
      outcome,
    }));
  });

/** measurement: the median wait; inTarget: the share answered in time, as `answeredInTarget` is. */
export type HourCell = { weekday: number; hour: number; measurement: Measurement; inTarget: Measurement };

/** Waits of those handed over in open hours, by the local weekday (1 = Monday) and hour of the handoff; hours
 * without any are left out. */
export const waitsByHour = async (db: Db, filters: Asked): Promise<HourCell[]> => {
  const sql = db.$client;
  const found = await sql<(RiskRow & { weekday: number; hour: number })[]>`
    select extract(isodow from m.at at time zone ${filters.zone})::int as weekday,
      extract(hour from m.at at time zone ${filters.zone})::int as hour, m.outcome, ${WAITS(sql)}
    from (${relationOf(sql, "answeredInTarget")}) m
    where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
    group by 1, 2, 3`;
  return [...Map.groupBy(found, ({ weekday, hour }) => weekday * 24 + hour)].map(([key, rows]) => {
    const risks = risksOf(rows);
    return {
      weekday: Math.floor(key / 24),
      hour: key % 24,
      measurement: medianWait(risks),
      inTarget: answeredUnder(risks, TARGET_SECONDS),
    };
  });
};
