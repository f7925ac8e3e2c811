import type { Counts } from "#lib/stats/proportions/wilson.ts";
import type { Stretch } from "./windows.ts";

/** Of each topic (NONE = not yet sorted) its part and whole in each range of a list, in that list's order. */
export type TopicCounts = ReadonlyMap<string, readonly Counts[]>;

export const NOTHING: Counts = { part: 0, whole: 0 };

export const sumOf = (counts: Iterable<Counts>): Counts => {
  let [part, whole] = [0, 0];
  for (const one of counts) {
    part += one.part;
    whole += one.whole;
  }
  return { part, whole };
};

/** What a topic counted in a stretch. */
export const within = (series: readonly Counts[] | undefined, stretch: Stretch): Counts =>
  sumOf(stretch.map((i) => series?.[i] ?? NOTHING));

/** The same of some ranges alone, by their places, in the order given. */
export const picked = (counts: TopicCounts, places: readonly number[]): TopicCounts =>
  new Map([...counts].map(([topic, series]) => [topic, places.map((i) => series[i] ?? NOTHING)]));

/** What all topics together counted in a stretch. */
export const allWithin = (counts: TopicCounts, stretch: Stretch): Counts =>
  sumOf([...counts.values()].map((series) => within(series, stretch)));

/** What is left of a whole without one of its parts. */
export const without = (all: Counts, one: Counts): Counts => ({
  part: all.part - one.part,
  whole: all.whole - one.whole,
});

export const shareOf = ({ part, whole }: Counts): number | null => (whole === 0 ? null : part / whole);
