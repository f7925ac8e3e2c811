import type { Phrase } from "../phrase.ts";
import { canBeMissing, type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import { eachWord } from "./words.ts";

/** A phrase of a scanner made ready: its patterns, and what each needs so that it can be found at all. */
type Ready = { scanner: string; phrase: Phrase; patterns: RegExp[]; unless: RegExp[] };

export type PhraseIndex = {
  /** Which phrases a text can hold: all that it holds, and few more. One look at each word. */
  candidates: (text: string) => Ready[];
  /** Every phrase, for proving that no candidate is missing. */
  all: Ready[];
};

/** The phrases of a language, found by the words they cannot do without. */
export const phraseIndex = (phrases: Record<string, Phrase[]>, lists: Lists): PhraseIndex => {
  const needs: (Needed & { id: number })[] = [];
  const ready = compiler(lists);
  const all = Object.entries(phrases)
    .flatMap(([scanner, own]) => own.map((phrase) => ({ scanner, phrase })))
    .map(({ scanner, phrase }, id): Ready => {
      const any = phrase.any.map(ready);
      needs.push(...any.flatMap(({ nodes }) => neededBy(nodes)).map((need) => ({ ...need, id })));
      const regexes = (some: Compiled[]) => some.map(({ regex }) => regex);
      return { scanner, phrase, patterns: regexes(any), unless: regexes((phrase.unless ?? []).map(ready)) };
    });
  const idsOf = lookupOf(needs);
  const candidates = (text: string): Ready[] => {
    const found = new Set<number>();
    eachWord(text, (word) => idsOf(word, found));
    return [...found].flatMap((id) => all[id] ?? []);
  };
  return { candidates, all };
};

type Compiled = { nodes: Node[]; regex: RegExp };

/** Each pattern made ready once: what many phrases exclude is written once and is one expression. */
const compiler = (lists: Lists): ((pattern: string) => Compiled) => {
  const known = new Map<string, Compiled>();
  return (pattern) => {
    const found = known.get(pattern);
    if (found) return found;
    const nodes = parsePattern(pattern, lists);
    const made = { nodes, regex: regexOf(nodes) };
    known.set(pattern, made);
    return made;
  };
};

/** Adds the ids of all phrases that need a word to `found`. */
const lookupOf = (needs: (Needed & { id: number })[]): ((word: string, found: Set<number>) => void) => {
  const whole = Map.groupBy(
    needs.filter(({ isPrefix }) => !isPrefix),
    ({ word }) => word,
  );
  const beginnings = needs.filter(({ isPrefix }) => isPrefix);
  const shortest = Math.min(...beginnings.map(({ word }) => word.length));
  const begun = Map.groupBy(beginnings, ({ word }) => word.slice(0, shortest));
  return (word, found) => {
    for (const { id } of whole.get(word) ?? []) found.add(id);
    if (word.length < shortest) return;
    for (const { id, word: beginning } of begun.get(word.slice(0, shortest)) ?? []) {
      if (word.startsWith(beginning)) found.add(id);
    }
  };
};

type Needed = { word: string; isPrefix: boolean };

/** Words of which a text must hold one at least to hold the pattern: of all such sets the one that lets least through. */
export const neededBy = (nodes: Node[]): Needed[] => {
  const sets = nodes.flatMap((node): Needed[][] => {
    if (canBeMissing(node)) return [];
    if (node.is === "word") return [[{ word: node.word.replaceAll("'", ""), isPrefix: node.isPrefix }]];
    return node.is === "choice" ? [node.of.flatMap(neededBy)] : [];
  });
  const [best] = sets.filter((set) => set.length > 0).sort((a, b) => throughput(a) - throughput(b));
  if (!best) throw new Error("A pattern needs a word of its own beside numbers and gaps.");
  return best;
};

const throughput = (set: Needed[]): number =>
  set.reduce((sum, { word }) => sum + (COMMON.has(word) ? 20 : 1 / word.length), 0);

/** Words that stand in so many sentences that looking for them finds nothing (the commonest of English). */
const COMMON = new Set(
  `i you the to a an and it is my me for of on in that this have has had not with be was are do did can your so but at if
  we no just as get what all now am will would there they he she or from up out been how when any one about an by im its
  dont cant ive please thanks thank hi hello ok yes help need want like know go going`.split(/\s+/),
);
