import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessAsFound, found } from "#db/testing/found.ts";
import type { Conversation, DeclaredHandoff } from "#lib/conversation/types.ts";
import { DIMENSIONS, parseFilters } from "#lib/filters.ts";
import { METRIC_KEYS, type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { EXPOSURES } from "#lib/metrics/cost.ts";
import { NARROWINGS, type Narrowing, narrowTexts, parseNarrow } from "#lib/narrowing.ts";
import { ai, at, closed, conversation, customer, handoff, human, rating } from "#lib/testing/build.ts";
import { rangeBefore } from "#lib/time/range.ts";
import { countBy } from "./count-by.ts";
import { listCount, listRecords } from "./list.ts";
import { measure } from "./measure.ts";
import { checklistOf, costsOf } from "./weekly.ts";

const held = testDb();
const now = at("+30d 12:00");
const ZONE = "UTC";
const filters = parseFilters({ from: "2026-03-09", to: "2026-03-15" }, { now, zone: ZONE });

const question = customer("10:00", "My refund has not come");
const answer = ai("10:01", "Please restart it");
const reply = [human("10:05", "Hello"), customer("10:06", "Hello")];

type More = Partial<Conversation> & { declared?: Partial<DeclaredHandoff> | null };

const told = (i: number, name: string, messages: Conversation["messages"], { declared = {}, ...more }: More = {}) =>
  conversation(messages, {
    id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
    externalId: name,
    source: "desk",
    handoffs: declared ? [handoff("10:03", declared)] : [],
    events: [closed("12:00")],
    ratings: [rating("12:05", i % 2 ? 2 : 5)],
    ...more,
  });

const PACKET = { summary: "Wants a refund", attempted: ["restart"], suggestedNextSteps: [] };

/** One conversation for each thing that a seam can be. */
const WEEK = [
  told(1, "cold", [question, answer, ...reply]),
  told(2, "warm", [question, answer, ...reply], { declared: { context: PACKET } }),
  told(3, "neutral", [question, answer, ...reply], { topic: "login", declared: { promisedWaitSeconds: 300 } }),
  told(4, "left", [question, answer]),
  told(5, "german", [question, answer, ...reply], { language: "de" }),
  told(6, "takeover", [question, answer, ...reply], { declared: null }),
  told(7, "unsure", [question, answer, ...reply]),
  told(8, "no attempt", [question, ...reply]),
  told(9, "bypass", [question, ...reply], { declared: { trigger: "outage" }, ratings: [] }),
];

const FOUND = {
  cold: [
    found("introduction I.cold cold_open"),
    found("expectation E.ack ack_transfer"),
    found("repeated_solution S.same same_solution"),
    found("context_repetition R1.reference rep_reference"),
    found("escalation_trigger topic.billing.primary billing"),
    found("escalation_trigger confidence.no_article.contributing no_article"),
  ],
  warm: [
    found("introduction I.issue warm_issue"),
    found("introduction I.context uses_context"),
    found("expectation E.ack ack_transfer"),
    found("expectation E.repeat no_repeat"),
    found("expectation E.wait wait_estimate", { value: 300 }),
    found("context_passed packet.summary history"),
    found("context_passed packet.attempted attempted_solutions"),
    found("escalation_trigger confidence.no_article.primary no_article"),
  ],
  neutral: [
    found("introduction I.neutral neutral"),
    found("context_repetition R2.number resent"),
    found("context_repetition R3.order asked_again"),
    found("context_passed field.plan customer_context"),
  ],
  left: [found("expectation E.vague vague_wait")],
  takeover: [found("introduction I.cold cold_open")],
  unsure: [
    found("introduction I.cold cold_open", { confidence: 0.1 }),
    found("context_repetition R1.reference rep_reference", { confidence: 0.1 }),
  ],
  "no attempt": [found("introduction I.neutral neutral")],
  bypass: [found("introduction I.neutral neutral"), found("expectation E.ack ack_transfer")],
};

beforeAll(async () => {
  const items = WEEK.map((one) => ({ conversation: one, payload: one.externalId, eventId: "1" }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessAsFound(held.db, now, FOUND);
});

describe("the seams of a week, by hand", () => {
  test.each([
    ["notScanned", 1, 8],
    ["transferSaid", 2, 6],
    ["noRepeatSaid", 1, 6],
    ["waitGiven", 2, 6],
    ["warmIntroduction", 1, 4],
    ["neutralIntroduction", 2, 4],
    ["coldIntroduction", 1, 4],
    ["repeatedSolution", 1, 4],
    ["contextHistory", 1, 1],
    ["contextAssessment", 0, 1],
    ["contextAttempted", 1, 1],
    ["contextCustomer", 1, 2],
    ["contextNextSteps", 0, 1],
    ["triggerDisagreement", 1, 2],
    ["contextRepetition", 2, 6],
    ["explicitRepetition", 1, 6],
    ["resent", 1, 6],
    ["askedAgain", 1, 6],
  ] as const)("%s counts %i of %i", async (key, part, n) => {
    expect(await measure(held.db, key, filters)).toMatchObject({ part, n });
  });

  test("by their first definition, repetition is what customers say, in whatever language", async () => {
    for (const key of ["contextRepetition", "explicitRepetition"] as const) {
      expect(await measure(held.db, key, filters, { version: 1 })).toMatchObject({ part: 1, n: 7 });
    }
  });

  test("the checklist says the same, and compares with nothing where nothing was before", async () => {
    const checked = await checklistOf(held.db, filters, now);
    expect(checked.find(({ key }) => key === "coldIntroduction")).toMatchObject({
      measurement: { part: 1, n: 4 },
      change: null,
    });
    for (const { key, measurement } of checked) expect(measurement).toEqual(await measure(held.db, key, filters));
  });
});

const QUALITY: MetricKey[] = METRIC_KEYS.filter((key) => metricOf(key).unit === "share");
const NAMES: Narrowing[] = ["repeated", "explicit", "resent", "asked", "introduction", "solution", "transfer", "read"];

describe.each(QUALITY)("%s", (key) => {
  test("counts by dimensions add up to the metric, in each range", async () => {
    const ranges = [filters.range, rangeBefore(filters.range, ZONE)];
    const { part, n } = await measure(held.db, key, filters);
    for (const dimension of DIMENSIONS) {
      const cells = await countBy(held.db, key, filters, [dimension], ranges);
      expect(cells.reduce((sum, cell) => [(sum[0] ?? 0) + cell.part, (sum[1] ?? 0) + cell.n], [0, 0])).toEqual([
        part,
        n,
      ]);
    }
  });

  test("the list behind a cell holds what the cell counts", async () => {
    for (const name of NAMES) {
      for (const { values, part, n } of await countBy(held.db, key, filters, [name])) {
        const narrow = parseNarrow(values);
        expect(Object.keys(narrow)).toEqual([name]);
        expect(await listCount(held.db, key, filters, { only: "whole", narrow })).toBe(n);
        expect(await listCount(held.db, key, filters, { only: "part", narrow })).toBe(part);
        const rows = await listRecords(held.db, key, filters, { only: "whole", narrow, limit: 100, offset: 0 });
        expect(rows).toHaveLength(n);
      }
    }
  });
});

const namesIn = async (narrow: Record<string, string>): Promise<string[]> => {
  const query = { only: "whole", narrow: parseNarrow(narrow), sort: "customer", limit: 100, offset: 0 } as const;
  const rows = await listRecords(held.db, "handoffs", filters, query);
  expect(await listCount(held.db, "handoffs", filters, query)).toBe(rows.length);
  return rows.map(({ externalId }) => externalId).sort();
};

describe("the list narrowed", () => {
  test.each([
    [{ introduction: "cold" }, ["cold"]],
    [{ introduction: "neutral" }, ["neutral", "no attempt"]],
    [{ solution: "same" }, ["cold"]],
    [{ solution: "other" }, ["neutral", "unsure", "warm"]],
    [{ repeated: "yes" }, ["cold", "neutral"]],
    [{ explicit: "yes" }, ["cold"]],
    [{ resent: "yes" }, ["neutral"]],
    [{ asked: "no" }, ["cold", "no attempt", "takeover", "unsure", "warm"]],
    [{ transfer: "yes" }, ["cold", "warm"]],
    [{ read: "topic" }, ["cold"]],
    [{ finding: "ack_transfer" }, ["bypass", "cold", "warm"]],
    [{ finding: "cold_open" }, ["cold", "takeover"]],
    [{ finding: "no_article", read: "confidence" }, ["warm"]],
    [{ finding: "there_is_none" }, []],
  ])("to %j", async (narrow, names) => {
    expect(await namesIn(narrow)).toEqual(names);
  });

  test("every narrowing has its words, and what is no label is left out", () => {
    for (const name of NAMES) {
      for (const value of NARROWINGS[name]) expect(narrowTexts({ [name]: value })[0]).not.toBe("");
    }
    expect(narrowTexts(parseNarrow({ finding: "ack_transfer" }))).toEqual(["with the finding ack transfer"]);
    expect(parseNarrow({ finding: "'; drop table findings" })).toEqual({});
  });
});

test("a row of the list says what was read of it", async () => {
  const rows = await listRecords(held.db, "handoffs", filters, {
    only: "whole",
    sort: "findings",
    limit: 9,
    offset: 0,
  });
  const of = (name: string) => rows.find(({ externalId }) => externalId === name)?.read;
  expect(rows[0]?.externalId).toBe("cold");
  expect(of("cold")).toMatchObject({ introduction: "cold", warmParts: 0, solutionRepeated: true, explicit: true });
  expect(of("cold")).toMatchObject({ readFamily: "topic", readCode: "billing", triggerAgrees: false });
  expect(of("warm")).toMatchObject({
    introduction: "warm",
    warmParts: 1,
    contextHistory: true,
    contextNextSteps: false,
  });
  expect(of("german")).toMatchObject({ isScanned: false, introduction: null, resent: null, explicit: false });
});

test("what goes with a worse handoff is told apart by each of its levels", async () => {
  const costs = await costsOf(held.db, "handoffCsat", filters);
  expect(costs.map(({ exposure }) => exposure)).toEqual(EXPOSURES);
  const of = (by: string) =>
    Object.fromEntries(
      costs
        .flatMap(({ exposure, cells }) => (exposure.by === by ? cells : []))
        .map(({ topic, level, part, n }) => [`${topic} ${level}`, [part, n]]),
    );
  expect(of("introduction")).toEqual({
    "billing cold": [0, 1],
    "billing warm": [1, 1],
    "login neutral": [0, 1],
    "billing neutral": [1, 1],
  });
  expect(of("solution")).toEqual({ "billing same": [0, 1], "billing other": [1, 2], "login other": [0, 1] });
  expect(of("transfer")).toEqual({ "billing yes": [1, 2], "billing no": [2, 3], "login no": [0, 1] });
});
