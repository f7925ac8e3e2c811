import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Message } from "#lib/conversation/types.ts";
import { ai, conversation, customer, handoff, human } from "#lib/testing/build.ts";
import { contextRepetition, explicitRepetition } from "./context-repetition.ts";
import { scanned } from "./testing/scanned.ts";

type Labelled = { text: string; label: string; binary: 0 | 1 };

const linesOf = (path: string) => readFileSync(path, "utf8").trim().split("\n");
const golden = linesOf(join(import.meta.dirname, "golden/context-repetition.jsonl")).map(
  (line) => JSON.parse(line) as Labelled,
);

const corpusFile = join(import.meta.dirname, "../../../shared/corpus/dev/t1_repetition.jsonl");
const corpus = existsSync(corpusFile)
  ? linesOf(corpusFile)
      .map((line) => JSON.parse(line) as { text: string; labels: { label: string; binary: 0 | 1 | null } })
      .flatMap(({ text, labels }) =>
        labels.binary === null ? [] : [{ text, label: labels.label, binary: labels.binary }],
      )
  : null;

const scores = (rows: Labelled[]) => {
  const fired = rows.filter(({ text }) => explicitRepetition(text) !== null);
  const right = fired.filter(({ binary }) => binary === 1).length;
  return { precision: right / fired.length, recall: right / rows.filter(({ binary }) => binary === 1).length };
};

describe("the golden set", () => {
  test("holds enough sentences of both kinds, each once", () => {
    expect(golden.filter(({ binary }) => binary === 1).length).toBeGreaterThanOrEqual(40);
    expect(golden.filter(({ binary }) => binary === 0).length).toBeGreaterThanOrEqual(40);
    expect(new Set(golden.map(({ text }) => text)).size).toBe(golden.length);
  });

  test("is read with a precision of 0.95 and a recall of 0.90 at least", () => {
    const { precision, recall } = scores(golden);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});

test.skipIf(corpus === null)("real labelled sentences are read with a precision of 0.90 and a recall of 0.80", () => {
  const { precision, recall } = scores(corpus ?? []);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

const findingsIn = (messages: Message[], language: string | null = "en") =>
  scanned(
    contextRepetition,
    conversation([customer("10:00"), ai("10:01"), ...messages], { language, handoffs: [handoff("10:05")] }),
  );

test("only what the customer says after the handoff is looked at", () => {
  const sentence = "As I already told the bot, the number is 4471.";
  expect(findingsIn([customer("10:04", sentence)])).toEqual([]);
  expect(findingsIn([human("10:06", sentence)])).toEqual([]);
  const [finding] = findingsIn([customer("10:06", sentence)]);
  expect(finding).toMatchObject({ scanner: "context_repetition", rule: "R1.reference", messageId: "customer-10:06" });
  expect(sentence.slice(finding?.start, finding?.end)).toBe("As I already told");
});

test("quoted mail history and the words of others do not count", () => {
  expect(findingsIn([customer("10:06", "Fine.", { quoted: "As I already told the bot" })])).toEqual([]);
  expect(explicitRepetition('Your page says "as I already told you there is no fee", is that so?')).toBeNull();
});

test("another language than English yields nothing rather than nonsense", () => {
  expect(findingsIn([customer("10:06", "As I said, no")], "de")).toEqual([]);
  expect(findingsIn([customer("10:06", "As I said, no")], "en-GB")).toHaveLength(1);
  expect(findingsIn([customer("10:06", "As I said, no")], null)).toHaveLength(1);
});

test("spans lie inside the text, whatever the text", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("as i said", "I ALREADY told you", "“repeat myself”", "İ", "…"),
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(" ");
      const found = explicitRepetition(text);
      if (!found) return;
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThan(found.start);
      expect(found.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 300 },
  );
});
