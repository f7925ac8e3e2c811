import type { Sql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { escalatedByTopic, resolvedByTopic, ruledByTopic } from "#db/knowledge/counts.ts";
import { testDb } from "#db/testing/db.ts";
import { type Filters, parseFilters } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { weeksUpTo } from "#lib/time/range.ts";
import { countedTogether } from "./counted.ts";
import { listCount, listRecords } from "./list.ts";
import { measure, measurePerRange, measurePooled } from "./measure.ts";
import { SORTS } from "./order.ts";
import { checklistOf, HEADLINES, WEEKS_SHOWN } from "./weekly.ts";

const held = testDb();
const NOW = new Date("2026-10-06T12:00:00Z");
const EPISODES = 30_000;
const PAGE = 50;

/** A year of rows made where they are read: half of them handoffs, all texts there are in a list. */
const fill = async (sql: Sql): Promise<void> => {
  // Rows are not marked as visible to all while commits near theirs are not on disk, and the tests' server takes its time.
  await sql`set synchronous_commit = on`;
  await sql`insert into sources (id, key, kind, created_at) values
    ('00000000-0000-0000-0000-000000000001', 'desk', 'push', ${NOW})`;
  await sql.unsafe(`create table made as select i, md5(i::text)::uuid as conversation_id,
    timestamptz '2025-10-06Z' + i * interval '364 days' / ${EPISODES} as at, 'topic ' || i % 20 as topic,
    case i % 2 when 0 then 'handoff' else 'ai_only' end as segment from generate_series(0, ${EPISODES - 1}) i`);
  await sql.unsafe(`insert into conversations (conversation_id, source_id, external_id, revision, revision_key,
      content_sha256, channel, tags, created_at, participants, declared_handoffs, events, surveys, ratings, flags, extra,
      received_at)
    select conversation_id, '00000000-0000-0000-0000-000000000001', 'c-' || i, '1', '1', '', 'email', '{}', at, '[]',
      '[]', '[]', '[]', '[]', '{}', '{}', at from made order by i`);
  const dimensions = "conversation_id, episode, source_id, channel, topic, language, segment, customer, searched";
  const values = `conversation_id, 0, '00000000-0000-0000-0000-000000000001'::uuid, 'email', topic, 'en', segment,
    'customer ' || i, 'customer ' || i || ' of ' || topic`;
  await sql.unsafe(`insert into episodes (${dimensions}, started_at, ended_by, rule, tags, executed_handoffs,
      customer_spoke_after_human, has_explicit_repetition, is_resent, is_asked_again, is_repeated, resolution,
      resolution_at, matures_at)
    select ${values}, at, 'closed', 1, '{}', (i + 1) % 2, true, i % 3 = 0, false, false, i % 3 = 0, 'resolved', at, at
    from made order by i`);
  await sql.unsafe(`insert into handoffs (${dimensions}, handoff_id, ordinal, at, provenance, initiator, family, trigger,
      outcome, wait_seconds, wait_business_seconds, in_hours, straddles_closing, is_takeover, empty_room, resolution,
      is_scanned, context_history)
    select ${values}, 'h', 1, at, 'exact', 'ai', 'confidence', 'low_confidence', 'answered', i % 997, i % 997, true, false,
      false, false, 'resolved', true, i % 2 = 0 from made where segment = 'handoff' order by i`);
  await sql`drop table made`;
  await sql`vacuum analyze conversations, episodes, handoffs`;
};

beforeAll(async () => {
  const own = await held.db.$client.reserve();
  await fill(own).finally(() => own.release());
});

const asking = (params: Record<string, string> = {}): Filters =>
  parseFilters({ week: "2026-W40", ...params }, { now: NOW, zone: "UTC" });
const TWELVE = { week: "", from: "2026-07-13", to: "2026-10-04" };

type Node = {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  "Heap Fetches"?: number;
  "Rows Removed by Filter"?: number;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Node[];
};

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The nodes that read tables, of every statement that something asks. */
const readingsOf = async (ask: () => Promise<unknown>): Promise<Node[]> => {
  const sql: Sql = held.db.$client;
  const options = sql.options as typeof sql.options & { debug: unknown };
  const seen: { text: string; values: unknown[] }[] = [];
  options.debug = (_: number, text: string, values: unknown[]) => seen.push({ text, values });
  await ask();
  options.debug = false;
  const plans = await Promise.all(
    seen
      .filter(({ text }) => /^\s*(select|with)/i.test(text) && !text.includes("pg_type"))
      .map(({ text, values }) =>
        sql.unsafe<{ "QUERY PLAN": [{ Plan: Node }] }[]>(
          `explain (analyze, timing off, format json) ${text}`,
          values as never[],
        ),
      ),
  );
  const nodes = plans.flatMap(([row]) => (row ? nodesOf(row["QUERY PLAN"][0].Plan) : []));
  return nodes.filter((node) => node["Relation Name"] !== undefined && node["Relation Name"] !== "sources");
};

const readsIndexesOnly = (nodes: readonly Node[]): void => {
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) {
    expect(node).toMatchObject({ "Node Type": "Index Only Scan", "Heap Fetches": 0 });
    expect((node["Rows Removed by Filter"] ?? 0) * node["Actual Loops"]).toBeLessThan(EPISODES / 4);
  }
};

