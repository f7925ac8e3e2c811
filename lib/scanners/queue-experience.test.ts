import { expect, test } from "vitest";
import type { Message } from "#lib/conversation/types.ts";
import { ai, closed, conversation, customer, handoff, human } from "#lib/testing/build.ts";
import { queueExperience } from "./queue-experience.ts";
import { scanned } from "./testing/scanned.ts";

const labels = (waiting: Message[], more: object = {}) =>
  scanned(
    queueExperience,
    conversation([customer("10:00", "Hm"), ai("10:01", "Hm"), ...waiting, human("10:40", "Hello, here I am.")], {
      handoffs: [handoff("10:05", more)],
      events: [closed("11:00")],
    }),
  ).map(({ label }) => label);

test("what is shown of wait and place is found in words, or told by the source", () => {
  expect(labels([ai("10:06", "You are #3 in the queue. Expected wait: 10 minutes.")])).toEqual([
    "wait_shown",
    "position_shown",
  ]);
  expect(labels([], { promisedWaitSeconds: 300, queuePosition: 2 })).toEqual(["wait_shown", "position_shown"]);
  expect(labels([ai("10:06", "One moment.")])).toEqual([]);
});

test("another channel and an answer later are offers of their own", () => {
  expect(labels([ai("10:06", "If you would prefer, you can also email us at help@example.com.")])).toContain(
    "alternative_channel",
  );
  expect(labels([ai("10:06", "Leave your message here and we will reply by email.")])).toContain("async_offered");
});

test("an offer that is taken and answered came to an end", () => {
  const offer = ai("10:06", "Leave your message here and we will reply by email.");
  expect(labels([offer, customer("10:07", "ok, kim@example.com")])).toEqual([
    "async_offered",
    "async_taken",
    "async_resolved",
  ]);
  expect(labels([offer, customer("10:07", "I would rather wait here")])).toEqual(["async_offered"]);
});
