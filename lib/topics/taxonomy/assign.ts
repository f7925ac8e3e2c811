import { type Classifier, type Sorted, sorterOf } from "../classifier/classifier.ts";
import { clustersOf, neighbourhoodOf } from "../clusters/cluster.ts";
import { type ClusterLabel, labelsOf } from "../clusters/labels.ts";

export type Assigned = {
  /** One a text; null without a classifier. */
  sorted: (Sorted | null)[];
  /** Candidates for the review inbox from the texts that no topic took; `typical` are places in all texts. */
  proposed: ClusterLabel[];
  /** The candidate of each text; −1 = it has a topic, or belongs to none of them. */
  candidateOf: Int32Array;
};

/** Fewer messages are not proposed as a topic. */
const FEWEST = 8;

/** Sorts cleaned texts into the topics that people confirmed and clusters only the rest, so that a topic stays itself from
 * week to week. */
export const assign = (texts: readonly string[], classifier: Classifier | null, seed: number): Assigned => {
  const sort = classifier ? sorterOf(classifier) : null;
  const sorted = texts.map((text) => sort?.(text) ?? null);
  const left = [...texts.keys()].filter((place) => !sorted[place]?.topic);
  const rest = left.map((place) => texts[place] ?? "");
  const clusters = clustersOf(neighbourhoodOf(rest), seed);
  const proposed = labelsOf(rest, clusters, FEWEST).map((label) => ({
    ...label,
    typical: label.typical.map((place) => left[place] ?? -1),
  }));
  const known = new Set(proposed.map(({ cluster }) => cluster));
  const candidateOf = new Int32Array(texts.length).fill(-1);
  for (const [i, place] of left.entries()) candidateOf[place] = known.has(clusters[i] ?? -1) ? (clusters[i] ?? -1) : -1;
  return { sorted, proposed, candidateOf };
};
