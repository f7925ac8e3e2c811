import { isLetter } from "./words.ts";

type Listed = { word: string; isPrefix: boolean };

export type WordTable = {
  /** The number of a listed word or beginning; each has one, two that look alike may share it. */
  idOf: (listed: Listed) => number;
  count: number;
  /** Calls `take` with the number of every listed word that stands in a part of a lower-case text, and of every listed
   * beginning of a word there. Makes no strings; apostrophes are left out ("don't" is dont). */
  eachIn: (text: string, from: number, to: number, take: (id: number) => void) => void;
};

/** FNV-1a, letter by letter: http://www.isthe.com/chongo/tech/comp/fnv/ */
const START = 0x811c9dc5 | 0;
const grown = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const APOSTROPHE = 39;

const hashOf = (word: string): number => {
  let hash = START;
  for (let i = 0; i < word.length; i++) hash = grown(hash, word.charCodeAt(i));
  return hash;
};

/** Listed words by their hash: what is only alike by hash is found too, so what is found must be looked at again. */
export const wordTable = (listed: readonly Listed[]): WordTable => {
  const whole = new Map<number, number>();
  const begun = new Map<number, number>();
  /** Whether a listed beginning is so long. */
  const ends: boolean[] = [];
  let count = 0;
  for (const { word, isPrefix } of listed) {
    const map = isPrefix ? begun : whole;
    const hash = hashOf(word);
    if (!map.has(hash)) map.set(hash, count++);
    if (isPrefix) ends[word.length] = true;
  }
  const idOf = ({ word, isPrefix }: Listed): number => (isPrefix ? begun : whole).get(hashOf(word)) ?? 0;
  const takeBeginning = (hash: number, length: number, take: (id: number) => void): void => {
    const id = ends[length] ? begun.get(hash) : undefined;
    if (id !== undefined) take(id);
  };
  /** Reads the word that begins here, if one does; where to go on. */
  const readWord = (text: string, from: number, to: number, take: (id: number) => void): number => {
    let hash = START;
    let length = 0;
    let i = from;
    for (; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code === APOSTROPHE) continue;
      if (!isLetter(code)) break;
      hash = grown(hash, code);
      length++;
      takeBeginning(hash, length, take);
    }
    const id = length > 0 ? whole.get(hash) : undefined;
    if (id !== undefined) take(id);
    return i + 1;
  };
  const eachIn: WordTable["eachIn"] = (text, from, to, take) => {
    let i = from;
    while (i < to) i = readWord(text, i, to, take);
  };
  return { idOf, count, eachIn };
};
