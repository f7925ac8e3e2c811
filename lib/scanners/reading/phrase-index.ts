import type { Phrase } from "../phrase.ts";
import { throughput } from "./frequency.ts";
import { canBeMissing, type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import { firstsOf, follower, listedAs, NO, type Step, stepsOf } from "./steps.ts";
import { type SetReader, type Sets, wordSets } from "./word-sets.ts";
import type { Listed } from "./word-table.ts";

/** A phrase of a scanner that a sentence holds. Offsets are of the text. */
export type Found = { scanner: string; phrase: Phrase; start: number; end: number };

/** A pattern made ready. */
type Ready = {
  /** Sets of words of each of which a text must hold one, the rarest first. */
  needs: number[];
  /** The set that it begins with; NO = any word. */
  first: number;
  steps: Step;
  /** For what its steps cannot tell. */
  regex: () => RegExp;
};

type Entry = { scanner: string; phrase: Phrase; pattern: Ready; unless: Ready[] };

/** Which phrases a part of a text holds, in their order: each by the first of its patterns that stands there. The text is
 * lower case. */
export type PhraseIndex = (text: string, from?: number, to?: number) => Found[];

/** The patterns of a language, found by the words they cannot do without. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const sets = wordSets();
  const ready = readierOf(lists, sets);
  const entries = Object.entries(phrases).flatMap(([scanner, own]) =>
    own.flatMap((phrase): Entry[] => {
      const unless = (phrase.unless ?? []).map(ready);
      return phrase.any.map((written) => ({ scanner, phrase, pattern: ready(written), unless }));
    }),
  );
  const look = sets.reader();
  const { seen } = look;
  const { idsIn, holds } = lookupOf(entries, look);
  const { span, find } = follower(look);
  const isThere = (pattern: Ready): boolean => {
    if (!seen.isOdd) return find(pattern.steps, pattern.first);
    const match = pattern.regex().exec(seen.text.slice(seen.from, seen.to));
    if (match) span.start = seen.from + match.index;
    if (match) span.end = span.start + match[0].length;
    return match !== null;
  };
  return (text, from = 0, to = text.length) => {
    const found: Found[] = [];
    let done: Phrase | null = null;
    for (const id of idsIn(text, from, to)) {
      const { scanner, phrase, pattern, unless } = entries[id] as Entry;
      // A phrase counts once in a sentence; its patterns stand together.
      if (phrase === done || !isThere(pattern)) continue;
      done = phrase;
      const { start, end } = span;
      if (!unless.some((other) => holds(other.needs) && isThere(other))) found.push({ scanner, phrase, start, end });
    }
    return found;
  };
};

/** Makes each pattern ready once: many phrases share what they are not to be. */
const readierOf = (lists: Lists, sets: Sets) => {
  const known = new Map<string, Ready>();
  return (written: string): Ready => {
    const before = known.get(written);
    if (before) return before;
    const tree = parsePattern(written, lists);
    const firsts = firstsOf(tree);
    let regex: RegExp | null = null;
    const made: Ready = {
      needs: needsOf(tree).slice(0, MOST_NEEDS).map(sets.setOf),
      first: firsts === null ? NO : sets.setOf(firsts),
      steps: stepsOf(tree, sets),
      regex: () => (regex ??= regexOf(tree)),
    };
    known.set(written, made);
    return made;
  };
};

/** How many of a pattern's needs are looked at. */
const MOST_NEEDS = 4;
const NO_NEED = -1;

/** Patterns whose rarest set is the same, by the second set that they need. */
type Group = { second: number; ids: number[] }[];

const groupsOf = (entries: Entry[]): Map<number, Group> => {
  const needOf = (id: number, i: number) => entries[id]?.pattern.needs[i] ?? NO_NEED;
  const bySecond = (some: number[]): Group =>
    [...Map.groupBy(some, (id) => needOf(id, 1))].map(([second, ids]) => ({ second, ids }));
  return new Map([...Map.groupBy(entries.keys(), (id) => needOf(id, 0))].map(([set, ids]) => [set, bySecond(ids)]));
};

/** The patterns that can stand in a part of a text, by their numbers in order. */
const lookupOf = (entries: Entry[], { seen, read, wordsOf, count }: SetReader) => {
  const needed = new Set(entries.flatMap(({ pattern, unless }) => [pattern, ...unless].flatMap(({ needs }) => needs)));
  const setsBy = Array.from({ length: count }, (): number[] => []);
  for (const set of needed) for (const word of wordsOf(set)) setsBy[word]?.push(set);
  const groups = groupsOf(entries);
  const groupOf = Array.from({ length: Math.max(0, ...needed) + 1 }, (_, set) => groups.get(set) ?? null);
  // Stamped with the number of the look instead of being emptied before each.
  const stamps = new Int32Array(groupOf.length);
  let looks = 0;
  const rarest: Group[] = [];
  const stamp = (): void => {
    looks = (looks + 1) | 0;
    rarest.length = 0;
    for (let place = 0; place < seen.count; place++)
      for (const set of setsBy[seen.ids[place] as number] as number[]) {
        if (stamps[set] === looks) continue;
        stamps[set] = looks;
        const group = groupOf[set];
        if (group) rarest.push(group);
      }
  };
  /** Whether a word of each set stands in what was read. */
  const holds = (needs: number[]): boolean => {
    for (const set of needs) if (stamps[set] !== looks) return false;
    return true;
  };
  const idsIn = (text: string, from: number, to: number): number[] => {
    read(text, from, to);
    stamp();
    const some: number[] = [];
    for (const group of rarest)
      for (const { second, ids } of group) {
        if (second !== NO_NEED && stamps[second] !== looks) continue;
        for (const id of ids) if (holds((entries[id] as Entry).pattern.needs)) some.push(id);
      }
    return some.length < 2 ? some : some.sort((a, b) => a - b);
  };
  return { idsIn, holds };
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
      if (node.is === "word") return [needOf(node.word, node.isPrefix)];
      if (node.is !== "choice") return [];
      // One of a choice can be a number or a gap alone: then nothing is sure.
      const each = node.of.map((of) => setsOf(of)[0]);
      return each.includes(undefined) ? [] : [each.flatMap((set) => set ?? [])];
    })
    .sort((a, b) => throughput(a) - throughput(b));

/** What of a written word stands among the words of a text, where an ampersand parts two. */
const needOf = (written: string, isPrefix: boolean): Listed[] => {
  const [word = "", ...rest] = written.split("&");
  return listedAs(word, isPrefix && rest.length === 0);
};
