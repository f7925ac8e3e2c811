import { setImmediate as nextTurn } from "node:timers/promises";
import type { Fragment, Sql } from "postgres";
import type { Segment } from "#lib/conversation/assessed.ts";
import type { Asked } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { Counted } from "#lib/metrics/measure.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { definitionOf, dimensionConditions } from "./records.ts";
import { HANDED_OVER, type Relation, WITH_AI, wholeOf } from "./relations/shapes.ts";

// Part and whole of several metrics in one reading of their rows. Not for metrics that an estimator makes of risk rows.

type Stretch = Pick<Range, "from" | "to">;

/** A stretch of time, as it stood at `asOf`; null = as it stands now. */
export type Slice = { range: Stretch; asOf: Date | null };

/** As it stands now, nothing need be read of when things became known. */
export const isOfThePast = (slices: readonly Slice[]): boolean => slices.some(({ asOf }) => asOf !== null);

/** A relation `s` of the slices, numbered from 1. */
export const slicesOf = (sql: Sql, slices: readonly Slice[]): Fragment => sql`
  unnest(${slices.map(({ range }) => range.from.toISOString())}::text[]::timestamptz[],
    ${slices.map(({ range }) => range.to.toISOString())}::text[]::timestamptz[],
    ${slices.map(({ asOf }) => asOf?.toISOString() ?? "infinity")}::text[]::timestamptz[])
    with ordinality as s(starts, ends, as_of, i)`;

export const pooled = (counted: readonly Counted[]): Counted =>
  counted.reduce<Counted>((all, { part, n }) => ({ part: all.part + part, n: all.n + n }), { part: 0, n: 0 });

/** Metrics of the same rows by the same dates: as they stand now, or as they stood when not all was known. */
const inGroups = (keys: readonly MetricKey[], isPast: boolean): MetricKey[][] => [
  ...Map.groupBy(keys, (key) => {
    const { table, among, of, at, knownAt, partKnownAt } = definitionOf(key);
    return [table, among, of, at, ...(isPast ? [knownAt, partKnownAt === null ? "" : key] : [])].join("|");
  }).values(),
];

/** Part and whole of each of these metrics over all rows of the slices together, in their order. */
export const countedTogether = async (
  db: Db,
  keys: readonly MetricKey[],
  filters: Asked,
  slices: readonly Slice[],
): Promise<Counted[]> => {
  const found = await Promise.all(
    inGroups(keys, isOfThePast(slices)).map(async (group) => {
      const counted = await countedInOneReading(db, group, filters, slices);
      return group.map((key, i) => [key, pooled(counted.flatMap((row) => row[i] ?? []))] as const);
    }),
  );
  const counts = new Map<MetricKey, Counted>(found.flat());
  return keys.map((key) => counts.get(key) ?? { part: 0, n: 0 });
};

/** For each slice, in their order, part and whole of each metric, in theirs. */
const countedInOneReading = async (
  db: Db,
  keys: readonly MetricKey[],
  filters: Asked,
  slices: readonly Slice[],
): Promise<Counted[][]> => {
  const sql = db.$client;
  const [first] = keys.map((key) => definitionOf(key));
  if (!first) return [];
  const isPast = isOfThePast(slices);
  if (keys.length === 1 && !isPast && isHandedOverOfAll(first)) return handedOverOfAll(db, first, filters, slices);
  const counts = keys.map((key, i) => {
    const { where, part, partKnownAt, isPartKnown } = definitionOf(key);
    const isIn = isPast
      ? `(${part}) and (s.as_of = 'infinity' or coalesce(${partKnownAt ?? "null"} <= s.as_of, true))`
      : part;
    const whole = wholeOf({ part: isIn, isPartKnown: isPartKnown && !isPast });
    // What is counted alone is told apart once, where rows are read.
    const isOne = keys.length === 1 ? "true" : `(${where})`;
    return `count(*) filter (where ${isOne} and (${isIn}))::int as part${i}, ${whole} filter (where ${isOne})::int as n${i}`;
  });
  const { table, among, of, at, knownAt } = first;
  const counted = keys.map((key) => `(${definitionOf(key).where})`).join(" or ");
  const known = isPast ? sql`and ${sql.unsafe(knownAt)} <= s.as_of` : sql``;
  const rows = await sql<Record<string, number>[]>`
    select r.* from ${slicesOf(sql, slices)} cross join lateral (
      select ${sql.unsafe(counts.join(", "))} from ${sql(table)} m
      where ${sql.unsafe(at)} >= s.starts and ${sql.unsafe(at)} < s.ends ${known}
        and ${sql.unsafe(`${among} and ${of} and (${counted})`)} ${dimensionConditions(sql, filters)}) r
    order by s.i`;
  return rows.map((row) => keys.map((_, i) => ({ part: row[`part${i}`] ?? 0, n: row[`n${i}`] ?? 0 })));
};

