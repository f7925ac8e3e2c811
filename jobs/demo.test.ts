import { describe, expect, test } from "vitest";
import { measure, waitsByHour } from "#db/metrics/measure.ts";
import { handoffWaits } from "#db/metrics/waits.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { isDemoTold, produceDemo } from "#jobs/demo.ts";
import { changesOf } from "#lib/demo/fact.ts";
import { factsOf } from "#lib/demo/facts.ts";
import { HEARD_SHARES } from "#lib/demo/seam-truth.ts";
import { DEMO_NAME, DEMO_SEED, DEMO_ZONE, demoCalendar, holidayOf, PLANTED, storyAt } from "#lib/demo/story.ts";
import { TRUE_SHARES, truthOf } from "#lib/demo/truth.ts";
import { type Filters, parseFilters } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { ratio } from "#lib/metrics/measure.ts";
import { risksOn } from "#lib/metrics/wait-curve.ts";
import { medianWait } from "#lib/metrics/waits.ts";
import { kaplanMeier, quantileOf } from "#lib/stats/survival/kaplan-meier.ts";
import { rangeOfWeek } from "#lib/time/range.ts";
import { recordAt } from "./connectors/demo/record.ts";
import { NEAR_MISSES, REPETITIONS } from "./connectors/demo/repetition.ts";
import { SEAM_WORDS } from "./connectors/demo/seam-words.ts";
import { AGAIN } from "./connectors/demo/topics-again.ts";

const now = new Date("2026-11-20T12:00:00Z");
const story = storyAt(DEMO_SEED, now);
const held = testDb();

const makeWorkspace = () =>
  createWorkspace(held.db, { name: DEMO_NAME, zone: DEMO_ZONE, mode: "demo", calendar: demoCalendar(story), now });

test("the demo depends on seed and instant alone", () => {
  const [fact] = factsOf(story, "2026-10-25");
  if (!fact) throw new Error("a Sunday without conversations");
  expect(factsOf(story, "2026-10-25")[0]).toEqual(fact);
  expect(recordAt(story, fact, now.getTime())).toEqual(recordAt(story, fact, now.getTime()));
  expect(factsOf({ ...story, seed: "other" }, "2026-10-25")[0]).not.toEqual(fact);
});

test("a record tells only what has happened, and each change raises its revision", () => {
  const fact = factsOf(story, "2026-11-10").find(({ segment, rating }) => segment === "handoff" && rating);
  if (!fact) throw new Error("nobody rated");
  const revisions = changesOf(fact).map((at) => {
    const record = recordAt(story, fact, at);
    const times = [...(record?.messages ?? []), ...(record?.handoffs ?? [])].map((one) => Date.parse(String(one.at)));
    expect(Math.max(...times)).toBeLessThanOrEqual(Math.ceil(at));
    return String(record?.revision);
  });
  expect(revisions).toEqual([...new Set(revisions)].sort());
  expect(recordAt(story, fact, fact.startedAt - 1)).toBeNull();
});

test("at least 40,000 conversations in 26 weeks", () => {
  const perWeek = ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13", "2026-11-14", "2026-11-15"];
  const week = perWeek.reduce((sum, date) => sum + factsOf(story, date).length, 0);
  expect(week * 26).toBeGreaterThan(40_000);
});

test("killed between two days and run again, the demo is what it is in one go, and a third run changes nothing", async () => {
  await makeWorkspace();
  const killed = new AbortController();
  const days: Promise<unknown> = produceDemo(held.db, { now, weeks: 1, signal: killed.signal });
  setTimeout(() => killed.abort(), 150);
  await days;
  expect(await isDemoTold(held.db, 1)).toBe(false);
  const rest = await produceDemo(held.db, { now, weeks: 1 });
  expect(rest.created).toBeGreaterThan(0);
  expect([await isDemoTold(held.db, 1), await isDemoTold(held.db, 2)]).toEqual([true, false]);
  const expected = Array.from({ length: 12 }, (_, i) => factsOf(story, `2026-11-${String(9 + i).padStart(2, "0")}`))
    .flat()
    .filter(({ startedAt }) => startedAt <= now.getTime());
  const twins = expected.filter(
    ({ hasMergedTwin, startedAt }) => hasMergedTwin && startedAt + 900_000 <= now.getTime(),
  );
  const [row] = await held.db.$client<{ n: number }[]>`select count(*)::int as n from conversations`;
  expect(row?.n).toBe(expected.length + twins.length);
  const before = await contentsOf(held.db);
  expect(await produceDemo(held.db, { now, weeks: 1 })).toMatchObject({ created: 0, updated: 0 });
  expect(await contentsOf(held.db)).toEqual(before);
});

