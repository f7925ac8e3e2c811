import { canBeMissing, type Node } from "./pattern.ts";
import type { SetReader, Sets } from "./word-sets.ts";
import type { Listed } from "./word-table.ts";

/** What a pattern reads next and what comes after. A step that `isAfter` goes on from the word before, others begin. */
export type Step = {
  is: "word" | "number" | "choice" | "gap" | "gapBefore" | "between" | "start" | "end" | "done";
  isAfter: boolean;
  /** The set of a word, or the most words of a gap. */
  what: number;
  /** Null = a choice of which one has to be there. */
  next: Step | null;
  /** What a choice is of, in order; each leads by itself to what comes after. */
  ways: Step[];
  /** Those that can begin with a word, as far as was asked. */
  waysBy: Map<number, Step[]>;
};

const step = (is: Step["is"], next: Step | null, rest: Partial<Step> = {}): Step => ({
  ...{ is, isAfter: false, what: 0, next, ways: NO_WAYS, waysBy: NONE_ASKED },
  ...rest,
});

const NO_WAYS: Step[] = [];
const NONE_ASKED = new Map<number, Step[]>();
const DONE = step("done", null);

/** The steps of a pattern; the words of each are among the sets afterwards. */
export const stepsOf = (nodes: Node[], sets: Sets): Step => sequence(nodes, DONE, sets);

const sequence = (nodes: Node[], next: Step, sets: Sets): Step => {
  const sure = nodes.findIndex((node) => !canBeMissing(node));
  return nodes.reduceRight((rest, node, i) => stepOf(node, i - sure, rest, sets), next);
};

/** `side` tells whether a node stands before, at or after the first sure one of its sequence. */
const stepOf = (node: Node, side: number, next: Step, sets: Sets): Step => {
  if (node.is === "start" || node.is === "end") return edge(node.is, side, next);
  if (node.is === "gap") return step(side < 0 ? "gapBefore" : "gap", next, { what: node.most });
  // What may be missing before the first sure word brings what parts it from there.
  const ways = waysOf(node, side < 0 ? step("between", next) : next, sets);
  const isAfter = side > 0;
  const [only, ...others] = ways;
  if (only && others.length === 0 && !node.isOptional && (only.is === "word" || only.is === "number"))
    return { ...only, isAfter };
  return step("choice", node.isOptional ? next : null, { isAfter, ways, waysBy: new Map() });
};

const edge = (is: "start" | "end", side: number, next: Step): Step => {
  if (is === "start" ? side > 0 : side < 0) throw new Error(`A ${is} of a sentence stands at the wrong side.`);
  return step(is, next);
};

