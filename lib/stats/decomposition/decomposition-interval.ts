import { randomOf } from "#lib/random.ts";
import { percentileInterval, type Resampling } from "../cluster-bootstrap.ts";
import type { Counts, Interval } from "../proportions/wilson.ts";
import { decompose, type TopicChange } from "./decompose.ts";
import { multinomial } from "./multinomial.ts";

/** 95 % intervals of the effects, as differences of shares. */
export type DecompositionInterval = {
  rate: Interval;
  mix: Interval;
  topics: { topic: string; rate: Interval; mix: Interval }[];
};

const RESAMPLES = 1000;

/** How far chance alone could move each effect: both ranges are drawn again, topic and outcome together, and decomposed.
 * Equal counts and seed give equal intervals. Null when either range counted nothing. Efron 1979, Ann Stat 7:1. */
export const decompositionInterval = (
  changes: readonly TopicChange[],
  { seed, resamples = RESAMPLES }: Resampling,
): DecompositionInterval | null => {
  const { unit } = randomOf(seed);
  const redrawn = () => {
    const before = redraw(
      changes.map((change) => change.before),
      unit,
    );
    const now = redraw(
      changes.map((change) => change.now),
      unit,
    );
    const none = { part: 0, whole: 0 };
    return decompose(changes.map(({ topic }, i) => ({ topic, before: before[i] ?? none, now: now[i] ?? none })));
  };
  const drawn = Array.from({ length: resamples }, redrawn).filter((found) => found !== null);
  const rate = percentileInterval(drawn.map((found) => found.rate));
  const mix = percentileInterval(drawn.map((found) => found.mix));
  if (!rate || !mix) return null;
  const topics = changes.flatMap(({ topic }, i) => {
    const effects = drawn.flatMap((found) => found.topics[i] ?? []);
    const own = percentileInterval(effects.map((effect) => effect.rate));
    const share = percentileInterval(effects.map((effect) => effect.mix));
    return own && share ? [{ topic, rate: own, mix: share }] : [];
  });
  return { rate, mix, topics };
};

const redraw = (counts: readonly Counts[], unit: () => number): Counts[] => {
  const n = counts.reduce((sum, { whole }) => sum + whole, 0);
  const cells = multinomial(
    n,
    counts.flatMap(({ part, whole }) => [part, whole - part]),
    unit,
  );
  return counts.map((_, i) => {
    const [part, rest] = [cells[2 * i] ?? 0, cells[2 * i + 1] ?? 0];
    return { part, whole: part + rest };
  });
};
