import type { Counts } from "../proportions/wilson.ts";

/** What a topic counted in the earlier and the later range. */
export type TopicChange = { topic: string; before: Counts; now: Counts };

/** rate: because the topic's own share changed. mix: because it became a larger or smaller part of all, measured against the
 * average share, so that a grown topic adds only if it is worse than average. */
export type TopicEffect = { topic: string; rate: number; mix: number };

/** Shares from 0 to 1 and their differences. rate + mix = difference, exactly but for rounding. */
export type Decomposition = {
  before: number;
  now: number;
  difference: number;
  rate: number;
  mix: number;
  topics: TopicEffect[];
};

/** Why an overall share moved: because the topics' own shares did, or because other topics came. A topic that only one range
 * had is mix alone. Null when either range counted nothing. Kitagawa 1955, J Am Stat Assoc 50:1168; mix centred. */
export const decompose = (changes: readonly TopicChange[]): Decomposition | null => {
  const [all0, all1] = [total(changes.map(({ before }) => before)), total(changes.map(({ now }) => now))];
  if (all0.whole === 0 || all1.whole === 0) return null;
  const [before, now] = [all0.part / all0.whole, all1.part / all1.whole];
  const average = (before + now) / 2;
  const topics = changes.map(({ topic, ...change }): TopicEffect => {
    const [weight0, weight1] = [change.before.whole / all0.whole, change.now.whole / all1.whole];
    const [share0, share1] = sharesOf(change);
    return {
      topic,
      rate: ((share1 - share0) * (weight0 + weight1)) / 2,
      mix: (weight1 - weight0) * ((share0 + share1) / 2 - average),
    };
  });
  const [rate, mix] = [sum(topics.map((each) => each.rate)), sum(topics.map((each) => each.mix))];
  return { before, now, difference: now - before, rate, mix, topics };
};

/** The share a range does not have is taken as the other's. */
const sharesOf = ({ before, now }: Pick<TopicChange, "before" | "now">): [number, number] => {
  const [share0, share1] = [before.part / before.whole, now.part / now.whole];
  if (before.whole === 0 && now.whole === 0) return [0, 0];
  if (before.whole === 0) return [share1, share1];
  return [share0, now.whole === 0 ? share0 : share1];
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const total = (counts: readonly Counts[]): Counts => ({
  part: sum(counts.map(({ part }) => part)),
  whole: sum(counts.map(({ whole }) => whole)),
});
