import type { Phrase } from "../phrase.ts";
import { follower, NO } from "./follow.ts";
import { throughput } from "./frequency.ts";
import { canBeMissing, type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import type { Sentence } from "./sentences.ts";
import { beginningOf, firstsOf, stepWriter } from "./steps.ts";
import { type SetReader, wordSets } from "./word-sets.ts";
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

/** A pattern of a phrase; `unless` are numbers of patterns. */
type Entry = { scanner: string; phrase: Phrase; unless: number[] };

/** Which phrases a sentence of a lower-case text holds, in their order, each by the first of its patterns that stands there:
 * added to `hits`, which is returned. */
export type PhraseIndex = (text: string, sentence: Sentence, hits?: Hit[]) => Hit[];

/** The patterns of a language, found by the words they cannot do without. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const all = Object.values(phrases).flat();
  const own = all.flatMap(({ any }) => any);
  const never = [...new Set(all.flatMap(({ unless }) => unless ?? []))];
  const numbers = new Map(never.map((written, i) => [written, own.length + i]));
  const entries = Object.entries(phrases).flatMap(([scanner, some]) =>
    some.flatMap((phrase): Entry[] => {
      const unless = (phrase.unless ?? []).flatMap((written) => numbers.get(written) ?? []);
      return phrase.any.map(() => ({ scanner, phrase, unless }));
    }),
  );
  const { patterns, code, look } = readied([...own, ...never], lists);
  const { seen, read } = look;
  const { span, find, isBegun } = follower(code, look);
  const { candidates, isCandidate } = candidatesOf(patterns, look);
  // Of every sentence many patterns are asked: numbers side by side are nearer than those of objects.
  const steps = Int32Array.from(patterns, ({ step }) => step);
  const firsts = Int32Array.from(patterns, ({ first }) => first);
  const isThere = (id: number): boolean => {
    if (!seen.isOdd) return find(steps[id] as number, firsts[id] as number);
    const { first, regex } = patterns[id] as Ready;
    const match = isBegun(first) ? regex().exec(seen.text.slice(seen.from, seen.to)) : null;
    if (!match) return false;
    span.start = seen.from + match.index;
    span.end = span.start + match[0].length;
    return true;
  };
  const isThereToo = (id: number): boolean => isCandidate(id) && isThere(id);
  return (text, sentence, hits = []) => {
    read(text, sentence.start, sentence.start + sentence.text.length);
    let done: Phrase | null = null;
    for (const id of candidates()) {
      if (id >= entries.length) break;
      const { scanner, phrase, unless } = entries[id] as Entry;
      // A phrase counts once in a sentence; its patterns stand together.
      if (phrase === done || !isThere(id)) continue;
      done = phrase;
      const { start, end } = span;
      if (!unless.some(isThereToo)) hits.push({ scanner, phrase, start, end, sentence });
    }
    return hits;
  };
};

/** Patterns made ready, each at its place, and the reader of texts for them. */
const readied = (written: string[], lists: Lists) => {
  const sets = wordSets();
  const { stepsOf, code } = stepWriter(sets);
  const trees = written.map((pattern) => parsePattern(pattern, lists));
  // Named first, so that they lie together: of these every sentence is asked.
  const firsts = trees.map((tree) => {
    const words = firstsOf(tree);
    return words === null ? NO : sets.setOf(words);
  });
  const patterns = trees.map((tree, i): Ready => {
    let regex: RegExp | null = null;
    return {
      needs: needsOf(tree).map(sets.setOf),
      first: firsts[i] ?? NO,
      step: stepsOf(tree),
      regex: () => (regex ??= regexOf(tree)),
    };
  });
  return { patterns, code: code(), look: sets.reader() };
};

/** Which patterns can stand in what was read last: those of whose two rarest sets a word each is there. This is what every
 * sentence costs. */
const candidatesOf = (patterns: Ready[], { seen, wordsOf, count }: SetReader) => {
  const width = (patterns.length + 31) >> 5;
  const { starts, places, bits } = marksOf(patterns, wordsOf, width, count);
  // A bit for each pattern: whether a word of its rarest set is there, and behind those the same of the second.
  const there = new Int32Array(2 * width);
  const look = (): void => {
    there.fill(0);
    for (let place = 0; place < seen.count; place++) {
      const id = seen.ids[place] as number;
      const end = starts[id + 1] as number;
      for (let i = starts[id] as number; i < end; i++) {
        const at = places[i] as number;
        there[at] = (there[at] as number) | (bits[i] as number);
      }
    }
  };
  const bitsAt = (i: number): number => (there[i] as number) & (there[width + i] as number);
  const isCandidate = (id: number): boolean => ((bitsAt(id >> 5) >> (id & 31)) & 1) === 1;
  /** In their order. */
  const candidates = (): number[] => {
    look();
    const found: number[] = [];
    for (let i = 0; i < width; i++)
      for (let left = bitsAt(i); left !== 0; left &= left - 1) found.push(32 * i + 31 - Math.clz32(left & -left));
    return found;
  };
  return { candidates, isCandidate };
};

/** For each word the bits of patterns that it speaks for, without those that are nought: most words speak for few. */
const marksOf = (patterns: Ready[], wordsOf: SetReader["wordsOf"], width: number, count: number) => {
  const marks = Array.from({ length: count }, () => new Map<number, number>());
  for (const [id, { needs }] of patterns.entries())
    for (const i of [0, 1])
      for (const word of wordsOf(needs[i] ?? needs[0] ?? NO)) {
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
