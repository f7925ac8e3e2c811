import type { Fragment, Sql } from "postgres";
import { type Asked, DIMENSIONS, type Dimension, NONE } from "#lib/filters.ts";
import { isNarrowing, type Narrowing } from "#lib/narrowing.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { besideOf, joinsOf, narrowValue, slotValue } from "./joined.ts";
import { definitionOf, dimensionConditions, dimensionValue, type RelationKey, relationOf } from "./records.ts";
import { wholeOf } from "./relations/shapes.ts";

/** What counts can be taken apart by; slot: the 15-minute interval of the handoff. */
export type Cut = Dimension | Narrowing | "slot";

/** How many counted, and how many of them count in the part, for one value of each cut in one of the ranges. */
export type Cell<C extends Cut> = { range: number; values: Record<C, string>; part: number; n: number };

const isDimension = (cut: Cut): cut is Dimension => (DIMENSIONS as readonly string[]).includes(cut);

/** Counts of a metric's part and whole for every combination of values of the cuts that there is, in each range (indices
 * from 0). NONE = a dimension not given by the source; rows on which a narrowing has no value are left out, so cells of
 * dimensions alone add up to the metric, others need not. The filters' own range is not used. */
export const countBy = async <C extends Cut>(
  db: Db,
  key: RelationKey,
  filters: Asked,
  cuts: readonly C[],
  ranges: readonly Pick<Range, "from" | "to">[] = [filters.range],
): Promise<Cell<C>[]> => (await allCells(db, key, filters, cuts, ranges)).flatMap((found) => cellOf(found, cuts) ?? []);

/** The same for several lists of cuts in one reading of the rows. */
export const countByEach = async <C extends Cut>(
  db: Db,
  key: RelationKey,
  filters: Asked,
  lists: readonly (readonly C[])[],
): Promise<Cell<C>[][]> => {
  const found = await allCells(db, key, filters, [...new Set(lists.flat())], [filters.range]);
  return lists.map((cuts) => foldCells(found, cuts));
};

type Found<C extends Cut> = { range: number; values: Map<C, string | null>; part: number; n: number };

const allCells = async <C extends Cut>(
  db: Db,
  key: RelationKey,
  filters: Asked,
  cuts: readonly C[],
  ranges: readonly Pick<Range, "from" | "to">[],
): Promise<Found<C>[]> => {
  const sql = db.$client;
  const columns = cuts.map((cut, i) => sql`${cutValue(sql, cut, filters.zone)} as ${sql(`v${i}`)},`);
  const found = await sql<({ range: number; part: number; n: number } & Record<string, string | null>)[]>`
    select x.*, r.i::int - 1 as range from unnest(
      ${ranges.map(({ from }) => from.toISOString())}::text[]::timestamptz[],
      ${ranges.map(({ to }) => to.toISOString())}::text[]::timestamptz[]) with ordinality as r(starts, ends, i)
    cross join lateral (
      select ${joinFragments(sql, columns)} count(*) filter (where part)::int as part, ${sql.unsafe(wholeOf({ part: "part", isPartKnown: definitionOf(key).isPartKnown }))}::int as n
      from (${relationOf(sql, key)}) m ${joinsOf(sql, key, besideOf(cuts))}
      where m.at >= r.starts and m.at < r.ends ${dimensionConditions(sql, filters)}
      group by ${sql.unsafe(cuts.map((_, i) => i + 1).join(", "))}) x
    where x.n > 0`;
  return found.map((row) => ({
    range: row.range,
    values: new Map(cuts.map((cut, i) => [cut, row[`v${i}`] ?? null])),
    part: row.part,
    n: row.n,
  }));
};

/** Null = it has no value for one of these. */
const cellOf = <C extends Cut>({ range, values, part, n }: Found<C>, cuts: readonly C[]): Cell<C> | null => {
  const mine = cuts.map((cut) => values.get(cut) ?? null);
  if (mine.includes(null)) return null;
  return { range, values: Object.fromEntries(cuts.map((cut, i) => [cut, mine[i]])) as Record<C, string>, part, n };
};

/** Cells by fewer cuts; what has no value for one of these is left out. */
const foldCells = <C extends Cut>(found: readonly Found<C>[], cuts: readonly C[]): Cell<C>[] => {
  const folded = new Map<string, Cell<C>>();
  for (const one of found) {
    const cell = cellOf(one, cuts);
    if (!cell) continue;
    const name = JSON.stringify([cell.range, ...cuts.map((cut) => cell.values[cut])]);
    const before = folded.get(name);
    folded.set(name, { ...cell, part: cell.part + (before?.part ?? 0), n: cell.n + (before?.n ?? 0) });
  }
  return [...folded.values()];
};

const cutValue = (sql: Sql, cut: Cut, zone: string): Fragment => {
  if (isDimension(cut)) return sql`coalesce(${dimensionValue(sql, cut)}, ${NONE}::text)`;
  if (cut === "slot") return slotValue(sql);
  return isNarrowing(cut) ? narrowValue(sql, cut, zone) : sql`null`;
};

const joinFragments = (sql: Sql, parts: Fragment[]): Fragment =>
  parts.reduce<Fragment>((all, one) => sql`${all} ${one}`, sql``);
