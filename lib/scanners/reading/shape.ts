import { canBeMissing, type Node } from "./pattern.ts";
import type { Listed, Seen } from "./word-table.ts";

/** A pattern as steps over places: where among all steps its own begin, after their number. */
export type Shape = number;

/** Steps and what follows each: a set; a set that may be missing; how many words; nothing four times; and for a choice whether
 * it may be missing, the set of its first words (-1 = not known), its end, and each alternative after its length. */
const STEP = { set: 0, maybe: 1, gap: 2, number: 3, maybeNumber: 4, start: 5, end: 6, choice: 7 } as const;

/** Sets of listed words, each with a number. */
export type Sets = { setOf: (words: Listed[]) => number };

/** The steps of patterns, one behind the other; the words of each are among the sets afterwards. */
export const shapesOf = (sets: Sets) => {
  const all: number[] = [];
  const known = new Map<Node[], Shape>();
  const shapeOf = (nodes: Node[]): Shape => {
    const shape = known.get(nodes) ?? all.length;
    if (known.has(nodes)) return shape;
    known.set(nodes, shape);
    const steps = stepsOf(nodes, sets);
    all.push(steps.length, ...steps);
    return shape;
  };
  /** The set of the words one of which comes first in whatever a pattern reads; -1 = it can be any. */
  const firstOf = (nodes: Node[]): number => {
    const words = firstsOf(nodes);
    return words === null ? -1 : sets.setOf(words);
  };
  return { shapeOf, firstOf, steps: () => Int32Array.from(all) };
};

const stepsOf = (nodes: Node[], sets: Sets): number[] => nodes.flatMap((node) => stepOf(node, sets));

const stepOf = (node: Node, sets: Sets): number[] => {
  if (node.is === "gap") return [STEP.gap, node.most];
  if (node.is === "start") return [STEP.start];
  if (node.is === "end") return [STEP.end];
  if (node.is === "number") return [node.isOptional ? STEP.maybeNumber : STEP.number];
  return choiceOf(node.is === "word" ? [[{ ...node, isOptional: false }]] : node.of, node.isOptional, sets);
};

/** What is one word alone is one set; what is more words stands by itself. */
const choiceOf = (of: Node[][], isOptional: boolean, sets: Sets): number[] => {
  const all = of.flatMap(unfolded);
  const words = all.flatMap((nodes) => oneWordOf(nodes) ?? []);
  const more = all.filter((nodes) => oneWordOf(nodes) === null);
  const one = words.length === 0 ? [] : [isOptional && more.length === 0 ? STEP.maybe : STEP.set, sets.setOf(words)];
  if (more.length === 0) return one;
  const others = more.map((nodes) =>
    nodes.some(isJoined) ? stepsOf(nodes.flatMap(parted), sets) : stepsOf(nodes, sets),
  );
  const body = [...(one.length === 0 ? [] : [one]), ...others].flatMap((steps) => [steps.length, ...steps]);
  const firsts = more.map(firstsOf);
  const first = firsts.includes(null) ? -1 : sets.setOf([...words, ...firsts.flatMap((some) => some ?? [])]);
  return [STEP.choice, isOptional ? 1 : 0, first, body.length, ...body];
};

/** A choice that is all of an alternative is alternatives of the choice around it. */
const unfolded = (nodes: Node[]): Node[][] => {
  const [only, ...rest] = nodes;
  return only?.is === "choice" && !only.isOptional && rest.length === 0 ? only.of.flatMap(unfolded) : [nodes];
};

const isJoined = (node: Node): boolean => node.is === "word" && node.word.includes("&");

/** An ampersand parts two words of a text. */
const parted = (node: Node): Node[] =>
  node.is === "word" && isJoined(node)
    ? node.word
        .split("&")
        .filter((word) => word !== "")
        .map((word, i, all) => ({ ...node, word, isPrefix: node.isPrefix && i === all.length - 1 }))
    : [node];

const listedAs = ({ word, isPrefix }: Listed): Listed => ({ word: word.replaceAll("'", ""), isPrefix });

const oneWordOf = (nodes: Node[]): Listed | null => {
  const [only, ...rest] = nodes;
  return only?.is === "word" && !only.isOptional && !isJoined(only) && rest.length === 0 ? listedAs(only) : null;
};

/** Words one of which comes first in whatever the nodes read; null = it can be any. */
const firstsOf = (nodes: Node[]): Listed[] | null => {
  const found: Listed[] = [];
  for (const node of nodes) {
    if (node.is === "start") continue;
    const own =
      node.is === "word"
        ? parted(node)
            .slice(0, 1)
            .flatMap((one) => (one.is === "word" ? [listedAs(one)] : []))
        : node.is === "choice"
          ? firstsOfAny(node.of)
          : null;
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

/** Whether what was seen of a text, all of it placed, can hold a shape: all that do, and few more. */
export type Fits = (shape: Shape) => boolean;

/** Reads all ways through a pattern at once: a bit is a place at which what is left of it could go on. `maskOf` tells where
 * the words of a set stand. */
export const fitsIn = (steps: Int32Array, { seen, maskOf }: { seen: Seen; maskOf: (set: number) => number }): Fits => {
  const walk = (from: number, to: number, places: number): number => {
    let now = places;
    let i = from;
    while (i < to && now !== 0) {
      const step = steps[i] as number;
      if (step === STEP.choice) {
        now = walkChoice(i, now);
        i += 4 + (steps[i + 3] as number);
      } else if (step <= STEP.gap) {
        now = taken(step, steps[i + 1] as number, now);
        i += 2;
      } else {
        now = signed(step, now);
        i++;
      }
    }
    return now;
  };
  const taken = (step: number, what: number, now: number): number => {
    if (step === STEP.gap) return widened(now, what);
    const next = (now & maskOf(what)) << 1;
    return step === STEP.maybe ? now | next : next;
  };
  const signed = (step: number, now: number): number => {
    if (step === STEP.start) return now & seen.starts;
    if (step === STEP.end) return now & seen.ends;
    const numbers = now & seen.numbers;
    // "2.50" is one number of two words.
    const next = (numbers << 1) | ((numbers & (seen.numbers >> 1)) << 2);
    return step === STEP.maybeNumber ? now | next : next;
  };
  const walkChoice = (at: number, now: number): number => {
    const first = steps[at + 2] as number;
    let next = steps[at + 1] === 1 ? now : 0;
    if (first >= 0 && (now & maskOf(first)) === 0) return next;
    const end = at + 4 + (steps[at + 3] as number);
    for (let i = at + 4; i < end; ) {
      const length = steps[i] as number;
      next |= walk(i + 1, i + 1 + length, now);
      i += 1 + length;
    }
    return next;
  };
  return (shape) => walk(shape + 1, shape + 1 + (steps[shape] as number), -1) !== 0;
};

const widened = (places: number, most: number): number => {
  let now = places;
  for (let i = 0; i < most; i++) now |= now << 1;
  return now;
};
