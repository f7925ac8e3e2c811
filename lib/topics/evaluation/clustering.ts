import { clustersOf, neighbourhoodOf } from "../clusters/cluster.ts";
import { type ClusterLabel, labelsOf } from "../clusters/labels.ts";
import { type Agreement, agreementOf } from "../scores/agreement.ts";
import { coherenceOf } from "../scores/npmi.ts";
import { FEWEST_MEMBERS } from "../taxonomy/candidate.ts";
import type { LabelledText } from "./labelled.ts";

export type ClusteringScore = Agreement & {
  texts: number;
  /** Texts that say the same as an earlier one. */
  folded: number;
  labels: number;
  clusters: number;
  /** Clusters large enough to be proposed, with their words and typical messages. */
  proposed: ClusterLabel[];
  /** Mean NPMI of the words of their labels. */
  coherence: number | null;
  /** Mean adjusted Rand index between the partitions of three seeds. */
  seedAri: number;
};

/** How well clusters, made without the labels, meet them. Null with fewer than two texts. */
export const scoreClustering = (labelled: readonly LabelledText[], seed: number): ClusteringScore | null => {
  const texts = labelled.map(({ text }) => text);
  const numbers = new Map([...new Set(labelled.map(({ label }) => label))].map((label, i) => [label, i]));
  const neighbourhood = neighbourhoodOf(texts);
  const [found = new Int32Array(), ...others] = [seed, seed + 1, seed + 2].map((one) => clustersOf(neighbourhood, one));
  const agreement = agreementOf(
    found,
    labelled.map(({ label }) => numbers.get(label) ?? -1),
  );
  if (!agreement) return null;
  const between = [
    [found, others[0]],
    [found, others[1]],
    [others[0], others[1]],
  ].map(([a, b]) => agreementOf(a ?? [], b ?? [])?.ari ?? 0);
  const proposed = labelsOf(texts, found, FEWEST_MEMBERS);
  return {
    ...agreement,
    texts: texts.length,
    folded: neighbourhood.rowOf.filter((row, place) => row >= 0 && neighbourhood.places[row] !== place).length,
    labels: numbers.size,
    clusters: new Set(found).size,
    proposed,
    coherence: coherenceOf(
      proposed.map(({ words }) => words),
      texts,
    ),
    seedAri: between.reduce((sum, ari) => sum + ari, 0) / between.length,
  };
};
