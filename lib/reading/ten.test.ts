import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, happenedText, REASONS, type Reason, reasonText, tenToRead } from "./ten.ts";

const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  conversationId: "a",
  customer: more.conversationId ?? "a",
  reason: "unhappy",
  weight: 1,
  topic: "refunds",
  tier: "business",
  outcome: "answered",
  waitSeconds: 700,
  waitBusinessSeconds: 600,
  askedSeconds: 90,
  promisedSeconds: 300,
  repeats: 2,
  executedHandoffs: 3,
  resolution: "resolved",
  score: 1,
  scaleMax: 5,
  startedAt: new Date("2026-11-09T10:00:00Z"),
  endedAt: null,
  handoffAt: new Date("2026-11-09T10:05:00Z"),
  ...more,
});

const of = (reason: Reason, conversationId: string, weight = 1, customer = conversationId) =>
  candidate({ reason, conversationId, weight, customer });
const chosen = (candidates: Candidate[]) =>
  tenToRead(candidates).map(({ reason, conversationId }) => [reason, conversationId]);

const some = fc.array(
  fc.record({
    reason: fc.constantFrom(...REASONS),
    customer: fc.integer({ min: 0, max: 25 }),
    nth: fc.integer({ min: 1, max: 2 }),
    weight: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 80 },
);
/** A customer has several conversations; a conversation has one customer. */
const candidatesOf = (given: { reason: Reason; customer: number; nth: number; weight: number }[]) =>
  given.map(({ reason, customer, nth, weight }) => of(reason, `c${customer}-${nth}`, weight, `p${customer}`));

describe("ten to read", () => {
  test("the strongest of each reason comes before the second of any", () => {
    expect(chosen([of("unhappy", "a", 9), of("unhappy", "b", 8), of("left", "c", 1), of("best", "d", 1)])).toEqual([
      ["unhappy", "a"],
      ["left", "c"],
      ["best", "d"],
      ["unhappy", "b"],
    ]);
  });

  test("one that has two reasons is read for the first, and the other reason finds its next", () => {
    expect(chosen([of("unhappy", "a"), of("repeated", "a", 9), of("repeated", "b", 1)])).toEqual([
      ["unhappy", "a"],
      ["repeated", "b"],
    ]);
  });

  test("no more than three of a kind, however many there are", () => {
    expect(chosen("abcdefgh".split("").map((id) => of("left", id)))).toHaveLength(3);
  });

  test("whatever there is: at most ten, one a customer, three a kind, the same in any order", () => {
    fc.assert(
      fc.property(some, fc.integer(), (given, seed) => {
        const candidates = candidatesOf(given);
        const ten = tenToRead(candidates);
        expect(ten.length).toBeLessThanOrEqual(10);
        expect(new Set(ten.map(({ customer }) => customer)).size).toBe(ten.length);
        expect(new Set(ten.map(({ conversationId }) => conversationId)).size).toBe(ten.length);
        for (const one of Map.groupBy(ten, ({ reason }) => reason).values()) expect(one.length).toBeLessThanOrEqual(3);
        const mixed = candidates.toSorted((a, b) => ((a.weight * 7 + seed) % 5) - ((b.weight * 3 + seed) % 5));
        const names = (list: Candidate[]) => list.map(({ conversationId, reason }) => `${reason} ${conversationId}`);
        expect(names(tenToRead(mixed))).toEqual(names(ten));
      }),
    );
  });
});

test.each([
  ["unhappy", "Refunds: waited 10:00 min, then rated 1 of 5"],
  ["repeated", "Refunds: said it again 2 times"],
  ["left", "Refunds: left after 10:00 min"],
  ["empty_room", "Refunds: answered after 10:00 min to an empty room"],
  ["promise_broken", "Refunds: promised 5:00 min, waited 11:40 min"],
  ["asked_long", "Refunds: asked for a person 1:30 min before the handoff"],
  ["ping_pong", "Refunds: handed over 3 times"],
  ["unanswered", "Refunds: closed without an answer"],
  ["reopened", "Refunds: solved, and back within a week"],
  ["best", "Refunds: answered in 10:00 min and solved, rated 1 of 5"],
] as const)("what happened, for %s", (reason, text) => expect(happenedText(candidate({ reason }))).toBe(text));

test("without a topic, and before it is known to be solved", () => {
  expect(happenedText(candidate({ reason: "best", topic: null, resolution: "pending" }))).toBe(
    "Answered in 10:00 min, rated 1 of 5",
  );
  expect(reasonText(candidate({ reason: "left" }))).toBe("long wait, no answer, business");
});

test.each([
  ["unhappy", {}, "low rating after a long wait"],
  ["unhappy", { waitBusinessSeconds: 299 }, "low rating"],
  ["left", { waitBusinessSeconds: 45 }, "no answer, business"],
  ["promise_broken", {}, "far over what was promised"],
  ["promise_broken", { waitSeconds: 599 }, "over what was promised"],
] as const)("a wait is called long, and a promise far missed, only where it was: %s %j", (reason, more, text) =>
  expect(reasonText(candidate({ reason, ...more }))).toBe(text),
);
