import { isLetter } from "./words.ts";

export type Listed = { word: string; isPrefix: boolean };

/** More words of a part have no bit of their own; 31 bits, so that the place after the last has one too. */
export const MOST_PLACES = 30;

/** What stands in a part of a text. Places are bits: bit 0 is the first word. Filled anew by the next reading. */
export type Seen = {
  /** The numbers of the listed words that stand there, each once; the first `found` of the array. */
  ids: Int32Array;
  found: number;
  /** By the number of a listed word: where it stands. */
  places: Int32Array;
  /** Where numbers in digits stand. */
  numbers: number;
  /** The places with no a–z and no digit before them, and the places from which on there is none. */
  starts: number;
  ends: number;
  /** False = there are too many words, or some that are joined by more than an apostrophe: listed words are found, and where
   * they stand is not known. */
  isPlaced: boolean;
};

export type WordTable = {
  /** The number of a listed word or beginning; each has one, two that look alike may share it. */
  idOf: (listed: Listed) => number;
  count: number;
  /** Every listed word of a part of a lower-case text and every listed beginning of a word there. Makes no strings;
   * apostrophes are left out ("don't" is dont). */
  read: (text: string, from: number, to: number) => Seen;
};

/** FNV-1a, letter by letter: http://www.isthe.com/chongo/tech/comp/fnv/ */
const START = 0x811c9dc5 | 0;
const grown = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const APOSTROPHE = 39;
const AMPERSAND = 38;

const hashOf = (word: string): number => {
  let hash = START;
  for (let i = 0; i < word.length; i++) hash = grown(hash, word.charCodeAt(i));
  return hash;
};

/** Listed words by their hash: what is only alike by hash is found too, so what is found must be looked at again. */
export const wordTable = (listed: readonly Listed[]): WordTable => {
  const slots = slotsFor(listed.length);
  const { whole, begun, slotOf, take } = slots;
  /** Whether a listed beginning is so long. */
  const ends = new Uint8Array(1 + Math.max(0, ...listed.map(({ word }) => word.length)));
  let count = 0;
  for (const { word, isPrefix } of listed) {
    const ids = isPrefix ? begun : whole;
    const slot = take(hashOf(word));
    if (ids[slot] === NOBODY) ids[slot] = count++;
    if (isPrefix) ends[word.length] = 1;
  }
  const idOf = ({ word, isPrefix }: Listed): number => (isPrefix ? begun : whole)[slotOf(hashOf(word))] as number;

  const seen: Seen = {
    ...{ ids: new Int32Array(count), found: 0, places: new Int32Array(count) },
    ...{ numbers: 0, starts: 0, ends: 0, isPlaced: true },
  };
  const { ids, places } = seen;
  let words = 0;
  const mark = (id: number): void => {
    if (id === NOBODY) return;
    if (places[id] === 0) ids[seen.found++] = id;
    places[id] = (places[id] as number) | (1 << Math.min(words, MOST_PLACES));
  };
  /** Reads the word that begins here; where it ends. */
  const readWord = (text: string, from: number, to: number): number => {
    let hash = START;
    let length = 0;
    let digits = 0;
    let plain = 0;
    let i = from;
    for (; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code === APOSTROPHE) {
        if (text.charCodeAt(i - 1) !== APOSTROPHE) continue;
        if (length > 0) seen.isPlaced = false;
        break;
      }
      if (!isLetter(code)) break;
      hash = grown(hash, code);
      length++;
      if (code < 58) digits++;
      if (code < 123 && code !== 95) plain++;
      if (ends[length] === 1) mark(begun[slotOf(hash)] as number);
    }
    if (length === 0) return i;
    mark(whole[slotOf(hash)] as number);
    close(digits === length, plain > 0);
    return i;
  };
  const close = (isNumber: boolean, isPlain: boolean): void => {
    const bit = 1 << Math.min(words++, MOST_PLACES);
    if (isNumber) seen.numbers |= bit;
    if (!isPlain) return;
    // Until now the last place was an end.
    if (seen.starts === 0) seen.starts = bit | (bit - 1);
    seen.ends = -1 << words;
  };
  const read: WordTable["read"] = (text, from, to) => {
    for (let i = 0; i < seen.found; i++) places[ids[i] as number] = 0;
    seen.found = seen.numbers = seen.starts = words = 0;
    seen.ends = -1;
    seen.isPlaced = true;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      if (isLetter(code) || code === APOSTROPHE) i = readWord(text, i, to);
      else continue;
      if (text.charCodeAt(i) === AMPERSAND && isLetter(text.charCodeAt(i + 1))) seen.isPlaced = false;
    }
    if (seen.starts === 0) seen.starts = -1;
    if (words > MOST_PLACES) seen.isPlaced = false;
    return seen;
  };
  return { idOf, count, read };
};

const NOBODY = -1;

/** A hash table with open addressing: who is at a slot as a whole word, who as a beginning. */
const slotsFor = (size: number) => {
  const length = 1 << Math.ceil(Math.log2(4 * size + 4));
  const keys = new Int32Array(length);
  const isTaken = new Uint8Array(length);
  const whole = new Int32Array(length).fill(NOBODY);
  const begun = new Int32Array(length).fill(NOBODY);
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (length - 1);
    while (isTaken[slot] === 1 && keys[slot] !== hash) slot = (slot + 1) & (length - 1);
    return slot;
  };
  const take = (hash: number): number => {
    const slot = slotOf(hash);
    isTaken[slot] = 1;
    keys[slot] = hash;
    return slot;
  };
  return { whole, begun, slotOf, take };
};
