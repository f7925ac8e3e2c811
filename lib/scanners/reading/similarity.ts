import { wordsOf } from "./words.ts";

/** So many different words at least, or sentences are alike by chance. */
const FEWEST_WORDS = 5;

/** How alike two sentences are, by their different words: shared ÷ all (Jaccard 1901), from 0 to 1; 0 where one of them
 * has fewer than five. */
export const likeness = (a: string, b: string): number => {
  const [some, others] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  if (some.size < FEWEST_WORDS || others.size < FEWEST_WORDS) return 0;
  const shared = some.intersection(others).size;
  return shared / (some.size + others.size - shared);
};
