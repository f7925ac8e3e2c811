import type { Phrase } from "../phrase.ts";
import { type Matcher, matcherOf } from "./matcher.ts";
import { canBeMissing, type Lists, type Node, parsePattern } from "./pattern.ts";

/** A phrase of a scanner made ready. */
type Ready = { scanner: string; phrase: Phrase; unless: Matcher[] };

/** One pattern of it. */
export type Candidate = { ready: Ready; match: Matcher };

export type PhraseIndex = {
  /** Which patterns of a scanner a text of these words can hold: all that it holds, and few more. */
  candidates: (words: readonly string[]) => (scanner: string) => Candidate[];
  /** Every pattern, for proving that no candidate is missing. */
  all: Candidate[];
};

/** The phrases of a language, found by the words they cannot do without: a pattern is a candidate where of each of its
 * sets of words one stands in the text. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const compiled = new Map<string, Matcher>();
  const matcher = (pattern: string): Matcher => {
    const known = compiled.get(pattern) ?? matcherOf(parsePattern(pattern, lists));
    compiled.set(pattern, known);
    return known;
  };
  const sets = setsOfWords();
  const all: Candidate[] = [];
  // By scanner, then by the set that lets least through: only its patterns are looked at when a word of it is seen.
  const patterns = new Map<string, Map<number, Needing[]>>();
  for (const [scanner, own] of Object.entries(phrases)) {
    const byFirst = new Map<number, Needing[]>();
    patterns.set(scanner, byFirst);
    for (const phrase of own) {
      const ready = { scanner, phrase, unless: (phrase.unless ?? []).map(matcher) };
      for (const pattern of phrase.any) {
        const candidate = { ready, match: matcher(pattern) };
        const [first = -1, ...also] = neededBy(parsePattern(pattern, lists)).map(sets.idOf);
        byFirst.set(first, [...(byFirst.get(first) ?? []), { candidate, also }]);
        all.push(candidate);
      }
    }
  }
  const seenIn = sets.finder();
  const candidates = (words: readonly string[]) => {
    const seen = seenIn(words);
    return (scanner: string) => seenOf(patterns.get(scanner) ?? new Map(), seen);
  };
  return { candidates, all };
};

type Needing = { candidate: Candidate; also: number[] };

const seenOf = (byFirst: ReadonlyMap<number, Needing[]>, seen: ReadonlySet<number>): Candidate[] => {
  const found: Candidate[] = [];
  for (const id of seen) {
    for (const { candidate, also } of byFirst.get(id) ?? NONE) {
      if (also.every((other) => seen.has(other))) found.push(candidate);
    }
  }
  return found;
};

const NONE: Needing[] = [];

type Needed = { word: string; isPrefix: boolean };

/** Numbers sets of words, and finds those of which a text holds a word. */
const setsOfWords = () => {
  const ids = new Map<string, number>();
  const [whole, begun] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  const idOf = (set: Needed[]): number => {
    const key = set.map(({ word, isPrefix }) => word + (isPrefix ? "*" : "")).join(" ");
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = ids.size;
    ids.set(key, id);
    for (const { word, isPrefix } of set) {
      const map = isPrefix ? begun : whole;
      map.set(word, (map.get(word) ?? new Set()).add(id));
    }
    return id;
  };
  const finder = (): ((words: readonly string[]) => ReadonlySet<number>) => {
    const shortest = Math.min(...[...begun.keys()].map((word) => word.length));
    const beginnings = Map.groupBy(begun, ([word]) => word.slice(0, shortest));
    // What a word stands for never changes, and people use few words: found once, it is known.
    const known = new Map<string, readonly number[]>();
    const idsOf = (word: string): readonly number[] => {
      const found = known.get(word);
      if (found) return found;
      const begin = word.length < shortest ? [] : (beginnings.get(word.slice(0, shortest)) ?? []);
      const fits = begin.flatMap(([beginning, some]) => (word.startsWith(beginning) ? [...some] : []));
      const all = [...new Set([...(whole.get(word) ?? []), ...fits])];
      if (known.size < MOST_KNOWN && word.length <= LONGEST_KNOWN) known.set(word, all);
      return all;
    };
    // One look's marks are those of its own number, so that nothing has to be wiped between two.
    const marks = new Uint32Array(ids.size);
    let look = 0;
    return (words) => {
      look += 1;
      const list: number[] = [];
      for (const word of words) {
        for (const id of idsOf(word)) {
          if (marks[id] !== look) list.push(id);
          marks[id] = look;
        }
      }
      return new Set(list);
    };
  };
  return { idOf, finder };
};

const MOST_KNOWN = 50_000;
const LONGEST_KNOWN = 30;

/** Sets of words of which a text must hold one each to hold the pattern: the one that lets least through, and the others
 * that are worth a look. */
export const neededBy = (nodes: Node[]): Needed[][] => {
  const [first, ...others] = setsIn(nodes).sort((a, b) => throughput(a) - throughput(b));
  if (!first) throw new Error("A pattern needs a word of its own beside numbers and gaps.");
  return [first, ...others.filter((set) => throughput(set) < TOO_MUCH)];
};

const setsIn = (nodes: Node[]): Needed[][] =>
  nodes.flatMap((node): Needed[][] => {
    if (canBeMissing(node)) return [];
    if (node.is === "word") return [[{ word: node.word.replaceAll("'", ""), isPrefix: node.isPrefix }]];
    if (node.is !== "choice") return [];
    if (node.of.length === 1) return setsIn(node.of[0] ?? []);
    // Of each way one set is enough; one way without any word lets all through.
    const each = node.of.map((way) => setsIn(way).sort((a, b) => throughput(a) - throughput(b))[0]);
    return each.includes(undefined) ? [] : [each.flatMap((set) => set ?? [])];
  });

/** About how often, in a hundred sentences, a word of the set stands in one. */
const throughput = (set: Needed[]): number =>
  set.reduce((sum, { word }) => sum + (EVERYWHERE.has(word) ? 30 : COMMON.has(word) ? 8 : 1 / word.length), 0);

/** A set that lets more through than this finds nothing. */
const TOO_MUCH = 25;

const EVERYWHERE = new Set("i you the to a an and it is my me for of on in that this".split(" "));

const COMMON = new Set(
  `have has had not with be was are do did can your so but at if we no just as get what all now am will would there they
  he she or from up out been how when any one about by im its dont cant ive please thanks thank hi hello ok yes help need
  want like know go going`.split(/\s+/),
);
