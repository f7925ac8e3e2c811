import { NONE } from "#lib/filters.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { type Rising, risingTopics } from "#lib/stats/rising/rising.ts";
import { allWithin, type TopicCounts, within } from "./counts.ts";
import type { Windows } from "./windows.ts";

/** sure: stands when all topics are tested at once, and is worth a word; likely: alone chance would hardly do it; chance:
 * it could. */
export type Sureness = "sure" | "likely" | "chance";

/** One topic's handed over episodes against those expected, of all with the AI. isLong: over four weeks against the sixteen
 * before, because it is too small for one. escalated: now and in the baseline, the rate a reader compares. */
export type RisingTopic = Rising & {
  sureness: Sureness;
  isLong: boolean;
  escalated: { now: Counts; before: Counts };
};

/** Of fewer in both ranges together, about five a week, a week cannot tell. Their sum does not depend on which of the two
 * had more, so choosing by it leaves the test as it is. */
const FEWEST_IN_FIVE = 25;
const LIKELY = 0.05;

/** Every sorted topic, the largest shrunk lift first, and among them what waits for a name: of `unnamed`, which `counts` has
 * under NONE, no more is known than the short ranges. Empty when nothing came in one of the ranges. */
export const risingOf = (
  counts: TopicCounts,
  windows: Pick<Windows, "now" | "baseline" | "long">,
  unnamed: TopicCounts = new Map(),
): RisingTopic[] => {
  const { now, baseline, long } = windows;
  const all = { now: allWithin(counts, now).whole, before: allWithin(counts, baseline).whole };
  const allLong = long && { now: allWithin(counts, long.now).whole, before: allWithin(counts, long.baseline).whole };
  const tested = [...counts, ...unnamed].flatMap(([topic, series]) => {
    if (topic === NONE) return [];
    const short = { topic, now: within(series, now).part, before: within(series, baseline).part };
    const isEnough = short.now + short.before >= FEWEST_IN_FIVE || unnamed.has(topic);
    if (!long || !allLong || isEnough) return [{ ...short, isLong: false }];
    const [later, earlier] = [within(series, long.now).part, within(series, long.baseline).part];
    return [{ topic, now: later, before: earlier, all: allLong, isLong: true }];
  });
  const isLong = new Set(tested.flatMap((one) => (one.isLong ? [one.topic] : [])));
  return risingTopics(tested, all).map((one) => {
    const mine = isLong.has(one.topic) && long ? long : { now, baseline };
    const series = unnamed.get(one.topic) ?? counts.get(one.topic);
    return {
      ...one,
      sureness: surenessOf(one),
      isLong: isLong.has(one.topic),
      escalated: { now: within(series, mine.now), before: within(series, mine.baseline) },
    };
  });
};

const surenessOf = ({ isRising, p, lift }: Rising): Sureness => {
  if (isRising) return "sure";
  return p < LIKELY && (lift === null || lift > 1) ? "likely" : "chance";
};
