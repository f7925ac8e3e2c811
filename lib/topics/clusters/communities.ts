import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { randomOf } from "#lib/random.ts";
import type { Neighbours } from "../vectors/neighbours.ts";

export type Partition = { seed: number; resolution: number };

/** The neighbour whose likeness says how densely the surroundings of a message are filled. */
const LOCAL = 7;
/** Partitions from different draws that the final one agrees with. */
const RUNS = 4;
const FEWEST = 1200;

/** How finely n messages are parted: more messages have more topics. Made to be 1 up to 1,200 and 3.3 at 13,000. */
export const resolutionFor = (n: number): number => Math.max(1, Math.sqrt(n / FEWEST));

/** The community of each row in the graph of nearest neighbours, numbered from 0, the largest first. An edge weighs the square
 * of its likeness, divided by what is usual around either end (Zelnik-Manor & Perona 2004, NIPS 17:1601). Louvain (Blondel
 * et al. 2008, J Stat Mech P10008) is run with several draws, and once more on the edges weighted by how many runs kept
 * them together, so that the draw decides little (Lancichinetti & Fortunato 2012, Sci Rep 2:336). */
export const communitiesOf = (neighbours: Neighbours, { seed, resolution }: Partition): Int32Array => {
  const graph = graphOf(neighbours);
  const run = (draw: string, weightOf: (from: number, to: number, weight: number) => number): Int32Array => {
    const parts = louvain(graph, {
      resolution,
      rng: randomOf(seed, draw).unit,
      getEdgeWeight: (_edge, { weight }, from, to) => weightOf(Number(from), Number(to), weight),
    });
    return Int32Array.from({ length: neighbours.count }, (_, row) => parts[row] ?? 0);
  };
  const runs = Array.from({ length: RUNS }, (_, i) => run(`run ${i}`, (_from, _to, weight) => weight));
  const together = run("together", (from, to, weight) => {
    let kept = 0;
    for (const parts of runs) if (parts[from] === parts[to]) kept += 1;
    return weight * (kept / RUNS);
  });
  return largestFirst(together);
};

type Edge = { weight: number };

const graphOf = ({ k, count, ids, scores }: Neighbours): UndirectedGraph<Record<string, never>, Edge> => {
  const graph = new UndirectedGraph<Record<string, never>, Edge>();
  const usual = Float32Array.from({ length: count }, (_, row) => usualAround(scores.subarray(row * k, (row + 1) * k)));
  for (let row = 0; row < count; row++) graph.addNode(row);
  for (let row = 0; row < count; row++) {
    for (let i = row * k; i < (row + 1) * k && (ids[i] as number) >= 0; i++) {
      const other = ids[i] as number;
      const weight = (scores[i] as number) ** 2 / ((usual[row] as number) * (usual[other] as number));
      if (!graph.hasEdge(row, other)) graph.addEdge(row, other, { weight });
    }
  }
  return graph;
};

const usualAround = (scores: Float32Array): number => scores[LOCAL] || scores.findLast((score) => score > 0) || 1;

const largestFirst = (parts: Int32Array): Int32Array => {
  const sizes = new Map<number, number>();
  for (const part of parts) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  const order = new Map([...sizes].sort(([, a], [, b]) => b - a).map(([part], place) => [part, place]));
  return parts.map((part) => order.get(part) ?? 0);
};
