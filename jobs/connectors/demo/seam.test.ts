import { expect, test } from "vitest";
import { errorOf, type Heard, hasTurn, heardIn } from "#jobs/testing/heard.ts";
import type { Fact } from "#lib/demo/fact.ts";
import { AFTER_REPLY, PLANTED, storyAt } from "#lib/demo/story.ts";

const now = new Date("2026-11-20T12:00:00Z");
const heard = heardIn(storyAt("seam", now), 42, now);

const ifSpoke = (found: (heard: Heard) => boolean) => (one: Heard) =>
  one.fact.speaksAgainAt === null ? null : found(one);
const ifMet = (kind: string) => (one: Heard) =>
  one.seam.introduction === null ? null : one.seam.introduction === kind;

const KINDS: [string, (fact: Fact) => boolean, (heard: Heard) => boolean | null][] = [
  ["warm", ({ seam }) => seam?.introduction === "warm", ifMet("warm")],
  ["neutral", ({ seam }) => seam?.introduction === "neutral", ifMet("neutral")],
  ["cold", ({ seam }) => seam?.introduction === "cold", ifMet("cold")],
  ["transfer said", ({ seam }) => seam?.transferSaid === true, ({ seam }) => seam.transferSaid],
  ["no repeat said", ({ seam }) => seam?.noRepeatSaid === true, ({ seam }) => seam.noRepeatSaid],
  ["wait given", ({ handoff }) => handoff?.promisedSeconds != null, ({ seam }) => seam.waitGiven],
  ["repeated solution", (fact) => hasTurn(fact, "again"), ({ seam }) => seam.solutionRepeated],
  ["summary", ({ seam }) => seam?.passed.summary === true, ({ seam }) => seam.context.ai_assessment],
  ["attempted", ({ seam }) => seam?.passed.attempted === true, ({ seam }) => seam.context.attempted_solutions],
  ["next steps", ({ seam }) => seam?.passed.nextSteps === true, ({ seam }) => seam.context.next_steps],
  [
    "R2",
    (fact) => fact.seam?.resends === true && hasTurn(fact, "detail", "near_miss", "repetition"),
    ifSpoke(({ repetition }) => repetition.resent),
  ],
  ["R3", (fact) => hasTurn(fact, "asks_again"), ifSpoke(({ repetition }) => repetition.askedAgain)],
];

/** How much of what is planted is heard at least: a question can be put in more ways than are known. */
const LEAST: Record<string, number> = { R3: 0.75 };

test.each(KINDS)("what is planted is heard, and nothing else: %s", (kind, isSo, isFound) => {
  const { sensitivity, specificity, n } = errorOf(heard, isSo, isFound);
  expect(n).toBeGreaterThan(1500);
  expect(sensitivity).toBeGreaterThanOrEqual(LEAST[kind] ?? 0.89);
  expect(specificity).toBeGreaterThanOrEqual(0.92);
});

test("a warm introduction goes with fewer repetitions and happier customers", () => {
  const shareOf = (kind: string, isSo: (fact: Fact) => boolean | null) => {
    const known = heard.filter(({ fact }) => fact.seam?.introduction === kind && isSo(fact) !== null);
    return known.filter(({ fact }) => isSo(fact)).length / known.length;
  };
  const repeats = (fact: Fact) => (fact.speaksAgainAt === null ? null : fact.repeats);
  expect(shareOf("warm", repeats)).toBeLessThan(shareOf("cold", repeats));
  const { introduction: shares, repeats: factors, content } = PLANTED.seam;
  const kinds = ["warm", "neutral", "cold"] as const;
  const even = (of: Record<(typeof kinds)[number], number>) => kinds.reduce((sum, k) => sum + shares[k] * of[k], 0);
  expect(even(factors)).toBeCloseTo(1, 10);
  expect(even(content)).toBeCloseTo(0, 10);
  expect(content.warm).toBeGreaterThan(content.cold);
});

test("introductions and asking again come as often as they were planted", () => {
  const met = heard.filter(({ fact }) => fact.handoff?.outcome === "answered");
  const share = (some: Heard[], isSo: (fact: Fact) => boolean) =>
    some.filter(({ fact }) => isSo(fact)).length / some.length;
  const { introduction, repeatsSolution, asksAgain } = PLANTED.seam;
  expect(Math.abs(share(met, ({ seam }) => seam?.introduction === "warm") - introduction.warm)).toBeLessThan(0.03);
  const isCold = ({ fact }: Heard) => fact.seam?.introduction !== "warm";
  const asked = share(met.filter(isCold), (fact) => hasTurn(fact, "asks_again"));
  expect(Math.abs(asked - asksAgain * AFTER_REPLY.speaks)).toBeLessThan(0.03);
  expect(Math.abs(share(met, (fact) => hasTurn(fact, "again")) - repeatsSolution)).toBeLessThan(0.03);
});
