import { clustersOf, neighbourhoodOf } from "../clusters/cluster.ts";
import type { Example } from "./classifier.ts";

/** Of what examples hold of all texts, a group that is about one of their topics holds at least so much. */
const LEAST = 0.25;

/** Parts unsorted texts into those about the topics of the examples and strangers: texts in whose cluster hardly an example
 * stands. A classifier that knows nothing else would count them under the topic that is least unlike. */
export const strangersAmong = (
  examples: readonly Example[],
  unsorted: readonly string[],
  seed: number,
): { familiar: string[]; strange: string[] } => {
  const clusters = clustersOf(neighbourhoodOf([...examples.map(({ text }) => text), ...unsorted]), seed);
  const [sizes, taught] = [new Map<number, number>(), new Map<number, number>()];
  for (const [place, cluster] of clusters.entries()) {
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    if (place < examples.length) taught.set(cluster, (taught.get(cluster) ?? 0) + 1);
  }
  const usual = examples.length / Math.max(1, clusters.length);
  const isStrange = (place: number): boolean => {
    const cluster = clusters[examples.length + place] ?? -1;
    return cluster < 0 || (taught.get(cluster) ?? 0) / (sizes.get(cluster) ?? 1) < LEAST * usual;
  };
  return {
    familiar: unsorted.filter((_, place) => !isStrange(place)),
    strange: unsorted.filter((_, place) => isStrange(place)),
  };
};
