import { keyOf, type Listed, type Seen, wordTable } from "./word-table.ts";

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

const setReader = (sets: Listed[][]): SetReader => {
  const { idsOf, count, seen, read } = wordTable(sets.flat());
  const listed = new Map(sets.flatMap((words) => words.map((one) => [keyOf(one), one])));
  const idsBy = new Map([...listed].map(([key, one]) => [key, idsOf(one)]));
  const ids = sets.map((words) => [...new Set(words.flatMap((one) => idsBy.get(keyOf(one)) ?? []))]);
  const { bits, width } = bitRows(count, ids);
  const has: SetReader["has"] = (set, word) =>
    (((bits[word * width + (set >> 5)] as number) >> (set & 31)) & 1) === 1;
  return { seen, read, has, wordsOf: (set) => ids[set] as number[], count };
};

/** A row of bits for each word, in it a bit for each of some sets that hold it. A sentence has few words: their rows stay near. */
export const bitRows = (count: number, sets: readonly (readonly number[])[]): { bits: Int32Array; width: number } => {
  const width = (sets.length + 31) >> 5;
  const bits = new Int32Array(width * count);
  for (const [set, words] of sets.entries())
    for (const word of words) {
      const at = word * width + (set >> 5);
      bits[at] = (bits[at] as number) | (1 << (set & 31));
    }
  return { bits, width };
};