describe("/weekly", () => {
  const ofTable = HEADLINES.filter((key) => key !== "handoffCsat");
  test.each(ofTable)("%s week by week reads its index and no row", async (key) => {
    for (const params of [{}, { topic: "topic 3" }, { channel: "email" }]) {
      const filters = asking(params);
      const weeks = weeksUpTo(filters.range, 2 * WEEKS_SHOWN, "UTC");
      readsIndexesOnly(await readingsOf(() => measurePerRange(held.db, key, filters, weeks)));
    }
  });

  test("the checklist reads the handoffs and the episodes of a week once", async () => {
    const filters = asking();
    const nodes = await readingsOf(() => checklistOf(held.db, filters, NOW));
    readsIndexesOnly(nodes);
    expect(nodes.map((node) => node["Index Name"]).sort()).toEqual([
      ...["episodes_started", "episodes_started", "handoffs_at", "handoffs_at"],
    ]);
  });

  test("what is asked for in one turn is read once: each stretch for all metrics of the same rows", async () => {
    const filters = asking({ channel: "email" });
    const weeks = weeksUpTo(filters.range, WEEKS_SHOWN, "UTC");
    const ask = () =>
      Promise.all([
        measurePerRange(held.db, "escalationRate", filters, weeks),
        measurePooled(held.db, "escalationRate", filters, [{ range: filters.compare, asOf: null }]),
        measure(held.db, "failedHandoffs", filters),
        measure(held.db, "bypassRate", asking({ channel: "email", topic: "topic 3" })),
        measurePerRange(held.db, "contextRepetition", filters, weeks),
      ]);
    const nodes = await readingsOf(ask);
    readsIndexesOnly(nodes);
    const name = "episodes_started";
    const loops = nodes.map((node) => ({ name: node["Index Name"], weeks: node["Actual Loops"] }));
    expect(loops.sort((a, b) => a.weeks - b.weeks)).toEqual([
      ...[
        { name, weeks: 1 },
        { name, weeks: 1 },
        { name, weeks: WEEKS_SHOWN - 1 },
        { name, weeks: WEEKS_SHOWN - 1 },
        { name, weeks: WEEKS_SHOWN },
      ],
    ]);
    const [series, before, failed, bypassed, repeated] = await ask();
    for (const [i, week] of weeks.entries()) {
      expect(series[i]).toEqual(await measure(held.db, "escalationRate", { ...filters, range: week }));
      expect(repeated[i]).toEqual(await measure(held.db, "contextRepetition", { ...filters, range: week }));
    }
    expect(before).toEqual(series.at(-2));
    expect(failed).toEqual(await measure(held.db, "failedHandoffs", filters));
    expect(bypassed.n).toBeLessThan(failed.n);
  });

  test("metrics that are counted together come to what each comes to alone", async () => {
    const keys: MetricKey[] = [
      "contextHistory",
      "promiseKept",
      "contextRepetition",
      "escalationRate",
      "failedHandoffs",
    ];
    for (const params of [{}, { topic: "topic 4,topic 7" }]) {
      const filters = asking({ ...TWELVE, ...params });
      const together = await countedTogether(held.db, keys, filters, [{ range: filters.range, asOf: null }]);
      const alone = await Promise.all(keys.map((key) => measurePerRange(held.db, key, filters, [filters.range])));
      expect(together).toEqual(alone.map(([one]) => ({ part: one?.part, n: one?.n })));
    }
  });
});

