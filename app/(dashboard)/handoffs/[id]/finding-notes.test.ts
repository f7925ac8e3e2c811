import { expect, test } from "vitest";
import { spanKey } from "#lib/scanners/review.ts";
import { notesOf } from "./finding-notes.ts";

const TEXT = "Let me talk to a person";
const finding = (scanner: string, rule: string, label: string, more: object = {}) => ({
  ...{ conversationId: "c", messageId: "m", scanner, rule, label, version: "1", start: 7, end: 23 },
  ...{ confidence: 0.9, evidence: null },
  ...more,
});
const ASK = finding("human_ask", "agent", "ask_human");
const TRIGGER = finding("escalation_trigger", "customer_request.asks_in_words.asks_in_words.primary", "asks_in_words");

const notes = (findings: (typeof ASK)[], reviews: Parameters<typeof notesOf>[1]["reviews"] = []) => {
  let number = 0;
  const asked: unknown[] = [];
  const judge = (keys: object[]) => {
    asked.push(keys);
    return null;
  };
  return { marks: notesOf({ text: TEXT, findings }, { reviews, zone: "UTC", judge }, () => ++number), asked };
};

test("a trigger that rests on the words of an ask is one mark with it, which names both rules and is judged as one", () => {
  const { marks, asked } = notes([TRIGGER, ASK]);
  expect(marks).toHaveLength(1);
  expect(marks[0]).toMatchObject({ number: 1, start: 7, end: 23 });
  expect(marks[0]?.rule).toContain("asking for a person agent, version 1 · 0.90");
  expect(marks[0]?.rule).toContain("why it was escalated customer_request.asks_in_words");
  expect(asked).toMatchObject([[{ scanner: "human_ask" }, { scanner: "escalation_trigger" }]]);
});

test("other words, or no words at all, are marks of their own", () => {
  const elsewhere = finding("escalation_trigger", "topic.complaint.contributing", "complaint", { start: 0, end: 6 });
  const fact = finding("escalation_trigger", "customer.vip.contributing", "vip", { start: 0, end: 0 });
  expect(notes([ASK, elsewhere, fact]).marks.map(({ start, end }) => [start, end])).toEqual([
    [0, 0],
    [0, 6],
    [7, 23],
  ]);
});

test("two that were judged differently stand apart, each with its verdict", () => {
  const at = new Date("2026-11-20T12:00:00Z");
  const given = { messageId: "m", scanner: "human_ask", label: "ask_human", span: spanKey(ASK, TEXT), rule: "agent" };
  const { marks } = notes([ASK, TRIGGER], [{ ...given, verdict: "dismissed", by: "Mara", at, confidence: 0.9 }]);
  expect(marks.map(({ judged }) => judged?.verdict ?? null)).toEqual(["dismissed", null]);
});
