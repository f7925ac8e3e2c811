import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { DIMENSIONS, parseFilters } from "#lib/filters.ts";
import { METRIC_KEYS, metricOf } from "#lib/metrics/catalogue.ts";
import { NARROWINGS, type Narrowing, narrowTexts, parseNarrow } from "#lib/narrowing.ts";
import { ai, at, closed, conversation, customer, handoff, human, rating } from "#lib/testing/build.ts";
import { rangeBefore } from "#lib/time/range.ts";
import { countBy } from "./count-by.ts";
import { listCount, listRecords } from "./list.ts";
import { measure } from "./measure.ts";

const held = testDb();
const now = at("+30d 12:00");
const ZONE = "Asia/Kathmandu";
const first = at("00:00").toISOString().slice(0, 10);
const last = at("+2d 00:00").toISOString().slice(0, 10);
const filters = parseFilters({ from: first, to: last }, { now, zone: ZONE });

/** Asked, answered by the AI, handed over at 10:03, answered after so many minutes (null = never). */
const told = (
  i: number,
  wait: number | null,
  { score, promised, again, topic = "refund" }: { score?: number; promised?: number; again?: boolean; topic?: string },
) => {
  const reply = (minutes: number) =>
    `${10 + Math.floor((3 + minutes) / 60)}:${String((3 + minutes) % 60).padStart(2, "0")}`;
  return conversation(
    [
      customer("10:00", "My refund has not come"),
      ai("10:01", "It takes five days"),
      ...(wait === null
        ? []
        : [
            human(reply(wait), "Which order is it?"),
            customer(reply(wait + 1), again ? "As I already told the bot, it is order 12" : "Order 12"),
          ]),
    ],
    {
      id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
      externalId: `c-${i}`,
      source: "desk",
      topic,
      handoffs: [
        handoff("10:03", {
          promisedWaitSeconds: promised ?? null,
          trigger: i % 2 ? "customer_request" : "no_kb_result",
        }),
      ],
      events: [closed("12:00")],
      ratings: score === undefined ? [] : [rating("12:05", score)],
    },
  );
};

beforeAll(async () => {
  const conversations = [
    told(1, 2, { score: 5, promised: 300 }),
    told(2, 5, { score: 4, promised: 120 }),
    told(3, 15, { score: 2, again: true }),
    told(4, 16, { score: 1, again: true, promised: 600, topic: "login" }),
    told(5, null, { promised: 60, topic: "login" }),
  ];
  const items = conversations.map((one) => ({ conversation: one, payload: one.externalId, eventId: "1" }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
});

const shares = METRIC_KEYS.filter((key) => metricOf(key).unit === "share");
const names = Object.keys(NARROWINGS) as Narrowing[];

describe.each(shares)("%s", (key) => {
  test("counts by dimensions add up to the metric, in each range", async () => {
    const ranges = [filters.range, rangeBefore(filters.range, ZONE)];
    for (const dimension of DIMENSIONS) {
      const cells = await countBy(held.db, key, filters, [dimension, "topic"], ranges);
      for (const [i, range] of ranges.entries()) {
        const { part, n } = await measure(held.db, key, { ...filters, range });
        const mine = cells.filter((cell) => cell.range === i);
        expect([mine.reduce((sum, cell) => sum + cell.part, 0), mine.reduce((sum, cell) => sum + cell.n, 0)]).toEqual([
          part,
          n,
        ]);
      }
    }
  });

  test("the list behind a cell holds what the cell counts", async () => {
    for (const name of names) {
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

test("waits, repetition and promises fall where their limits say", async () => {
  const of = async (name: Narrowing) =>
    Object.fromEntries(
      (await countBy(held.db, "escalationRate", filters, [name])).map(({ values, n }) => [values[name], n]),
    );
  expect(await of("wait")).toEqual({ under_5: 1, "5_to_15": 2, over_15: 1 });
  expect(await of("repeated")).toEqual({ yes: 2, no: 2 });
  expect(await of("promise")).toEqual({ kept: 1, broken: 3 });
  expect(await of("hour")).toEqual({ "15": 5 });
});

test("a promise is kept or broken as its metric counts it", async () => {
  const { part, n } = await measure(held.db, "promiseKept", filters);
  const cells = await countBy(held.db, "promiseKept", filters, ["promise"]);
  expect(Object.fromEntries(cells.map((cell) => [cell.values.promise, cell.n]))).toEqual({
    kept: part,
    broken: n - part,
  });
});

test("a narrowing is said in words, and one that cannot be is left out", () => {
  expect(narrowTexts(parseNarrow({ initiator: "ai", weekday: "1", hour: "10" }))).toEqual([
    "handed over by ai",
    "on Monday",
    "between 10:00 and 10:59",
  ]);
  expect(parseNarrow({ wait: "for ever", hour: "24", promise: ["kept", "broken"] })).toEqual({ promise: "kept" });
});
