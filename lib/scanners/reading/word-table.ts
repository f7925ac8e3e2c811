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
  /** By place: where in the text its word begins. */
  begins: Int32Array;
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

const hashOf = (word: string): number => {
  let hash = START;
  for (let i = 0; i < word.length; i++) hash = grown(hash, word.charCodeAt(i));
  return hash;
};

/** What a sign can be, as bits; one beyond the table is nothing of it. */
const LETTER = 1;
const DIGIT = 2;
/** a–z and digits. */
const PLAIN = 4;
const APOSTROPHE = 8;
const AMPERSAND = 16;

const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => {
  if (code === 39) return APOSTROPHE;
  if (code === 38) return AMPERSAND;
  if (!isLetter(code)) return 0;
  const isDigit = code >= 48 && code <= 57;
  return LETTER | (isDigit ? DIGIT : 0) | (isDigit || (code >= 97 && code <= 122) ? PLAIN : 0);
});

const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < KINDS.length ? (KINDS[code] as number) : 0;
};

/** One apostrophe is left out of its word, a second ends it. */
const isLeftOut = (text: string, at: number, kind: number): boolean =>
  kind === APOSTROPHE && kindAt(text, at - 1) !== APOSTROPHE;

/** Whether a word that ends here goes on as another, by an ampersand or a second apostrophe. */
const isJoinedAt = (text: string, at: number): boolean => {
  const kind = kindAt(text, at);
  return kind === APOSTROPHE || (kind === AMPERSAND && (kindAt(text, at + 1) & LETTER) !== 0);
};

/** Listed words by their hash: what is only alike by hash is found too, so what is found must be looked at again. */
export const wordTable = (listed: readonly Listed[]): WordTable => {
  const { whole, begun, slotOf, take } = slotsFor(new Set(listed.map(({ word }) => word)).size);
  /** Whether a listed beginning is so long. */
  const ends = new Uint8Array(1 + Math.max(0, ...listed.map(({ word }) => word.length)));
  let count = 0;
  for (const { word, isPrefix } of listed) {
    const ids = isPrefix ? begun : whole;
    const slot = take(hashOf(word));
    if (ids[slot] === NOBODY) ids[slot] = count++;
    if (isPrefix) ends[word.length] = 1;
  }
  const { seen, forget, mark, close } = seenOf(count);
  /** Reads the word that begins here; where it ends. */
  const readWord = (text: string, from: number, to: number): number => {
    let hash = START;
    let length = 0;
    let every = DIGIT;
    let some = 0;
    let i = from;
    for (; i < to; i++) {
      const kind = kindAt(text, i);
      if ((kind & LETTER) === 0) {
        if (isLeftOut(text, i, kind)) continue;
        break;
      }
      hash = grown(hash, text.charCodeAt(i));
      every &= kind;
      some |= kind;
      if (ends[++length] === 1) mark(begun[slotOf(hash)] as number);
    }
    if (length === 0) return i;
    mark(whole[slotOf(hash)] as number);
    close(from, every === DIGIT, (some & PLAIN) !== 0, isJoinedAt(text, i));
    return i;
  };
  const read: WordTable["read"] = (text, from, to) => {
    forget();
    for (let i = from; i < to; i++) if ((kindAt(text, i) & (LETTER | APOSTROPHE)) !== 0) i = readWord(text, i, to);
    return seen;
  };
  const idOf = ({ word, isPrefix }: Listed): number => (isPrefix ? begun : whole)[slotOf(hashOf(word))] as number;
  return { idOf, count, read };
};

/** What was seen, to be filled word by word. */
const seenOf = (count: number) => {
  const seen: Seen = {
    ...{ ids: new Int32Array(count), found: 0, places: new Int32Array(count) },
    begins: new Int32Array(MOST_PLACES + 1),
    ...{ numbers: 0, starts: -1, ends: -1, isPlaced: true },
  };
  const { ids, places, begins } = seen;
  let words = 0;
  const forget = (): void => {
    for (let i = 0; i < seen.found; i++) places[ids[i] as number] = 0;
    seen.found = seen.numbers = words = 0;
    seen.starts = seen.ends = -1;
    seen.isPlaced = true;
  };
  /** A listed word stands at the place that is read now. */
  const mark = (id: number): void => {
    if (id === NOBODY) return;
    if (places[id] === 0) ids[seen.found++] = id;
    places[id] = (places[id] as number) | (1 << Math.min(words, MOST_PLACES));
  };
  /** The word at that place was this. */
  const close = (from: number, isNumber: boolean, isPlain: boolean, isJoined: boolean): void => {
    begins[Math.min(words, MOST_PLACES)] = from;
    const bit = 1 << Math.min(words++, MOST_PLACES);
    if (isNumber) seen.numbers |= bit;
    if (isJoined || words > MOST_PLACES) seen.isPlaced = false;
    if (!isPlain) return;
    if (seen.starts === -1) seen.starts = bit | (bit - 1);
    seen.ends = -1 << words;
  };
  return { seen, forget, mark, close };
};

const NOBODY = -1;

/** A hash table with open addressing, at most half full: who is at a slot as a whole word, who as a beginning. */
const slotsFor = (size: number) => {
  const length = 1 << Math.ceil(Math.log2(2 * size + 2));
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
