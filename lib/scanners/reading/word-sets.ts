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
const LARGE = 12;

const setReader = (sets: Listed[][]) => {
  const { idOf, count, read: readWords } = wordTable(sets.flat());
  const ids = sets.map((words) => Int32Array.from(new Set(words.map(idOf))));
  const holds = ids.map((words) => {
    const held = new Uint8Array(words.length < LARGE ? 0 : count);
    if (held.length > 0) for (const word of words) held[word] = 1;
    return held;
  });
  const seen = readWords("", 0, 0);
  const masks = new Int32Array(sets.length);
  // Stamped with the number of the look instead of being emptied before each.
  const lookedAt = new Float64Array(sets.length);
  let looks = 0;
  const countMask = (set: number): number => {
    const words = ids[set] as Int32Array;
    const held = holds[set] as Uint8Array;
    let mask = 0;
    if (held.length === 0) for (let i = 0; i < words.length; i++) mask |= seen.places[words[i] as number] as number;
    else
      for (let i = 0; i < seen.found; i++) {
        const id = seen.ids[i] as number;
        if (held[id] === 1) mask |= seen.places[id] as number;
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
    looks++;
    readWords(text, from, to);
  };
  const wordsOf = (set: number): Int32Array => ids[set] as Int32Array;
  return { seen, maskOf, read, count, wordsOf };
};
