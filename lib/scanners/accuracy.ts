import { clusterBootstrap } from "#lib/stats/cluster-bootstrap.ts";
import type { Interval } from "#lib/stats/proportions/wilson.ts";

/** One labelled text: what is so, and what was found. Texts of one dialogue are one cluster. */
export type Judged = { cluster: string; isSo: boolean; isFound: boolean };

export type Accuracy = {
  /** Texts judged, and those of them in which it is so. */
  n: number;
  positives: number;
  /** Right among found; null = nothing was found. */
  precision: number | null;
  /** Found among what is so; null = it is so nowhere. */
  recall: number | null;
  /** Harmonic mean of both, 2·tp ÷ (2·tp + fp + fn); null = nothing is so and nothing was found. */
  f1: number | null;
  /** 95 %, whole dialogues drawn again; null = too few. */
  interval: Interval | null;
};

/** How well a scanner finds what people labelled. Precision, recall and F1 from 0 to 1 (van Rijsbergen 1979, chapter 7). */
export const accuracyOf = (judged: readonly Judged[], seed: string): Accuracy => {
  const right = judged.filter(({ isSo, isFound }) => isSo && isFound).length;
  const found = judged.filter(({ isFound }) => isFound).length;
  const positives = judged.filter(({ isSo }) => isSo).length;
  return {
    n: judged.length,
    positives,
    precision: found === 0 ? null : right / found,
    recall: positives === 0 ? null : right / positives,
    f1: f1Of(judged),
    interval: clusterBootstrap(judged, ({ cluster }) => cluster, f1Of, { seed }),
  };
};

const f1Of = (judged: readonly Judged[]): number | null => {
  const right = judged.filter(({ isSo, isFound }) => isSo && isFound).length;
  const all = judged.filter(({ isSo }) => isSo).length + judged.filter(({ isFound }) => isFound).length;
  return all === 0 ? null : (2 * right) / all;
};
