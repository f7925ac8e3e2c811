import { firstOfEach } from "../text/near-duplicates.ts";
import { type Neighbours, neighboursOf } from "../vectors/neighbours.ts";
import { vectorsOf, vocabularyOf } from "../vectors/vocabulary.ts";
import { communitiesOf, resolutionFor } from "./communities.ts";

const NEIGHBOURS = 15;
/** Cosine below which two messages have nothing to do with each other. */
const LEAST = 0.15;

/** Cleaned texts with near-duplicates folded and the nearest neighbours of the rest. */
export type Neighbourhood = {
  /** For each text the row of `neighbours` that stands for it; −1 = it has no words. */
  rowOf: Int32Array;
  /** For each row the place of its text. */
  places: Int32Array;
  neighbours: Neighbours;
};

/** Reads cleaned texts once for any number of partitions. */
export const neighbourhoodOf = (texts: readonly string[]): Neighbourhood => {
  const first = firstOfEach(texts);
  const places = Int32Array.from(first.keys()).filter((place) => first[place] === place);
  const rows = new Map([...places].map((place, row) => [place, row]));
  const told = Array.from(places, (place) => texts[place] ?? "");
  const vectors = vectorsOf(vocabularyOf(told), told);
  return {
    rowOf: first.map((place) => rows.get(place) ?? -1),
    places,
    neighbours: neighboursOf(vectors, NEIGHBOURS, LEAST),
  };
};

/** The cluster of each text, numbered from 0, those of most different texts first; −1 = it has no words. How finely they are
 * parted follows from their number unless a resolution is given. Equal texts and seed give equal clusters. */
export const clustersOf = (
  { rowOf, places, neighbours }: Neighbourhood,
  seed: number,
  resolution?: number,
): Int32Array => {
  const parts = communitiesOf(neighbours, { seed, resolution: resolution ?? resolutionFor(places.length) });
  return rowOf.map((row) => (row < 0 ? -1 : (parts[row] ?? -1)));
};
