import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "#lib/conversation/assessed.ts";
import type { Conversation, DeclaredHandoff, Message } from "#lib/conversation/types.ts";
import { ai, at, conversation, customer, handoff, human, note } from "#lib/testing/build.ts";
import { partsToldIn } from "./context/in-words.ts";
import { CONTEXT_PARTS, type ContextPart, contextPassedOf } from "./context/parts.ts";
import { contextPassed } from "./context-passed.ts";
import { readerFor } from "./lexicon/packs.ts";
import { scanned } from "./testing/scanned.ts";

const golden = readFileSync(join(import.meta.dirname, "golden/context-passed.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { text: string; labels: ContextPart[] });

const partsIn = (text: string): ContextPart[] => {
  const reading = readerFor("en")?.(text);
  return reading ? partsToldIn(reading).map(({ part }) => part) : [];
};

describe("the golden set", () => {
  test("holds enough notes of both kinds, each once", () => {
    expect(golden.filter(({ labels }) => labels.length > 0).length).toBeGreaterThanOrEqual(50);
    expect(golden.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(30);
    expect(new Set(golden.map(({ text }) => text)).size).toBe(golden.length);
  });

  test("is read with a precision and a recall of 0.95 at least, over all parts", () => {
    const pairs = golden.flatMap(({ text, labels }) => {
      const found = partsIn(text);
      return CONTEXT_PARTS.map((part) => ({ isSo: labels.includes(part), isFound: found.includes(part) }));
    });
    const right = pairs.filter(({ isSo, isFound }) => isSo && isFound).length;
    expect(right / pairs.filter(({ isFound }) => isFound).length).toBeGreaterThanOrEqual(0.95);
    expect(right / pairs.filter(({ isSo }) => isSo).length).toBeGreaterThanOrEqual(0.95);
  });
});

const bare = { id: "u-1", name: "Kim", plan: null, vip: null, createdAt: null, attributes: {} };
const SAID = [customer("10:00", "It is broken"), ai("10:01", "Restart it")];

const talk = (more: Partial<Conversation> = {}, declared: Partial<DeclaredHandoff> = {}, messages: Message[] = []) =>
  scanned(
    contextPassed,
    conversation([...SAID, ...messages, human("10:30", "Hi, this is Ray")], {
      ...{ customer: bare, handoffs: [handoff("10:05", declared)] },
      ...more,
    }),
  );

const rules = (findings: Finding[]): string[] => findings.map(({ rule }) => rule);
const passed = (findings: Finding[]) => contextPassedOf(findings, contextPassed.acceptedFrom);
const packet = { summary: "Printer is offline", attempted: ["m2"], suggestedNextSteps: ["Send a new one"] };
const aside = (time: string, text: string, more: Partial<Message> = {}): Message =>
  ai(time, text, { visibility: "internal", ...more });

test("a packet tells assessment, attempts and next steps; the thread tells the history", () => {
  const found = talk({}, { context: packet });
  expect(rules(found).sort()).toEqual([
    "field.history",
    "packet.ai_assessment",
    "packet.attempted_solutions",
    "packet.next_steps",
  ]);
  for (const { messageId, evidence } of found) expect([messageId, typeof evidence]).toEqual([null, "string"]);
  expect(passed(found)).toEqual({
    history: true,
    ai_assessment: true,
    attempted_solutions: true,
    customer_context: false,
    next_steps: true,
  });
});

test("the summary of a packet can hold more parts", () => {
  const summary = "Summary: offline.\nTried: restart.\nCustomer: Kim, team plan.\nNext: send a new one.";
  const found = talk({}, { context: { summary, attempted: [], suggestedNextSteps: [] } });
  expect(rules(found).filter((rule) => rule.startsWith("packet."))).toHaveLength(4);
});

test("a note of the AI beside the handoff tells its parts, with their place", () => {
  const text = "Summary: printer offline\nSteps taken: restart\nNext steps: send a new one";
  const found = talk({}, {}, [aside("10:04", text)]);
  const tried = found.find(({ rule }) => rule === "note.attempted_solutions");
  expect(tried?.messageId).toBe("ai-10:04");
  expect(text.slice(tried?.start, tried?.end)).toBe("Steps taken");
  expect(passed(found)).toMatchObject({ attempted_solutions: true, customer_context: false, next_steps: true });
});

test("a transcript in a note is history, and its speakers are no headings", () => {
  expect(partsIn("Customer: it is broken\nBot: restart it\nCustomer: no")).toEqual(["history"]);
  expect(partsIn("Customer: Kim, team plan")).toEqual(["customer_context"]);
});

test.each<[string, string, Message]>([
  ["a note long before the handoff", "10:20", aside("10:02", "Tried: restart")],
  ["a note after the answer", "10:05", aside("10:40", "Tried: restart")],
  ["a person's note long after the handoff", "10:05", note("10:20", "Tried: restart")],
  ["a public message", "10:05", ai("10:04", "Tried: restart")],
])("%s is not given with it", (_, handedAt, message) => {
  expect(rules(talk({ handoffs: [handoff(handedAt)] }, {}, [message]))).toEqual(["field.history"]);
});

test("an empty packet and fields that hold nothing are no parts", () => {
  const found = talk(
    { extra: { ai_summary: "  ", next_steps: [] } },
    { context: { summary: " ", attempted: [], suggestedNextSteps: [] } },
  );
  expect(rules(found)).toEqual(["field.history"]);
});

test("fields show the customer, and what they are named for", () => {
  const customerKnown = { ...bare, plan: "team", createdAt: at("2026-01-01T00:00:00Z"), attributes: { seats: 4 } };
  const found = talk({ customer: customerKnown, extra: { custom_attributes: { ai_summary: "offline" } } });
  expect(rules(found).sort()).toEqual(["field.ai_assessment", "field.customer_context", "field.history"]);
  expect(found.find(({ rule }) => rule === "field.customer_context")?.evidence).toBe(
    "the source shows the plan, since when it is a customer, attributes of the customer",
  );
});

test("where no packet and no note came, what was not found is not known", () => {
  expect(passed(talk())).toEqual({
    history: true,
    ai_assessment: null,
    attempted_solutions: null,
    customer_context: null,
    next_steps: null,
  });
  expect(passed([])).toBeNull();
});

test("without a handoff there is nothing to pass on, and only the first one is looked at", () => {
  expect(scanned(contextPassed, conversation(SAID))).toEqual([]);
  const handoffs = [handoff("10:05"), handoff("10:50", { context: packet })];
  const found = scanned(
    contextPassed,
    conversation([...SAID, human("10:30"), ai("10:45", "Me again"), human("10:55")], { customer: bare, handoffs }),
  );
  expect(rules(found)).toEqual(["field.history"]);
});
