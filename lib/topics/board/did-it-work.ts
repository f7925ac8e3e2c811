import { type Difference, difference, type Estimate } from "#lib/stats/difference.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";

/** Escalated conversations of all with the AI, before an article was published and after. */
export type BeforeAfter = { before: Counts; after: Counts };

export type Effect = Difference & {
  /** worked: the interval lies below 0. no_effect: a fall that would matter can be ruled out, or time enough has passed.
   * too_early: neither. */
  verdict: "worked" | "no_effect" | "too_early";
};

export type Waiting = {
  /** Weeks after publishing whose conversations can no longer change. */
  matureWeeks: number;
};

const FEWEST_WEEKS = 2;
/** After so long what is not seen will not be. */
const MOST_WEEKS = 8;
const FEWEST = 30;
/** A fall of the escalation rate that is worth an article. */
const MATTERS = 0.05;

/** Difference in differences: how much more a topic's escalation rate changed than that of control topics in the same weeks,
 * with its 95 % interval. Controls count by their conversations afterwards, so that a change of their mix is no effect.
 * Null while either side has nothing before or after. Angrist & Pischke 2009, 5.2. */
export const effectOf = (
  topic: BeforeAfter,
  controls: readonly BeforeAfter[],
  { matureWeeks }: Waiting,
): Effect | null => {
  const known = controls.filter(({ before, after }) => before.whole > 0 && after.whole > 0);
  const all = known.reduce((sum, { after }) => sum + after.whole, 0);
  if (topic.before.whole === 0 || topic.after.whole === 0 || all === 0) return null;
  const usual = known.reduce(
    (sum, control) => {
      const [share, change] = [control.after.whole / all, changeOf(control)];
      return { value: sum.value + share * change.value, se: Math.hypot(sum.se, share * change.se) };
    },
    { value: 0, se: 0 },
  );
  const found = difference(changeOf(topic), usual);
  const isEarly = matureWeeks < FEWEST_WEEKS || Math.min(topic.before.whole, topic.after.whole) < FEWEST;
  return { ...found, verdict: isEarly ? "too_early" : verdictOf(found, matureWeeks) };
};

const verdictOf = ({ low, high }: Difference, matureWeeks: number): Effect["verdict"] => {
  if (high < 0) return "worked";
  return low > -MATTERS || matureWeeks >= MOST_WEEKS ? "no_effect" : "too_early";
};

const changeOf = ({ before, after }: BeforeAfter): Estimate => {
  const { difference: value, se } = difference(rateOf(after), rateOf(before));
  return { value, se };
};

/** The spread is that of a rate drawn a little to the middle, or none of ten would be sure to be none of all. */
const rateOf = ({ part, whole }: Counts): Estimate => {
  const drawn = (part + 1) / (whole + 2);
  return { value: part / whole, se: Math.sqrt((drawn * (1 - drawn)) / whole) };
};
