import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { DIMENSIONS, type Filters, parseFilters } from "#lib/filters.ts";
import { parseRecord } from "#lib/import/record.ts";
import { isMetricKey, METRIC_KEYS, type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { weeksUpTo } from "#lib/time/range.ts";
import { type ListedRecord, listCount, listRecords, streamRecords } from "./list.ts";
import { measure, measureBy, measurePerRange, measurePooled } from "./measure.ts";
import { SORTS } from "./order.ts";
import { handoffWaits } from "./waits.ts";

const held = testDb();
const ZONE = "Asia/Kathmandu";
const NOW = new Date("2026-11-24T10:00:00Z");
const filtersOf = (params: Record<string, string>): Filters => parseFilters(params, { now: NOW, zone: ZONE });

const at = (day: number, minute: number) => new Date(Date.UTC(2026, 10, day, 4, minute)).toISOString();
type Made = { id: string; day: number; wait?: number; score?: number; more?: object; repeats?: boolean };

/** One conversation of our own format: the AI answers, hands over at minute 5, a person replies `wait` minutes later. */
const record = ({ id, day, wait, score, repeats, more = {} }: Made) => ({
  format: "handoff-import/1",
  id,
  source: "desk",
  channel: "web_chat",
  topic: "refund",
  language: "en",
  created_at: at(day, 0),
  updated_at: at(day, 59),
  customer: { id: `c-${id}`, plan: "team" },
  participants: [
    { id: "bot", kind: "ai" },
    { id: "ana", kind: "human", team: "billing" },
    { id: `c-${id}`, kind: "customer" },
  ],
  messages: [
    { id: "1", at: at(day, 0), author: { kind: "customer", id: `c-${id}` }, text: "My refund has not arrived" },
    { id: "2", at: at(day, 1), author: { kind: "ai", id: "bot" }, text: "Refunds take five days." },
    ...(wait === undefined
      ? []
      : [
          { id: "3", at: at(day, 5 + wait), author: { kind: "human", id: "ana" }, text: "Hello, which order is it?" },
          {
            id: "4",
            at: at(day, 6 + wait),
            author: { kind: "customer", id: `c-${id}` },
            text: repeats ? "As I already told the bot, it is order 12" : "Order 12",
          },
        ]),
  ],
  handoffs:
    wait === undefined ? [] : [{ id: "h", at: at(day, 5), from: "bot", trigger: "no_kb_result", to_team: "billing" }],
  events: [{ at: at(day, 50), type: "closed", actor: "ana" }],
  csat: score === undefined ? [] : [{ id: "r", score, scale: [1, 5], at: at(day, 55) }],
  ...more,
});

/** In a week of their own, 2026-W44: a takeover, one who left at once, one handed over twice, one after closing time. */
function edgeCases() {
  const day = -2;
  const late = (minute: number) => new Date(Date.parse(at(day, minute)) + 9 * 3_600_000).toISOString();
  const evening = record({ id: "evening", day, wait: 2 });
  return [
    record({ id: "takeover", day, wait: 2, more: { handoffs: [] } }),
    record({ id: "short", day, more: { handoffs: handedAt(at(day, 5)), events: abandonedAt(at(day, 5)) } }),
    record({
      id: "twice",
      day,
      wait: 15,
      more: {
        handoffs: [...handedAt(at(day, 5)), ...handedAt(at(day, 18), "h2")],
        events: [{ at: at(day, 15), type: "handed_back" }, ...evening.events],
      },
    }),
    {
      ...evening,
      messages: evening.messages.map((message, i) => ({ ...message, at: late(i < 2 ? i : i + 4) })),
      handoffs: handedAt(late(5)),
      events: [{ at: late(50), type: "closed", actor: "ana" }],
    },
  ];
}

const handedAt = (time: string, id = "h") => [
  { id, at: time, from: "bot", trigger: "no_kb_result", to_team: "billing" },
];
const abandonedAt = (time: string) => [{ at: new Date(Date.parse(time) + 20_000).toISOString(), type: "abandoned" }];

const RECORDS = [
  record({ id: "fast", day: 16, wait: 4, score: 5 }),
  record({ id: "slow", day: 19, wait: 5, score: 2, repeats: true }),
  record({ id: "alone", day: 18, score: 4 }),
  record({ id: "before", day: 10, wait: 1, score: 4 }),
  record({
    id: "mail",
    day: 16,
    wait: 2,
    score: 5,
    more: { channel: "email", topic: null, language: null, source: "mail" },
  }),
  record({ id: "test", day: 16, wait: 1, more: { flags: ["test"] } }),
  ...edgeCases(),
];

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Test", zone: ZONE, mode: "own", now: NOW });
  for (const source of ["desk", "mail"]) {
    const items = RECORDS.filter((one) => (one.source ?? "desk") === source).map((one) => {
      const parsed = parseRecord(one, { now: NOW, zone: ZONE, defaultSource: "desk" });
      if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
      return { conversation: parsed.conversation, payload: JSON.stringify(one), eventId: one.id };
    });
    await savePage(held.db, { source: { key: source, kind: "import" }, items, now: NOW });
  }
  await assessPending(held.db, { now: NOW });
});

