import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { randomOf } from "#lib/random.ts";
import type { Links } from "./links.ts";

export type Partition = { seed: number; resolution: number };

/** Partitions from different draws that the final one agrees with. */
const RUNS = 4;
const FEWEST = 1200;

/** How finely n messages are parted: more messages have more topics. Made to be 1 up to 1,200 and 3.3 at 13,000. */
export const resolutionFor = (n: number): number => Math.max(1, Math.sqrt(n / FEWEST));

/** The community of each row in the graph of its links, numbered from 0. Louvain (Blondel et al. 2008, J Stat Mech P10008) is
 * run with several draws, and once more on the links weighted by how many runs kept them together, so that the draw decides
 * little (Lancichinetti & Fortunato 2012, Sci Rep 2:336). */
export const communitiesOf = (links: Links, { seed, resolution }: Partition): Int32Array => {
  const graph = graphOf(links);
  const run = (draw: string, weightOf: (from: number, to: number, weight: number) => number): Int32Array => {
    const parts = louvain(graph, {
      resolution,
      rng: randomOf(seed, draw).unit,
      getEdgeWeight: (_edge, { weight }, from, to) => weightOf(Number(from), Number(to), weight),
    });
    return Int32Array.from({ length: links.count }, (_, row) => parts[row] ?? 0);
  };
  const runs = Array.from({ length: RUNS }, (_, i) => run(`run ${i}`, (_from, _to, weight) => weight));
  return run("together", (from, to, weight) => {
    let kept = 0;
    for (const parts of runs) if (parts[from] === parts[to]) kept += 1;
    return weight * (kept / RUNS);
  });
};

const graphOf = ({ count, from, to, weights }: Links): UndirectedGraph<Record<string, never>, { weight: number }> => {
  const graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  for (let row = 0; row < count; row++) graph.addNode(row);
  for (const [i, weight] of weights.entries()) graph.addEdge(from[i], to[i], { weight });
  return graph;
};
