import { STOP_WORDS } from "./stop-words.ts";

/** Longer words are cut: what has no spaces for so long is no word. */
const LONGEST = 40;
const GRAM = 4;
/** Scripts that write words without spaces between them; there two signs are about a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** The words of a cleaned text in any script, apostrophes dropped ("don't" is dont). */
export const wordsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/<num>|[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).flatMap((word) => (UNSPACED.test(word) ? pairsOf(word) : [word.slice(0, LONGEST)]));

/** Words that say something of a topic. */
export const tellingWords = (text: string): string[] =>
  wordsOf(text).filter((word) => !STOP_WORDS.has(word) && word !== "<num>");

/** Kinds of terms: a word, a pair of neighbouring words, four signs of a word. */
export type TermKind = "word" | "pair" | "gram";

/** Calls `take` with each term of a cleaned text: telling words, pairs of those next to each other, and runs of four signs
 * of all words with their edges, through which endings and typing errors are forgiven. The first sign of a term tells its
 * kind apart. Linear. */
export const eachTerm = (text: string, take: (term: string, kind: TermKind) => void): void => {
  const words = wordsOf(text);
  let before: string | null = null;
  for (const word of words) {
    if (STOP_WORDS.has(word)) continue;
    take(`w${word}`, "word");
    if (before !== null) take(`p${before} ${word}`, "pair");
    before = word;
  }
  for (const word of words) {
    if (word === "<num>") continue;
    const edged = ` ${word} `;
    if (edged.length <= GRAM) take(`g${edged}`, "gram");
    else for (let i = 0; i + GRAM <= edged.length; i++) take(`g${edged.slice(i, i + GRAM)}`, "gram");
  }
};

/** The terms of a cleaned text, each once. */
export const termSet = (text: string): Set<string> => {
  const terms = new Set<string>();
  eachTerm(text, (term) => terms.add(term));
  return terms;
};

const pairsOf = (word: string): string[] => {
  const signs = [...word];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
};