const week47 = filtersOf({ week: "2026-W47" });

describe("the five numbers of a week, by hand", () => {
  test.each([
    ["handoffCsat", 2, 3],
    ["aiOnlyCsat", 1, 1],
    ["humanOnlyCsat", 0, 0],
    ["explicitRepetition", 1, 3],
    ["answeredInTarget", 2, 3],
    ["escalationRate", 3, 4],
    ["leftBeforeAnswer", 0, 3],
    ["stillWaiting", 0, 3],
  ] as const)("%s counts %i of %i", async (key, part, n) => {
    expect(await measure(held.db, key, week47)).toMatchObject({
      part,
      n,
      value: n === 0 ? null : expect.closeTo(part / n, 12),
    });
  });

  test("the median wait is that of the risk rows, and five minutes exactly is not within five", async () => {
    expect(await measure(held.db, "timeToFirstHuman", week47)).toMatchObject({ value: 240, n: 3, part: 3 });
    const { inHours } = await handoffWaits(held.db, week47);
    expect(inHours.map(({ open }) => open).sort((a, b) => a - b)).toEqual([120, 240, 300]);
  });

  test("resolution counts only what has been over for seven days", async () => {
    expect(await measure(held.db, "postEscalationResolution", week47)).toMatchObject({ n: 2 });
    expect(await measure(held.db, "postEscalationResolution", filtersOf({ week: "2026-W46" }))).toMatchObject({
      part: 1,
      n: 1,
    });
  });

  test("weeks pooled count all rows of all of them, each as it stood at its own moment", async () => {
    const [week46, week47Range] = weeksUpTo(week47.range, 2, ZONE);
    if (!week46 || !week47Range) throw new Error("no weeks");
    const pooled = (key: MetricKey, asOf: Date | null) =>
      measurePooled(held.db, key, week47, [
        { range: week46, asOf: null },
        { range: week47Range, asOf },
      ]);
    expect(await pooled("handoffCsat", null)).toMatchObject({ part: 3, n: 4 });
    expect(await pooled("handoffCsat", new Date("2026-11-16T12:00:00Z"))).toMatchObject({ part: 3, n: 3 });
    expect(await pooled("timeToFirstHuman", null)).toMatchObject({ n: 4, value: 120 });
  });

  test("as it stood earlier, a rating given later is not there yet", async () => {
    const asOf = new Date("2026-11-16T12:00:00Z");
    expect(await measure(held.db, "handoffCsat", week47, { asOf })).toMatchObject({ part: 2, n: 2 });
  });

  test.each(["escalationRate", "timeToFirstHuman", "stillWaiting", "explicitRepetition"] as const)(
    "as it stood on the second day, %s does not count what began on a later one",
    async (key) => {
      const asOf = new Date("2026-11-17T12:00:00Z");
      expect(await measure(held.db, key, week47, { asOf })).toMatchObject({ n: 2 });
    },
  );
});

