import { type Difference, difference, type Estimate } from "#lib/stats/difference.ts";
import { Z95 } from "#lib/stats/proportions/wilson.ts";
import { riskDifference } from "#lib/stats/strata/mantel-haenszel.ts";
import { standardise } from "#lib/stats/strata/standardise.ts";
import { type CommonStrata, commonStrata, type Pair, type Stratum } from "#lib/stats/strata/strata.ts";
import { breslowDay, cochranMantelHaenszel } from "#lib/stats/strata/stratified-tests.ts";
import { type Change, type Counted, change, FEW, isTooFew, type Measurement, ratio } from "./measure.ts";

/** The three roads a rated episode can have gone. */
export const ROADS = ["ai_only", "handoff", "human_only"] as const;
export type Road = (typeof ROADS)[number];
export type OtherRoad = Exclude<Road, "handoff">;

/** What was asked where and by whom: as far as it is known, the reasons for which one road is harder than another. */
export const CUTS = ["topic", "channel", "tier"] as const;
export type MatchCut = (typeof CUTS)[number];

/** Counts of one road for one combination of the cuts. */
export type RoadCell = { road: Road } & Record<MatchCut, string> & Counted;

/** Whose mix all roads are weighted to: "handoff" asks what the others would score on what is handed over. */
export type Weights = "pooled" | "handoff";

/** A handoff − another road: raw (Newcombe), like for like, pooled within strata as a check (Mantel–Haenszel, with the p
 * of Cochran's test), and whether it is the same in all topics. Shares from −1 to 1. */
export type Gap = {
  to: OtherRoad;
  raw: Change | null;
  matched: Difference;
  check: { value: number; low: number; high: number; p: number | null } | null;
  /** p of Breslow and Day's test over topics; null = fewer than two could tell. */
  sameP: number | null;
  isSame: boolean;
  /** Where both sides counted at least ten, the largest difference first, each by itself. */
  topics: ({ topic: string } & Change)[];
};

/** by: the cuts that were matched. shares: what each road scores on the common mix; of a road with fewer than ten ratings
 * there is none. merged: how many strata became one because a road counted fewer than five. apart: share of the volume
 * outside strata of their own, leftOut: that is in no stratum at all, 0 to 1. */
export type Matched = {
  isComparable: true;
  by: readonly MatchCut[];
  shares: Partial<Record<Road, Measurement>>;
  gaps: Gap[];
  merged: number;
  apart: number;
  leftOut: number;
};

export type Unmatched = { isComparable: false; why: "nothing_counted" | "too_little_in_common"; apart: number };

/** Ways to match, the finest first: where a week's strata are too thin, topics alone may do. */
const LEVELS: readonly (readonly MatchCut[])[] = [CUTS, ["topic"]];

/** The roads like for like by the finest cuts that leave at most a fifth of the volume without a stratum of its own. An
 * adjusted association, no effect: what is hard within a topic stays, and being hard is why it is handed over. */
export const likeForLike = (cells: readonly RoadCell[], weights: Weights = "handoff"): Matched | Unmatched => {
  const found = LEVELS.map((by) => matchedBy(by, cells, weights));
  return (
    found.find((one) => one.isComparable) ?? found.at(-1) ?? { isComparable: false, why: "nothing_counted", apart: 1 }
  );
};

/** The roads matched by these cuts alone; refused, with the reason, when they have too little in common. */
export const matchedBy = (
  by: readonly MatchCut[],
  cells: readonly RoadCell[],
  weights: Weights = "handoff",
): Matched | Unmatched => {
  const roads = ROADS.filter((road) => !isTooFew(sumOf(cells, road)));
  if (!roads.includes("handoff") || roads.length < 2) return { isComparable: false, why: "nothing_counted", apart: 1 };
  const strata = strataOf(by, cells);
  const [common, found] = [commonStrata<Road>(strata, roads), standardise<Road>(strata, roads, weights)];
  if (!common.isComparable) return common;
  if (!found.isComparable) return found;
  const { used } = common;
  const shares = Object.fromEntries(roads.map((road) => [road, measurementOf(found.shares[road], used, road)]));
  const others = roads.filter((road): road is OtherRoad => road !== "handoff");
  const gaps = others.map((to) => gapOf(to, { cells, used, shares: found.shares }));
  const { merged, apart, leftOut } = found;
  return { isComparable: true, by, shares, gaps, merged: merged.length, apart, leftOut };
};

