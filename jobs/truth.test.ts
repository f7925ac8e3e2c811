import { expect, test } from "vitest";
import { toldDemo } from "#db/demo.ts";
import { measureEffect } from "#db/metrics/effects.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { recordAt } from "#jobs/connectors/demo/record.ts";
import { produceDemo } from "#jobs/demo.ts";
import { assess } from "#lib/conversation/assess.ts";
import { repetitionOf } from "#lib/conversation/verdicts/seam.ts";
import { effectsOf, REPETITION_DETECTOR } from "#lib/demo/effects.ts";
import type { Fact } from "#lib/demo/fact.ts";
import { factsOf } from "#lib/demo/facts.ts";
import { DEMO_NAME, DEMO_ZONE, demoCalendar, localDate, type Story, storyAt } from "#lib/demo/story.ts";
import { parseRecord } from "#lib/import/record.ts";
import { covers } from "#lib/metrics/measure.ts";
import { noHistory, utcHours } from "#lib/testing/build.ts";

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

test("the scanner's error on the demo's own phrases is the one that findings are corrected by", () => {
  const story = storyAt("phrases", now);
  const heard = { repeated: 0, found: 0, others: 0, alarms: 0 };
  for (const fact of Array.from({ length: 28 }, (_, i) => factsOf(story, dayBefore(i + 20))).flat()) {
    const isFound = fact.segment === "handoff" && fact.language === "en" ? isRepetitionFound(story, fact) : null;
    if (isFound === null || !fact.speaksAgainAt) continue;
    if (fact.repeats) heard.repeated += 1;
    else heard.others += 1;
    if (isFound) heard[fact.repeats ? "found" : "alarms"] += 1;
  }
  expect(heard.repeated).toBeGreaterThan(150);
  expect(Math.abs(heard.found / heard.repeated - REPETITION_DETECTOR.sensitivity)).toBeLessThan(0.03);
  expect(Math.abs(1 - heard.alarms / heard.others - REPETITION_DETECTOR.specificity)).toBeLessThan(0.01);
});

const dayBefore = (days: number): string => localDate(new Date(now.getTime() - days * 86_400_000));

const isRepetitionFound = (story: Story, fact: Fact): boolean | null => {
  const parsed = parseRecord(recordAt(story, fact, now.getTime()), { now, zone: DEMO_ZONE, defaultSource: "demo" });
  if (!parsed.ok || fact.isSpam) return null;
  const { findings } = assess(parsed.conversation, noHistory, { now, calendarOf: utcHours });
  return (
    repetitionOf(
      findings.filter(({ episode }) => episode === 0),
      fact.language,
    )?.explicit ?? null
  );
};

test("whatever the seed, the intervals hold the planted truth as often as they promise", {
  timeout: 240_000,
}, async () => {
  const all = [];
  for (const seed of SEEDS) all.push(...(await findings(seed)));
  const missed = all.filter((one) => !covers(one, one.truth));
  expect(all).toHaveLength(16 * SEEDS.length);
  expect({ holds: missed.length / all.length <= 0.05, missed }).toMatchObject({ holds: true });
});
