import type { Hit } from "../reading/phrase-index.ts";
import { wordsOf } from "../reading/words.ts";
import { facesOf } from "./faces.ts";

/** What each sign adds to the logarithm of the odds, and where the sum begins. */
export type Weighing = { bias: number; weights: Record<string, number> };

/** What weak signs say together. */
export type Leaning = {
  /** Logarithm of the odds that the writer is dissatisfied, as far as weak signs can tell. */
  logOdds: number;
  /** Those that speak for it, strongest first, each cue once. */
  hits: Hit[];
};

/** Weak signs of dissatisfaction, each with its weight in the logarithm of the odds (logistic regression; Hosmer, Lemeshow
 * and Sturdivant 2013, chapter 1). The weights are data (`weights.ts`), made by `testing/fit-leaning.ts`. */
export const leaningOf = (hits: readonly Hit[], own: string, { bias, weights }: Weighing): Leaning => {
  const weightOf = (sign: string): number => weights[sign] ?? 0;
  const signs = signsOf(hits, own);
  const logOdds = Object.entries(signs).reduce((sum, [sign, size]) => sum + weightOf(sign) * size, bias);
  const first = new Map(hits.filter(isCue).map((hit) => [hit.phrase.rule, hit]));
  const speaking = [...first.values()].filter(({ phrase }) => weightOf(phrase.rule) > 0);
  return { logOdds, hits: speaking.sort((a, b) => weightOf(b.phrase.rule) - weightOf(a.phrase.rule)) };
};

/** How much there is of each sign in a text. */
export const signsOf = (hits: readonly Hit[], own: string): Record<string, number> => {
  const signs: Record<string, number> = {};
  for (const { phrase } of hits.filter(isCue)) signs[phrase.rule] = signs[phrase.rule] === undefined ? 1 : TWICE;
  const words = wordsOf(own).length;
  const { angry, sad } = facesOf(own);
  if (angry || sad) signs.face = 1;
  if (own.includes("?")) signs.question = 1;
  if (words <= 3) signs.few_words = 1;
  if (words <= 7) signs.one_phrase = 1;
  signs.length = Math.log1p(words) / 3;
  return signs;
};

/** A cue in two sentences or more says more than once, and not twice as much. */
const TWICE = 1.5;

const isCue = ({ phrase }: Hit): boolean => phrase.label === "cue";