describe("/knowledge", () => {
  const filters = asking({ channel: "email" });
  const weeks = weeksUpTo(filters.range, 20, "UTC");
  test.each([
    ["handed over", () => escalatedByTopic(held.db, filters, weeks)],
    ["resolved", () => resolvedByTopic(held.db, filters, weeks)],
    ["sent by a rule", () => ruledByTopic(held.db, filters, filters.range)],
  ])("%s by topic reads its index and no row", async (_, ask) => {
    readsIndexesOnly(await readingsOf(ask));
  });
});

describe("/handoffs", () => {
  const filters = asking(TWELVE);

  test.each(SORTS)("sorted by %s a page reads an index, and of the tables only what it shows", async (sort) => {
    for (const offset of [0, 1500, 3400]) {
      const nodes = await readingsOf(() =>
        listRecords(held.db, "handoffs", filters, { only: "whole", sort, limit: PAGE, offset }),
      );
      for (const node of nodes) {
        expect(node["Node Type"]).not.toBe("Seq Scan");
        const isOfIndex = node["Node Type"] === "Index Only Scan";
        if (!isOfIndex) expect(node["Actual Rows"] * node["Actual Loops"]).toBeLessThanOrEqual(PAGE + 1);
      }
    }
  });

  test.each([0, 100])(
    "behind the escalation rate a page from %i reads as many of each segment as it holds",
    async (offset) => {
      const query = { only: "whole" as const, limit: PAGE, offset };
      for (const isDescending of [true, false]) {
        const nodes = await readingsOf(() =>
          listRecords(held.db, "escalationRate", filters, { ...query, isDescending }),
        );
        const read = nodes.filter((node) => node["Relation Name"] === "episodes");
        expect(read.length).toBeGreaterThan(1);
        for (const node of read) {
          expect(node["Node Type"]).not.toBe("Seq Scan");
          expect(node["Actual Rows"] * node["Actual Loops"]).toBeLessThanOrEqual(offset + PAGE + 1);
        }
      }
      const [page, all] = await Promise.all([
        listRecords(held.db, "escalationRate", filters, query),
        listRecords(held.db, "escalationRate", filters, { ...query, limit: offset + PAGE + 500, offset: 0 }),
      ]);
      expect(page.map(({ externalId }) => externalId)).toEqual(
        all.slice(offset, offset + PAGE).map(({ externalId }) => externalId),
      );
      expect(new Set(page.map(({ segment }) => segment)).size).toBe(2);
    },
  );

  test.each([
    ["customer 25704 ", 1],
    ["topic 8", 346],
    ["nobody wrote this", 0],
  ])("a search for “%s” finds %i, and reads no more rows of a table than it finds", async (search, found) => {
    const query = { only: "whole" as const, search };
    expect(await listCount(held.db, "handoffs", filters, query)).toBe(found);
    const asks = [
      () => listRecords(held.db, "handoffs", filters, { ...query, limit: PAGE, offset: 0 }),
      () => listCount(held.db, "handoffs", filters, query),
    ];
    for (const ask of asks)
      for (const node of await readingsOf(ask)) {
        expect(node["Node Type"]).not.toBe("Seq Scan");
        const isOfIndex = node["Node Type"] === "Index Only Scan";
        if (!isOfIndex) expect(node["Actual Rows"] * node["Actual Loops"]).toBeLessThanOrEqual(found);
      }
  });
});
