import type { Neighbours } from "../vectors/neighbours.ts";

/** Pairs of rows of which at least one is a nearest neighbour of the other, each pair once. */
export type Links = { count: number; from: number[]; to: number[]; weights: number[] };

/** The neighbour whose likeness says how densely the surroundings of a message are filled. */
const LOCAL = 7;

/** A link weighs the square of the likeness, divided by what is usual around either end (Zelnik-Manor & Perona 2004, NIPS
 * 17:1601). */
export const linksOf = ({ k, count, ids, scores }: Neighbours): Links => {
  const usual = Float32Array.from({ length: count }, (_, row) => usualAround(scores.subarray(row * k, (row + 1) * k)));
  const links: Links = { count, from: [], to: [], weights: [] };
  for (let row = 0; row < count; row++) {
    for (let i = row * k; i < (row + 1) * k && (ids[i] as number) >= 0; i++) {
      const other = ids[i] as number;
      if (other < row && ids.subarray(other * k, (other + 1) * k).includes(row)) continue;
      links.from.push(row);
      links.to.push(other);
      links.weights.push((scores[i] as number) ** 2 / ((usual[row] as number) * (usual[other] as number)));
    }
  }
  return links;
};

const usualAround = (scores: Float32Array): number => scores[LOCAL] || scores.findLast((score) => score > 0) || 1;
