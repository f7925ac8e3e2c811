import { expect, test } from "vitest";
import { ai, at, conversation, customer, handoff, human, noHistory, utcHours } from "#lib/testing/build.ts";
import { assess } from "../assess.ts";
import type { DeclaredHandoff } from "../types.ts";

const NOTICE = "I am connecting you with a colleague. Expected wait: about 10 minutes.";

const first = (said: string, more: Partial<DeclaredHandoff> = {}, saidAt = "10:03") =>
  assess(
    conversation([customer("10:00"), ai("10:01"), ai(saidAt, said), human("10:30")], {
      handoffs: [handoff("10:04", more)],
    }),
    noHistory,
    { now: at("+1d 12:00"), calendarOf: utcHours },
  ).handoffs[0];

test("a wait promised in words is held against the clock", () => {
  expect(first(NOTICE)).toMatchObject({ promisedWaitSeconds: 600, queuePosition: null });
  expect(first("You are #3 in the queue.", {}, "10:05")).toMatchObject({ promisedWaitSeconds: null, queuePosition: 3 });
});

test("what the source itself declares goes before the words, and old words are no promise for this wait", () => {
  expect(first(NOTICE, { promisedWaitSeconds: 300 })?.promisedWaitSeconds).toBe(300);
  expect(first(NOTICE, {}, "10:01:30")?.promisedWaitSeconds).toBeNull();
  expect(first("Your refund takes about 10 minutes.")?.promisedWaitSeconds).toBeNull();
});

test("a transfer that is announced in words and never comes has failed", () => {
  const vain = conversation([customer("10:00"), ai("10:01"), ai("10:02", "I am connecting you with a colleague now.")]);
  const { episodes } = assess(vain, noHistory, { now: at("+1d 12:00"), calendarOf: utcHours });
  expect(episodes[0]?.tags).toContain("failed_handoff");
});
