import type { Rows } from "../vectors/rows.ts";
import type { Links } from "./links.ts";

/** Two communities are about the same when they are linked to each other at least so densely, and their rows are at least so
 * like, as within themselves. Chosen on BANKING77: among the messages of two or three of its labels half as many groups are
 * left, none less pure, and among those of all 77 nearly none is joined. */
const LINKED = 0.08;
const ALIKE = 0.5;

/** What is known of a community while it grows. Sums are over its rows or over pairs of them. */
type Community = {
  rows: number[];
  /** Weights of the links within. */
  within: number;
  /** Weights of the links to each other community. */
  linked: Map<number, number>;
};

/** Communities with those joined that are about the same, by the first of their numbers: the most densely linked first
 * (average linkage), each measured against its own density, which falls as it grows. Louvain parts few messages finer than
 * people would, for it holds all of them against chance alike. */
export const joinedAlike = (parts: Int32Array, links: Links, rows: Rows): Int32Array => {
  const all = communitiesFrom(parts, links);
  const likeness = likenessIn(rows, all);
  for (let pair = closest(all, likeness); pair; pair = closest(all, likeness)) merge(all, pair[0], pair[1]);
  const joined = parts.slice();
  for (const [id, { rows: members }] of all) for (const row of members) joined[row] = id;
  return joined;
};

const communitiesFrom = (parts: Int32Array, { from, to, weights }: Links): Map<number, Community> => {
  const all = new Map<number, Community>();
  for (const [row, id] of parts.entries()) {
    const one = all.get(id);
    if (one) one.rows.push(row);
    else all.set(id, { rows: [row], within: 0, linked: new Map() });
  }
  for (const [i, weight] of weights.entries()) {
    const [a, b] = [parts[from[i] as number] as number, parts[to[i] as number] as number];
    const one = all.get(a);
    if (one && a === b) one.within += weight;
    else addLink(all, a, b, weight);
  }
  return all;
};

const addLink = (all: Map<number, Community>, a: number, b: number, weight: number): void => {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const linked = all.get(one)?.linked;
    linked?.set(other, (linked.get(other) ?? 0) + weight);
  }
};

const closest = (
  all: ReadonlyMap<number, Community>,
  likeness: (a: number, b: number) => number,
): [number, number] | null => {
  let [best, pair]: [number, [number, number] | null] = [0, null];
  for (const [a, one] of all) {
    for (const [b, weight] of one.linked) {
      const other = all.get(b);
      if (!other || b <= a) continue;
      const density = weight / (one.rows.length * other.rows.length) / Math.sqrt(densityOf(one) * densityOf(other));
      if (density >= LINKED && density > best && likeness(a, b) >= ALIKE) [best, pair] = [density, [a, b]];
    }
  }
  return pair;
};

/** Mean weight of a link over all pairs within; of a single row it is not known, and it joins nothing. */
const densityOf = ({ rows, within }: Community): number =>
  rows.length < 2 || within === 0 ? Number.POSITIVE_INFINITY : within / pairsOf(rows.length);

const pairsOf = (n: number): number => (n * (n - 1)) / 2;

const merge = (all: Map<number, Community>, a: number, b: number): void => {
  const [one, other] = [all.get(a), all.get(b)];
  if (!one || !other) return;
  one.within += other.within + (one.linked.get(b) ?? 0);
  all.set(a, { ...one, rows: [...one.rows, ...other.rows] });
  all.delete(b);
  one.linked.delete(b);
  for (const [id, weight] of other.linked) {
    all.get(id)?.linked.delete(b);
    if (id !== a) addLink(all, a, id, weight);
  }
};

/** Mean cosine of the rows of two communities ÷ the geometric mean of those within each. */
const likenessIn = (
  { width, starts, ids, values }: Rows,
  all: ReadonlyMap<number, Community>,
): ((a: number, b: number) => number) => {
  const known = new WeakMap<Community, { sum: Float32Array; within: number }>();
  const sumOf = (one: Community) => {
    const before = known.get(one);
    if (before) return before;
    const sum = new Float32Array(width);
    let own = 0;
    for (const row of one.rows) {
      for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
        sum[ids[i] as number] = (sum[ids[i] as number] as number) + (values[i] as number);
        own += (values[i] as number) ** 2;
      }
    }
    const within = (dot(sum, sum) - own) / 2 / pairsOf(one.rows.length);
    known.set(one, { sum, within });
    return { sum, within };
  };
  return (a, b) => {
    const [one, other] = [all.get(a), all.get(b)];
    if (!one || !other) return 0;
    const [left, right] = [sumOf(one), sumOf(other)];
    const between = dot(left.sum, right.sum) / (one.rows.length * other.rows.length);
    return between / Math.sqrt(left.within * right.within);
  };
};

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};
