import type { Counts } from "#lib/stats/proportions/wilson.ts";
import type { BeforeAfter } from "./did-it-work.ts";

export type Candidate = BeforeAfter & { topic: string };

/** controls: what a topic is held against. disturbed: left out, because something of their own happened to them. */
export type Controls = { controls: Candidate[]; disturbed: string[] };

const MOST = 5;
const FEWEST = 30;
/** Standard errors beyond which a change is one of its own. */
const FAR = 3;

/** Topics without a fix that are most like one before it: by their escalation rate then. A topic whose rate moved away from
 * the median move of all by more than three standard errors is no yardstick, up or down: its weeks are not the usual ones. */
export const controlsFor = (topic: BeforeAfter, candidates: readonly Candidate[]): Controls => {
  const known = candidates.filter(({ before, after }) => Math.min(before.whole, after.whole) >= FEWEST);
  const usual = medianOf(known.map(moveOf));
  const isDisturbed = (one: Candidate) => Math.abs(moveOf(one) - usual) > FAR * errorOf(one);
  const apart = (one: Candidate) => Math.abs(rateOf(one.before) - rateOf(topic.before));
  return {
    controls: known
      .filter((one) => !isDisturbed(one))
      .sort((a, b) => apart(a) - apart(b) || (a.topic < b.topic ? -1 : 1))
      .slice(0, MOST),
    disturbed: known.filter(isDisturbed).map((one) => one.topic),
  };
};

const rateOf = ({ part, whole }: Counts): number => (whole === 0 ? 0 : part / whole);

const moveOf = ({ before, after }: BeforeAfter): number => rateOf(after) - rateOf(before);

const errorOf = ({ before, after }: BeforeAfter): number => {
  const p = rateOf({ part: before.part + after.part, whole: before.whole + after.whole });
  return Math.sqrt(p * (1 - p) * (1 / before.whole + 1 / after.whole));
};

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
};
