import { expect, test } from "vitest";
import { at, conversation, customer, handoff, human, rating } from "#lib/testing/build.ts";
import { withMerged } from "./merge.ts";

test("what both tell is kept once, and one id for two things is told apart by the conversation", () => {
  const told = customer("10:00", "It fails", { id: "1" });
  const survivor = conversation([told, human("10:30", "Hello", { id: "2" })], {
    ratings: [rating("11:00", 5, { id: "r" })],
  });
  const child = conversation([told, customer("10:10", "Hello?", { id: "2" })], {
    externalId: "c-2",
    ratings: [rating("10:50", 1, { id: "r" })],
  });
  const { messages, ratings } = withMerged(survivor, [child]);
  expect(messages.map(({ id, at: time }) => [id, time])).toEqual([
    ["1", at("10:00")],
    ["c-2/2", at("10:10")],
    ["2", at("10:30")],
  ]);
  expect(ratings.map(({ id, score }) => [id, score])).toEqual([
    ["c-2/r", 1],
    ["r", 5],
  ]);
});

test("of two handoffs with one id the earlier is kept", () => {
  const survivor = conversation([], { handoffs: [handoff("10:20", { id: "h" })] });
  const child = conversation([], { handoffs: [handoff("10:03", { id: "h" })] });
  expect(withMerged(survivor, [child]).handoffs).toMatchObject([{ id: "h", at: at("10:03") }]);
});
