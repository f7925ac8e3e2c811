import { chiSquareTail } from "#lib/stats/distributions.ts";
import { holm } from "#lib/stats/holm.ts";
import type { Change } from "./measure.ts";

const LEVEL = 0.05;

/** How often chance alone would move it as far. */
const chanceOf = ({ z }: Change): number => chiSquareTail(z ** 2, 1);

/** Changes that are read together, as the numbers of a page are: real is what remains so when all of them are looked at
 * (Holm's step-down), so that a page on which nothing happened claims something in one week of twenty and not of five. */
export const readTogether = (changes: readonly (Change | null)[]): (Change | null)[] => {
  const tested = changes.filter((one) => one !== null);
  const adjusted = new Map(holm(tested.map(chanceOf)).map((p, i) => [tested[i], p]));
  return changes.map((one) => one && { ...one, isReal: (adjusted.get(one) ?? 1) < LEVEL });
};
