import { lnChoose } from "../distributions.ts";
import type { Counts } from "../proportions/wilson.ts";
import { midP } from "./tail.ts";

/** greater: one-sided p of "a's share is higher". midP: the same with half the weight on what was seen. */
export type Fisher = { greater: number; midP: number; twoSided: number };

/** What counts as equally likely, within rounding. */
const AS_LIKELY = 1 + 1e-7;

/** Exact test of two shares, given how many hits both have together; two-sided by the tables that are no likelier than the
 * seen one. Null when either counted nothing. Fisher 1935, The Design of Experiments, II. */
export const fisher = (a: Counts, b: Counts): Fisher | null => {
  if (a.whole === 0 || b.whole === 0) return null;
  const hits = a.part + b.part;
  const fewest = Math.max(0, hits - b.whole);
  const all = lnChoose(a.whole + b.whole, hits);
  const chances = Array.from({ length: Math.min(hits, a.whole) - fewest + 1 }, (_, i) =>
    Math.exp(lnChoose(a.whole, fewest + i) + lnChoose(b.whole, hits - fewest - i) - all),
  );
  const at = chances[a.part - fewest] ?? 0;
  const above = sum(chances.slice(a.part - fewest + 1));
  const asFar = sum(chances.filter((chance) => chance <= at * AS_LIKELY));
  return { greater: Math.min(1, at + above), midP: midP({ above, at }), twoSided: Math.min(1, asFar) };
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
