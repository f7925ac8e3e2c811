import { describe, expect, test } from "vitest";
import { type Gap, likeForLike, type Matched, type RoadCell, type Unmatched } from "#lib/metrics/like-for-like.ts";
import { change, ratio } from "#lib/metrics/measure.ts";
import { besideHumanOnly, matchedText, satisfactionTitle, unmatchedText } from "./satisfaction.ts";

const cell = (road: RoadCell["road"], topic: string, part: number): RoadCell => ({
  ...{ road, topic, channel: "chat", tier: "none" },
  ...{ part, n: 200 },
});

/** Satisfied of 200 each: handoff and human-only, by topic. */
const matched = (topics: Record<string, [number, number]>): Matched => {
  const found = likeForLike(
    Object.entries(topics).flatMap(([topic, [handoff, human]]) => [
      cell("handoff", topic, handoff),
      cell("human_only", topic, human),
    ]),
  );
  if (!found.isComparable) throw new Error(found.why);
  return found;
};

const unmatched: Unmatched = { isComparable: false, why: "too_little_in_common", apart: 0.34 };
const [low, high] = [ratio({ part: 280, n: 412 }), ratio({ part: 214, n: 279 })];
const say = (found: Matched | Unmatched, { isLonger = false, human = high } = {}) =>
  besideHumanOnly(low, human, { found, isLonger })
    .map(({ text }) => text)
    .join("");

const below = matched({ refund: [120, 140], login: [120, 140] });
const above = matched({ refund: [150, 120], login: [150, 120] });
const level = matched({ refund: [120, 122], login: [120, 118] });
const opposite = matched({ refund: [180, 100], login: [100, 180] });

describe("beside human-only", () => {
  test("names the gap after matching, and what was matched", () => {
    expect(say(below)).toBe(", 10 points below human-only after matching topics, channels and tiers");
    expect(say({ ...below, by: ["topic"] })).toBe(", 10 points below human-only after matching topics");
    expect(say(above)).toContain(", 15 points above human-only after matching");
  });

  test("says when a longer period stands for one that is too thin", () => {
    expect(say({ ...below, by: ["topic"] }, { isLonger: true })).toBe(
      ", 10 points below human-only after matching topics over the last 4 weeks",
    );
  });

  test("claims no gap that the interval does not support, however large the raw one is", () => {
    expect(say({ ...level, by: ["topic"] })).toBe(", not clearly apart from human-only after matching topics");
  });

  test("is no number where topics differ", () => {
    expect(say(opposite)).toBe(", its gap to human-only not the same in every topic");
  });

  test("is raw where nothing is matched, and says so", () => {
    expect(say(unmatched)).toBe(", 9 points below human-only, topics not matched");
    expect(say(unmatched, { human: low })).toBe(", not clearly apart from human-only, topics not matched");
    expect(say({ ...below, gaps: [] })).toBe(", 9 points below human-only, topics not matched");
  });

  test("is left out where too few were rated", () => {
    expect(say(unmatched, { human: ratio({ part: 5, n: 9 }) })).toBe("");
  });
});

test("why nothing is matched is said with its number", () => {
  expect(unmatchedText(unmatched)).toContain("34\u202f% of the ratings are in topics");
  expect(unmatchedText({ isComparable: false, why: "nothing_counted", apart: 1 })).toContain("fewer than 10 ratings");
  expect(matchedText(["topic"])).toBe("topics");
});

describe("the title", () => {
  const of = (found: Matched): Gap | null => found.gaps[0] ?? null;
  const raw = change(low, high);
  test("follows the switch", () => {
    expect(satisfactionTitle(of(below), raw, "matched")).toBe(
      "With topics matched, handoffs rate 10 points below people from the start",
    );
    expect(satisfactionTitle(of(above), raw, "matched")).toBe(
      "With topics matched, handoffs rate 15 points above people from the start",
    );
    expect(satisfactionTitle(of(below), raw, "raw")).toBe("Handoffs rate 9 points below people from the start");
  });
  test("claims nothing that no test supports", () => {
    expect(satisfactionTitle(of(level), raw, "matched")).toContain("not clearly apart");
    expect(satisfactionTitle(of(opposite), raw, "matched")).toContain("depends on the topic");
    expect(satisfactionTitle(of(below), change(low, low), "raw")).toBe("Satisfaction by who handled it");
    expect(satisfactionTitle(null, null, "matched")).toBe("Satisfaction by who handled it");
  });
});
