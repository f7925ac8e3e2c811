import { isTooFew, type Measurement } from "./measure.ts";

/** weekday 1 = Monday; hour: local. */
export type Hour = { weekday: number; hour: number };
export type Reading = Hour & { measurement: Measurement };

/** A stretch of a row of the map: an hour with handoffs, an hour without any, or hours that are closed. */
export type Stretch<C extends Hour> = { cell: C } | { closed: number } | null;

const keyOf = ({ weekday, hour }: Hour): number => weekday * 24 + hour;

/** The hours from the first to the last in which anybody was handed over. */
export const hoursShown = (cells: readonly Hour[]): number[] => {
  if (cells.length === 0) return [];
  const [first, last] = cells.reduce(([from, to], { hour }) => [Math.min(from, hour), Math.max(to, hour)], [23, 0] as [
    number,
    number,
  ]);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};

/** One day of the map. An hour with handoffs is a cell whether the calendar opens then or not: another queue may. */
export const stretchesOf = <C extends Hour>(
  weekday: number,
  hours: readonly number[],
  { cells, open }: { cells: readonly C[]; open: ReadonlySet<number> },
): Stretch<C>[] => {
  const found: Stretch<C>[] = [];
  for (const hour of hours) {
    const cell = cells.find((one) => one.weekday === weekday && one.hour === hour);
    const last = found.at(-1);
    if (cell) found.push({ cell });
    else if (open.has(keyOf({ weekday, hour }))) found.push(null);
    else if (last && "closed" in last) last.closed += 1;
    else found.push({ closed: 1 });
  }
  return found;
};

/** The hour whose value is the worst of all that count ten or more, if its whole interval is worse than the value of all
 * hours together; null when no hour is, or two are equally bad. A median that was not reached is worse than any. */
export const worstHour = <R extends Reading>(
  cells: readonly R[],
  all: Measurement,
  better: "higher" | "lower",
): R | null => {
  const sign = better === "lower" ? 1 : -1;
  const badness = ({ measurement: { value } }: R) => (value === null ? Number.POSITIVE_INFINITY : sign * value);
  const [worst, next] = cells
    .filter(({ measurement }) => !isTooFew(measurement))
    .toSorted((a, b) => (badness(a) === badness(b) ? 0 : badness(b) - badness(a)));
  if (!worst || all.value === null || (next && badness(next) === badness(worst))) return null;
  const { low, high } = worst.measurement;
  const nearest = better === "lower" ? low : high;
  return nearest !== null && sign * (nearest - all.value) > 0 ? worst : null;
};
