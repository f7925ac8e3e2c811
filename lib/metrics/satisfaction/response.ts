import { responseWeighted, type Weighted } from "#lib/stats/proportions/response-weighting.ts";
import type { Interval } from "#lib/stats/proportions/wilson.ts";
import { type Responses, worstCase } from "#lib/stats/proportions/worst-case.ts";
import { FEW, isTooFew, type Measurement, ratio } from "../measure.ts";

/** rate: answers ÷ surveys offered. bounds: what CSAT could be had all answered. weighted: CSAT with each answer standing
 * for those like it who were silent; null when fewer than ten answered. */
export type Response = { rate: Measurement; answered: Measurement; bounds: Interval; weighted: Weighted | null };

/** How far the answers can be taken for all who were asked, from cells (wait, topic, outcome) of a road; null when nobody
 * is known to have been asked. */
export const responseOf = (cells: readonly Responses[]): Response | null => {
  const total = (of: keyof Responses) => cells.reduce((sum, cell) => sum + cell[of], 0);
  const all = { offered: total("offered"), answered: total("answered"), part: total("part") };
  const bounds = worstCase(all);
  if (!bounds) return null;
  return {
    rate: ratio({ part: all.answered, n: all.offered }),
    answered: ratio({ part: all.part, n: all.answered }),
    bounds,
    weighted: isTooFew({ n: all.answered }) ? null : responseWeighted(cells),
  };
};

/** Whether the answers are too few to say more than that. */
export const hasFewAnswers = ({ answered }: Response): boolean => answered.n < FEW;
