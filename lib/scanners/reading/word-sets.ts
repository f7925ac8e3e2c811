import { type Listed, type Seen, wordTable } from "./word-table.ts";

/** Sets of words, each kept once; `reader` reads texts for all that were named before it is called. */
export const wordSets = () => {
  const known = new Map<string, number>();
  const sets: Listed[][] = [];
  const setOf = (words: Listed[]): number => {
    const named = new Map(words.map((one) => [keyOf(one), one]));
    const key = [...named.keys()].sort().join(" ");
    const set = known.get(key) ?? sets.push([...named.values()]) - 1;
    known.set(key, set);
    return set;
  };
  return { setOf, reader: () => setReader(sets) };
};

export type Sets = Pick<ReturnType<typeof wordSets>, "setOf">;

export type SetReader = {
  seen: Seen;
  read: (text: string, from: number, to: number) => void;
  /** Whether a word is one of a set, both by their numbers. */
  has: (set: number, word: number) => boolean;
  /** The numbers of a set's words, and how many numbers there are. */
  wordsOf: (set: number) => number[];
  count: number;
};

const keyOf = ({ word, isPrefix }: Listed): string => (isPrefix ? `${word}*` : word);

const setReader = (sets: Listed[][]): SetReader => {
  const { idsOf, count, seen, read } = wordTable(sets.flat());
  const known = new Map(sets.flatMap((words) => words.map((one) => [keyOf(one), one])));
  const idsBy = new Map([...known].map(([key, one]) => [key, idsOf(one)]));
  const ids = sets.map((words) => [...new Set(words.flatMap((one) => idsBy.get(keyOf(one)) ?? []))]);
  // A bit for each word, a row of bits for each set.
  const width = (count + 31) >> 5;
  const bits = new Int32Array(width * sets.length);
  for (const [set, words] of ids.entries())
    for (const word of words) {
      const at = set * width + (word >> 5);
      bits[at] = (bits[at] as number) | (1 << (word & 31));
    }
  const has: SetReader["has"] = (set, word) =>
    (((bits[set * width + (word >> 5)] as number) >> (word & 31)) & 1) === 1;
  return { seen, read, has, count, wordsOf: (set) => ids[set] as number[] };
};
