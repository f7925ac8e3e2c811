import { type Answer, clusterOf, type Labelled } from "../labelled.ts";
import { readerFor } from "../lexicon/packs.ts";
import type { Turn } from "../scanner.ts";
import { signsOf, type Weighing } from "../sentiment/leaning.ts";
import { sentimentBy } from "../sentiment.ts";
import { readTurns } from "../turns.ts";
import { type Example, logistic } from "./fit.ts";

/** Our own sentences were partly written beside the phrases: they count for less than those of others. */
export const WEIGHT = { own: 0.3, real: 1.5 } as const;

/** As many of our own sentences count as dissatisfied, whatever they are: we write down what was missed, so that with each
 * round of them the weights would find more and be right less often. */
const OWN_SHARE = 0.41;

/** Our own sentences as lessons. */
export const ownLessonsOf = (texts: readonly Labelled[]): Lesson[] => {
  const lessons = lessonsOf(texts, WEIGHT.own);
  const so = lessons.filter(({ example }) => example.isSo).length;
  if (so === 0 || so === lessons.length) return lessons;
  const factor = {
    so: (OWN_SHARE * lessons.length) / so,
    not: ((1 - OWN_SHARE) * lessons.length) / (lessons.length - so),
  };
  return lessons.map((lesson) => ({
    ...lesson,
    example: { ...lesson.example, weight: WEIGHT.own * (lesson.example.isSo ? factor.so : factor.not) },
  }));
};

/** A labelled text read once, to be learnt from or to be judged. */
export type Lesson = { text: Labelled; turn: Turn; example: Example };

/** What is learnt of frustration from labelled texts; those that are not judged are left out. */
export const lessonsOf = (texts: readonly Labelled[], weight: number): Lesson[] => {
  const reader = readerFor("en");
  if (!reader) return [];
  return texts.flatMap((text): Lesson[] => {
    if (text.labels["frustration"] == null) return [];
    const said = { kind: "message", automated: false, isPublic: true, at: null, ai: null, role: "customer" } as const;
    const [turn] = readTurns([{ ...said, id: text.id, text: text.text }], reader);
    if (!turn) return [];
    const signs = signsOf(turn.reading.hits("sentiment"), turn.reading.own);
    return [{ text, turn, example: { signs, isSo: text.labels["frustration"] === 1, weight } }];
  });
};

/** The weights that lessons teach. */
export const weighingOf = (lessons: readonly Lesson[]): Weighing => logistic(lessons.map(({ example }) => example));

/** How the scanner answers with given weights, by the threshold at which its findings count. */
export const answerBy = (weighing: Weighing): ((lesson: Lesson) => Answer) => {
  const scanner = sentimentBy(weighing);
  return ({ text, turn, example: { isSo } }) => {
    const marks = scanner.inTurn?.(turn, () => []) ?? [];
    const isFound = marks.some(
      ({ label, confidence }) => label === "frustration" && confidence >= scanner.acceptedFrom,
    );
    return { text, cluster: clusterOf(text), isSo, isFound };
  };
};