test.each([
  ["escalationRate", 4, 4],
  ["timeToFirstHuman", 1, 3],
  ["answeredInTarget", 0, 2],
  ["leftBeforeAnswer", 0, 2],
] as const)(
  "of a takeover, a short leaving, a second handoff and one after closing time, %s counts %i of %i",
  async (key, part, n) => {
    expect(await measure(held.db, key, filtersOf({ week: "2026-W44" }))).toMatchObject({ part, n });
  },
);

test("a week without anything is a gap, in its place", async () => {
  const weeks = weeksUpTo(week47.range, 3, ZONE);
  expect((await measurePerRange(held.db, "escalationRate", week47, weeks)).map(({ n, value }) => [n, value])).toEqual([
    [0, null],
    [1, 1],
    [4, 0.75],
  ]);
  expect((await measurePerRange(held.db, "timeToFirstHuman", week47, weeks)).map(({ value }) => value)).toEqual([
    null,
    60,
    240,
  ]);
});

const FILTERS: Record<string, string>[] = [
  {},
  { channel: "email" },
  { topic: "refund" },
  { topic: "none" },
  { topic: "none,refund" },
  { team: "billing" },
  { source: "mail" },
  { tier: "team" },
  { language: "none" },
  { segment: "handoff" },
  { channel: "nowhere" },
];

describe.each(METRIC_KEYS)("%s", (key) => {
  test.each(FILTERS)("the list holds exactly what is counted, for %o", async (params) => {
    const filters = filtersOf({ week: "2026-W47", ...params });
    const { part, n } = await measure(held.db, key, filters);
    for (const [only, expected] of [
      ["whole", n],
      ["part", part],
    ] as const) {
      const rows = await listRecords(held.db, key, filters, { only, limit: 100, offset: 0 });
      expect([only, rows.length, await listCount(held.db, key, filters, { only })]).toEqual([only, expected, expected]);
    }
  });

  test("its breakdowns add up to the whole", async () => {
    const { n, part } = await measure(held.db, key, week47);
    for (const dimension of DIMENSIONS) {
      const parts = await measureBy(held.db, key, week47, dimension);
      expect(parts.reduce((sum, { measurement }) => sum + measurement.n, 0)).toBe(n);
      expect(parts.reduce((sum, { measurement }) => sum + measurement.part, 0)).toBe(part);
    }
  });
});

test("the catalogue says of each metric what it needs to be understood", () => {
  expect(METRIC_KEYS.every(isMetricKey)).toBe(true);
  expect(isMetricKey("toString")).toBe(false);
  for (const key of METRIC_KEYS) for (const text of Object.values(metricOf(key))) expect(text).not.toBe("");
});

test.each(SORTS.flatMap((sort) => [true, false].map((isDescending) => ({ sort, isDescending }))))(
  "read in batches the list is the same, whatever it is sorted by: %j",
  async (order) => {
    const all = filtersOf({ from: "2026-10-01", to: "2026-11-30" });
    for (const key of ["handoffs", "handoffCsat", "escalationRate"] as const) {
      const whole = await listRecords(held.db, key, all, { only: "whole", ...order, limit: 1000, offset: 0 });
      const streamed: string[] = [];
      for await (const batch of streamRecords(held.db, key, all, { only: "whole", ...order, batch: 2 })) {
        expect(batch.length).toBeLessThanOrEqual(2);
        streamed.push(...batch.map(nameOf));
      }
      expect(streamed).toEqual(whole.map(nameOf));
    }
  },
);

const nameOf = ({ externalId, episode, handoffId, ratingId }: ListedRecord): string =>
  [externalId, episode, handoffId, ratingId].join(" ");
