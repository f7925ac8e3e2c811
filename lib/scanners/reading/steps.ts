import { canBeMissing, type Node } from "./pattern.ts";
import type { SetReader, Sets } from "./word-sets.ts";
import type { Listed } from "./word-table.ts";

/** What a pattern reads, as steps: numbers in one array, for they lie near then. Each step is what it is, a number that says
 * more, and the step that comes next; NO = nothing may be missing there. A choice has the first of a row of sets, one for each
 * of its ways: what words it begins with. A bit for each way, those that can begin with any, and where each begins follow. */
const IS = {
  word: 0,
  wordAfter: 1,
  choice: 2,
  choiceAfter: 3,
  number: 4,
  numberAfter: 5,
  gap: 6,
  gapBefore: 7,
  between: 8,
  start: 9,
  end: 10,
} as const;

export const NO = -1;
/** The step after the last. */
const DONE = -2;

/** What a choice is of; null = it can begin with any word. */
type Way = { firsts: Listed[] | null; step: number };
/** So many bits has a number. */
const MOST_WAYS = 32;

/** Writes down the steps of patterns; the words of each are among the sets afterwards. */
export const stepWriter = (sets: Sets) => {
  const code: number[] = [];
  const write = (...step: number[]): number => code.push(...step) - step.length;

  /** Where the steps of some nodes begin. */
  const sequence = (nodes: Node[], next: number): number => {
    const sure = nodes.findIndex((node) => !canBeMissing(node));
    return nodes.reduceRight((rest, node, i) => stepOf(node, i - sure, rest), next);
  };
  /** `side` tells whether a node stands before, at or after the first sure one of its sequence. */
  const stepOf = (node: Node, side: number, next: number): number => {
    if (node.is === "gap") return write(side < 0 ? IS.gapBefore : IS.gap, node.most, next);
    if (node.is === "start" || node.is === "end") {
      if (node.is === "start" ? side > 0 : side < 0) throw new Error("^ stands first in a pattern, and $ last.");
      return write(IS[node.is], 0, next);
    }
    // What may be missing before the first sure word brings what parts it from there.
    return oneOf(node, side > 0 ? 1 : 0, side < 0 ? write(IS.between, 0, next) : next, node.isOptional ? next : NO);
  };
  const oneOf = (node: Node, after: 0 | 1, next: number, without: number): number => {
    const isSure = without === NO;
    if (node.is === "number" && isSure) return write(IS.number + after, 0, next);
    const all = node.is === "choice" ? node.of.flatMap(unfolded) : [[{ ...node, isOptional: false }]];
    const [first, ...others] = together(all);
    if (isSure && first && others.length === 0 && !Array.isArray(first))
      return write(IS.word + after, sets.setOf(first.words), next);
    const ways = [first, ...others].flatMap((way) => (way === undefined ? [] : [wayOf(way, next)]));
    return choice(ways, after, without);
  };
  const wayOf = (way: Words | Node[], next: number): Way =>
    Array.isArray(way)
      ? { firsts: firstsOf(way), step: sequence(way, next) }
      : { firsts: way.words, step: write(IS.word, sets.setOf(way.words), next) };
  const choice = (ways: Way[], after: 0 | 1, without: number): number => {
    if (ways.length > MOST_WAYS) {
      const [some, rest] = [ways.slice(0, MOST_WAYS - 1), ways.slice(MOST_WAYS - 1)];
      return choice([...some, { firsts: null, step: choice(rest, 0, NO) }], after, without);
    }
    const row = sets.rowOf(ways.map(({ firsts }) => firsts ?? []));
    const bitsOf = (some: (way: Way) => boolean) => ways.reduce((bits, way, i) => bits | (some(way) ? 1 << i : 0), 0);
    const [all, any] = [bitsOf(() => true), bitsOf(({ firsts }) => firsts === null)];
    return write(IS.choice + after, row, without, all, any, ...ways.map(({ step }) => step));
  };
  return { stepsOf: (nodes: Node[]): number => sequence(nodes, DONE), code: () => Int32Array.from(code) };
};

type Words = { words: Listed[] };

/** Alternatives that are a word each and stand side by side are one: whichever it is, the same comes after. */
const together = (all: Node[][]): (Words | Node[])[] => {
  const some: (Words | Node[])[] = [];
  for (const nodes of all) {
    const [only, ...others] = nodes;
    if (only?.is !== "word" || others.length > 0) {
      some.push(nodes);
      continue;
    }
    const last = some.at(-1);
    const words = listedAs(only.word, only.isPrefix);
    if (last && !Array.isArray(last)) last.words.push(...words);
    else some.push({ words });
  }
  return some;
};

/** A choice that is all of an alternative is alternatives of the choice around it. */
const unfolded = (nodes: Node[]): Node[][] => {
  const [only, ...others] = nodes;
  return only?.is === "choice" && !only.isOptional && others.length === 0 ? only.of.flatMap(unfolded) : [nodes];
};

/** How a word of a pattern is written in a text. With an ampersand it is not one word there, and only looked for by regular
 * expressions. */
export const listedAs = (written: string, isPrefix: boolean): Listed[] => {
  if (written.includes("&")) return [];
  const [first = "", ...parts] = written.split("'").filter((part) => part !== "");
  const all = parts.reduce((some, part) => some.flatMap((word) => [`${word}${part}`, `${word}'${part}`]), [first]);
  return all.map((word) => ({ word, isPrefix }));
};

