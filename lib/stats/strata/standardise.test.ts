import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference } from "../difference.ts";
import { newcombe } from "../proportions/newcombe.ts";
import { standardise } from "./standardise.ts";

type Group = "ai" | "handoff" | "human";
const GROUPS: Group[] = ["ai", "handoff", "human"];
const counts = ([part, whole]: [number, number]) => ({ part, whole });
const topic = (name: string, ai: [number, number], handoff: [number, number], human: [number, number]) => ({
  name,
  groups: { ai: counts(ai), handoff: counts(handoff), human: counts(human) },
});
const TOPICS = [
  topic("password", [540, 600], [36, 40], [55, 60]),
  topic("billing", [160, 200], [120, 160], [104, 140]),
  topic("bug", [30, 60], [130, 200], [120, 180]),
];

const shares = (weights: "pooled" | Group) => {
  const found = standardise(TOPICS, GROUPS, weights);
  if (!found.isComparable) throw new Error(found.why);
  return found.shares;
};

describe("Rothman, Modern Epidemiology, direct standardisation: handed over is rated worse than AI alone, and better topic by topic", () => {
  test("crude, the handoff is thirteen points worse than the AI", () => {
    const [ai, handoff, human] = [
      { part: 730, whole: 860 },
      { part: 286, whole: 400 },
      { part: 279, whole: 380 },
    ] as const;
    const [toAi, toHuman] = [newcombe(handoff, ai), newcombe(handoff, human)];
    expect(toAi?.difference).toBeCloseTo(-0.133837, 6);
    expect(toAi?.low).toBeCloseTo(-0.185103, 6);
    expect(toAi?.high).toBeCloseTo(-0.084683, 6);
    expect(toHuman?.difference).toBeCloseTo(-0.019211, 6);
    expect(toHuman?.low).toBeCloseTo(-0.081529, 6);
    expect(toHuman?.high).toBeCloseTo(0.043542, 6);
    expect(730 / 860).toBeCloseTo(0.848837, 6);
    expect(279 / 380).toBeCloseTo(0.734211, 6);
  });

  test.each([
    ["pooled", [0.762195, 0.787195, 0.796603], [0.025, -0.037052, 0.087052], [-0.009408, -0.072868, 0.054053]],
    ["handoff", [0.66, 0.715, 0.722143], [0.055, -0.024988, 0.134988], [-0.007143, -0.070169, 0.055883]],
  ] as const)("weighted by the %s mix, it is better", (weights, values, toAi, toHuman) => {
    const { ai, handoff, human } = shares(weights);
    for (const [i, { value }] of [ai, handoff, human].entries()) expect(value).toBeCloseTo(values[i] ?? 0, 6);
    for (const [other, expected] of [
      [ai, toAi],
      [human, toHuman],
    ] as const) {
      const found = difference(handoff, other);
      for (const [i, value] of [found.difference, found.low, found.high].entries())
        expect(value).toBeCloseTo(expected[i] ?? 0, 6);
    }
  });
});

test("Charig 1986, Br Med J 292:879: open surgery of kidney stones is better for small and for large ones", () => {
  const stones = [
    { name: "small", groups: { open: counts([81, 87]), closed: counts([234, 270]) } },
    { name: "large", groups: { open: counts([192, 263]), closed: counts([55, 80]) } },
  ];
  const crude = newcombe({ part: 273, whole: 350 }, { part: 289, whole: 350 });
  expect(crude?.difference).toBeCloseTo(0.78 - 0.825714, 6);
  const found = standardise(stones, ["open", "closed"], "pooled");
  if (!found.isComparable) throw new Error(found.why);
  expect(found.shares.open.value).toBeCloseTo(0.832546, 6);
  expect(found.shares.closed.value).toBeCloseTo(0.778875, 6);
});

test("too little in common is refused with the reason, not computed", () => {
  const apart = [topic("password", [540, 600], [0, 0], [55, 60]), topic("bug", [0, 0], [30, 40], [30, 40])];
  expect(standardise(apart, GROUPS, "pooled")).toEqual({
    isComparable: false,
    why: "too_little_in_common",
    apart: 1,
  });
});

const cell = fc.integer({ min: 5, max: 300 }).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));
const topics = fc
  .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((row, i) => topic(`${i}`, ...row)));

test("a group on its own mix keeps its crude share; every share lies between its smallest and largest stratum", () => {
  fc.assert(
    fc.property(topics, (strata) => {
      const own = standardise(strata, GROUPS, "human");
      const pooled = standardise(strata, GROUPS, "pooled");
      if (!own.isComparable || !pooled.isComparable) throw new Error("refused");
      const human = strata.map(({ groups }) => groups.human);
      const crude = human.reduce((sum, { part }) => sum + part, 0) / human.reduce((sum, { whole }) => sum + whole, 0);
      expect(own.shares.human.value).toBeCloseTo(crude, 10);
      for (const group of GROUPS) {
        const each = strata.map(({ groups }) => groups[group].part / groups[group].whole);
        expect(pooled.shares[group].value).toBeGreaterThanOrEqual(Math.min(...each) - 1e-12);
        expect(pooled.shares[group].value).toBeLessThanOrEqual(Math.max(...each) + 1e-12);
      }
    }),
  );
});