/** Whether the whole is two segments and the part is one of them. */
const isHandedOverOfAll = ({ of, where, part }: Relation): boolean =>
  of === WITH_AI && where === "true" && part === HANDED_OVER;

/** Each segment is counted by itself where the index has it: of hundreds of thousands of rows a fifth of the time went into
 * comparing what the index had told already. */
const handedOverOfAll = async (
  db: Db,
  { table, among, at }: Relation,
  filters: Asked,
  slices: readonly Slice[],
): Promise<Counted[][]> => {
  const sql = db.$client;
  const countOf = (segment: Segment): Fragment => sql`cross join lateral (
    select count(*)::int as n from ${sql(table)} m where m.segment = ${segment}
      and ${sql.unsafe(at)} >= s.starts and ${sql.unsafe(at)} < s.ends and ${sql.unsafe(among)}
      ${dimensionConditions(sql, filters)}) ${sql(segment)}`;
  const rows = await sql<Counted[]>`
    select handoff.n as part, handoff.n + ai_only.n as n from ${slicesOf(sql, slices)}
    ${countOf("handoff")} ${countOf("ai_only")} order by s.i`;
  return rows.map((row) => [row]);
};

/** What is asked for in this turn by one set of filters: of each stretch of time which metrics. */
type Batch = {
  wanted: Map<string, { range: Stretch; keys: Set<MetricKey> }>;
  found: Promise<Map<string, Promise<Counted>>>;
};
const batches = new WeakMap<Db, Map<string, Batch>>();

const stretchName = ({ from, to }: Stretch): string => `${from.getTime()} ${to.getTime()}`;

/** Part and whole of a metric in each of these ranges, in their order. What sections of a page ask for in the same turn by
 * the same filters is read together once the turn is over: each stretch of time once for all metrics of the same rows. */
export const countedSoon = async (
  db: Db,
  key: MetricKey,
  filters: Asked,
  ranges: readonly Stretch[],
): Promise<Counted[]> => {
  const batch = batchOf(db, filters);
  for (const range of ranges) {
    const name = stretchName(range);
    const wanted = batch.wanted.get(name) ?? { range, keys: new Set() };
    batch.wanted.set(name, wanted);
    wanted.keys.add(key);
  }
  const found = await batch.found;
  const counts = ranges.map((range) => found.get(`${key} ${stretchName(range)}`) ?? { part: 0, n: 0 });
  return Promise.all(counts);
};

const batchOf = (db: Db, filters: Asked): Batch => {
  const mine = batches.get(db) ?? new Map<string, Batch>();
  batches.set(db, mine);
  const name = JSON.stringify(filters.only);
  const open = mine.get(name);
  if (open) return open;
  const wanted: Batch["wanted"] = new Map();
  const found = nextTurn().then(() => {
    mine.delete(name);
    return countWanted(db, filters, wanted);
  });
  const batch = { wanted, found };
  mine.set(name, batch);
  return batch;
};

/** One statement for stretches of which the same metrics are wanted, and for each group of metrics that can be read
 * together. A statement that fails fails whoever asked for it alone. */
const countWanted = (db: Db, filters: Asked, wanted: Batch["wanted"]): Map<string, Promise<Counted>> => {
  const readings = [...wanted.values()].flatMap(({ range, keys }) =>
    inGroups([...keys].sort(), false).map((group) => ({ range, group })),
  );
  const alike = Map.groupBy(readings, ({ group }) => group.join(" "));
  const found = new Map<string, Promise<Counted>>();
  for (const same of alike.values()) {
    const keys = same[0]?.group ?? [];
    const slices = same.map(({ range }) => ({ range, asOf: null }));
    const counted = countedInOneReading(db, keys, filters, slices);
    for (const [i, { range }] of same.entries())
      for (const [k, key] of keys.entries()) {
        const one = counted.then((rows) => rows[i]?.[k] ?? { part: 0, n: 0 });
        found.set(`${key} ${stretchName(range)}`, one);
      }
  }
  return found;
};
