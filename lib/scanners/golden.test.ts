import { expect, test } from "vitest";
import { corpus, golden, scoresOf } from "./testing/golden.ts";

/** F1 at least, on our own sentences. */
const OWN: [set: string, task: string, least: Record<string, number>][] = [
  ["context-repetition", "t1", { "repetition R1": 0.92 }],
  ["introduction", "t2", { "cold introduction": 0.95, "warm introduction": 0.9 }],
  ["human-ask", "t3", { "asks for a person": 0.95 }],
  ["sentiment", "t4", { frustration: 0.86, anger: 0.8, urgency: 0.8, helplessness: 0.8, threat_to_leave: 0.8 }],
  ["expectation", "t5", { ack_transfer: 0.9, no_repeat: 0.9, wait_estimate: 0.9, vague_wait: 0.7 }],
  ["repeated-solution", "t6", { "repeated solution": 0.85 }],
];

test.each(OWN)("our own sentences of %s are read well enough, none of them twice", (set, task, least) => {
  const texts = golden(set);
  expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  const scores = scoresOf(task, texts);
  for (const [question, floor] of Object.entries(least)) {
    expect(scores[question]?.f1 ?? 0, question).toBeGreaterThanOrEqual(floor);
  }
});

/** Only where the corpus is large enough to hold a floor. */
const REAL: [task: string, question: string, least: number][] = [
  ["t1", "repetition R1", 0.9],
  ["t2", "cold introduction", 0.92],
  ["t3", "asks for a person", 0.92],
  ["t4", "frustration", 0.78],
];

test.skipIf(corpus("t1") === null).each(REAL)("real texts %s: %s with an F1 of %d", (task, question, least) => {
  expect(scoresOf(task, corpus(task) ?? [])[question]?.f1 ?? 0).toBeGreaterThanOrEqual(least);
});
