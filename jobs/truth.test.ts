import { expect, test } from "vitest";
import { toldDemo } from "#db/demo.ts";
import { measureEffect } from "#db/metrics/effects.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { produceDemo } from "#jobs/demo.ts";
import { effectsOf } from "#lib/demo/effects.ts";
import { DEMO_NAME, DEMO_ZONE, demoCalendar, storyAt } from "#lib/demo/story.ts";
import { covers } from "#lib/metrics/measure.ts";

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

test("whatever the seed, the intervals hold the planted truth as often as they promise", {
  timeout: 240_000,
}, async () => {
  const all = [];
  for (const seed of SEEDS) all.push(...(await findings(seed)));
  const missed = all.filter((one) => !covers(one, one.truth));
  expect(all).toHaveLength(16 * SEEDS.length);
  expect({ holds: missed.length / all.length <= 0.05, missed }).toMatchObject({ holds: true });
});