const strataOf = (by: readonly MatchCut[], cells: readonly RoadCell[]): Stratum<Road>[] =>
  [...Map.groupBy(cells, (cell) => JSON.stringify(by.map((cut) => cell[cut])))].map(([name, mine]) => ({
    name,
    groups: {
      ai_only: countsOf(mine, "ai_only"),
      handoff: countsOf(mine, "handoff"),
      human_only: countsOf(mine, "human_only"),
    },
  }));

const sumOf = (cells: readonly RoadCell[], road: Road): Counted =>
  cells.reduce<Counted>((all, cell) => (cell.road === road ? { part: all.part + cell.part, n: all.n + cell.n } : all), {
    part: 0,
    n: 0,
  });

const countsOf = (cells: readonly RoadCell[], road: Road) => {
  const { part, n } = sumOf(cells, road);
  return { part, whole: n };
};

type Used = Extract<CommonStrata<Road>, { isComparable: true }>["used"];

const measurementOf = ({ value, se }: Estimate, used: Used, road: Road): Measurement => {
  const total = (of: "part" | "whole") => used.reduce((sum, { groups }) => sum + groups[road][of], 0);
  const [low, high] = [Math.max(0, value - Z95 * se), Math.min(1, value + Z95 * se)];
  return { value, part: total("part"), n: total("whole"), low, high, se };
};

type Found = { cells: readonly RoadCell[]; used: Used; shares: Record<Road, Estimate> };

/** With a p under this the difference is not called the same in all topics. */
const REJECTED = 0.05;

const gapOf = (to: OtherRoad, { cells, used, shares }: Found): Gap => {
  const pairs = used.map(({ groups }): Pair => ({ a: groups.handoff, b: groups[to] }));
  const topics = strataOf(["topic"], cells);
  // Of the topics that both have, so that a few odds of next to nothing decide nothing.
  const telling = topics.filter(({ groups }) => groups.handoff.whole >= FEW && groups[to].whole >= FEW);
  const sameP = breslowDay(telling.map(({ groups }) => ({ a: groups.handoff, b: groups[to] })))?.p ?? null;
  const pooled = riskDifference(pairs);
  return {
    to,
    raw: change(ratio(sumOf(cells, "handoff")), ratio(sumOf(cells, to))),
    matched: difference(shares.handoff, shares[to]),
    check: pooled && {
      value: pooled.value,
      low: pooled.low,
      high: pooled.high,
      p: cochranMantelHaenszel(pairs)?.p ?? null,
    },
    sameP,
    isSame: sameP === null || sameP >= REJECTED,
    topics: topicGaps(cells, to),
  };
};

const topicGaps = (cells: readonly RoadCell[], to: OtherRoad): Gap["topics"] =>
  [...Map.groupBy(cells, ({ topic }) => topic)]
    .flatMap(([topic, mine]) => {
      const found = change(ratio(sumOf(mine, "handoff")), ratio(sumOf(mine, to)));
      return found ? [{ topic, ...found }] : [];
    })
    .toSorted((a, b) => a.difference - b.difference || (a.topic < b.topic ? -1 : 1));

/** How a handoff differs from another road, where that was matched. */
export const gapTo = (found: Matched | Unmatched, to: OtherRoad): Gap | null =>
  found.isComparable ? (found.gaps.find((gap) => gap.to === to) ?? null) : null;

/** Whether single weeks hold enough to be points of a line: at least half of those that have ratings at all can be matched.
 * Where they do not, several weeks up to each are taken together. */
export const areWeeksEnough = (
  weeks: readonly (readonly RoadCell[])[],
  found: readonly (Matched | Unmatched)[],
): boolean => {
  const rated = weeks.filter((cells) => cells.length > 0).length;
  return found.filter(({ isComparable }) => isComparable).length * 2 >= rated;
};
