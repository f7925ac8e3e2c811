import type { Phrase } from "../phrase.ts";
import { throughput } from "./frequency.ts";
import { canBeMissing, type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import { type Fits, fitsIn, type Shape, shapesOf } from "./shape.ts";
import { rowsOf, wordSets } from "./word-sets.ts";
import type { Listed } from "./word-table.ts";

/** A pattern of a scanner's phrase made ready. */
export type Ready = { scanner: string; phrase: Phrase; pattern: RegExp; unless: RegExp[] };

/** A pattern that a sentence can hold. */
export type Candidate = {
  ready: Ready;
  /** Those of its `unless` that the sentence can hold. */
  unless: RegExp[];
  /** Looks for the pattern from its `lastIndex` on. */
  search: RegExp;
  /** Where in the text the pattern begins at the earliest. */
  from: number;
};

export type PhraseIndex = {
  /** Which patterns a sentence can hold: all that it holds, and few more, in the order of the phrases. One look at each word.
   * `from` and `to` name the part of the text, which is lower case. */
  candidates: (text: string, from?: number, to?: number) => Candidate[];
  /** Every pattern, for proving that no candidate is missing. */
  all: Ready[];
};

/** A pattern before words are looked for. */
type Entry = { ready: Ready; needs: number[]; shape: Shape; first: number; unless: Shape[]; search: RegExp };

/** The patterns of a language, found by the words they cannot do without and the order in which they need them. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const sets = wordSets();
  const shapes = shapesOf(sets);
  const parse = parserOf(lists);
  const entries = Object.entries(phrases).flatMap(([scanner, own]) =>
    own.flatMap((phrase) => {
      const never = (phrase.unless ?? []).map(parse);
      const unless = never.map(({ regex }) => regex());
      const unlessShapes = never.map(({ tree }) => shapes.shapeOf(tree));
      return phrase.any.map((written): Entry => {
        const { tree, regex } = parse(written);
        const needs = needsOf(tree).slice(0, MOST_NEEDS).map(sets.setOf);
        const ready = { scanner, phrase, pattern: regex(), unless };
        const search = new RegExp(ready.pattern, "g");
        const [shape, first] = [shapes.shapeOf(tree), shapes.firstOf(tree)];
        return { ready, needs, shape, first, unless: unlessShapes, search };
      });
    }),
  );
  const look = sets.reader();
  const fits = fitsIn(shapes.steps(), look);
  const idsIn = lookupOf(entries, look, fits);
  const all = entries.map(({ ready }) => ready);
  const candidateOf = ({ ready, search, first, unless }: Entry, start: number): Candidate => {
    if (!look.seen.isPlaced) return { ready, search, unless: ready.unless, from: start };
    const places = first === -1 ? 0 : look.maskOf(first);
    const from = places === 0 ? start : (look.seen.begins[31 - Math.clz32(places & -places)] as number);
    return { ready, search, unless: unless.length === 0 ? ready.unless : standing(ready.unless, unless, fits), from };
  };
  const candidates: PhraseIndex["candidates"] = (text, from = 0, to = text.length) => {
    const { found, count } = idsIn(text, from, to);
    if (count === 0) return NONE;
    const some: Candidate[] = [];
    for (let i = 0; i < count; i++) some.push(candidateOf(entries[found[i] as number] as Entry, from));
    return some;
  };
  return { candidates, all };
};

/** Reads each text once: many phrases share what they are not to be. */
const parserOf = (lists: Lists) => {
  const known = new Map<string, { tree: Node[]; regex: () => RegExp }>();
  return (written: string) => {
    const tree = known.get(written)?.tree ?? parsePattern(written, lists);
    let made: RegExp | null = null;
    const one = known.get(written) ?? { tree, regex: () => (made ??= regexOf(tree)) };
    known.set(written, one);
    return one;
  };
};

/** Those of some patterns that can stand in what was looked at. */
const standing = (patterns: RegExp[], shapes: Shape[], fits: Fits): RegExp[] => {
  let some = NO_PATTERNS;
  for (let i = 0; i < shapes.length; i++) {
    if (!fits(shapes[i] as Shape)) continue;
    if (some === NO_PATTERNS) some = [];
    some.push(patterns[i] as RegExp);
  }
  return some;
};

const NO_PATTERNS: RegExp[] = [];
const NONE: Candidate[] = [];

/** How many of a pattern's needs are looked at. */
const MOST_NEEDS = 4;
const NO_NEED = -1;
/** So few are put in order by hand; more would cost their square. */
const FEW = 20;

/** Patterns whose rarest set is the same: of each second set that some of them need its number, how many they are, and they
 * themselves. */
type Group = { set: number; row: number[] };

const groupsOf = (entries: Entry[]): Group[] => {
  const needOf = (id: number, i: number) => entries[id]?.needs[i] ?? NO_NEED;
  const rowOf = (some: number[]) =>
    [...Map.groupBy(some, (id) => needOf(id, 1))].flatMap(([second, ids]) => [second, ids.length, ...ids]);
  const all = Map.groupBy(entries.keys(), (id) => needOf(id, 0));
  return [...all].map(([set, some]) => ({ set, row: rowOf(some) }));
};

type Look = ReturnType<ReturnType<typeof wordSets>["reader"]>;

/** The numbers of patterns, ascending: the first `count` of the array, until the next look. */
type Found = { found: Int32Array; count: number };

/** The patterns that can stand in a part of a text. Numbers in typed arrays throughout: this is what every
 * sentence costs. */
const lookupOf = (entries: Entry[], look: Look, fits: Fits): ((text: string, from: number, to: number) => Found) => {
  const { seen, maskOf } = look;
  const groups = groupsOf(entries);
  const groupsBy = Array.from({ length: look.count }, (): number[] => []);
  for (const [i, { set }] of groups.entries()) for (const word of look.wordsOf(set)) groupsBy[word]?.push(i);
  const byWord = rowsOf(groupsBy);
  const byGroup = rowsOf(groups.map(({ row }) => row));
  const further = rowsOf(entries.map(({ needs }) => needs.slice(2)));
  const shapes = Int32Array.from(entries, ({ shape }) => shape);
  // Stamped with the number of the look instead of being emptied before each.
  const lookedAt = new Int32Array(groups.length);
  let looks = 0;
  const found = new Int32Array(entries.length);
  let count = 0;
  const canStand = (id: number): boolean => {
    const end = further.starts[id + 1] as number;
    for (let i = further.starts[id] as number; i < end; i++) if (maskOf(further.all[i] as number) === 0) return false;
    return !seen.isPlaced || fits(shapes[id] as number);
  };
  const takeGroup = (group: number): void => {
    const rows = byGroup.all;
    const end = byGroup.starts[group + 1] as number;
    for (let i = byGroup.starts[group] as number; i < end; ) {
      const second = rows[i] as number;
      const next = i + 2 + (rows[i + 1] as number);
      if (second === NO_NEED || maskOf(second) !== 0)
        for (let k = i + 2; k < next; k++) if (canStand(rows[k] as number)) found[count++] = rows[k] as number;
      i = next;
    }
  };
  const takeWord = (word: number): void => {
    const end = byWord.starts[word + 1] as number;
    for (let i = byWord.starts[word] as number; i < end; i++) {
      const group = byWord.all[i] as number;
      if (lookedAt[group] === looks) continue;
      lookedAt[group] = looks;
      takeGroup(group);
    }
  };
  return (text, from, to) => {
    look.read(text, from, to);
    looks = (looks + 1) | 0;
    count = 0;
    for (let i = 0; i < seen.found; i++) takeWord(seen.ids[i] as number);
    if (count < FEW) sort(found, count);
    else found.subarray(0, count).sort();
    return { found, count };
  };
};

/** The first numbers of an array put in order where they stand, for they are few; each is there once. */
const sort = (all: Int32Array, count: number): void => {
  for (let i = 1; i < count; i++) {
    const one = all[i] as number;
    let k = i - 1;
    for (; k >= 0 && (all[k] as number) > one; k--) all[k + 1] = all[k] as number;
    all[k + 1] = one;
  }
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
      if (node.is === "word") return [[needOf(node.word, node.isPrefix)]];
      if (node.is !== "choice") return [];
      // One of a choice can be a number or a gap alone: then nothing is sure.
      const each = node.of.map((of) => setsOf(of)[0]);
      return each.includes(undefined) ? [] : [each.flatMap((set) => set ?? [])];
    })
    .sort((a, b) => throughput(a) - throughput(b));

/** What of a written word stands among the words of a text, where an ampersand parts two. */
const needOf = (written: string, isPrefix: boolean): Listed => {
  const [word = "", ...rest] = written.replaceAll("'", "").split("&");
  return { word, isPrefix: isPrefix && rest.length === 0 };
};
