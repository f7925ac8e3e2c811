import type { Node } from "./pattern.ts";
import type { Words } from "./words.ts";

/** Where a pattern is read, as positions of words: from the first to before the last; null = nowhere. */
export type Matcher = (words: Words) => { from: number; to: number } | null;

/** What follows from a position: where the match ends, or -1. `first` is where it began. */
type Step = (words: Words, at: number, first: number) => number;

/** The pattern made ready. Of several ways the first in the pattern's own order is taken; gaps are as short as they can
 * be. Each repetition is bounded by a small number, so the cost is linear in the words. */
export const matcherOf = (nodes: Node[]): Matcher => {
  const match = stepsOf(nodes, (_, at) => at);
  return (words) => {
    const { length } = words.word;
    for (let from = 0; from < length; from++) {
      const to = match(words, from, from);
      if (to > from) return { from, to };
    }
    return null;
  };
};

const stepsOf = (nodes: Node[], last: Step): Step => nodes.reduceRight((next, node) => stepOf(node, next), last);

const stepOf = (node: Node, next: Step): Step => {
  if (node.is === "gap") return gap(node.most, next);
  const step = sureStep(node, next);
  if (!node.isOptional) return step;
  return (words, at, first) => {
    const end = step(words, at, first);
    return end >= 0 ? end : next(words, at, first);
  };
};

const sureStep = (node: Exclude<Node, { is: "gap" }>, next: Step): Step => {
  if (node.is === "start") return (words, at, first) => (at === 0 ? next(words, at, first) : -1);
  if (node.is === "end") return (words, at, first) => (at === words.word.length ? next(words, at, first) : -1);
  if (node.is === "number") return number(next);
  if (node.is === "choice") return choice(node.of, next);
  const text = node.word.replaceAll("'", "");
  if (node.isPrefix) return one((word) => word.startsWith(text) && word.length <= text.length + LONGEST_ENDING, next);
  return one((word) => word === text, next);
};

const LONGEST_ENDING = 14;

/** The words of a match follow each other without the end of a sentence in between. */
const isNext = (words: Words, at: number, first: number): boolean => at === first || words.isJoined[at] === true;

const one =
  (fits: (word: string) => boolean, next: Step): Step =>
  (words, at, first) => {
    const word = words.word[at];
    return word !== undefined && fits(word) && isNext(words, at, first) ? next(words, at + 1, first) : -1;
  };

const DIGITS = /^\d{1,7}$/;

const number =
  (next: Step): Step =>
  (words, at, first) => {
    if (!DIGITS.test(words.word[at] ?? "") || !isNext(words, at, first)) return -1;
    // "2.5" is two words that a dot alone parts.
    const isDecimal = DIGITS.test(words.word[at + 1] ?? "") && (words.start[at + 1] ?? 0) - (words.end[at] ?? 0) === 1;
    const end = isDecimal ? next(words, at + 2, first) : -1;
    return end >= 0 ? end : next(words, at + 1, first);
  };

const gap =
  (most: number, next: Step): Step =>
  (words, at, first) => {
    for (let more = 0; more <= most; more++) {
      const end = next(words, at + more, first);
      if (end >= 0) return end;
      if (at + more >= words.word.length || !isNext(words, at + more, first)) return -1;
    }
    return -1;
  };

/** Ways that begin with a plain word are looked up by it, so that a long list costs one look. */
const choice = (of: Node[][], next: Step): Step => {
  const byWord = new Map<string, Step[]>();
  const others: Step[] = [];
  for (const way of of) {
    const word = firstWordOf(way);
    const step = stepsOf(way, next);
    if (word === null) others.push(step);
    else byWord.set(word, [...(byWord.get(word) ?? []), step]);
  }
  return (words, at, first) => {
    const fitting = byWord.get(words.word[at] ?? "");
    const end = fitting ? firstEnd(fitting, words, at, first) : -1;
    return end >= 0 ? end : firstEnd(others, words, at, first);
  };
};

const firstEnd = (steps: Step[], words: Words, at: number, first: number): number => {
  for (const step of steps) {
    const end = step(words, at, first);
    if (end >= 0) return end;
  }
  return -1;
};

/** The word without which a way cannot begin; null = it can begin in several. */
const firstWordOf = ([node]: Node[]): string | null =>
  node?.is === "word" && !node.isPrefix && !node.isOptional ? node.word.replaceAll("'", "") : null;
