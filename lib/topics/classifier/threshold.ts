import type { Counts } from "#lib/stats/proportions/wilson.ts";

/** A judgement of a message that the classifier was not trained on. */
export type Judged = { confidence: number; isRight: boolean };

export type Threshold = {
  /** Confidence from which on a message is counted. */
  least: number;
  /** How many of the held-out messages counted by it were right. */
  right: Counts;
  /** Share of held-out messages that it counts. */
  share: number;
};

/** Fewer held-out messages say nothing of a precision. */
const FEWEST = 20;

/** The lowest confidence from which on held-out messages were right as often as stated: counts as many as can be at that
 * precision. Null = too few are held out, or no confidence keeps it, and then nothing may be counted. */
export const thresholdFor = (judged: readonly Judged[], precision: number): Threshold | null => {
  const surest = judged.toSorted((a, b) => b.confidence - a.confidence);
  let [right, found] = [0, null as Threshold | null];
  for (const [i, { confidence, isRight }] of surest.entries()) {
    right += isRight ? 1 : 0;
    // Equal confidences are counted together or not at all.
    if (surest[i + 1]?.confidence === confidence || i + 1 < FEWEST || right < precision * (i + 1)) continue;
    found = { least: confidence, right: { part: right, whole: i + 1 }, share: (i + 1) / surest.length };
  }
  return found;
};
