import { isLetter } from "./words.ts";

export type Listed = { word: string; isPrefix: boolean };

export const keyOf = ({ word, isPrefix }: Listed): string => (isPrefix ? `${word}*` : word);

/** What stands in a part of a text, by place: place 0 is the first word. Filled anew by the next reading. */
export type Seen = {
  text: string;
  from: number;
  to: number;
  count: number;
  /** The number of the listed word that stands there, else of the longest listed beginning; 0 = neither, and after the last. */
  ids: number[];
  begins: number[];
  ends: number[];
  /** Whether a pattern can go on here from the word before: what parts the two is short and ends no sentence. */
  joins: boolean[];
  /** True = what a pattern reads is not told by words alone: there is an ampersand, an apostrophe at the edge of a word, or a
   * very long word. Every listed word is seen all the same. */
  isOdd: boolean;
};

export type WordTable = {
  /** Whatever numbers the words can have that are listed so. */
  idsOf: (listed: Listed) => number[];
  count: number;
  seen: Seen;
  /** Looks at each letter of a part of a lower-case text once and makes no strings. */
  read: (text: string, from: number, to: number) => void;
};

/** So many signs may follow a listed beginning. */
const MOST_FURTHER = 14;
/** A longer word can have too many of them. */
const LONGEST = MOST_FURTHER + 1;
/** What parts two words of a pattern is no longer than this. */
const MOST_BETWEEN = 6;

/** What a sign is; from LETTER on letters, each that is listed with a number of its own. */
const [BETWEEN, STOP, AMPERSAND, APOSTROPHE, LETTER] = [0, 1, 2, 3, 4] as const;

/** Listed words as a trie, letter by letter. */
export const wordTable = (listed: readonly Listed[]): WordTable => {
  const { signs, width } = alphabetOf(listed);
  const { next, whole, begun, idsOf, count } = trieOf(listed, signs, width);
  const seen: Seen = {
    ...{ text: "", from: 0, to: 0, count: 0, isOdd: false },
    ...{ ids: [], begins: [], ends: [], joins: [] },
  };
  const signAt = (text: string, at: number): number => {
    const code = text.charCodeAt(at);
    return code < signs.length ? (signs[code] as number) : BETWEEN;
  };
  /** Reads the word that begins here; where it ends. An apostrophe between letters is part of it. */
  const readWord = (text: string, from: number, to: number): number => {
    let node = ROOT;
    let known = ROOT;
    let i = from;
    for (; i < to; i++) {
      const sign = signAt(text, i);
      if (sign < LETTER && (sign !== APOSTROPHE || i + 1 === to || signAt(text, i + 1) < LETTER)) break;
      node = next[node * width + sign] as number;
      if (node !== NOWHERE) known = node;
    }
    if (i - from > LONGEST) seen.isOdd = true;
    seen.ids[seen.count] = (whole[node] as number) || (begun[known] as number);
    seen.begins[seen.count] = from;
    seen.ends[seen.count] = i;
    return i;
  };
  const read: WordTable["read"] = (text, from, to) => {
    Object.assign(seen, { text, from, to, count: 0, isOdd: false });
    let end = from;
    let isStopped = true;
    for (let i = from; i < to; ) {
      const sign = signAt(text, i);
      if (sign >= LETTER) {
        seen.joins[seen.count] = !isStopped && i - end <= MOST_BETWEEN;
        i = end = readWord(text, i, to);
        seen.count++;
        isStopped = false;
        continue;
      }
      if (sign === STOP) isStopped = true;
      else if (sign !== BETWEEN) seen.isOdd = true;
      i++;
    }
    seen.ids[seen.count] = 0;
    seen.joins[seen.count] = false;
  };
  return { idsOf, count, seen, read };
};

/** By code of a sign what it is, and how many there are. */
const alphabetOf = (listed: readonly Listed[]): { signs: Uint8Array; width: number } => {
  const letters = [...new Set(listed.flatMap(({ word }) => [...word]))].filter((letter) => letter !== "'").sort();
  // Letters that are nowhere listed share the number after the last.
  const other = LETTER + letters.length;
  const signs = Uint8Array.from({ length: 0x250 }, (_, code) => (isLetter(code) ? other : BETWEEN));
  for (const [i, letter] of letters.entries()) signs[letter.charCodeAt(0)] = LETTER + i;
  for (const stop of ".!?\n") signs[stop.charCodeAt(0)] = STOP;
  signs["&".charCodeAt(0)] = AMPERSAND;
  signs["'".charCodeAt(0)] = APOSTROPHE;
  return { signs, width: other + 1 };
};

/** What leads nowhere, from where nothing leads on. */
const NOWHERE = 0;
const ROOT = 1;

/** The nodes of a trie: by node and sign the next node, by node the number of the listed word that ends there and of the
 * longest listed beginning of all that goes through it. Numbers begin with 1. */
const trieOf = (listed: readonly Listed[], signs: Uint8Array, width: number) => {
  const next: number[] = new Array(2 * width).fill(NOWHERE);
  const whole = [0, 0];
  const begun = [0, 0];
  const nodeAfter = (node: number, code: number): number => {
    const at = node * width + (signs[code] as number);
    if (next[at] === NOWHERE) {
      next[at] = whole.push(0) - 1;
      begun.push(begun[node] as number);
      for (let i = 0; i < width; i++) next.push(NOWHERE);
    }
    return next[at] as number;
  };
  // Beginnings first and short ones before long ones: a new node has the beginning of the one before it.
  const inOrder = [...new Map(listed.map((one) => [keyOf(one), one])).values()].sort(
    (a, b) => Number(b.isPrefix) - Number(a.isPrefix) || a.word.length - b.word.length,
  );
  for (const [i, { word, isPrefix }] of inOrder.entries()) {
    let node = ROOT;
    for (let k = 0; k < word.length; k++) node = nodeAfter(node, word.charCodeAt(k));
    (isPrefix ? begun : whole)[node] = i + 1;
  }
  const numbers = new Map(inOrder.map((one, i) => [keyOf(one), i + 1]));
  const idsOf = (one: Listed): number[] => [
    numbers.get(keyOf(one)) ?? 0,
    ...(one.isPrefix ? inOrder.flatMap((other, i) => (isBegunBy(one, other) ? [i + 1] : [])) : []),
  ];
  return {
    next: narrow(next),
    whole: narrow(whole),
    begun: narrow(begun),
    idsOf,
    count: inOrder.length + 1,
  };
};

/** In as few bytes as they fit into, so that more of them stay near. */
const narrow = (numbers: readonly number[]): Uint16Array | Int32Array =>
  numbers.some((number) => number > 0xffff) ? Int32Array.from(numbers) : Uint16Array.from(numbers);

const isBegunBy = ({ word }: Listed, other: Listed): boolean =>
  other.word.startsWith(word) && (other.isPrefix || other.word.length <= word.length + MOST_FURTHER);
