import type { Phrase } from "../phrase.ts";
import { throughput } from "./frequency.ts";
import { canBeMissing, type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import type { Sentence } from "./sentences.ts";
import { beginningOf, firstsOf, follower, NO, stepWriter } from "./steps.ts";
import { type SetReader, type Sets, wordSets } from "./word-sets.ts";
import type { Listed } from "./word-table.ts";

/** A phrase of a scanner that a sentence holds. Offsets are of the text. */
export type Hit = { scanner: string; phrase: Phrase; start: number; end: number; sentence: Sentence };

/** A pattern made ready. */
type Ready = {
  /** Sets of words of each of which a text must hold one, the rarest first. */
  needs: number[];
  /** The set that it begins with; NO = any word. */
  first: number;
  /** Where its steps begin. */
  step: number;
  /** For what its steps cannot tell. */
  regex: () => RegExp;
};

/** A pattern of a phrase. */
type Entry = { scanner: string; phrase: Phrase; pattern: Ready; unless: Ready[] };

/** Which phrases a sentence of a lower-case text holds, in their order: each by the first of its patterns that stands there. */
export type PhraseIndex = (text: string, sentence: Sentence) => Hit[];

/** The patterns of a language, found by the words they cannot do without. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const sets = wordSets();
  const steps = stepWriter(sets);
  const ready = readied(Object.values(phrases).flat(), lists, sets, steps.stepsOf);
  const entries = Object.entries(phrases).flatMap(([scanner, own]) =>
    own.flatMap((phrase): Entry[] => {
      const unless = ready(phrase.unless ?? []);
      return ready(phrase.any).map((pattern) => ({ scanner, phrase, pattern, unless }));
    }),
  );
  const look = sets.reader();
  const { seen, read } = look;
  const { span, find, canBegin } = follower(steps.code(), look);
  const candidates = candidatesOf(entries, look);
  const isThere = ({ step, first, regex }: Ready): boolean => {
    if (!seen.isOdd) return find(step, first);
    if (!canBegin(first)) return false;
    const match = regex().exec(seen.text.slice(seen.from, seen.to));
    if (!match) return false;
    span.start = seen.from + match.index;
    span.end = span.start + match[0].length;
    return true;
  };
  return (text, sentence) => {
    read(text, sentence.start, sentence.start + sentence.text.length);
    const hits: Hit[] = [];
    let done: Phrase | null = null;
    for (const id of candidates()) {
      const { scanner, phrase, pattern, unless } = entries[id] as Entry;
      // A phrase counts once in a sentence; its patterns stand together.
      if (phrase === done || !isThere(pattern)) continue;
      done = phrase;
      const { start, end } = span;
      if (!unless.some(isThere)) hits.push({ scanner, phrase, start, end, sentence });
    }
    return hits;
  };
};

/** Makes each pattern ready once: many phrases share what they are not to be. */
const readied = (phrases: Phrase[], lists: Lists, sets: Sets, stepsOf: (tree: Node[]) => number) => {
  const written = new Set(phrases.flatMap(({ any, unless }) => [...any, ...(unless ?? [])]));
  const trees = [...written].map((pattern) => parsePattern(pattern, lists));
  // Named first, so that they lie together: of these every sentence is asked.
  const firsts = trees.map((tree) => {
    const words = firstsOf(tree);
    return words === null ? NO : sets.setOf(words);
  });
  const all = trees.map((tree, i): Ready => {
    let regex: RegExp | null = null;
    return {
      needs: needsOf(tree).map(sets.setOf),
      first: firsts[i] ?? NO,
      step: stepsOf(tree),
      regex: () => (regex ??= regexOf(tree)),
    };
  });
  const places = new Map([...written].map((pattern, i) => [pattern, all[i] as Ready]));
  return (patterns: string[]): Ready[] => patterns.map((pattern) => places.get(pattern) as Ready);
};

/** Which patterns can stand in what was read last, in their order: those of whose two rarest sets a word each is there. This
 * is what every sentence costs. */
const candidatesOf = (entries: Entry[], { seen, wordsOf, count }: SetReader): (() => number[]) => {
  const width = (entries.length + 31) >> 5;
  const { starts, places, bits } = marksOf(entries, wordsOf, width, count);
  // A bit for each pattern: whether a word of its rarest set is there, and behind those the same of the second.
  const there = new Int32Array(2 * width);
  return () => {
    there.fill(0);
    for (let place = 0; place < seen.count; place++) {
      const id = seen.ids[place] as number;
      const end = starts[id + 1] as number;
      for (let i = starts[id] as number; i < end; i++) {
        const at = places[i] as number;
        there[at] = (there[at] as number) | (bits[i] as number);
      }
    }
    const found: number[] = [];
    for (let i = 0; i < width; i++)
      for (let left = (there[i] as number) & (there[width + i] as number); left !== 0; left &= left - 1)
        found.push(32 * i + 31 - Math.clz32(left & -left));
    return found;
  };
};

/** For each word the bits of patterns that it speaks for, without those that are nought: most words speak for few. */
const marksOf = (entries: Entry[], wordsOf: SetReader["wordsOf"], width: number, count: number) => {
  const marks = Array.from({ length: count }, () => new Map<number, number>());
  for (const [id, { pattern }] of entries.entries())
    for (const i of [0, 1])
      for (const word of wordsOf(pattern.needs[i] ?? pattern.needs[0] ?? NO)) {
        const at = i * width + (id >> 5);
        marks[word]?.set(at, (marks[word]?.get(at) ?? 0) | (1 << (id & 31)));
      }
  const starts = new Int32Array(count + 1);
  for (const [word, some] of marks.entries()) starts[word + 1] = (starts[word] as number) + some.size;
  const places = Uint16Array.from(marks.flatMap((some) => [...some.keys()]));
  const bits = Int32Array.from(marks.flatMap((some) => [...some.values()]));
  return { starts, places, bits };
};

/** Words of which a text must hold one at least to hold the pattern: of all such sets the one that lets least through. */
export const neededBy = (nodes: Node[]): Listed[] => needsOf(nodes)[0] ?? [];

/** All such sets of the pattern's outer sequence, the one that lets least through first. */
const needsOf = (nodes: Node[]): Listed[][] => {
  const sets = setsOf(nodes);
  if (sets.length === 0) throw new Error("A pattern needs a word of its own beside numbers and gaps.");
  return sets;
};

const setsOf = (nodes: Node[]): Listed[][] =>
  nodes
    .flatMap((node): Listed[][] => {
      if (canBeMissing(node)) return [];
      if (node.is === "word") return [beginningOf(node.word, node.isPrefix)];
      if (node.is !== "choice") return [];
      // One of a choice can be a number or a gap alone: then nothing is sure.
      const each = node.of.map((of) => setsOf(of)[0]);
      return each.includes(undefined) ? [] : [each.flatMap((set) => set ?? [])];
    })
    .sort((a, b) => throughput(a) - throughput(b));
