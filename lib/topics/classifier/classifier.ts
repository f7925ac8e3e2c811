import { randomOf } from "#lib/random.ts";
import type { Rows } from "../vectors/rows.ts";
import { type Vocabulary, vectorsOf, vocabularyOf } from "../vectors/vocabulary.ts";
import { chancesOf, fitSoftmax, type Weights } from "./softmax.ts";
import { type Judged, type Threshold, thresholdFor } from "./threshold.ts";

/** A cleaned text that a person sorted into a topic. */
export type Example = { text: string; topic: string };

/** Raised when equal examples would give another classifier. */
const CLASSIFIER_VERSION = 2;

/** A trained classifier as plain data, to be stored as JSON. */
export type Classifier = {
  version: number;
  seed: number;
  /** NO_TOPIC last, where strangers taught what is about none of them. */
  topics: string[];
  terms: string[];
  /** One a term. */
  termWeights: number[];
  /** That of term t and topic k at t × topics + k; intercepts last. */
  weights: number[];
  /** Null = no confidence keeps the stated precision: nothing is counted. */
  threshold: Threshold | null;
};

/** The class of what is about no topic. */
const NO_TOPIC = "";

export type Sorted = {
  /** The likeliest topic, though the message may be about none. */
  likeliest: string;
  /** Chance of the likeliest topic, 0 to 1. */
  confidence: number;
  /** The topic it is counted under; null = not sure enough. */
  topic: string | null;
};

export type Training = {
  seed: number;
  precision: number;
  /** Messages about none of the topics. */
  strange?: readonly string[];
};

/** So many strangers an example teach what a topic is not. */
const STRANGERS = 3;

/** More messages without a topic teach little more, and cost time. */
const MOST_UNSORTED = 8000;
const FOLDS = 3;
const PASSES = 15;
const PASSES_AFTER = 3;

/** Trains on confirmed examples and learns the words around them from messages nobody sorted: each is taken as its likeliest
 * topic, by the square of its chance (self-training; Yarowsky 1995, ACL:189). The threshold is set on examples that were
 * held out in three turns, and counts strangers taken for a topic as wrong. Null with fewer than two topics. Equal texts
 * and seed give equal classifiers. */
export const trainClassifier = (
  examples: readonly Example[],
  unsorted: readonly string[],
  { seed, precision, strange = [] }: Training,
): Classifier | null => {
  const named = [...new Set(examples.map(({ topic }) => topic))].sort();
  if (named.length < 2) return null;
  const strangers = someOf(strange, STRANGERS * examples.length, seed).map((text) => ({ text, topic: NO_TOPIC }));
  const taught = [...examples, ...strangers];
  const topics = strangers.length > 0 ? [...named, NO_TOPIC] : named;
  const texts = [...taught.map(({ text }) => text), ...someOf(unsorted, MOST_UNSORTED, seed)];
  const vocabulary = vocabularyOf(texts);
  const rows = vectorsOf(vocabulary, texts);
  const numbers = new Map(topics.map((topic, k) => [topic, k]));
  const given = Int32Array.from(taught, ({ topic }) => numbers.get(topic) ?? 0);
  const fitTo = (isTaught: (example: number) => boolean): Weights =>
    fitWithUnsorted(rows, given, topics.length, isTaught, seed);
  const fold = foldsOf(given, seed);
  const judged = Array.from({ length: FOLDS }, (_, held) =>
    judgedBy(
      fitTo((example) => fold[example] !== held),
      rows,
      given,
      (example) => fold[example] === held,
    ),
  )
    .flat()
    .filter(({ likeliest }) => topics[likeliest] !== NO_TOPIC);
  const weights = fitTo(() => true);
  return {
    version: CLASSIFIER_VERSION,
    seed,
    topics,
    terms: [...vocabulary.ids.keys()],
    termWeights: Array.from(vocabulary.weights, rounded),
    weights: Array.from(weights.values, rounded),
    threshold: thresholdFor(judged, precision),
  };
};

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

const someOf = (texts: readonly string[], most: number, seed: number): string[] => {
  const { unit } = randomOf(seed, "unsorted");
  const share = most / texts.length;
  return texts.filter(() => unit() < share);
};

const fitWithUnsorted = (
  rows: Rows,
  given: Int32Array,
  classes: number,
  isTaught: (example: number) => boolean,
  seed: number,
): Weights => {
  const classOf = new Int32Array(rows.count);
  const importance = new Float32Array(rows.count);
  classOf.set(given);
  for (const example of given.keys()) importance[example] = isTaught(example) ? 1 : 0;
  const first = fitSoftmax({ rows, classOf, importance, classes }, { seed, passes: PASSES });
  if (rows.count === given.length) return first;
  const chances = new Float64Array(classes);
  for (let row = given.length; row < rows.count; row++) {
    chancesOf(first, rows, row, chances);
    const likeliest = likeliestOf(chances);
    classOf[row] = likeliest;
    importance[row] = (chances[likeliest] ?? 0) ** 2;
  }
  return fitSoftmax({ rows, classOf, importance, classes }, { seed, passes: PASSES_AFTER });
};

/** Held-out examples are spread evenly over the topics. */
const foldsOf = (given: Int32Array, seed: number): Int32Array => {
  const { unit } = randomOf(seed, "folds");
  const order = [...given.keys()].map((example) => ({ example, draw: unit() })).sort((a, b) => a.draw - b.draw);
  const next = new Map<number, number>();
  const folds = new Int32Array(given.length);
  for (const { example } of order) {
    const topic = given[example] ?? 0;
    const place = next.get(topic) ?? topic % FOLDS;
    folds[example] = place % FOLDS;
    next.set(topic, place + 1);
  }
  return folds;
};

const judgedBy = (
  weights: Weights,
  rows: Rows,
  given: Int32Array,
  isHeld: (example: number) => boolean,
): (Judged & { likeliest: number })[] => {
  const chances = new Float64Array(weights.classes);
  return [...given.keys()].filter(isHeld).map((example) => {
    chancesOf(weights, rows, example, chances);
    const likeliest = likeliestOf(chances);
    return { likeliest, confidence: chances[likeliest] ?? 0, isRight: likeliest === given[example] };
  });
};

const likeliestOf = (chances: Float64Array): number => {
  let best = 0;
  for (let k = 1; k < chances.length; k++) if ((chances[k] as number) > (chances[best] as number)) best = k;
  return best;
};

/** Sorts cleaned texts by a trained classifier; a text without a known term is never sure. */
export const sorterOf = ({
  topics,
  terms,
  termWeights,
  weights,
  threshold,
}: Classifier): ((text: string) => Sorted) => {
  const vocabulary: Vocabulary = {
    ids: new Map(terms.map((term, id) => [term, id])),
    weights: Float32Array.from(termWeights),
  };
  const learnt: Weights = { classes: topics.length, values: Float32Array.from(weights) };
  const chances = new Float64Array(topics.length);
  return (text) => {
    const rows = vectorsOf(vocabulary, [text]);
    chancesOf(learnt, rows, 0, chances);
    const isNone = topics[likeliestOf(chances)] === NO_TOPIC;
    const likeliest = likeliestOf(isNone ? chances.subarray(0, -1) : chances);
    const [topic = "", confidence] = [topics[likeliest], chances[likeliest] ?? 0];
    const isSure = !isNone && rows.ids.length > 0 && threshold !== null && confidence >= threshold.least;
    return { likeliest: topic, confidence, topic: isSure ? topic : null };
  };
};
