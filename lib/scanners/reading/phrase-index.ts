import type { Phrase } from "../phrase.ts";
import { throughput } from "./frequency.ts";
import { canBeMissing, type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import { type Fits, fitsIn, type Shape, shapeOf } from "./shape.ts";
import { wordSets } from "./word-sets.ts";
import type { Listed } from "./word-table.ts";

/** A pattern of a scanner's phrase made ready. */
export type Ready = { scanner: string; phrase: Phrase; written: string; pattern: RegExp; unless: RegExp[] };

export type PhraseIndex = {
  /** Which patterns a sentence can hold, each with those of its `unless` that it can hold: all that it holds, and few more, in
   * the order of the phrases. One look at each word. `from` and `to` name the part of the text, which is lower case. */
  candidates: (text: string, from?: number, to?: number) => Ready[];
  /** Every pattern, for proving that no candidate is missing. */
  all: Ready[];
};

/** A pattern before words are looked for. */
type Entry = { ready: Ready; needs: number[]; shape: Shape; unless: Shape[] };

/** The patterns of a language, found by the words they cannot do without and the order in which they need them. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const sets = wordSets();
  const parse = parserOf(lists);
  const entries = Object.entries(phrases).flatMap(([scanner, own]) =>
    own.flatMap((phrase) => {
      const never = (phrase.unless ?? []).map(parse);
      const [unless, shapes] = [never.map(({ regex }) => regex()), never.map(({ tree }) => shapeOf(tree, sets))];
      return phrase.any.map((written): Entry => {
        const { tree, regex } = parse(written);
        const needs = needsOf(tree).slice(0, MOST_NEEDS).map(sets.setOf);
        const ready = { scanner, phrase, written, pattern: regex(), unless };
        return { ready, needs, shape: shapeOf(tree, sets), unless: shapes };
      });
    }),
  );
  const look = sets.reader();
  const fits = fitsIn(look.seen, look.maskOf);
  const idsIn = lookupOf(entries, look, fits);
  const all = entries.map(({ ready }) => ready);
  const candidates: PhraseIndex["candidates"] = (text, from = 0, to = text.length) =>
    idsIn(text, from, to).map((id) => {
      const { ready, unless } = entries[id] as Entry;
      return look.seen.isPlaced ? narrowed(ready, unless, fits) : ready;
    });
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

/** A pattern with those of its `unless` that can stand in what was looked at. */
const narrowed = (ready: Ready, unless: Shape[], fits: Fits): Ready => {
  if (unless.length === 0) return ready;
  return { ...ready, unless: ready.unless.filter((_, i) => fits(unless[i] as Shape)) };
};

/** How many of a pattern's needs are looked at. */
const MOST_NEEDS = 4;
const NONE: number[] = [];

/** Patterns that need the same two sets of words. */
type Pair = { second: number | null; patterns: number[] };
/** Patterns whose rarest set is the same. */
type Group = { set: number; pairs: Pair[] };

const groupsOf = (entries: Entry[]): Group[] => {
  const ids = entries.map((_, i) => i);
  return [...Map.groupBy(ids, (id) => entries[id]?.needs[0] ?? -1)].map(([set, some]) => ({
    set,
    pairs: [...Map.groupBy(some, (id) => entries[id]?.needs[1] ?? null)].map(([second, patterns]) => ({
      second,
      patterns,
    })),
  }));
};

type Look = ReturnType<ReturnType<typeof wordSets>["reader"]>;

/** The patterns that can stand in a part of a text, ascending. */
const lookupOf = (entries: Entry[], look: Look, fits: Fits): ((text: string, from: number, to: number) => number[]) => {
  const groups = groupsOf(entries);
  const groupsBy: number[][] = Array.from({ length: look.count }, () => []);
  for (const [i, { set }] of groups.entries()) for (const word of look.wordsOf(set)) groupsBy[word]?.push(i);
  // Stamped with the number of the look instead of being emptied before each.
  const lookedAt = new Float64Array(groups.length);
  let looks = 0;
  const { seen, maskOf } = look;
  const stands = (id: number): boolean => {
    const { needs, shape } = entries[id] as Entry;
    for (let i = 2; i < needs.length; i++) if (maskOf(needs[i] as number) === 0) return false;
    return !seen.isPlaced || fits(shape);
  };
  return (text, from, to) => {
    look.read(text, from, to);
    looks++;
    let found: number[] = NONE;
    for (let i = 0; i < seen.found; i++) {
      for (const at of groupsBy[seen.ids[i] as number] as number[]) {
        if (lookedAt[at] === looks) continue;
        lookedAt[at] = looks;
        for (const { second, patterns } of (groups[at] as Group).pairs) {
          if (second !== null && maskOf(second) === 0) continue;
          for (const id of patterns) {
            if (!stands(id)) continue;
            if (found === NONE) found = [id];
            else found.push(id);
          }
        }
      }
    }
    return found.length < 2 ? found : found.sort((a, b) => a - b);
  };
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
