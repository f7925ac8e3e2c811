import { firstOfEach } from "../text/near-duplicates.ts";
import { neighboursOf } from "../vectors/neighbours.ts";
import type { Rows } from "../vectors/rows.ts";
import { vectorsOf, vocabularyOf } from "../vectors/vocabulary.ts";
import { communitiesOf, resolutionFor } from "./communities.ts";
import { joinedAlike } from "./joined.ts";
import { type Links, linksOf } from "./links.ts";

const NEIGHBOURS = 15;
/** Cosine below which two messages have nothing to do with each other. */
const LEAST = 0.15;

/** Cleaned texts with near-duplicates folded, and how the rest are linked to their nearest neighbours. */
export type Neighbourhood = {
  /** For each text the row that stands for it; −1 = it has no words. */
  rowOf: Int32Array;
  /** For each row the place of its text. */
  places: Int32Array;
  vectors: Rows;
  links: Links;
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
    vectors,
    links: linksOf(neighboursOf(vectors, NEIGHBOURS, LEAST)),
  };
};

/** The cluster of each text, numbered from 0, those of most different texts first; −1 = it has no words. Equal texts and seed
 * give equal clusters. */
export const clustersOf = ({ rowOf, places, vectors, links }: Neighbourhood, seed: number): Int32Array => {
  const parts = communitiesOf(links, { seed, resolution: resolutionFor(places.length) });
  const joined = largestFirst(joinedAlike(parts, links, vectors));
  return rowOf.map((row) => (row < 0 ? -1 : (joined[row] ?? -1)));
};

const largestFirst = (parts: Int32Array): Int32Array => {
  const sizes = new Map<number, number>();
  for (const part of parts) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  const order = new Map([...sizes].sort(([, a], [, b]) => b - a).map(([part], place) => [part, place]));
  return parts.map((part) => order.get(part) ?? 0);
};
