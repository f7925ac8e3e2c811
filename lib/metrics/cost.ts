import type { Narrowing } from "#lib/narrowing.ts";
import { type Difference, difference } from "#lib/stats/difference.ts";
import { standardise } from "#lib/stats/strata/standardise.ts";
import { type Counted, type Measurement, ratio } from "./measure.ts";

/** What may cost satisfaction at a handoff. by: how it is told apart. The first level is what the others are compared
 * with. */
export type Exposure = {
  name: string;
  by: Extract<Narrowing, "wait" | "repeated" | "promise" | "introduction" | "solution" | "transfer">;
  levels: readonly string[];
};

export const EXPOSURES: readonly Exposure[] = [
  { name: "Wait for a person", by: "wait", levels: ["under_5", "5_to_15", "over_15"] },
  { name: "First words of the agent", by: "introduction", levels: ["warm", "neutral", "cold"] },
  { name: "Having to say it again", by: "repeated", levels: ["no", "yes"] },
  { name: "The same solution again", by: "solution", levels: ["other", "same"] },
  { name: "The announced wait", by: "promise", levels: ["kept", "broken"] },
  { name: "The transfer announced", by: "transfer", levels: ["yes", "no"] },
];

/** level against the first: the difference within topics, a share from −1 to 1. Null for the first, and where the topics
 * have too little in common. */
export type CostLevel = { level: string; measurement: Measurement; cost: Difference | null };

/** leftOut: share of the volume whose topics could not be compared, 0 to 1; null = nothing could be. */
export type Cost = { levels: CostLevel[]; leftOut: number | null };

export type CostCell = { topic: string; level: string } & Counted;

/** What each level of an exposure goes with, raw and within topics (direct standardisation to the mix of all). It is an
 * association and no effect: what makes a topic's cases hard within the topic stays. */
export const costOf = (levels: readonly string[], cells: readonly CostCell[]): Cost => {
  const strata = [...Map.groupBy(cells, ({ topic }) => topic)].map(([name, mine]) => ({
    name,
    groups: Object.fromEntries(levels.map((level) => [level, countOf(mine, level)])),
  }));
  // Each level is matched with the first by itself, so that a rare third one does not spoil what two have in common.
  const [first, ...others] = levels;
  const matched = others.map((level) => (first === undefined ? null : standardise(strata, [first, level], "pooled")));
  const found = levels.map((level, i): CostLevel => {
    const measurement = ratio(sum(cells.filter((cell) => cell.level === level)));
    const one = i === 0 ? null : matched[i - 1];
    if (!one?.isComparable || first === undefined) return { level, measurement, cost: null };
    const [mine, base] = [one.shares[level], one.shares[first]];
    return { level, measurement, cost: mine && base ? difference(mine, base) : null };
  });
  const outs = matched.flatMap((one) => (one?.isComparable ? [one.leftOut] : []));
  return { levels: found, leftOut: outs.length === 0 ? null : Math.max(...outs) };
};

const countOf = (cells: readonly CostCell[], level: string): { part: number; whole: number } => {
  const { part, n } = sum(cells.filter((cell) => cell.level === level));
  return { part, whole: n };
};

const sum = (cells: readonly Counted[]): Counted =>
  cells.reduce<Counted>((all, { part, n }) => ({ part: all.part + part, n: all.n + n }), { part: 0, n: 0 });
