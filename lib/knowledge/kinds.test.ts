import { expect, test } from "vitest";
import { NONE } from "#lib/filters.ts";
import { kindCounts, placedTopics } from "./kinds.ts";

const one = (part: number, whole: number) => [{ part, whole }];

const escalated = new Map([
  ["vat", one(400, 1000)],
  ["e_reader", one(500, 1000)],
  ["delivery", one(300, 3000)],
  ["fraud", one(180, 200)],
  ["account", one(90, 200)],
  ["new", one(2, 5)],
  [NONE, one(60, 300)],
]);
const resolved = new Map([
  ["vat", one(360, 400)],
  ["e_reader", one(150, 500)],
  ["delivery", one(280, 300)],
  ["fraud", one(170, 180)],
  ["account", one(80, 90)],
  [NONE, one(50, 60)],
]);
const ruled = new Map([
  ["fraud", one(95, 180)],
  ["vat", one(40, 400)],
]);
const placed = placedTopics({ escalated, stretch: [0], resolved, ruled, notKnowledge: new Set(["account"]) });

test("a gap people solve, a bug they do not, a rule that sends, and what nobody has to mend", () => {
  expect(placed.topics.map(({ topic, kind, isByRule }) => [topic, kind, isByRule])).toEqual([
    ["vat", "gap", false],
    ["e_reader", "product_bug", false],
    ["delivery", "as_designed", false],
    ["fraud", "policy", true],
    // People said that no article would help it.
    ["account", "as_designed", false],
  ]);
  expect(placed.topics.filter(({ isSure }) => isSure).map(({ topic }) => topic)).toEqual([
    "vat",
    "e_reader",
    "delivery",
    "fraud",
    "account",
  ]);
  expect(placed.all).toEqual({ escalated: { part: 1532, whole: 5705 }, resolved: { part: 1090, whole: 1530 } });
});

test("every handoff is of one kind, or of no topic yet", () => {
  const kinds = kindCounts(placed.topics, escalated, [0]);
  expect(kinds.map(({ kind, topics, handoffs }) => [kind, topics, handoffs])).toEqual([
    ["product_bug", ["e_reader"], 500],
    ["gap", ["vat"], 400],
    ["policy", ["fraud"], 180],
    ["as_designed", ["delivery", "account"], 390],
    ["unsorted", [NONE, "new"], 62],
  ]);
  expect(kinds[0]?.resolved).toEqual({ part: 150, whole: 500 });
  expect(kinds.reduce((sum, { handoffs }) => sum + handoffs, 0)).toBe(1532);
});
