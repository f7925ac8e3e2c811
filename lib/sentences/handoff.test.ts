import { expect, test } from "vitest";
import { type HandoffFacts, handoffSentence } from "./handoff.ts";

const facts: HandoffFacts = {
  outcome: "answered",
  waitSeconds: 1104,
  promisedSeconds: 300,
  repeated: true,
  resolution: "resolved",
  rating: { score: 2, scaleMax: 5 },
};

test("says promise, wait, repetition, end and rating, and nothing that did not happen", () => {
  expect(handoffSentence(facts)).toBe(
    "Promised 5 minutes, waited 18:24 min, had to say it again; solved, rated 2 of 5.",
  );
  expect(
    handoffSentence({ ...facts, promisedSeconds: null, repeated: false, rating: null, resolution: "pending" }),
  ).toBe("Waited 18:24 min.");
  expect(handoffSentence({ ...facts, outcome: "left", rating: null, repeated: false })).toBe(
    "Promised 5 minutes, waited 18:24 min; left before an answer.",
  );
});