/** Words that stand side by side are one way: whichever it is, the same comes after. */
const waysOf = (node: Node, next: Step, sets: Sets): Step[] => {
  if (node.is === "number") return [step("number", next)];
  const ways: Step[] = [];
  let words: Listed[] = [];
  const close = (): void => {
    if (words.length > 0) ways.push(step("word", next, { what: sets.setOf(words) }));
    words = [];
  };
  for (const nodes of node.is === "choice" ? node.of.flatMap(unfolded) : [[node]]) {
    const [only, ...others] = nodes;
    if (only?.is === "word" && others.length === 0) words.push(...listedAs(only.word, only.isPrefix));
    else {
      close();
      ways.push(sequence(nodes, next, sets));
    }
  }
  close();
  return ways;
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

/** The set of the words one of which comes first in whatever some nodes read; null = it can be any. */
export const firstsOf = (nodes: Node[]): Listed[] | null => {
  const found: Listed[] = [];
  for (const node of nodes) {
    if (node.is === "start") continue;
    if (node.is !== "word" && node.is !== "choice") return null;
    const own = node.is === "word" ? listedAs(node.word, node.isPrefix) : firstsOfAny(node.of);
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

/** No pattern stands there. */
export const NO = -1;

/** Follows the steps of a pattern through the words that were read last, as a regular expression would: what comes first is
 * taken first, the longer before what may be missing, the shorter of gaps. */
export const follower = ({ seen, has }: SetReader) => {
  const { ids, begins, ends, joins } = seen;
  /** The place after what is read from a place on, or NO. */
  const follow = (from: Step, at: number): number => {
    let now = from;
    let place = at;
    for (;;) {
      if (now.is === "done") return place;
      if (now.is === "choice") {
        if (!now.isAfter || joins[place]) {
          const end = followAny(waysAt(now, ids[place] as number), place);
          if (end !== NO) return end;
        }
        if (!now.next) return NO;
      } else if (now.is === "word") {
        if ((now.isAfter && !joins[place]) || !has(now.what, ids[place] as number)) return NO;
        place++;
      } else if (now.is === "gap" || now.is === "gapBefore") return followGap(now, place);
      else if (now.is === "number") return followNumber(now, place);
      else if (now.is === "between" ? !joins[place] : !isEdge(now.is, place)) return NO;
      now = now.next as Step;
    }
  };
  const followAny = (ways: Step[], place: number): number => {
    for (const way of ways) {
      const end = follow(way, place);
      if (end !== NO) return end;
    }
    return NO;
  };
  const waysAt = ({ ways, waysBy }: Step, id: number): Step[] => {
    const known = waysBy.get(id);
    if (known) return known;
    const some = ways.filter((way) => canBegin(way, id));
    waysBy.set(id, some);
    return some;
  };
  const canBegin = (way: Step, id: number): boolean => {
    if (way.is === "word") return has(way.what, id);
    if (way.is === "start") return canBegin(way.next as Step, id);
    if (way.is !== "choice") return true;
    return way.ways.some((one) => canBegin(one, id)) || (way.next !== null && canBegin(way.next, id));
  };
  const followGap = ({ is, what, next }: Step, place: number): number => {
    const further = is === "gap" ? 0 : 1;
    for (let i = place; ; i++) {
      const end = follow(next as Step, i);
      if (end !== NO) return end;
      if (i === place + what || !joins[i + further]) return NO;
    }
  };
  const followNumber = ({ isAfter, next }: Step, place: number): number => {
    if ((isAfter && !joins[place]) || !isNumber(place, 7)) return NO;
    const end = isDecimal(place) ? follow(next as Step, place + 2) : NO;
    return end === NO ? follow(next as Step, place + 1) : end;
  };
  const isNumber = (place: number, most: number): boolean =>
    place < seen.count &&
    (ends[place] as number) - (begins[place] as number) <= most &&
    every(seen.text, begins[place] as number, ends[place] as number, isDigit);
  /** "2.50" is one number of two words. */
  const isDecimal = (place: number): boolean => {
    const point = seen.text.charCodeAt(ends[place] as number);
    return (
      (point === 46 || point === 44) &&
      begins[place + 1] === (ends[place] as number) + 1 &&
      isNumber(place + 1, 3)
    );
  };
  const isEdge = (is: Step["is"], place: number): boolean => {
    const { text, from, to } = seen;
    if (is === "start") return (begins[place] as number) - from <= 4 && every(text, from, begins[place] as number, isOther);
    const end = ends[place - 1] as number;
    return to - end <= 8 && every(text, end, to, isOther);
  };
  /** Where in the text the first of a pattern stands, into `span`; `first` is the set that it begins with, NO = any word. */
  const span = { start: 0, end: 0 };
  const find = (pattern: Step, first: number): boolean => {
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
  return { span, find };
};

const every = (text: string, from: number, to: number, is: (code: number) => boolean): boolean => {
  for (let i = from; i < to; i++) if (!is(text.charCodeAt(i))) return false;
  return true;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Neither a–z nor a digit. */
const isOther = (code: number): boolean => !isDigit(code) && (code < 97 || code > 122);
