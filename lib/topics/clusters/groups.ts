import { FEWEST_MEMBERS } from "../taxonomy/candidate.ts";
import { clustersOf, neighbourhoodOf } from "./cluster.ts";
import { labelsOf } from "./labels.ts";

/** Texts that are about the same, as places: all of them, and the most typical first ones. */
export type Group = { words: string[]; typical: number[]; members: number[] };

/** What could be topics among cleaned texts that none took, those of most different texts first. */
export const groupsOf = (texts: readonly string[], seed: number): Group[] => {
  const clusters = clustersOf(neighbourhoodOf(texts), seed);
  const members = Map.groupBy(clusters.keys(), (place) => clusters[place] ?? -1);
  return labelsOf(texts, clusters, FEWEST_MEMBERS).map(({ cluster, words, typical }) => ({
    words,
    typical,
    members: members.get(cluster) ?? [],
  }));
};
