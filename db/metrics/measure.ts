import type { Fragment, Sql } from "postgres";
import { type Dimension, type Filters, NONE } from "#lib/filters.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { type Counted, type Measurement, ratio } from "#lib/metrics/measure.ts";
import { medianWait, type Risk, type RiskOutcome } from "#lib/metrics/waits.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { dimensionConditions, dimensionValue, relationOf } from "./records.ts";

/** A stretch of time, as it stood at `asOf`; null = as it stands now. */
export type Slice = { range: Pick<Range, "from" | "to">; asOf: Date | null };

/** The value of a metric for the filters. With `asOf`: as it stood at that moment, by what was known then. */
export const measure = async (
  db: Db,
  key: MetricKey,
  filters: Filters,
  { asOf = null }: { asOf?: Date | null } = {},
): Promise<Measurement> => {
  const [one] = await measureSlices(db, key, filters, [{ range: filters.range, asOf }]);
  return one ?? ratio({ part: 0, n: 0 });
};

/** One value of all rows of the slices together, each slice as it stood at its own moment. The filters' own range is not
 * used. */
export const measurePooled = async (
  db: Db,
  key: MetricKey,
  filters: Filters,
  slices: Slice[],
): Promise<Measurement> => {
  const sql = db.$client;
  const rows = inSlices(sql, key, filters, slices);
  if (metricOf(key).unit === "seconds") {
    return medianWait(
      risksOf(
        await sql<RiskRow[]>`
        select outcome, array_agg(wait) as waits from (${rows}) x where outcome is not null group by 1`,
      ),
    );
  }
  const [counted] = await sql<Counted[]>`
    select count(*) filter (where part)::int as part, count(part)::int as n from (${rows}) x`;
  return ratio(counted ?? { part: 0, n: 0 });
};

/** One value per range, in their order; ranges without any row have n = 0. The filters' own range is not used. */
export const measurePerRange = (
  db: Db,
  key: MetricKey,
  filters: Filters,
  ranges: Pick<Range, "from" | "to">[],
): Promise<Measurement[]> =>
  measureSlices(
    db,
    key,
    filters,
    ranges.map((range) => ({ range, asOf: null })),
  );

const measureSlices = async (db: Db, key: MetricKey, filters: Filters, slices: Slice[]): Promise<Measurement[]> => {
  const sql = db.$client;
  const rows = inSlices(sql, key, filters, slices);
  if (metricOf(key).unit === "seconds") {
    const found = await sql<(RiskRow & { i: number })[]>`
      select i::int, outcome, array_agg(wait) as waits from (${rows}) x where outcome is not null group by 1, 2`;
    return slices.map((_, i) => medianWait(risksOf(found.filter((row) => row.i === i + 1))));
  }
  const counted = await sql<{ i: number; part: number; n: number }[]>`
    select i::int, count(*) filter (where part)::int as part, count(part)::int as n from (${rows}) x group by 1 order by 1`;
  return counted.map(ratio);
};

/** The rows of each slice, numbered from 1; a slice without rows has one row of nulls. */
const inSlices = (sql: Sql, key: MetricKey, filters: Filters, slices: Slice[]): Fragment => sql`
  select s.i, r.part, r.wait, r.outcome
  from unnest(${slices.map(({ range }) => range.from.toISOString())}::text[]::timestamptz[],
              ${slices.map(({ range }) => range.to.toISOString())}::text[]::timestamptz[],
              ${slices.map(({ asOf }) => asOf?.toISOString() ?? "infinity")}::text[]::timestamptz[])
    with ordinality as s(starts, ends, as_of, i)
  left join lateral (
    select m.part, m.wait, m.outcome from (${relationOf(sql, key)}) m
    where m.at >= s.starts and m.at < s.ends and m.known_at <= s.as_of ${dimensionConditions(sql, filters)}) r on true`;

export type Breakdown = { value: string; measurement: Measurement };

/** One value per value of a dimension, the largest n first; NONE = not given by the source. */
export const measureBy = async (
  db: Db,
  key: MetricKey,
  filters: Filters,
  dimension: Dimension,
): Promise<Breakdown[]> => {
  const sql = db.$client;
  const rows = sql`
    select coalesce(${dimensionValue(sql, dimension)}, ${NONE}) as value, m.part, m.wait, m.outcome
    from (${relationOf(sql, key)}) m
    where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}`;
  if (metricOf(key).unit === "seconds") {
    const found = await sql<(RiskRow & { value: string })[]>`
      select value, outcome, array_agg(wait) as waits from (${rows}) x group by 1, 2`;
    return [...Map.groupBy(found, ({ value }) => value)]
      .map(([value, risks]) => ({ value, measurement: medianWait(risksOf(risks)) }))
      .sort((a, b) => b.measurement.n - a.measurement.n || (a.value < b.value ? -1 : 1));
  }
  const counted = await sql<{ value: string; part: number; n: number }[]>`
    select value, count(*) filter (where part)::int as part, count(*)::int as n from (${rows}) x
    group by 1 order by n desc, value`;
  return counted.map(({ value, ...counts }) => ({ value, measurement: ratio(counts) }));
};

type RiskRow = { outcome: RiskOutcome; waits: number[] };

const risksOf = (rows: RiskRow[]): Risk[] =>
  rows.flatMap(({ outcome, waits }) => waits.map((seconds) => ({ seconds, outcome })));

/** Risk rows of first handoffs: the business seconds each wait lasted and how it ended. As many as the metric counts: all
 * of them, or those handed over in open hours whose wait is decided. */
export const waits = async (
  db: Db,
  filters: Filters,
  key: "timeToFirstHuman" | "answeredInTarget" = "timeToFirstHuman",
): Promise<Risk[]> => {
  const sql = db.$client;
  const found = await sql<RiskRow[]>`
    select m.outcome, array_agg(m.wait) as waits from (${relationOf(sql, key)}) m
    where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
    group by 1`;
  return risksOf(found);
};

export type HourCell = { weekday: number; hour: number; measurement: Measurement };

/** Median wait of those handed over in open hours, by the local weekday (1 = Monday) and hour of the handoff; hours
 * without any are left out. */
export const waitsByHour = async (db: Db, filters: Filters): Promise<HourCell[]> => {
  const sql = db.$client;
  const found = await sql<(RiskRow & { weekday: number; hour: number })[]>`
    select extract(isodow from m.at at time zone ${filters.zone})::int as weekday,
      extract(hour from m.at at time zone ${filters.zone})::int as hour, m.outcome, array_agg(m.wait) as waits
    from (${relationOf(sql, "answeredInTarget")}) m
    where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
    group by 1, 2, 3`;
  return [...Map.groupBy(found, ({ weekday, hour }) => weekday * 24 + hour)].map(([key, rows]) => ({
    weekday: Math.floor(key / 24),
    hour: key % 24,
    measurement: medianWait(risksOf(rows)),
  }));
};