/** What of a written word stands among the words of a text, where an ampersand parts two. */
export const beginningOf = (written: string, isPrefix: boolean): Listed[] => {
  const [word = "", ...rest] = written.split("&");
  return listedAs(word, isPrefix && rest.length === 0);
};

/** The set of the words one of which comes first in whatever some nodes read; null = it can be any. */
export const firstsOf = (nodes: Node[]): Listed[] | null => {
  const found: Listed[] = [];
  for (const node of nodes) {
    if (node.is === "start") continue;
    if (node.is !== "word" && node.is !== "choice") return null;
    const own = node.is === "word" ? beginningOf(node.word, node.isPrefix) : firstsOfAny(node.of);
    if (!own) return null;
    found.push(...own);
    if (!canBeMissing(node)) return found;
  }
  return null;
};

const firstsOfAny = (of: Node[][]): Listed[] | null => {
  const each = of.map(firstsOf);
  return each.includes(null) ? null : each.flatMap((some) => some ?? []);
};

/** Follows the steps of a pattern through the words that were read last, as a regular expression would: what comes first is
 * taken first, the longer before what may be missing, the shorter of gaps. */
export const follower = (code: Int32Array, { seen, has, bitsFrom }: SetReader) => {
  const { ids, begins, ends, joins } = seen;
  /** The place after what is read from a place on, or NO. */
  const follow = (from: number, at: number): number => {
    let now = from;
    let place = at;
    while (now !== DONE) {
      const is = code[now] as number;
      const what = code[now + 1] as number;
      const next = code[now + 2] as number;
      if (is <= IS.wordAfter) {
        if ((is === IS.wordAfter && !joins[place]) || !has(what, ids[place] as number)) return NO;
        place++;
      } else if (is <= IS.choiceAfter) {
        const end = is === IS.choiceAfter && !joins[place] ? NO : followAny(now, place);
        if (end !== NO || next === NO) return end;
      } else if (is <= IS.numberAfter) {
        return is === IS.numberAfter && !joins[place] ? NO : followNumber(next, place);
      } else if (is <= IS.gapBefore) {
        return followGap(next, place, what, is === IS.gap ? 0 : 1);
      } else if (is === IS.between ? !joins[place] : !isEdge(is, place)) return NO;
      now = next;
    }
    return place;
  };
  const followAny = (choice: number, place: number): number => {
    const all = code[choice + 3] as number;
    const any = code[choice + 4] as number;
    for (
      let left = (bitsFrom(code[choice + 1] as number, ids[place] as number) & all) | any;
      left !== 0;
      left &= left - 1
    ) {
      const end = follow(code[choice + 5 + 31 - Math.clz32(left & -left)] as number, place);
      if (end !== NO) return end;
    }
    return NO;
  };
  const followGap = (next: number, place: number, most: number, further: 0 | 1): number => {
    for (let i = place; ; i++) {
      const end = follow(next, i);
      if (end !== NO) return end;
      if (i === place + most || !joins[i + further]) return NO;
    }
  };
  const followNumber = (next: number, place: number): number => {
    if (!isNumber(place, 7)) return NO;
    const end = isDecimal(place) ? follow(next, place + 2) : NO;
    return end === NO ? follow(next, place + 1) : end;
  };
  const isNumber = (place: number, most: number): boolean =>
    place < seen.count &&
    (ends[place] as number) - (begins[place] as number) <= most &&
    every(seen.text, begins[place] as number, ends[place] as number, isDigit);
  /** "2.50" is one number of two words. */
  const isDecimal = (place: number): boolean => {
    const point = seen.text.charCodeAt(ends[place] as number);
    return (
      (point === 46 || point === 44) && begins[place + 1] === (ends[place] as number) + 1 && isNumber(place + 1, 3)
    );
  };
  const isEdge = (is: number, place: number): boolean => {
    const { text, from, to } = seen;
    if (is === IS.start)
      return (begins[place] as number) - from <= 4 && every(text, from, begins[place] as number, isOther);
    const end = ends[place - 1] as number;
    return to - end <= 8 && every(text, end, to, isOther);
  };
  /** Where in the text the first of a pattern stands, into `span`; `first` is the set that it begins with, NO = any word. */
  const span = { start: 0, end: 0 };
  const find = (pattern: number, first: number): boolean => {
    for (let place = 0; place < seen.count; place++) {
      if (first !== NO && !has(first, ids[place] as number)) continue;
      const end = follow(pattern, place);
      if (end === NO) continue;
      span.start = begins[place] as number;
      span.end = ends[end - 1] as number;
      return true;
    }
    return false;
  };
  /** Whether one of the words that a pattern begins with stands there. */
  const canBegin = (first: number): boolean => {
    if (first === NO) return true;
    for (let place = 0; place < seen.count; place++) if (has(first, ids[place] as number)) return true;
    return false;
  };
  return { span, find, canBegin };
};

const every = (text: string, from: number, to: number, is: (code: number) => boolean): boolean => {
  for (let i = from; i < to; i++) if (!is(text.charCodeAt(i))) return false;
  return true;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Neither a–z nor a digit. */
const isOther = (code: number): boolean => !isDigit(code) && (code < 97 || code > 122);
