import { keyOf, type Listed, type Seen, wordTable } from "./word-table.ts";

/** Sets of words, each with a number; `reader` reads texts for all that were named before it is called. */
export const wordSets = () => {
  const known = new Map<string, number>();
  const sets: Listed[][] = [];
  /** The number of the first of some sets, whose numbers follow each other and share all bits but the lowest five. What was
   * named before has the numbers that it had. */
  const rowOf = (some: Listed[][]): number => {
    const key = some.map((words) => words.map(keyOf).sort().join(" ")).join("|");
    const before = known.get(key);
    if (before !== undefined) return before;
    while ((sets.length & 31) + some.length > 32) sets.push([]);
    known.set(key, sets.length);
    return sets.push(...some) - some.length;
  };
  return { rowOf, setOf: (words: Listed[]): number => rowOf([words]), reader: () => setReader(sets) };
};

export type Sets = Pick<ReturnType<typeof wordSets>, "setOf" | "rowOf">;

export type SetReader = {
  seen: Seen;
  read: (text: string, from: number, to: number) => void;
  /** Whether a word is one of a set, both by their numbers. */
  has: (set: number, word: number) => boolean;
  /** The bits of a set and those after it, up to the next multiple of 32: whether a word is one of them. */
  bitsFrom: (set: number, word: number) => number;
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
  const has: SetReader["has"] = (set, word) => (((bits[word * width + (set >> 5)] as number) >> (set & 31)) & 1) === 1;
  const bitsFrom: SetReader["bitsFrom"] = (set, word) => (bits[word * width + (set >> 5)] as number) >>> (set & 31);
  return { seen, read, has, bitsFrom, wordsOf: (set) => ids[set] as number[], count };
};

/** A row of bits for each word, in it a bit for each of some sets that hold it. A sentence has few words: their rows stay near. */
const bitRows = (count: number, sets: readonly (readonly number[])[]): { bits: Int32Array; width: number } => {
  const width = (sets.length + 31) >> 5;
  const bits = new Int32Array(width * count);
  for (const [set, words] of sets.entries())
    for (const word of words) {
      const at = word * width + (set >> 5);
      bits[at] = (bits[at] as number) | (1 << (set & 31));
    }
  return { bits, width };
};
