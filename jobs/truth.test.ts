import { expect, test } from "vitest";
import { toldDemo } from "#db/demo.ts";
import { measureEffect } from "#db/metrics/effects.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { produceDemo } from "#jobs/demo.ts";
import { errorOf, type Heard, hasTurn, heardIn } from "#jobs/testing/heard.ts";
import { effectsOf, REPETITION_DETECTOR, SOLUTION_DETECTOR, WARM_DETECTOR } from "#lib/demo/effects.ts";
import type { Fact } from "#lib/demo/fact.ts";
import { DEMO_NAME, DEMO_ZONE, demoCalendar, storyAt } from "#lib/demo/story.ts";
import { covers } from "#lib/metrics/measure.ts";
import { lnChoose } from "#lib/stats/distributions.ts";
import type { Detector } from "#lib/stats/proportions/rogan-gladen.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");
const SEEDS = ["1", "2", "3", "4"];

const findings = async (seed: string) => {
  await held.db.$client`truncate conversations, assessments, messages, raw_payloads, data_defects, episodes, handoffs,
    ratings, findings, sources, workspaces`;
  const story = storyAt(seed, now);
  await createWorkspace(held.db, {
    name: DEMO_NAME,
    zone: DEMO_ZONE,
    mode: "demo",
    calendar: demoCalendar(story),
    now,
  });
  await produceDemo(held.db, { now, weeks: 11, story });
  await assessPending(held.db, { now });
  const told = await toldDemo(held.db);
  if (!told) throw new Error("no demo was told");
  return Promise.all(
    effectsOf(told, now).map(async (effect) => ({
      seed,
      key: effect.key,
      truth: effect.truth,
      ...(await measureEffect(held.db, effect, DEMO_ZONE)),
    })),
  );
};

test("the scanners' errors on the demo's own phrases are those that findings are corrected by", {
  timeout: 180_000,
}, () => {
  const heard = heardIn(storyAt("phrases", now), 42, now);
  const expectError = ({ sensitivity, specificity }: Detector, isSo: (fact: Fact) => boolean, isFound: IsFound) => {
    const error = errorOf(heard, isSo, isFound);
    expect(error.n).toBeGreaterThan(1500);
    expect(Math.abs(error.sensitivity - sensitivity)).toBeLessThan(0.015);
    expect(Math.abs(error.specificity - specificity)).toBeLessThan(0.01);
  };
  expectError(
    REPETITION_DETECTOR,
    ({ repeats }) => repeats,
    ({ fact, repetition }) => (fact.speaksAgainAt === null ? null : repetition.explicit),
  );
  expectError(
    WARM_DETECTOR,
    ({ seam }) => seam?.introduction === "warm",
    ({ seam }) => (seam.introduction === null ? null : seam.introduction === "warm"),
  );
  expectError(
    SOLUTION_DETECTOR,
    (fact) => hasTurn(fact, "again"),
    ({ seam }) => seam.solutionRepeated,
  );
});

/** That of n intervals of 95 % so many or more miss. */
const chanceOfAsMany = (missed: number, n: number): number =>
  Array.from({ length: n - missed + 1 }, (_, i) => missed + i)
    .map((k) => Math.exp(lnChoose(n, k) + k * Math.log(0.05) + (n - k) * Math.log(0.95)))
    .reduce((sum, one) => sum + one, 0);

type IsFound = (heard: Heard) => boolean | null;

test("whatever the seed, the intervals hold the planted truth as often as they promise", {
  timeout: 900_000,
}, async () => {
  const all = [];
  for (const seed of SEEDS) all.push(...(await findings(seed)));
  const missed = all.filter((one) => !covers(one, one.truth));
  expect(all).toHaveLength(19 * SEEDS.length);
  // Five of a hundred miss by chance, some runs more: it fails where chance alone would hardly miss as many.
  expect({ isChance: chanceOfAsMany(missed.length, all.length) >= 0.05, missed }).toMatchObject({ isChance: true });
});
