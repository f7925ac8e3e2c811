import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { type Filters, parseFilters } from "#lib/filters.ts";
import { parseRecord } from "#lib/import/record.ts";
import { METRIC_KEYS, type MetricKey } from "#lib/metrics/catalogue.ts";
import { countBy } from "./count-by.ts";
import { listCount, listRecords } from "./list.ts";
import { measure } from "./measure.ts";

const held = testDb();
const ZONE = "Asia/Kathmandu";
const NOW = new Date("2026-11-24T10:00:00Z");
const filtersOf = (params: Record<string, string>): Filters => parseFilters(params, { now: NOW, zone: ZONE });

/** Tuesday of 2026-W44, in open hours; minutes from 9:45 local time. */
const at = (minute: number, day = 27) => new Date(Date.UTC(2026, 9, day, 4, minute)).toISOString();
type Author = "customer" | "ai" | "human";
const says = (minute: number, kind: Author, more: { text?: string; kind?: string; day?: number } = {}) => ({
  id: `${kind}-${more.day ?? 27}-${minute}`,
  at: at(minute, more.day),
  author: { kind, id: { customer: "c", ai: "bot", human: "ana" }[kind] },
  text: more.text ?? "…",
  ...(more.kind ? { kind: more.kind } : {}),
});
const happens = (minute: number, type: string, day = 27) => ({
  id: `${type}-${day}-${minute}`,
  at: at(minute, day),
  type,
});
const handed = (more: object = {}) => [
  { id: "h", at: at(5), from: "bot", trigger: "no_kb_result", to_team: "billing", ...more },
];
const opening = [says(0, "customer"), says(1, "ai")];
const closed = happens(50, "closed");
const asks = happens(3, "ask_human");
const survey = (about = "whole") => [{ id: "s", sent_at: at(51), about }];
const rated = [{ id: "r", survey_id: "s", score: 5, at: at(55) }];

const record = (id: string, more: { messages: object[] } & Record<string, unknown>) => ({
  format: "handoff-import/1",
  id,
  source: "desk",
  channel: "web_chat",
  topic: "refund",
  created_at: at(0),
  customer: { id: `c-${id}` },
  participants: [
    { id: "bot", kind: "ai" },
    { id: "ana", kind: "human", team: "billing" },
  ],
  ...more,
});

/** One conversation for each thing that can happen; what each counts for is written beside the metrics below. */
const WEEK = [
  record("asked and answered in time", {
    messages: [...opening, says(9, "human")],
    handoffs: handed({ promised_wait_s: 300 }),
    events: [asks, closed],
    surveys: survey(),
    csat: rated,
  }),
  record("asked, answered late, reopened", {
    messages: [
      ...opening,
      says(15, "human"),
      says(0, "customer", { day: 28, text: "It broke again" }),
      says(5, "human", { day: 28 }),
    ],
    handoffs: handed({ promised_wait_s: 120 }),
    events: [asks, closed, happens(50, "closed", 28)],
    surveys: survey(),
  }),
  record("left, and said so", {
    messages: opening,
    handoffs: handed({ promised_wait_s: 300 }),
    events: [happens(7, "abandoned"), closed],
  }),
  record("left in silence", { messages: opening, handoffs: handed(), events: [closed] }),
  record("answered, never closed", { messages: [...opening, says(8, "human")], handoffs: handed() }),
  record("asked in vain", { messages: opening, events: [asks, closed] }),
  record("announced in vain", { messages: [...opening, says(3, "ai", { kind: "transfer_notice" })], events: [closed] }),
  record("thanked", {
    messages: [...opening, says(2, "customer", { text: "Great, thanks!" })],
    events: [closed],
    surveys: survey("ai"),
    csat: [{ ...rated[0], leg: "ai" }],
  }),
  record("came in another conversation", { messages: opening, events: [closed], customer: { id: "twice" } }),
  record("the other conversation", {
    created_at: at(0, 29),
    messages: [says(0, "customer", { day: 29 }), says(1, "ai", { day: 29 })],
    events: [happens(50, "closed", 29)],
    customer: { id: "twice" },
  }),
  record("the bot was down", {
    messages: [says(0, "customer"), says(9, "human")],
    handoffs: handed({ trigger: "outage" }),
    events: [closed],
  }),
  record("left with a question", { messages: [...opening, says(2, "customer", { text: "And then?" })] }),
  record("of a source without asks and customers", {
    source: "mail",
    language: "de",
    channel: "email",
    messages: opening,
    events: [closed],
    customer: null,
  }),
];

