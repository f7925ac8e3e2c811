import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { startImportRun } from "#db/import-runs.ts";
import { measure } from "#db/metrics/measure.ts";
import { publish, publishedPoints } from "#db/metrics/published.ts";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { failingDb, isKill } from "#db/testing/failpoints.ts";
import { createWorkspace, startWithOwnData } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { sourceId } from "#lib/import/ids.ts";
import { parseRecord } from "#lib/import/record.ts";
import { METRIC_KEYS } from "#lib/metrics/catalogue.ts";
import { restatement } from "#lib/metrics/restatement.ts";
import { publishWeeks } from "./publish.ts";

const held = testDb();
const ZONE = "Europe/Berlin";
const day = (text: string) => new Date(`2026-${text}T12:00:00Z`);
const W45 = parseFilters({ week: "2026-W45" }, { now: day("11-30"), zone: ZONE });

/** One of 2026-W45, or of the week of `date`, answered by a person and rated. */
const record = (id: string, { score = 5, date = "11-03" } = {}) => {
  const at = (minute: string) => `2026-${date}T10:${minute}:00Z`;
  return {
    id,
    source: "desk",
    created_at: at("00"),
    updated_at: at("30"),
    messages: [
      { at: at("00"), author: { kind: "customer" }, text: "My refund has not arrived" },
      { at: at("01"), author: { kind: "ai" }, text: "Refunds take five days." },
      { at: at("04"), author: { kind: "human", id: "ana" }, text: "Hello, I am Ana." },
    ],
    handoffs: [{ id: "h", at: at("02"), trigger: "no_kb_result" }],
    events: [{ at: at("20"), type: "closed", actor: "ana" }],
    csat: [{ id: "r", score, scale: [1, 5], at: at("30") }],
  };
};

const takeIn = async (db: Db, records: ReturnType<typeof record>[], now: Date) => {
  const items = records.map((one) => {
    const parsed = parseRecord(one, { now, zone: ZONE, defaultSource: "desk" });
    if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
    return { conversation: parsed.conversation, payload: JSON.stringify(one), eventId: one.id };
  });
  await savePage(db, { source: { key: "desk", kind: "import" }, items, now });
};

const WEEKS = ["2026-W45", "2026-W46", "2026-W47"];
const pointsOf = (weeks: string[]) => publishedPoints(held.db, METRIC_KEYS, weeks);

beforeEach(async () => {
  await held.db.$client`truncate workspaces, conversations, assessments, messages, raw_payloads, data_defects, episodes,
    handoffs, ratings, findings, sources, import_runs, source_readings, published_points`;
  await createWorkspace(held.db, { name: "Test", zone: ZONE, mode: "own", now: day("11-01") });
  await takeIn(held.db, [record("a"), record("b", { score: 2 })], day("11-03"));
  await assessPending(held.db, { now: day("11-30") });
});

describe("a week is published once it is settled", () => {
  test("each metric at its own time, with what it was then, and never twice", async () => {
    expect(await publishWeeks(held.db, { now: day("11-10") })).toEqual({ published: 0 });
    await publishWeeks(held.db, { now: day("11-16") });
    const early = (await pointsOf(["2026-W45"])).map(({ key }) => key);
    expect(early).toContain("escalationRate");
    expect(early).not.toContain("handoffCsat");
    expect(await publishWeeks(held.db, { now: day("11-16") })).toEqual({ published: 0 });
    await publishWeeks(held.db, { now: day("11-24") });
    const points = await pointsOf(["2026-W45"]);
    expect(points.map(({ key }) => key).sort()).toEqual([...METRIC_KEYS].sort());
    expect(points.find(({ key }) => key === "handoffCsat")).toEqual({
      key: "handoffCsat",
      version: 1,
      week: "2026-W45",
      measurement: await measure(held.db, "handoffCsat", W45),
      publishedAt: day("11-24"),
    });
    expect(points.find(({ key }) => key === "escalationRate")?.publishedAt).toEqual(day("11-16"));
  });

  test("weeks that were settled before the first run are published then, and say so by their date", async () => {
    await publishWeeks(held.db, { now: day("12-28") });
    const weeks = ["2026-W44", "2026-W45", "2026-W46", "2026-W47", "2026-W51", "2026-W52"];
    const of = (await pointsOf(weeks)).filter(({ key }) => key === "escalationRate");
    expect(of.map(({ week, measurement: { n } }) => [week, n])).toEqual([
      ["2026-W45", 2],
      ["2026-W46", 0],
      ["2026-W47", 0],
      ["2026-W51", 0],
    ]);
    expect(new Set(of.map(({ publishedAt }) => publishedAt.toISOString()))).toEqual(
      new Set([day("12-28").toISOString()]),
    );
  });

  test("two workers at once publish each point once, and what is said again changes nothing", async () => {
    const now = day("11-30");
    const both = await Promise.all([publishWeeks(held.db, { now }), publishWeeks(held.db, { now })]);
    const points = await pointsOf(WEEKS);
    expect(both.reduce((sum, { published }) => sum + published, 0)).toBe(points.length);
    const other = points.map((point) => ({ ...point, version: 9, publishedAt: day("12-01") }));
    expect(await publish(held.db, other)).toBe(0);
    expect(await pointsOf(WEEKS)).toEqual(points);
  });

  test("what comes in later changes today's count and not what was said", async () => {
    await publishWeeks(held.db, { now: day("11-30") });
    await takeIn(held.db, [record("c")], day("11-30"));
    await assessPending(held.db, { now: day("11-30") });
    expect(await publishWeeks(held.db, { now: day("11-30") })).toEqual({ published: 0 });
    const now = await measure(held.db, "handoffCsat", W45);
    const [published] = await publishedPoints(held.db, ["handoffCsat"], ["2026-W45"]);
    expect(restatement(published, { now, version: 1 })).toMatchObject({
      published: { measurement: { part: 1, n: 2 } },
      now: { part: 2, n: 3 },
      isRedefined: false,
    });
  });
});

