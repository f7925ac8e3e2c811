import { decompose, type TopicChange } from "#lib/stats/decomposition/decompose.ts";
import { type DecompositionInterval, decompositionInterval } from "#lib/stats/decomposition/decomposition-interval.ts";
import { type Change, type Counted, change, ratio } from "./measure.ts";

/** One reason why a rate moved. effect: its part of the move, a difference of shares. share: how much of all came from the
 * topic; rate: how the topic itself fared; each before and now. change: of whatever kind it is, with its interval; null
 * when too few were counted. */
export type Driver = {
  topic: string;
  kind: "rate" | "mix";
  effect: number;
  share: { before: number; now: number };
  rate: { before: Counted; now: Counted };
  change: Change | null;
};

/** rest: what all other topics add. difference = the drivers' effects + rest. */
export type Drivers = {
  difference: number;
  rate: number;
  mix: number;
  interval: DecompositionInterval;
  /** Of the overall rate; null when too few were counted. */
  change: Change | null;
  drivers: Driver[];
  rest: number;
};

const MOST = 5;
/** Any will do, as long as the same counts always give the same interval. */
const SEED = "why a rate moved";

/** The topics that moved a rate most, by their own rate or by their share of all; null when either side counted nothing. A
 * topic is named twice when it did both. */
export const driversOf = (changes: readonly TopicChange[]): Drivers | null => {
  const found = decompose(changes);
  const interval = decompositionInterval(changes, { seed: SEED });
  if (!found || !interval) return null;
  const [all, allNow] = [total(changes, "before"), total(changes, "now")];
  const byTopic = new Map(changes.map((one) => [one.topic, one]));
  const effects = found.topics.flatMap(({ topic, rate, mix }) => [
    { topic, kind: "rate" as const, effect: rate },
    { topic, kind: "mix" as const, effect: mix },
  ]);
  const top = effects.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).slice(0, MOST);
  const drivers = top.flatMap(({ topic, kind, effect }): Driver[] => {
    const one = byTopic.get(topic);
    if (!one || effect === 0) return [];
    const [before, now] = [counted(one.before), counted(one.now)];
    const share = { before: before.n / all, now: now.n / allNow };
    const moved =
      kind === "rate"
        ? change(ratio(now), ratio(before))
        : change(ratio({ part: now.n, n: allNow }), ratio({ part: before.n, n: all }));
    return [{ topic, kind, effect, share, rate: { before, now }, change: moved }];
  });
  const named = drivers.reduce((sum, { effect }) => sum + effect, 0);
  const { difference, rate, mix } = found;
  const [overall, overallNow] = [overallOf(changes, "before"), overallOf(changes, "now")];
  return { difference, rate, mix, interval, change: change(overallNow, overall), drivers, rest: difference - named };
};

const counted = ({ part, whole }: { part: number; whole: number }): Counted => ({ part, n: whole });

const total = (changes: readonly TopicChange[], side: "before" | "now"): number =>
  changes.reduce((sum, one) => sum + one[side].whole, 0);

const overallOf = (changes: readonly TopicChange[], side: "before" | "now") =>
  ratio({ part: changes.reduce((sum, one) => sum + one[side].part, 0), n: total(changes, side) });