/** A hundred more, some weeks before, by turns of every kind. */
const MANY = Array.from({ length: 100 }, (_, i) => {
  const day = 6 + (i % 3);
  const start = [says(0, "customer", { day }), says(1, "ai", { day })];
  const end = happens(50, "closed", day);
  const kinds = [
    { messages: start, events: [end] },
    { messages: start, events: [end], isHanded: true },
    { messages: [...start, says(9, "human", { day })], events: [end], isHanded: true },
    { messages: [...start, says(9, "human", { day })], events: [], isHanded: true },
    { messages: [...start, says(9, "human", { day }), says(10, "customer", { day })], events: [], isHanded: true },
  ];
  const { isHanded = false, ...kind } = kinds[((i * i) % 7) % 5] ?? { messages: start };
  return record(`many-${i}`, {
    ...kind,
    channel: ["web_chat", "email", "whatsapp"][i % 3],
    topic: ["refund", "login", null][i % 5] ?? null,
    created_at: at(0, day),
    handoffs: isHanded ? handed({ at: at(5, day), to_team: i % 2 ? "billing" : "orders" }) : [],
  });
});

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Test", zone: ZONE, mode: "own", now: NOW });
  for (const [source, records] of Map.groupBy([...WEEK, ...MANY], (one) => String(one.source))) {
    const items = records.map((one) => {
      const parsed = parseRecord(one, { now: NOW, zone: ZONE, defaultSource: "desk" });
      if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
      return { conversation: parsed.conversation, payload: JSON.stringify(one), eventId: String(one.id) };
    });
    await savePage(held.db, { source: { key: source, kind: "import" }, items, now: NOW });
  }
  await assessPending(held.db, { now: NOW });
});

const week44 = filtersOf({ week: "2026-W44" });

describe("a week in which everything happened once, by hand", () => {
  test.each([
    ["escalationRate", 5, 12],
    ["askRate", 3, 11],
    ["failedHandoffs", 1, 12],
    ["bypassRate", 1, 13],
    ["promiseKept", 1, 3],
    ["leftBeforeAnswer", 2, 6],
    ["leftCertain", 1, 6],
    ["postEscalationResolution", 2, 5],
    ["answeredShare", 3, 5],
    ["resolvedIfAnswered", 2, 3],
    ["assumedShare", 1, 2],
    ["aiResolution", 3, 11],
    ["aiConfirmed", 1, 3],
    ["reopenRate", 1, 12],
    ["repeatContact", 1, 11],
    ["handoffResponseRate", 1, 2],
    ["aiOnlyResponseRate", 1, 1],
    ["humanOnlyResponseRate", 0, 0],
  ] as const)("%s counts %i of %i", async (key, part, n) => {
    expect(await measure(held.db, key, week44)).toMatchObject({ part, n, value: n === 0 ? null : part / n });
  });

  test("the median from asking to a person counts those whom nobody answered", async () => {
    expect(await measure(held.db, "askToHuman", week44)).toMatchObject({ value: 720, part: 2, n: 3 });
  });

  test("who was left with a question enters the week in which they are given up", async () => {
    expect(await measure(held.db, "aiResolution", filtersOf({ week: "2026-W45" }))).toMatchObject({ part: 0, n: 1 });
  });

  test("where the words are not read and no source tells of asks or surveys nothing is said of them", async () => {
    for (const key of ["askRate", "askToHuman", "handoffResponseRate", "promiseKept"] as const) {
      expect(await measure(held.db, key, { ...week44, only: { source: ["mail"] } })).toMatchObject({
        n: 0,
        value: null,
      });
    }
  });

  test("as it stood before the rating came, the survey was offered and not answered", async () => {
    expect(await measure(held.db, "handoffResponseRate", week44, { asOf: new Date(at(52)) })).toMatchObject({
      part: 0,
      n: 2,
    });
  });

  test("as it stood before they were handed over, those who were later had not escalated", async () => {
    const stood = (minute: number) => measure(held.db, "escalationRate", week44, { asOf: new Date(at(minute)) });
    expect(await stood(4)).toMatchObject({ part: 0, n: 11 });
    expect(await stood(6)).toMatchObject({ part: 5, n: 11 });
  });

  test.each([
    ["reopenRate", 7],
    ["repeatContact", 3],
    ["aiResolution", 7],
  ] as const)("as it stood, %s counts nobody before their %i days are over", async (key, days) => {
    const due = Date.parse(at(50)) + days * 86_400_000;
    expect(await measure(held.db, key, week44, { asOf: new Date(due - 3_600_000) })).toMatchObject({ n: 0 });
    expect((await measure(held.db, key, week44, { asOf: new Date(due + 60_000) })).n).toBeGreaterThan(0);
  });
});

