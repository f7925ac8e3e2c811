import { DONE, IS, NO } from "./follow.ts";
import { canBeMissing, type Node } from "./pattern.ts";
import type { Sets } from "./word-sets.ts";
import type { Listed } from "./word-table.ts";

/** What a choice is of; null = it can begin with any word. */
type Way = { firsts: Listed[] | null; step: number };
/** So many bits has a number. */
const MOST_WAYS = 32;

/** Writes down the steps of patterns; the words of each are among the sets afterwards. */
export const stepWriter = (sets: Sets) => {
  const code: number[] = [];
  const write = (...step: number[]): number => code.push(...step) - step.length;
  const between = (next: number): number => write(IS.between, 0, next);

  /** Where the steps of some nodes begin. They are written from the last to the first. */
  const sequence = (nodes: Node[], next: number): number => {
    const sure = nodes.findIndex((node) => !canBeMissing(node));
    return nodes.reduceRight((rest, node, i) => stepOf(node, i - sure, rest), next);
  };
  /** `side` tells whether a node stands before, at or after the first sure one of its sequence. */
  const stepOf = (node: Node, side: number, next: number): number => {
    if (node.is === "gap") return write(side < 0 ? IS.gapBefore : IS.gap, node.most, next);
    return node.is === "start" || node.is === "end" ? edge(node.is, side, next) : oneOf(node, side, next);
  };
  const oneOf = (node: Node, side: number, next: number): number => {
    // What may be missing before the first sure word brings what parts it from there, what comes later what is before it.
    if (side < 0) return choice(waysOf(node, between(next)), next);
    const ways = waysOf(node, next);
    if (node.isOptional)
      return choice(
        ways.map(({ firsts, step }) => ({ firsts, step: between(step) })),
        next,
      );
    const sure = ways.length === 1 ? (ways[0]?.step ?? NO) : choice(ways, NO);
    return side > 0 ? between(sure) : sure;
  };
  const edge = (is: "start" | "end", side: number, next: number): number => {
    if (is === "start" ? side > 0 : side < 0) throw new Error("^ stands first in a pattern, and $ last.");
    return write(IS[is], 0, next);
  };
  const waysOf = (node: Node, next: number): Way[] => {
    if (node.is === "number") return [{ firsts: null, step: write(IS.number, 0, next) }];
    return together(node.is === "choice" ? node.of.flatMap(unfolded) : [[node]]).map((way) =>
      Array.isArray(way)
        ? { firsts: firstsOf(way), step: sequence(way, next) }
        : { firsts: way.words, step: write(IS.word, sets.setOf(way.words), next) },
    );
  };
  const choice = (ways: Way[], without: number): number => {
    if (ways.length > MOST_WAYS) {
      const [some, rest] = [ways.slice(0, MOST_WAYS - 1), ways.slice(MOST_WAYS - 1)];
      return choice([...some, { firsts: null, step: choice(rest, NO) }], without);
    }
    const row = sets.rowOf(ways.map(({ firsts }) => firsts ?? []));
    const bitsOf = (some: (way: Way) => boolean) => ways.reduce((bits, way, i) => bits | (some(way) ? 1 << i : 0), 0);
    const [all, any] = [bitsOf(() => true), bitsOf(({ firsts }) => firsts === null)];
    return write(IS.choice, row, without, all, any, ...ways.map(({ step }) => step));
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
