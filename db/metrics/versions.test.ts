import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { parseRecord } from "#lib/import/record.ts";
import { METRIC_KEYS, metricOf } from "#lib/metrics/catalogue.ts";
import { listCount, listRecords } from "./list.ts";
import { measure, measureBy, measurePerRange } from "./measure.ts";

const held = testDb();
const ZONE = "UTC";
const NOW = new Date("2026-11-24T12:00:00Z");

type Made = { id: string; handedAt: string; answeredAt?: string; leftAt?: string };

/** Handed over, and then answered, left or still waiting. */
const record = ({ id, handedAt, answeredAt, leftAt }: Made) => {
  const before = (seconds: number) => new Date(Date.parse(handedAt) - seconds * 1000).toISOString();
  return {
    id,
    source: "desk",
    channel: "web_chat",
    created_at: before(120),
    customer: { id: `c-${id}` },
    messages: [
      { at: before(120), author: { kind: "customer" }, text: "My refund has not arrived" },
      { at: before(60), author: { kind: "ai" }, text: "Refunds take five days." },
      ...(answeredAt ? [{ at: answeredAt, author: { kind: "human", id: "ana" }, text: "Hello, I am Ana." }] : []),
    ],
    handoffs: [{ id: "h", at: handedAt, trigger: "no_kb_result" }],
    events: leftAt ? [{ at: leftAt, type: "abandoned" }] : [],
  };
};

// At noon the fourth has waited for 180 seconds. In the order of their waits: answered 120, censored 180, left 200,
// answered 240; then one answered at exactly 300.
const RECORDS = [
  record({ id: "fast", handedAt: "2026-11-24T10:00:00Z", answeredAt: "2026-11-24T10:02:00Z" }),
  record({ id: "late", handedAt: "2026-11-24T10:10:00Z", answeredAt: "2026-11-24T10:14:00Z" }),
  record({ id: "gone", handedAt: "2026-11-24T10:20:00Z", leftAt: "2026-11-24T10:23:20Z" }),
  record({ id: "open", handedAt: "2026-11-24T11:57:00Z" }),
  record({ id: "five", handedAt: "2026-11-24T10:30:00Z", answeredAt: "2026-11-24T10:35:00Z" }),
];

const filters = parseFilters({ week: "2026-W48" }, { now: NOW, zone: ZONE });

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Test", zone: ZONE, mode: "own", now: NOW });
  const items = RECORDS.map((one) => {
    const parsed = parseRecord(one, { now: NOW, zone: ZONE, defaultSource: "desk" });
    if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
    return { conversation: parsed.conversation, payload: JSON.stringify(one), eventId: one.id };
  });
  await savePage(held.db, { source: { key: "desk", kind: "import" }, items, now: NOW });
  await assessPending(held.db, { now: NOW });
});

describe("answered within five minutes", () => {
  test("is the incidence at five minutes, with whoever still waits at risk until then", async () => {
    const found = await measure(held.db, "answeredInTarget", filters);
    // 1/5 at 120; of the 4/5 left one of three leaves at 200, one of two is answered at 240; 300 is too late.
    expect(found).toMatchObject({ part: 2, n: 5, value: expect.closeTo(1 / 5 + (4 / 5) * (2 / 3) * (1 / 2), 12) });
    expect(found.low).toBeLessThan(found.value ?? 0);
    expect(found.high).toBeGreaterThan(found.value ?? 0);
    expect(found.se).toBeGreaterThan(0);
    const [perRange] = await measurePerRange(held.db, "answeredInTarget", filters, [filters.range]);
    const [byChannel] = await measureBy(held.db, "answeredInTarget", filters, "channel");
    expect([perRange, byChannel?.measurement]).toEqual([found, found]);
  });

  test("by version 1 is part ÷ whole of the waits that are decided, on every road", async () => {
    const version = { version: 1 };
    const found = await measure(held.db, "answeredInTarget", filters, version);
    expect(found).toMatchObject({ part: 2, n: 4, value: 0.5 });
    expect(found.se).toBeUndefined();
    const [perRange] = await measurePerRange(held.db, "answeredInTarget", filters, [filters.range], version);
    const [byChannel] = await measureBy(held.db, "answeredInTarget", filters, "channel", version);
    expect([perRange, byChannel?.measurement]).toEqual([found, found]);
  });
});

const VERSIONS = METRIC_KEYS.flatMap((key) =>
  [metricOf(key).version, ...(metricOf(key).earlier ?? []).map((one) => one.version)].map(
    (version) => [key, version] as const,
  ),
);

test.each(VERSIONS)("the list of %s by version %i holds exactly what is counted", async (key, version) => {
  const { part, n } = await measure(held.db, key, filters, { version });
  for (const [only, expected] of [
    ["whole", n],
    ["part", part],
  ] as const) {
    const rows = await listRecords(held.db, key, filters, { only, version, limit: 100, offset: 0 });
    expect([only, rows.length, await listCount(held.db, key, filters, { only, version })]).toEqual([
      only,
      expected,
      expected,
    ]);
  }
});

test("a version that never was is refused in one sentence, wherever it is asked for", async () => {
  const sentence = "answeredInTarget has versions 1 and 2; there is no version 3.";
  await expect(measure(held.db, "answeredInTarget", filters, { version: 3 })).rejects.toThrow(sentence);
  const query = { only: "whole", version: 3, limit: 1, offset: 0 } as const;
  await expect(listRecords(held.db, "answeredInTarget", filters, query)).rejects.toThrow(sentence);
  await expect(listCount(held.db, "answeredInTarget", filters, query)).rejects.toThrow(sentence);
});
