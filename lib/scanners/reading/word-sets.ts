import { type Listed, wordTable } from "./word-table.ts";

/** Sets of words, each kept once; `reader` reads texts for all that were named before it is called. */
export const wordSets = () => {
  const known = new Map<string, number>();
  const sets: Listed[][] = [];
  const setOf = (words: Listed[]): number => {
    const named = new Map(words.map((one) => [`${one.word}${one.isPrefix ? "*" : ""}`, one]));
    const key = [...named.keys()].sort().join(" ");
    const set = known.get(key) ?? sets.push([...named.values()]) - 1;
    known.set(key, set);
    return set;
  };
  return { setOf, reader: () => setReader(sets) };
};

/** Sets of so many words are asked whether they hold what a text says, and not the other way round. */
const LARGE = 8;

/** Rows of numbers one behind the other; row i goes from starts[i] to starts[i + 1]. Near in memory: every sentence walks
 * over many. */
export type Rows = { starts: Int32Array; all: Int32Array };

export const rowsOf = (rows: readonly (readonly number[])[]): Rows => {
  const starts = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = (starts[i] as number) + row.length;
  return { starts, all: Int32Array.from(rows.flat()) };
};

const setReader = (sets: Listed[][]) => {
  const { idOf, count, read: readWords } = wordTable(sets.flat());
  const ids = sets.map((words) => [...new Set(words.map(idOf))]);
  const { starts, all } = rowsOf(ids.map((words) => (words.length < LARGE ? words : [])));
  // A bit for each word, a row of bits for each set.
  const width = (count + 31) >> 5;
  const bits = new Int32Array(width * sets.length);
  for (const [set, words] of ids.entries())
    for (const word of words)
      bits[set * width + (word >> 5)] = (bits[set * width + (word >> 5)] as number) | (1 << (word & 31));
  const seen = readWords("", 0, 0);
  const masks = new Int32Array(sets.length);
  // Stamped with the number of the look instead of being emptied before each.
  const lookedAt = new Int32Array(sets.length);
  let looks = 0;
  const countMask = (set: number): number => {
    const from = starts[set] as number;
    const to = starts[set + 1] as number;
    let mask = 0;
    for (let i = from; i < to; i++) mask |= seen.places[all[i] as number] as number;
    return from === to ? countLarge(set * width) : mask;
  };
  const countLarge = (row: number): number => {
    let mask = 0;
    for (let i = 0; i < seen.found; i++) {
      const id = seen.ids[i] as number;
      if ((((bits[row + (id >> 5)] as number) >> (id & 31)) & 1) === 1) mask |= seen.places[id] as number;
    }
    return mask;
  };
  /** Where in what was read last one of a set's words stands. */
  const maskOf = (set: number): number => {
    if (lookedAt[set] !== looks) {
      lookedAt[set] = looks;
      masks[set] = countMask(set);
    }
    return masks[set] as number;
  };
  const read = (text: string, from: number, to: number): void => {
    looks = (looks + 1) | 0;
    readWords(text, from, to);
  };
  const wordsOf = (set: number): number[] => ids[set] as number[];
  return { seen, maskOf, read, count, wordsOf };
};
