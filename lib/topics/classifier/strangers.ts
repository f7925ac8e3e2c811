import { clustersOf, neighbourhoodOf } from "../clusters/cluster.ts";
import { FEWEST_MEMBERS } from "../taxonomy/candidate.ts";
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
  const strange = strangeClusters(examples, unsorted, seed);
  return {
    familiar: unsorted.filter((_, place) => strange[place] === null),
    strange: unsorted.filter((_, place) => strange[place] !== null),
  };
};

/** Whether a cluster of strangers has come that could be a topic, and that a classifier mostly counts under one it knows: it
 * was trained before there was any such thing. isCounted: what it made of each unsorted text. */
export const isNewMistaken = (
  examples: readonly Example[],
  { texts, isCounted }: { texts: readonly string[]; isCounted: readonly boolean[] },
  seed: number,
): boolean => {
  const counts = new Map<number, { all: number; counted: number }>();
  for (const [place, cluster] of strangeClusters(examples, texts, seed).entries()) {
    if (cluster === null || cluster < 0) continue;
    const { all, counted } = counts.get(cluster) ?? { all: 0, counted: 0 };
    counts.set(cluster, { all: all + 1, counted: counted + (isCounted[place] ? 1 : 0) });
  }
  return [...counts.values()].some(({ all, counted }) => counted >= FEWEST_MEMBERS && counted * 2 > all);
};

/** The cluster of each unsorted text that is a stranger, −1 = it has no words; null = it is none. */
const strangeClusters = (
  examples: readonly Example[],
  unsorted: readonly string[],
  seed: number,
): (number | null)[] => {
  const clusters = clustersOf(neighbourhoodOf([...examples.map(({ text }) => text), ...unsorted]), seed);
  const [sizes, taught] = [new Map<number, number>(), new Map<number, number>()];
  for (const [place, cluster] of clusters.entries()) {
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    if (place < examples.length) taught.set(cluster, (taught.get(cluster) ?? 0) + 1);
  }
  const usual = examples.length / Math.max(1, clusters.length);
  const isStrange = (cluster: number): boolean =>
    cluster < 0 || (taught.get(cluster) ?? 0) / (sizes.get(cluster) ?? 1) < LEAST * usual;
  return unsorted.map((_, place) => {
    const cluster = clusters[examples.length + place] ?? -1;
    return isStrange(cluster) ? cluster : null;
  });
};
