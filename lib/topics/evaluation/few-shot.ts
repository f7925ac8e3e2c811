import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { type Example, sorterOf, trainClassifier } from "../classifier/classifier.ts";
import { drawn, type LabelledText } from "./labelled.ts";

export type FewShotScore = {
  /** Confirmed examples, all topics together. */
  examples: number;
  right: Counts;
  /** Of the 70 % of messages that the classifier is surest of. */
  rightOfSurest: Counts;
  /** Of the messages it counts at the stated precision. */
  rightOfCounted: Counts;
};

const SUREST = 0.7;

/** How often the classifier names the topic of test messages after so many confirmed examples of each, drawn from the training
 * messages; the rest of those it sees without their labels, the test messages not at all. Null with fewer than two topics. */
export const scoreFewShot = (
  train: readonly LabelledText[],
  test: readonly LabelledText[],
  { perTopic, seed, precision }: { perTopic: number; seed: number; precision: number },
): FewShotScore | null => {
  const taken = new Map<string, number>();
  const examples: Example[] = [];
  const unsorted: string[] = [];
  for (const { text, label } of drawn(train, seed)) {
    const count = taken.get(label) ?? 0;
    if (count < perTopic) examples.push({ text, topic: label });
    else unsorted.push(text);
    taken.set(label, count + 1);
  }
  const classifier = trainClassifier(examples, unsorted, { seed, precision });
  if (!classifier) return null;
  const sort = sorterOf(classifier);
  const judged = test
    .map(({ text, label }) => ({ ...sort(text), label }))
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ likeliest, topic, label }) => ({ isRight: likeliest === label, isCounted: topic !== null }));
  return {
    examples: examples.length,
    right: rightOf(judged),
    rightOfSurest: rightOf(judged.slice(0, Math.floor(SUREST * judged.length))),
    rightOfCounted: rightOf(judged.filter(({ isCounted }) => isCounted)),
  };
};

const rightOf = (judged: { isRight: boolean }[]): Counts => ({
  part: judged.filter(({ isRight }) => isRight).length,
  whole: judged.length,
});
