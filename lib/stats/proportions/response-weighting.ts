import { wilson } from "./wilson.ts";
import type { Responses } from "./worst-case.ts";

/** Beyond this many times the average, one answer would speak for too many. */
const CAP = 5;
/** With fewer answers a cell cannot speak for its silent ones. */
const FEWEST = 10;

/** raw: share of the answers as they came. value: with each answer weighted by how rarely its like answered; low and high:
 * 95 %. effectiveN: how many unweighted answers carry as much. isCapped: a weight was cut, so that the rarest answerers
 * are still underrepresented. cells: how many were told apart. */
export type Weighted = {
  raw: number;
  value: number;
  low: number;
  high: number;
  effectiveN: number;
  isCapped: boolean;
  cells: number;
};

/** A share among those who answered, corrected for who answers, within cells whose members differ in nothing else that
 * matters (wait band, topic, outcome). A weight is the cell's inverse response rate relative to that of all, at most 5;
 * cells with fewer than ten answers are joined. The interval is Wilson's on Kish's effective number of answers. Null when
 * nobody answered. Kish 1965, Survey Sampling, 11.7. */
export const responseWeighted = (responses: readonly Responses[]): Weighted | null => {
  const all = joined(responses);
  if (all.answered === 0) return null;
  const cells = withEnough(responses);
  const weights = cells.map(({ offered, answered }) => offered / answered / (all.offered / all.answered));
  const weight = (i: number) => Math.min(CAP, weights[i] ?? 1);
  const total = (of: (cell: Responses, i: number) => number) => cells.reduce((sum, cell, i) => sum + of(cell, i), 0);
  const sum = total(({ answered }, i) => answered * weight(i));
  const effectiveN = sum ** 2 / total(({ answered }, i) => answered * weight(i) ** 2);
  const value = total(({ part }, i) => part * weight(i)) / sum;
  const { low, high } = wilson(Math.min(effectiveN, value * effectiveN), effectiveN) ?? { low: 0, high: 1 };
  const isCapped = weights.some((each) => each > CAP);
  return { raw: all.part / all.answered, value, low, high, effectiveN, isCapped, cells: cells.length };
};

const joined = (cells: readonly Responses[]): Responses =>
  cells.reduce(
    (sum, cell) => ({
      offered: sum.offered + cell.offered,
      answered: sum.answered + cell.answered,
      part: sum.part + cell.part,
    }),
    { offered: 0, answered: 0, part: 0 },
  );

/** Cells under ten become one; while that has still too few, the next smallest joins it. */
const withEnough = (responses: readonly Responses[]): Responses[] => {
  const cells = responses.toSorted((a, b) => a.answered - b.answered);
  const small = cells.filter(({ answered }) => answered < FEWEST).length;
  if (small === 0) return cells;
  let joining = small;
  while (joining < cells.length && joined(cells.slice(0, joining)).answered < FEWEST) joining += 1;
  return [joined(cells.slice(0, joining)), ...cells.slice(joining)];
};
