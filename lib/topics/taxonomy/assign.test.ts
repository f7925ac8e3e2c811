import { expect, test } from "vitest";
import { trainClassifier } from "../classifier/classifier.ts";
import { assign } from "./assign.ts";

const ASKS = ["where is", "lost", "please send", "what about", "cannot find", "when comes", "need", "problem with"];
const about = (words: string[]) => ASKS.flatMap((ask) => words.map((word) => `${ask} ${word}`));
const CARDS = about(["card", "bank card", "debit card"]);
const REFUNDS = about(["refund", "refund money", "late refund"]);
const SIMS = about(["esim profile", "esim activation", "esim phone"]);

test("what confirmed topics take is not clustered again, and only the rest is proposed", () => {
  const examples = [
    ...CARDS.map((text) => ({ text, topic: "card" })),
    ...REFUNDS.map((text) => ({ text, topic: "refund" })),
  ];
  const classifier = trainClassifier(examples, SIMS, { seed: 1, precision: 0.95 });
  const texts = [...CARDS, ...REFUNDS, "esim activation esim profile esim phone", ...SIMS];
  const { sorted, proposed, candidateOf } = assign(texts, classifier, 1);
  expect(sorted.slice(0, CARDS.length).filter((one) => one?.topic === "card").length).toBeGreaterThan(
    CARDS.length * 0.8,
  );
  for (const [place, one] of sorted.entries()) if (one?.topic) expect(candidateOf[place]).toBe(-1);
  for (const { typical } of proposed) for (const place of typical) expect(sorted[place]?.topic ?? null).toBeNull();
});

test("without a confirmed topic everything is a candidate, and too few messages are none", () => {
  const { sorted, proposed } = assign([...CARDS, ...REFUNDS, ...SIMS], null, 1);
  expect(sorted.every((one) => one === null)).toBe(true);
  expect(proposed.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(0);
  expect(assign(SIMS.slice(0, 5), null, 1).proposed).toEqual([]);
  expect(assign([], null, 1)).toEqual({ sorted: [], proposed: [], candidateOf: new Int32Array() });
});