test("as time passes the demo is what it would be when told at once", async () => {
  const later = new Date(now.getTime() + 26 * 3_600_000);
  const told = await produceDemo(held.db, { now: later, weeks: 1 });
  expect(told.created).toBeGreaterThan(100);
  expect(told.updated).toBeGreaterThan(20);
  const [row] = await held.db.$client<{ n: number }[]>`
    select count(*)::int as n from messages where at > ${later}`;
  expect(row?.n).toBe(0);
  const fact = factsOf(story, "2026-11-20").find(({ turns }) => turns.some(({ at }) => at > now.getTime()));
  const stored = await held.db.$client<{ n: number }[]>`
    select count(*)::int as n from messages m join conversations c using (conversation_id) where external_id = ${fact?.id ?? ""}`;
  expect(stored[0]?.n).toBe(fact?.turns.filter(({ at }) => at <= later.getTime()).length);
});

test("the dashboard recovers the planted truth", { timeout: 300_000 }, async () => {
  await produceDemo(held.db, { now: new Date(now.getTime() + 26 * 3_600_000), weeks: 9 });
  const at = new Date(now.getTime() + 26 * 3_600_000);
  expect(await assessPending(held.db, { now: at })).toMatchObject({ failed: 0 });
  for (const week of ["2026-W43", "2026-W44", "2026-W46"]) {
    const filters = parseFilters({ week }, { now: at, zone: DEMO_ZONE });
    const range = rangeOfWeek(week, DEMO_ZONE);
    if (!range) throw new Error(week);
    const truth = truthOf(story, range, at);
    for (const key of TRUE_SHARES) {
      const found = await measure(held.db, key, filters);
      expect({ key, week, part: found.part, n: found.n }).toEqual({ key, week, ...truth[key] });
    }
    const { inHours, outOfHours } = await handoffWaits(held.db, filters);
    const risks = risksOn([...inHours, ...outOfHours], "open");
    expect(risks.length).toBe(truth.waits.length);
    const median = quantileOf(kaplanMeier(truth.waits), 0.5).value ?? Number.NaN;
    expect(Math.abs((medianWait(risks).value ?? Number.NaN) - median)).toBeLessThan(0.1);
    const asked = await measure(held.db, "askToHuman", filters);
    const askedMedian = quantileOf(kaplanMeier(truth.asks), 0.5).value ?? Number.NaN;
    expect(asked).toMatchObject({ n: truth.asks.length, part: truth.asks.filter(({ event }) => event).length });
    expect(Math.abs((asked.value ?? Number.NaN) - askedMedian)).toBeLessThan(0.1);
    for (const key of HEARD_SHARES) {
      const found = await measure(held.db, key, filters);
      expect({ key, week, n: found.n }).toEqual({ key, week, n: truth[key].n });
      expect(Math.abs(found.part - truth[key].part) / found.n).toBeLessThan(0.1);
    }
    const repeated = await measure(held.db, "explicitRepetition", filters);
    const share = truth.explicitRepetition.part / truth.explicitRepetition.n;
    expect(repeated.low).toBeLessThan(share);
    expect(repeated.high).toBeGreaterThan(share);
  }
});

