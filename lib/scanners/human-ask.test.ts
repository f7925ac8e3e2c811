import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ai, conversation, customer, event, handoff, human, noHistory, note } from "#lib/testing/build.ts";
import { accuracyOf } from "./accuracy.ts";
import { humanAsk } from "./human-ask.ts";
import { marksIn, scanned } from "./testing/scanned.ts";

type Labelled = { text: string; label: string; binary: 0 | 1 };

const linesOf = (path: string) => readFileSync(path, "utf8").trim().split("\n");
const golden = linesOf(join(import.meta.dirname, "golden/human-ask.jsonl")).map((line) => JSON.parse(line) as Labelled);
const corpusFile = join(import.meta.dirname, "../../../shared/corpus/dev/t3_ask_human.jsonl");
const corpus = existsSync(corpusFile)
  ? linesOf(corpusFile).flatMap((line) => {
      const { text, labels } = JSON.parse(line) as { text: string; labels: { label: string; binary: 0 | 1 | null } };
      return labels.binary === null ? [] : [{ text, label: labels.label, binary: labels.binary }];
    })
  : null;

const accuracy = (rows: Labelled[]) =>
  accuracyOf(
    rows.map(({ text, binary }) => ({
      cluster: text,
      isSo: binary === 1,
      isFound: marksIn(humanAsk, ["customer", text]).length > 0,
    })),
    "human_ask",
  );

describe("the golden set", () => {
  test("holds enough of each kind, each sentence once", () => {
    const countOf = (label: string) => golden.filter((one) => one.label === label).length;
    expect(countOf("ask_human")).toBeGreaterThanOrEqual(300);
    expect(countOf("ask_supervisor")).toBeGreaterThanOrEqual(60);
    expect(countOf("negative")).toBeGreaterThanOrEqual(300);
    expect(new Set(golden.map(({ text }) => text)).size).toBe(golden.length);
  });

  test("is read with a precision and a recall of 0.97 at least", () => {
    const { precision, recall } = accuracy(golden);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  });

  test("somebody above is told from anybody in nine of ten at least", () => {
    const found = golden.flatMap(({ text, label, binary }) => {
      const [mark] = marksIn(humanAsk, ["customer", text]);
      return binary === 1 && mark ? [mark.label === label] : [];
    });
    expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.9);
  });
});

test.skipIf(corpus === null)("real labelled sentences are read with an F1 of 0.95 at least", () => {
  expect(accuracy(corpus ?? []).f1).toBeGreaterThanOrEqual(0.95);
});

test("a request for a person is marked where it stands, in the customer's words only", () => {
  const text = "No. Let me talk to a real person, please";
  const [mark] = marksIn(humanAsk, ["customer", text]);
  expect(text.slice(mark?.start, mark?.end)).toMatch(/talk to a real person/i);
  expect(marksIn(humanAsk, ["human", text])).toEqual([]);
  expect(marksIn(humanAsk, ["ai", text])).toEqual([]);
});

const asked = (...messages: Parameters<typeof conversation>[0]) =>
  scanned(humanAsk, conversation([customer("10:00", "My card fails"), ai("10:01", "Try again"), ...messages]));

describe("in a whole conversation", () => {
  test("the first ask and each further one are found", () => {
    const found = asked(
      customer("10:02", "agent"),
      ai("10:03", "I can help"),
      customer("10:04", "I said AGENT please"),
    );
    expect(found.map(({ messageId }) => messageId)).toEqual(["customer-10:02", "customer-10:04"]);
  });

  test("while a person is answering, only the wish for somebody above or somebody else is one", () => {
    const found = asked(
      human("10:05", "Hi, this is Ray"),
      customer("10:06", "Can I talk to a person?"),
      customer("10:07", "Let me talk to your manager"),
      customer("10:08", "I want to speak to another agent"),
    );
    expect(found.map(({ messageId, label }) => [messageId, label])).toEqual([
      ["customer-10:07", "ask_supervisor"],
      ["customer-10:08", "ask_human"],
    ]);
  });

  test("once the AI speaks again, asking begins anew; a note of a person is no answer", () => {
    expect(asked(human("10:05"), ai("10:06", "Anything else?"), customer("10:07", "A person please"))).toHaveLength(1);
    expect(asked(note("10:05", "Looks hard"), customer("10:07", "A person please"))).toHaveLength(1);
  });

  test("what goes out by itself under a person's name is no answer either", () => {
    const talk = conversation([
      customer("10:00"),
      ai("10:01"),
      human("10:02", "We are on it"),
      customer("10:03", "agent"),
    ]);
    expect(scanned(humanAsk, talk)).toEqual([]);
    const history = { ...noHistory, cannedReplies: new Set(["we are on it"]) };
    expect(scanned(humanAsk, talk, history)).toHaveLength(1);
  });

  test("a button that says so is an ask by button", () => {
    const [found] = asked(customer("10:02", "Talk to a person", { kind: "button" }));
    expect(found).toMatchObject({ label: "ask_button", rule: "button.speak" });
  });

  test("an event without a sentence stands for itself; with one it is the same ask", () => {
    const talk = (...messages: Parameters<typeof conversation>[0]) =>
      scanned(
        humanAsk,
        conversation([customer("10:00"), ai("10:01"), ...messages, ai("10:20")], {
          events: [event("10:04", "ask_human", "u-1")],
          handoffs: [handoff("10:30")],
        }),
      );
    expect(talk(customer("10:02", "It fails again"))).toMatchObject([
      {
        rule: "told",
        label: "ask_button",
        messageId: null,
        evidence: "The source tells of it at 2026-03-10T10:04:00.000Z.",
      },
    ]);
    expect(talk(customer("10:02", "agent please"))).toMatchObject([{ messageId: "customer-10:02" }]);
  });
});
