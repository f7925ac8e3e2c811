import { expect, test } from "vitest";
import { type HandoffFacts, handoffSentence } from "./handoff.ts";

const facts: HandoffFacts = {
  outcome: "answered",
  isTakeover: false,
  waitSeconds: 1104,
  waitBusinessSeconds: 1104,
  promisedSeconds: 300,
  repeated: true,
  resolution: "resolved",
  rating: { score: 2, scaleMax: 5 },
};

const said = (more: Partial<HandoffFacts>): string =>
  handoffSentence({ ...facts, ...more })
    .map(({ text }) => text)
    .join("");

test("says promise, wait, repetition, end and rating, and nothing that did not happen", () => {
  expect(said({})).toBe("Promised 5 minutes, waited 18:24 min, had to say it again; solved, rated 2 of 5.");
  expect(said({ promisedSeconds: null, repeated: false, rating: null, resolution: "pending" })).toBe(
    "Waited 18:24 min.",
  );
  expect(said({ outcome: "left", rating: null, repeated: false })).toBe(
    "Promised 5 minutes, waited 18:24 min; left before an answer.",
  );
});

test("a wait through closed hours is told by the clock, with its open hours beside it", () => {
  expect(said({ waitSeconds: 61_200, waitBusinessSeconds: 222, rating: null, repeated: false })).toBe(
    "Promised 5 minutes, waited 17 h 00 (3:42 min in open hours); solved.",
  );
});

test("one who never waited is not said to have waited, and a promise is told as it was given", () => {
  const short = { repeated: false, rating: null, resolution: "pending" } as const;
  expect(said({ ...short, isTakeover: true, promisedSeconds: null, waitSeconds: 0 })).toBe("A person stepped in.");
  expect(said({ ...short, promisedSeconds: 60 })).toBe("Promised 1 minute, waited 18:24 min.");
  expect(said({ ...short, promisedSeconds: 20 })).toBe("Promised 0:20 min, waited 18:24 min.");
});