describe("what was planted is found again", () => {
  const at = new Date(now.getTime() + 26 * 3_600_000);
  const inWeek = (key: MetricKey, week: string, only: Filters["only"] = {}) =>
    measure(held.db, key, { ...parseFilters({ week }, { now: at, zone: DEMO_ZONE }), only });

  test("the bot release stands out from the week after", async () => {
    const [during, after] = [
      await inWeek("explicitRepetition", "2026-W45"),
      await inWeek("explicitRepetition", "2026-W46"),
    ];
    expect(PLANTED.botRelease.toWeek).toBe(-2);
    expect(during.low).toBeGreaterThan(after.high ?? 1);
  });

  test("the article on refunds lowered the escalation rate of its topic to its true value", async () => {
    const { topic, escalation, fromWeek } = PLANTED.knowledgeFix;
    expect(fromWeek).toBe(-6);
    const pooled = async (weeks: string[]) => {
      const found = await Promise.all(weeks.map((week) => inWeek("escalationRate", week, { topic: [topic] })));
      return ratio({ part: sum(found.map(({ part }) => part)), n: sum(found.map(({ n }) => n)) });
    };
    // Every week that is told, before the fix and since.
    const before = await pooled(["2026-W38", "2026-W39", "2026-W40"]);
    const since = await pooled([41, 42, 43, 44, 45, 46].map((week) => `2026-W${week}`));
    for (const [measured, truth] of [
      [before, escalation.before],
      [since, escalation.since],
    ] as const) {
      expect(measured.low).toBeLessThan(truth);
      expect(measured.high).toBeGreaterThan(truth);
    }
    expect(since.high).toBeLessThan(before.low ?? 0);
  });

  test("the longest waits are those of the staffing hole", async () => {
    const filters = parseFilters({ from: "2026-10-19", to: "2026-11-15" }, { now: at, zone: DEMO_ZONE });
    const cells = (await waitsByHour(held.db, filters)).filter(({ measurement }) => measurement.n >= 10);
    const [worst] = cells.toSorted((a, b) => (b.measurement.value ?? 0) - (a.measurement.value ?? 0));
    expect(worst).toMatchObject({ weekday: PLANTED.staffingHole.weekday, hour: PLANTED.staffingHole.hour });
  });

  test("on the holiday nobody is handed over in open hours", async () => {
    const date = holidayOf(story);
    const filters = parseFilters({ from: date, to: date }, { now: at, zone: DEMO_ZONE });
    const { inHours, outOfHours } = await handoffWaits(held.db, filters);
    expect(outOfHours.length).toBeGreaterThan(10);
    expect(inHours).toEqual([]);
  });

  test("who leaves a chat in silence is told from who says so", async () => {
    const [row] = await held.db.$client<{ silent: number; n: number }[]>`
      select count(*) filter (where left_how = 'silent')::int as silent, count(*)::int as n from handoffs
      where outcome = 'left' and channel = ${PLANTED.silentLeaving.channel}`;
    const share = ratio({ part: row?.silent ?? 0, n: row?.n ?? 0 });
    expect(share.low).toBeLessThan(PLANTED.silentLeaving.share);
    expect(share.high).toBeGreaterThan(PLANTED.silentLeaving.share);
  });

  test("merged tickets stand outside every number, and none is lost", async () => {
    const twins = factsOf(story, "2026-11-10").filter(({ hasMergedTwin }) => hasMergedTwin);
    expect(twins.length).toBeGreaterThan(0);
    const rows = await held.db.$client<{ excluded: string | null }[]>`
      select excluded from episodes e join conversations c using (conversation_id)
      where c.external_id = any(${twins.map(({ id }) => `${id}-2`)})`;
    expect(rows).toEqual(twins.map(() => ({ excluded: "merged" })));
  });
});

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

test("the demo does not speak in the scanner's own phrases", async () => {
  const { PHRASES } = await import("#lib/scanners/lexicon/en.ts").then((lexicon) => ({
    PHRASES: JSON.stringify(lexicon).toLowerCase(),
  }));
  const atSeams = [JSON.stringify(SEAM_WORDS), JSON.stringify(AGAIN)].flatMap((all) => all.match(/"[^"]{25,}"/g) ?? []);
  expect(atSeams.length).toBeGreaterThan(100);
  for (const line of [...REPETITIONS, ...NEAR_MISSES, ...atSeams]) expect(PHRASES).not.toContain(line.toLowerCase());
});
