import type { Asked } from "#lib/filters.ts";
import type { TopicCounts } from "#lib/knowledge/counts.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { type Cell, type Cut, countBy } from "../metrics/count-by.ts";

type Stretches = readonly Pick<Range, "from" | "to">[];

/** A page about topics compares all of them: of its filters the topic chooses what is looked at, not what is counted. */
export const amongTopics = <T extends Pick<Asked, "only">>(filters: T): T => {
  const { topic: _, ...only } = filters.only;
  return { ...filters, only };
};

/** Handed over of all episodes with the AI, by topic in each range; an index alone is read, each range once. */
export const escalatedByTopic = async (db: Db, filters: Asked, ranges: Stretches): Promise<TopicCounts> =>
  byTopic(await countBy(db, "escalationRate", amongTopics(filters), ["topic"], ranges), ranges.length);

/** Resolved of the handed over that can be judged, by topic in each range of the days they ended on. */
export const resolvedByTopic = async (db: Db, filters: Asked, ranges: Stretches): Promise<TopicCounts> =>
  byTopic(await countBy(db, "postEscalationResolution", amongTopics(filters), ["topic"], ranges), ranges.length);

/** Of the handed over those that a rule of the workspace sent to people, by topic in one range. */
export const ruledByTopic = async (db: Db, filters: Asked, range: Stretches[number]): Promise<TopicCounts> => {
  const cells = await countBy(db, "escalationRate", amongTopics(filters), ["topic", "initiator"], [range]);
  const ruled = cells.map(({ values, part, ...rest }) => ({
    ...rest,
    values,
    part: values.initiator === "rule" ? part : 0,
    n: part,
  }));
  return byTopic(ruled, 1);
};

const byTopic = <C extends Cut>(cells: readonly Cell<C | "topic">[], ranges: number): TopicCounts => {
  const found = new Map<string, Counts[]>();
  for (const { range, values, part, n } of cells) {
    const series = found.get(values.topic) ?? Array.from({ length: ranges }, () => ({ part: 0, whole: 0 }));
    const before = series[range] ?? { part: 0, whole: 0 };
    series[range] = { part: before.part + part, whole: before.whole + n };
    found.set(values.topic, series);
  }
  return found;
};
