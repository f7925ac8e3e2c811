import { NONE } from "#lib/filters.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { type Quadrant, quadrantOf, type TopicRates } from "#lib/topics/board/quadrant.ts";
import { allWithin, NOTHING, sumOf, type TopicCounts, within, without } from "./counts.ts";
import type { Stretch } from "./windows.ts";

/** What kind of problem a topic is, by what would help it. */
export const KINDS = ["product_bug", "gap", "policy", "as_designed"] as const satisfies Quadrant["place"][];
export type Kind = (typeof KINDS)[number];

/** A topic on the quadrant. isByRule: at least half of its handoffs were sent by a rule, which no article keeps from it. */
export type PlacedTopic = {
  topic: string;
  rates: TopicRates;
  kind: Kind;
  isSure: boolean;
  isByRule: boolean;
};

export type Placed = { topics: PlacedTopic[]; all: TopicRates };

export type PlaceCounts = {
  escalated: TopicCounts;
  /** Ranges of `escalated` that count here. */
  stretch: Stretch;
  /** One range each: resolved of the judged, and handed over by a rule of all handed over. */
  resolved: TopicCounts;
  ruled: TopicCounts;
  /** Topics that people said no article would help. */
  notKnowledge: ReadonlySet<string>;
};

const FEWEST_RULED = 10;

/** Where every sorted topic stands against all others; those of which nothing can be judged are left out. */
export const placedTopics = ({ escalated, stretch, resolved, ruled, notKnowledge }: PlaceCounts): Placed => {
  const all = { escalated: allWithin(escalated, stretch), resolved: allWithin(resolved, [0]) };
  const topics = [...escalated].flatMap(([topic, series]): PlacedTopic[] => {
    if (topic === NONE) return [];
    const rates = { escalated: within(series, stretch), resolved: within(resolved.get(topic), [0]) };
    const rest = {
      escalated: without(all.escalated, rates.escalated),
      resolved: without(all.resolved, rates.resolved),
    };
    const found = quadrantOf(rates, rest);
    if (!found) return [];
    const isByRule = mostly(ruled.get(topic)?.[0] ?? NOTHING);
    const { place, isSure } = isByRule ? { place: "policy" as const, isSure: true } : found;
    // An article would not help where people said that none does.
    const kind = place === "gap" && notKnowledge.has(topic) ? "as_designed" : place;
    return [{ topic, rates, kind, isSure, isByRule }];
  });
  return { topics, all };
};

const mostly = ({ part, whole }: Counts): boolean => whole >= FEWEST_RULED && 2 * part >= whole;

/** How many handoffs of a stretch fell on each kind of topic; unsorted: of no topic, or of one that cannot be placed yet. */
export type KindCount = { kind: Kind | "unsorted"; topics: string[]; handoffs: number; resolved: Counts };

/** Every kind, also one without any, and what is of none. Adds up to all handoffs of the stretch. */
export const kindCounts = (placed: readonly PlacedTopic[], escalated: TopicCounts, stretch: Stretch): KindCount[] => {
  const kindOf = new Map(placed.map((one) => [one.topic, one]));
  return [...KINDS, "unsorted" as const].map((kind) => {
    const topics = [...escalated.keys()]
      .filter((topic) => (kindOf.get(topic)?.kind ?? "unsorted") === kind)
      .map((topic) => ({ topic, handoffs: within(escalated.get(topic), stretch).part }))
      .sort((a, b) => b.handoffs - a.handoffs || (a.topic < b.topic ? -1 : 1));
    return {
      kind,
      topics: topics.map(({ topic }) => topic),
      handoffs: topics.reduce((sum, { handoffs }) => sum + handoffs, 0),
      resolved: sumOf(topics.map(({ topic }) => kindOf.get(topic)?.rates.resolved ?? NOTHING)),
    };
  });
};