const someOf = (values: string[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
const anyFilters = fc
  .record({
    week: fc.constantFrom("2026-W41", "2026-W42", "2026-W44"),
    channel: someOf(["web_chat", "email", "whatsapp"]),
    topic: someOf(["refund", "login", "none"]),
    team: someOf(["billing", "orders", "none"]),
    segment: someOf(["handoff", "ai_only"]),
  })
  .map(({ week, ...only }) => ({
    ...filtersOf({ week }),
    only: Object.fromEntries(Object.entries(only).filter(([, values]) => values !== undefined)) as Filters["only"],
  }));

const SLOW = 60_000;

test("post-escalation resolution is answered share times resolved if answered, whatever is filtered", {
  timeout: SLOW,
}, async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyFilters, async (filters) => {
      const [whole, answered, resolved] = await Promise.all(
        (["postEscalationResolution", "answeredShare", "resolvedIfAnswered"] as const).map((key) =>
          measure(held.db, key, filters),
        ),
      );
      expect([answered?.n, answered?.part, resolved?.part]).toEqual([whole?.n, resolved?.n, whole?.part]);
      seen.add(whole?.n ?? 0);
      if (whole?.value == null || resolved?.value == null) return;
      expect((answered?.value ?? Number.NaN) * resolved.value).toBeCloseTo(whole.value, 12);
    }),
    { numRuns: 40 },
  );
  expect(seen.size).toBeGreaterThan(5);
});

test("who handed over and why add up to the tile's part, and each cell opens its handoffs, whatever is filtered", {
  timeout: SLOW,
}, async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyFilters, async (filters) => {
      const [cells, tile] = await Promise.all([
        countBy(held.db, "escalationRate", filters, ["initiator", "family"]),
        measure(held.db, "escalationRate", filters),
      ]);
      seen.add(tile.part);
      expect(cells.reduce((sum, { part }) => sum + part, 0)).toBe(tile.part);
      for (const { values, part } of cells) {
        expect(await listCount(held.db, "escalationRate", filters, { only: "part", narrow: values })).toBe(part);
      }
    }),
    { numRuns: 40 },
  );
  expect(seen.size).toBeGreaterThan(3);
});

test("the list holds exactly what is counted, for every metric and whatever is filtered", {
  timeout: SLOW,
}, async () => {
  const counted = new Map<MetricKey, number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...METRIC_KEYS), anyFilters, async (key, filters) => {
      const { part, n } = await measure(held.db, key, filters);
      counted.set(key, (counted.get(key) ?? 0) + n);
      for (const [only, expected] of [
        ["whole", n],
        ["part", part],
      ] as const) {
        const rows = await listRecords(held.db, key, filters, { only, limit: 200, offset: 0 });
        expect([key, only, rows.length, await listCount(held.db, key, filters, { only })]).toEqual([
          key,
          only,
          expected,
          expected,
        ]);
      }
    }),
    { numRuns: 150 },
  );
  expect(counted.size).toBeGreaterThan(METRIC_KEYS.length / 2);
});
