export type Outage = {
  /** Place of the first of the near-duplicates. */
  first: number;
  /** Places of all that belong to it, by time. */
  places: number[];
  from: Date;
  to: Date;
};

const HOUR_MS = 3_600_000;
const FEWEST = 30;

/** Floods of near-duplicates, at least 30 in an hour: an outage is counted apart, for it is one event and no topic's rise.
 * `firsts` is what `firstOfEach` says of the texts, `times` when each was written. A flood goes on while each hour since its
 * last message holds enough; earlier and later ones of the same words stay outside. Sorts, else linear. */
export const outagesIn = (firsts: ArrayLike<number>, times: readonly Date[], fewest = FEWEST): Outage[] => {
  const groups = Map.groupBy(times.keys(), (place) => firsts[place] ?? -1);
  return [...groups]
    .filter(([first, places]) => first >= 0 && places.length >= fewest)
    .flatMap(([first, places]) => floodsIn(first, places, times, fewest));
};

const floodsIn = (first: number, unsorted: number[], times: readonly Date[], fewest: number): Outage[] => {
  const at = (place: number): number => times[place]?.getTime() ?? 0;
  const places = unsorted.toSorted((a, b) => at(a) - at(b) || a - b);
  const isIn = new Uint8Array(places.length);
  let [from, marked] = [0, 0];
  for (const [to, place] of places.entries()) {
    while (at(place) - at(places[from] ?? place) > HOUR_MS) from++;
    if (to - from + 1 < fewest) continue;
    isIn.fill(1, Math.max(from, marked), to + 1);
    marked = to + 1;
  }
  const floods: number[][] = [];
  for (const [i, place] of places.entries()) {
    if (isIn[i] === 0) continue;
    if (isIn[i - 1] === 1 && at(place) - at(places[i - 1] ?? place) <= HOUR_MS) floods.at(-1)?.push(place);
    else floods.push([place]);
  }
  return floods.map((some) => {
    const [start, end] = [some[0] ?? first, some.at(-1) ?? first];
    return { first, places: some, from: new Date(at(start)), to: new Date(at(end)) };
  });
};
