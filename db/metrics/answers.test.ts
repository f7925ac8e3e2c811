import { beforeAll, describe, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { ROADS } from "#lib/metrics/like-for-like.ts";
import { scalesOf } from "#lib/metrics/satisfaction/scales.ts";
import { ai, at, closed, conversation, customer, handoff, human, rating } from "#lib/testing/build.ts";
import { rangeBefore } from "#lib/time/range.ts";
import { ROAD_METRICS, responseCells, roadCells, scoreCounts } from "./answers.ts";
import { measure } from "./measure.ts";

const held = testDb();
const now = at("+30d 12:00");
const ZONE = "Asia/Kathmandu";
const first = at("00:00").toISOString().slice(0, 10);
const last = at("+2d 00:00").toISOString().slice(0, 10);
const filters = parseFilters({ from: first, to: last }, { now, zone: ZONE });

type Told = {
  by: "ai" | "human" | "both";
  score?: number;
  scale?: [number, number];
  asked?: boolean;
  reply?: string;
  topic?: string;
};

const told = (i: number, { by, score, scale = [1, 5], asked = true, reply = "10:05", topic = "refund" }: Told) =>
  conversation(
    [
      customer("10:00", "My refund has not come"),
      ...(by === "human" ? [] : [ai("10:01", "It takes five days")]),
      ...(by === "ai" ? [] : [human(reply, "Which order is it?")]),
    ],
    {
      id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
      externalId: `c-${i}`,
      source: "desk",
      topic,
      handoffs: by === "both" ? [handoff("10:03")] : [],
      events: [closed("12:00")],
      surveys: asked ? [{ id: "s", sentAt: at("12:01"), about: "whole" }] : [],
      ratings:
        score === undefined
          ? []
          : [rating("12:05", score, { surveyId: asked ? "s" : null, scaleMin: scale[0], scaleMax: scale[1] })],
    },
  );

beforeAll(async () => {
  const conversations = [
    told(1, { by: "both", score: 5 }),
    told(2, { by: "both", score: 2 }),
    told(3, { by: "both" }),
    told(4, { by: "both", score: 4, reply: "10:40" }),
    told(5, { by: "both", reply: "10:40" }),
    told(6, { by: "both", score: 1, topic: "login" }),
    told(7, { by: "both", score: 1, asked: false }),
    told(8, { by: "ai", score: 1, scale: [0, 1] }),
    told(9, { by: "ai", score: 0, scale: [0, 1] }),
    told(10, { by: "ai" }),
    told(11, { by: "human", score: 5, asked: false }),
  ];
  const items = conversations.map((one) => ({ conversation: one, payload: one.externalId, eventId: "1" }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
});

describe.each(ROADS)("%s", (road) => {
  const { csat, response } = ROAD_METRICS[road];
  const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);

  test("cells of answers add up to the response rate, and its answers to no more than CSAT counts", async () => {
    const cells = await responseCells(held.db, road, filters);
    const [rate, satisfied] = [await measure(held.db, response, filters), await measure(held.db, csat, filters)];
    expect(sum(cells.map(({ offered }) => offered))).toBe(rate.n);
    expect(sum(cells.map(({ answered }) => answered))).toBe(rate.part);
    expect(sum(cells.map(({ part }) => part))).toBeLessThanOrEqual(satisfied.part);
  });

  test("cells of topic, channel and tier add up to CSAT in each range", async () => {
    const ranges = [rangeBefore(filters.range, ZONE), filters.range];
    const found = await roadCells(held.db, filters, ranges);
    expect(found).toHaveLength(2);
    for (const [i, range] of ranges.entries()) {
      const { part, n } = await measure(held.db, csat, { ...filters, range });
      const mine = (found[i] ?? []).filter((cell) => cell.road === road);
      expect([sum(mine.map((cell) => cell.part)), sum(mine.map((cell) => cell.n))]).toEqual([part, n]);
    }
  });

  test("scores add up to the ratings that count", async () => {
    const { n } = await measure(held.db, csat, filters);
    const mine = (await scoreCounts(held.db, filters)).filter((row) => row.road === road);
    expect(sum(mine.map(({ count }) => count))).toBe(n);
  });
});

test("the silent stand in the cell of their wait, topic and outcome", async () => {
  const cells = await responseCells(held.db, "handoff", filters);
  expect(cells.map(({ offered, answered, part }) => `${part}/${answered}/${offered}`).sort()).toEqual([
    "0/1/1",
    "1/1/2",
    "1/2/3",
  ]);
  expect(await responseCells(held.db, "human_only", filters)).toEqual([]);
});

test("a filter on the topic holds for answers and scores too", async () => {
  const narrow = { ...filters, only: { topic: ["login"] } };
  expect(await responseCells(held.db, "handoff", narrow)).toEqual([{ offered: 1, answered: 1, part: 0 }]);
  expect((await scoreCounts(held.db, narrow)).map(({ road, score }) => [road, score])).toEqual([["handoff", 1]]);
});

test("each scale is named with how it is read", async () => {
  const scales = scalesOf(await scoreCounts(held.db, filters));
  expect(scales.map(({ mapping, n }) => [mapping, n])).toEqual([
    ["1–5: 4–5", 6],
    ["thumbs: up", 2],
  ]);
});