describe("nothing is published", () => {
  const now = day("11-30");

  test("while something waits to be assessed", async () => {
    await takeIn(held.db, [record("c")], now);
    expect(await publishWeeks(held.db, { now })).toEqual({ published: 0 });
    await assessPending(held.db, { now });
    expect((await publishWeeks(held.db, { now })).published).toBeGreaterThan(0);
  });

  test("while a file is being imported; one that was cut off is waited for no longer than a day", async () => {
    await startImportRun(held.db, "history.jsonl", now);
    expect(await publishWeeks(held.db, { now })).toEqual({ published: 0 });
    expect((await publishWeeks(held.db, { now: day("12-02") })).published).toBeGreaterThan(0);
  });

  test("of weeks that a source has not been read up to, nor while its past is being read", async () => {
    const id = sourceId("chat");
    await held.db.$client`insert into sources (id, key, kind, created_at) values (${id}, 'chat', 'chatwoot', ${now})`;
    expect(await publishWeeks(held.db, { now })).toEqual({ published: 0 });
    await held.db.$client`update sources set watermark_at = ${day("11-16")} where id = ${id}`;
    await held.db.$client`insert into source_readings (id, source_id, reason, from_at, to_at, is_reread, created_at)
      values (${id}, ${id}, 'backfill', ${day("01-01")}, ${now}, false, ${now})`;
    expect(await publishWeeks(held.db, { now })).toEqual({ published: 0 });
    await held.db.$client`update source_readings set finished_at = ${now}`;
    await publishWeeks(held.db, { now });
    const keys = (await pointsOf(["2026-W45", "2026-W46"])).map(({ key, week }) => `${key} ${week}`);
    expect(keys).toContain("escalationRate 2026-W45");
    expect(keys).not.toContain("handoffCsat 2026-W45");
    expect(keys).not.toContain("escalationRate 2026-W46");
  });
});

test("killed at any statement and started again, each point is there once and is the same", async () => {
  const now = day("11-30");
  await publishWeeks(held.db, { now });
  const whole = await held.db.$client`select * from published_points order by metric, bucket`;
  // Each statement of the first metrics, then a sample of the same ones for the others.
  for (let at = 1; at < 2000; at += at < 24 ? 1 : 23) {
    await held.db.$client`truncate published_points`;
    const dying = failingDb(held.db, at);
    try {
      await publishWeeks(dying.db, { now });
      expect(at).toBeGreaterThan(10);
      return;
    } catch (error) {
      if (!isKill(error)) throw error;
    }
    await publishWeeks(held.db, { now });
    expect(await held.db.$client`select * from published_points order by metric, bucket`).toEqual(whole);
  }
  throw new Error("it never came to an end");
}, 60_000);

test("leaving the demo takes its points and targets along", async () => {
  await publishWeeks(held.db, { now: day("11-30") });
  await held.db.$client`insert into targets (metric, target, set_at, set_by)
    values ('handoffCsat', 0.5, ${day("11-30")}, ${sourceId("x")})`;
  await held.db.$client`update workspaces set mode = 'demo'`;
  await startWithOwnData(held.db, { now: day("11-30") });
  const [left] = await held.db.$client<{ points: number; targets: number }[]>`
    select (select count(*)::int from published_points) as points, (select count(*)::int from targets) as targets`;
  expect(left).toEqual({ points: 0, targets: 0 });
});
