import type { Counts } from "#lib/stats/proportions/wilson.ts";
import type { Range } from "#lib/time/range.ts";
import { FEWEST_MEMBERS } from "#lib/topics/taxonomy/candidate.ts";
import { NOTHING, type TopicCounts, without } from "./counts.ts";
import { type RisingTopic, risingOf } from "./rising.ts";
import type { Stretch, Windows } from "./windows.ts";

/** What nobody has named, as the newest night found it: its telling words, when that was, and what it counted in each range. */
export type UnnamedGroup = { id: number; words: string[]; seenAt: Date; series: readonly Counts[] };

/** Of what is handed over and of all with the AI: floods, by the topic they are counted under, and groups that wait for a
 * name; what is in a flood is in no group. */
export type Apart = { floods: TopicCounts; groups: readonly UnnamedGroup[] };

/** Handoffs that say nearly the same within hours: how many, what they say, and when the first and the last began. */
export type Flood = { n: number; text: string; from: Date; to: Date };

/** What has no name yet, tested as a topic. */
export type RisingGroup = { group: UnnamedGroup; rising: RisingTopic };

/** Topics are learnt from texts of so many days, and groups are made of them. */
export const GROUPED_DAYS = 84;
const DAY_MS = 86_400_000;

/** Topics and groups without a name that are tested together, each list by its shrunk lift: floods are in none, for one event
 * is no topic's rise, and makes no other topic seem to fall. A group that counted nothing now is left out, and one that rose
 * by fewer than make a group is not sure, whatever the test says: nobody has looked yet whether they belong together. */
export const risenWithGroups = (
  escalated: TopicCounts,
  { floods, groups }: Apart,
  windows: Pick<Windows, "ranges" | "now" | "baseline" | "long">,
): { topics: RisingTopic[]; groups: RisingGroup[] } => {
  const known = groupsKnownIn(groups, windows.ranges, [...windows.baseline, ...windows.now]);
  const unnamed = new Map(known.map((group) => [keyOf(group), group]));
  const series = new Map(known.map((group) => [keyOf(group), group.series]));
  const rising = risingOf(withoutFloods(escalated, floods), windows, series);
  return {
    topics: rising.filter(({ topic }) => !unnamed.has(topic)),
    groups: rising.flatMap((one) => {
      const group = unnamed.get(one.topic);
      return group && one.now > 0 ? [{ group, rising: doubtedIfFew(one) }] : [];
    }),
  };
};

const doubtedIfFew = (one: RisingTopic): RisingTopic =>
  one.now < FEWEST_MEMBERS && one.sureness === "sure" ? { ...one, sureness: "likely" } : one;

const withoutFloods = (counts: TopicCounts, floods: TopicCounts): TopicCounts =>
  new Map(
    [...counts].map(([topic, series]) => {
      const flooded = floods.get(topic);
      return [topic, flooded ? series.map((one, i) => without(one, flooded[i] ?? NOTHING)) : series];
    }),
  );

/** Groups whose texts were looked at in all of these ranges: of what is older a group knows nothing, and whatever came since
 * would seem new. */
const groupsKnownIn = (
  groups: readonly UnnamedGroup[],
  ranges: readonly Pick<Range, "from">[],
  stretch: Stretch,
): UnnamedGroup[] => {
  const first = Math.min(...stretch.map((i) => ranges[i]?.from.getTime() ?? Number.NEGATIVE_INFINITY));
  return groups.filter(({ seenAt }) => seenAt.getTime() - GROUPED_DAYS * DAY_MS <= first);
};

/** What a group is called among topics: no name of a topic can hold this sign. */
const keyOf = ({ id }: UnnamedGroup): string => `\u0000${id}`;
