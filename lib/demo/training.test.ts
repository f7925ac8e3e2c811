import { describe, expect, test } from "vitest";
import { causeOf, causeWithin } from "#lib/alarms/cause/cause.ts";
import { loadOfQueue, loadOfSource, type SourceLoad, type TeamLoad } from "#lib/alarms/cause/load.ts";
import type { Cause } from "#lib/alarms/notification.ts";
import { factsOf } from "./facts.ts";
import { AGENTS, DEMO_SEED, type Story, storyAt, TEAMS, type Team } from "./story.ts";

const HOUR = 3_600_000;
const now = new Date("2026-11-19T13:40:00Z");
const THURSDAY = "2026-11-19";
const WEEKS = 8;

/** The hour before a quarter past two in Berlin, of the Thursday so many weeks earlier, as the truth of the generator. */
const hourOf = (story: Story, weeks: number, zoneHours: (weeks: number) => number): SourceLoad => {
  const day = new Date(`${THURSDAY}T00:00:00Z`).getTime() - weeks * 7 * 24 * HOUR;
  const to = day + (14.25 - zoneHours(weeks)) * HOUR;
  const within = (at: number) => at >= to - HOUR && at < to;
  const facts = factsOf(story, new Date(day).toISOString().slice(0, 10)).filter(({ isSpam }) => !isSpam);
  const withAi = facts.filter(({ segment, startedAt }) => segment !== "human_only" && within(startedAt));
  const teams = Object.keys(TEAMS).map((team): TeamLoad => {
    const mine = facts.filter((fact) => fact.team === team && fact.handoff && !fact.handoff.isTakeover);
    const answered = mine.filter(({ handoff }) => handoff?.outcome === "answered" && within(handoff.endsAt));
    const answers: Record<string, number> = {};
    for (const { agent } of answered) answers[agent] = (answers[agent] ?? 0) + 1;
    const logs = mine
      .filter(({ handoff, endedAt }) => handoff?.outcome === "answered" && within(endedAt))
      .map(({ handoff, endedAt }) => Math.log((endedAt - (handoff?.endsAt ?? endedAt)) / 1000));
    const sum = (of: (log: number) => number) => logs.reduce((total, log) => total + of(log), 0);
    return {
      team,
      handoffs: mine.filter(({ handoff }) => handoff && within(handoff.at)).length,
      handled: { n: logs.length, sum: sum((log) => log), squares: sum((log) => log ** 2) },
      answers,
    };
  });
  return { episodes: withAi.length, teams };
};

/** Berlin is two hours ahead until the last Sunday of October. */
const berlin = (weeks: number) => (weeks >= 4 ? 2 : 1);

const causeAt = (seed: string, team: Team, from = 0): Cause | null => {
  const story = storyAt(seed, now);
  const [first, ...weeks] = Array.from({ length: WEEKS + 1 }, (_, i) => hourOf(story, i + from, berlin));
  if (!first) return null;
  const window = { from: new Date(now.getTime() - HOUR), to: now };
  const of = (load: (source: SourceLoad) => ReturnType<typeof loadOfSource>) =>
    causeOf(load(first), weeks.map(load), window);
  return causeWithin(
    of((source) => loadOfQueue(source, team)),
    of(loadOfSource),
  );
};

const SEEDS = [DEMO_SEED, ...Array.from({ length: 9 }, (_, i) => `seed ${i}`)];

describe("the planted Thursday, at a quarter past two", () => {
  test("the demo says that it is people, and that escalations are as usual", () => {
    const cause = causeAt(DEMO_SEED, "billing");
    expect(cause).toMatchObject({ named: "people", isOfAll: true, weeks: WEEKS });
    const found = (factor: string) => cause?.factors.find((one) => one.factor === factor);
    expect(found("people")?.now).toBeLessThanOrEqual(Object.keys(AGENTS).length);
    expect(found("people")?.usual).toBeGreaterThan(7);
    expect(found("escalation_rate")).toMatchObject({ isClear: false });
  });

  test("whatever the seed, people are named in at least nine of ten, and nothing else ever is", () => {
    const named = SEEDS.flatMap((seed) =>
      ["billing", "orders"].map((team) => causeAt(seed, team as Team)?.named ?? null),
    );
    expect(named.filter((one) => one !== null && one !== "people")).toEqual([]);
    expect(named.filter((one) => one === "people").length).toBeGreaterThanOrEqual(0.9 * named.length);
  });

  test("a week earlier, with everybody there, nobody is said to be missing", () => {
    const named = SEEDS.map((seed) => causeAt(seed, "billing", 1)?.named ?? null);
    expect(named.filter((one) => one === "people")).toEqual([]);
  });
});
