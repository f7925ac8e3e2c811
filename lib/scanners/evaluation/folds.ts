import { randomOf } from "#lib/random.ts";
import { meanScore } from "#lib/stats/mean.ts";
import { type Accuracy, accuracyOf, type Judged } from "../accuracy.ts";

/** What is held out together while the rest is learnt from. */
export type Fold<Item> = { name: string; held: readonly Item[] };

/** Items parted into so many folds of about equal size; those of one cluster stay together, and equal items and seed give
 * equal folds. */
export const foldsByCluster = <Item>(
  items: readonly Item[],
  clusterOf: (item: Item) => string,
  count: number,
  seed: string,
): Fold<Item>[] => {
  const random = randomOf(seed);
  const clusters = [...Map.groupBy(items, clusterOf)].map(([name, held]) => ({ name, held, at: random.unit() }));
  const folds = Array.from({ length: Math.min(count, clusters.length) }, (_, i) => ({
    name: `${i + 1}`,
    held: [] as Item[],
  }));
  // Largest first into the smallest fold: one long dialogue must not make a fold of twice the size.
  for (const { held } of clusters.sort((a, b) => b.held.length - a.held.length || a.at - b.at)) {
    folds.reduce((least, fold) => (fold.held.length < least.held.length ? fold : least)).held.push(...held);
  }
  return folds;
};

/** One fold for each group, such as each register. */
export const foldsByGroup = <Item>(items: readonly Item[], groupOf: (item: Item) => string): Fold<Item>[] =>
  [...Map.groupBy(items, groupOf)].map(([name, held]) => ({ name, held }));

/** Learns from what is not in a fold and answers what is, fold by fold (Stone 1974, J R Stat Soc B 36:2). */
export const crossValidated = <Item, Answer extends Judged>(
  items: readonly Item[],
  folds: readonly Fold<Item>[],
  learn: (rest: readonly Item[]) => (item: Item) => Answer,
): { name: string; answers: Answer[] }[] =>
  folds.map(({ name, held }) => {
    const out = new Set(held);
    return { name, answers: held.map(learn(items.filter((item) => !out.has(item)))) };
  });

export type FoldScore = {
  /** All folds' answers as one. */
  pooled: Accuracy;
  /** Of the F1 of single folds, each counted once; null = no fold has one. `sd` is null with a single fold. */
  mean: number | null;
  sd: number | null;
  /** Folds that have an F1: something is so or was found in them. */
  folds: number;
};

/** F1 over folds: pooled, which is the estimate, and how much it differs between them. */
export const foldScoreOf = (folds: readonly (readonly Judged[])[], seed: string): FoldScore => {
  const each = folds.flatMap((answers) => accuracyOf(answers, seed).f1 ?? []);
  const spread = meanScore(each.map((score) => ({ score, count: 1 })));
  return {
    pooled: accuracyOf(folds.flat(), seed),
    mean: spread?.mean ?? null,
    sd: spread?.sd ?? null,
    folds: each.length,
  };
};
