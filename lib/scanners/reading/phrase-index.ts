import type { Phrase } from "../phrase.ts";
import { canBeMissing, type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import { wordTable } from "./word-table.ts";

/** A pattern of a scanner's phrase made ready. */
export type Ready = { scanner: string; phrase: Phrase; pattern: RegExp; unless: RegExp[] };

export type PhraseIndex = {
  /** Which patterns a sentence can hold: all that it holds, and few more, in the order of the phrases. One look at each
   * word. `from` and `to` name the part of the text, which is lower case. */
  candidates: (text: string, from?: number, to?: number) => Ready[];
  /** Every pattern, for proving that no candidate is missing. */
  all: Ready[];
};

/** The patterns of a language, found by the words they cannot do without. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const all: Ready[] = [];
  const needs: Needed[][][] = [];
  for (const [scanner, own] of Object.entries(phrases)) {
    for (const phrase of own) {
      const unless = (phrase.unless ?? []).map((pattern) => regexOf(parsePattern(pattern, lists)));
      for (const written of phrase.any) {
        const tree = parsePattern(written, lists);
        needs.push(needsOf(tree));
        all.push({ scanner, phrase, pattern: regexOf(tree), unless });
      }
    }
  }
  const idsIn = lookupOf(needs);
  const candidates = (text: string, from = 0, to = text.length): Ready[] =>
    idsIn(text, from, to).map((id) => all[id] as Ready);
  return { candidates, all };
};

/** How many of a pattern's needs are looked at after the first. */
const MORE_NEEDS = 3;
const NONE: number[] = [];

/** The patterns all of whose needs are met in a part of a text, ascending. */
const lookupOf = (needs: Needed[][][]): ((text: string, from: number, to: number) => number[]) => {
  const { idOf, count, eachIn } = wordTable(needs.flat(2));
  const firstOf: number[][] = Array.from({ length: count }, () => []);
  const furtherOf: Int32Array[][] = needs.map(([first = [], ...further], pattern) => {
    for (const need of first) firstOf[idOf(need)]?.push(pattern);
    return further.slice(0, MORE_NEEDS).map((set) => Int32Array.from(set, idOf));
  });
  // Stamped with the number of the look instead of being emptied before each.
  const seen = new Int32Array(count);
  let look = 0;
  const isMet = (set: Int32Array): boolean => {
    for (let i = 0; i < set.length; i++) if (seen[set[i] as number] === look) return true;
    return false;
  };
  return (text, from, to) => {
    look = look === 0x7fffffff ? 1 : look + 1;
    if (look === 1) seen.fill(0);
    let begun: number[] | null = null;
    eachIn(text, from, to, (word) => {
      if (seen[word] === look) return;
      seen[word] = look;
      const patterns = firstOf[word] as number[];
      if (patterns.length === 0) return;
      begun ??= [];
      for (let i = 0; i < patterns.length; i++) begun.push(patterns[i] as number);
    });
    if (!begun) return NONE;
    const met = (begun as number[]).filter((pattern) => (furtherOf[pattern] as Int32Array[]).every(isMet));
    return met.length < 2 ? met : [...new Set(met)].sort((a, b) => a - b);
  };
};

export type Needed = { word: string; isPrefix: boolean };

/** Words of which a text must hold one at least to hold the pattern: of all such sets the one that lets least through. */
export const neededBy = (nodes: Node[]): Needed[] => needsOf(nodes)[0] ?? [];

/** All such sets of the pattern's outer sequence, the one that lets least through first. */
const needsOf = (nodes: Node[]): Needed[][] => {
  const sets = setsOf(nodes);
  if (sets.length === 0) throw new Error("A pattern needs a word of its own beside numbers and gaps.");
  return sets;
};

const setsOf = (nodes: Node[]): Needed[][] =>
  nodes
    .flatMap((node): Needed[][] => {
      if (canBeMissing(node)) return [];
      if (node.is === "word") return [[needOf(node.word, node.isPrefix)]];
      if (node.is !== "choice") return [];
      // One of a choice can be a number or a gap alone: then nothing is sure.
      const each = node.of.map((of) => setsOf(of)[0]);
      return each.includes(undefined) ? [] : [each.flatMap((set) => set ?? [])];
    })
    .sort((a, b) => throughput(a) - throughput(b));

/** What of a written word stands among the words of a text, where an ampersand parts two. */
const needOf = (written: string, isPrefix: boolean): Needed => {
  const [word = "", ...rest] = written.replaceAll("'", "").split("&");
  return { word, isPrefix: isPrefix && rest.length === 0 };
};

const throughput = (set: Needed[]): number =>
  set.reduce((sum, { word }) => sum + (COMMON.has(word) ? 20 : 1 / word.length), 0);

/** Words that stand in so many sentences that looking for them finds nothing (the commonest of English). */
const COMMON = new Set(
  `i you the to a an and it is my me for of on in that this have has had not with be was are do did can your so but at if
  we no just as get what all now am will would there they he she or from up out been how when any one about an by im its
  dont cant ive please thanks thank hi hello ok yes help need want like know go going`.split(/\s+/),
);
