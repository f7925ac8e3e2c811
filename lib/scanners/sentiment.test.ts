import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ai, conversation, customer, human } from "#lib/testing/build.ts";
import { accuracyOf } from "./accuracy.ts";
import { labelledSchema } from "./labelled.ts";
import { FEELINGS, type Feeling } from "./sentiment/evidence.ts";
import { sentiment } from "./sentiment.ts";
import { marksIn, scanned } from "./testing/scanned.ts";

type Row = { text: string; labels: Record<Feeling, 0 | 1>; cluster: string };

const linesOf = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const golden = linesOf(join(import.meta.dirname, "golden/sentiment.jsonl")).map(
  (line, i): Row => ({ ...(line as Omit<Row, "cluster">), cluster: `${i}` }),
);

const corpusFile = join(import.meta.dirname, "../../../shared/corpus/dev/t4_emotion.jsonl");
const corpus = existsSync(corpusFile)
  ? linesOf(corpusFile).map((line): Row => {
      const { id, text, source, labels } = labelledSchema.parse(line);
      return { text, labels: labels as Row["labels"], cluster: `${source.repo} ${source.dialogue ?? id}` };
    })
  : null;

const feelingsIn = (text: string): string[] => [
  ...new Set(
    marksIn(sentiment, ["customer", text])
      .filter(({ confidence }) => confidence >= sentiment.acceptedFrom)
      .map(({ label }) => label),
  ),
];

const f1Of = (rows: Row[], feeling: Feeling, isFound: (text: string) => boolean): number =>
  accuracyOf(
    rows.map(({ text, labels, cluster }) => ({ cluster, isSo: labels[feeling] === 1, isFound: isFound(text) })),
    feeling,
  ).f1 ?? 0;

describe("the golden set", () => {
  test.each(FEELINGS)("holds enough sentences with %s and without, each once", (feeling) => {
    expect(golden.filter(({ labels }) => labels[feeling] === 1).length).toBeGreaterThanOrEqual(60);
    expect(golden.filter(({ labels }) => labels[feeling] === 0).length).toBeGreaterThanOrEqual(60);
    expect(new Set(golden.map(({ text }) => text)).size).toBe(golden.length);
  });

  test.each<[Feeling, number]>([
    ["frustration", 0.86],
    ["anger", 0.93],
    ["urgency", 0.92],
    ["helplessness", 0.95],
    ["threat_to_leave", 0.95],
  ])("is read for %s with an F1 of %d at least", (feeling, floor) => {
    expect(f1Of(golden, feeling, (text) => feelingsIn(text).includes(feeling))).toBeGreaterThanOrEqual(floor);
  });
});

describe.skipIf(corpus === null)("real labelled turns", () => {
  test.each<[Feeling, number]>([
    ["frustration", 0.82],
    ["anger", 0.75],
    ["urgency", 0.65],
    ["helplessness", 0.55],
    ["threat_to_leave", 0.6],
  ])("are read for %s with an F1 of %d at least", (feeling, floor) => {
    expect(f1Of(corpus ?? [], feeling, (text) => feelingsIn(text).includes(feeling))).toBeGreaterThanOrEqual(floor);
  });

  test("capitals and exclamation marks alone say less of frustration than calling every turn frustrated", () => {
    const isLoud = (text: string) => {
      const words = text.match(/[A-Za-z]{3,}/g) ?? [];
      const shouted = words.filter((word) => word === word.toUpperCase()).length;
      return (text.match(/!/g) ?? []).length >= 2 || (words.length >= 3 && shouted / words.length >= 0.5);
    };
    const loud = f1Of(corpus ?? [], "frustration", isLoud);
    // Measured: 0.22 against 0.30 (of anger 0.19 against 0.12, with 80 of 100 hits wrong).
    expect(loud).toBeLessThan(f1Of(corpus ?? [], "frustration", () => true));
  });
});

test.each([
  "THANK YOU SO MUCH!!! YOU GUYS ROCK!!!",
  "holy shit that worked, thanks",
  "fucking brilliant, cheers!!",
  "WHERE IS THE INVOICE FOR MARCH",
  "Please cancel my order.",
  "It says error 12 when I open the page.",
])("“%s” is no feeling", (text) => {
  expect(feelingsIn(text)).toEqual([]);
});

test("anger implies frustration, and points at the words", () => {
  const text = "Well. You are a bunch of liars";
  const marks = marksIn(sentiment, ["customer", text]);
  expect(feelingsIn(text).sort()).toEqual(["anger", "frustration"]);
  for (const { start, end } of marks) expect(text.slice(start, end)).toMatch(/liars|bunch/);
  expect(marks.some(({ rule }) => rule === "frustration.anger")).toBe(true);
});

test("to close an account is a threat only beside a grievance", () => {
  expect(feelingsIn("I want to close my account")).toEqual([]);
  expect(feelingsIn("This is a disgrace, close my account")).toContain("threat_to_leave");
});

test("weak words add up, and the same words and the same family count once", () => {
  const sure = (text: string) => marksIn(sentiment, ["customer", text])[0]?.confidence;
  expect(sure("it keeps happening. it keeps happening")).toBe(sure("it keeps happening"));
  // Read by three families, which would make it 0.99 were they added.
  expect(sure("that is pathetic")).toBeLessThan(0.95);
  const [one] = marksIn(sentiment, ["customer", "it keeps crashing"]);
  const [two] = marksIn(sentiment, ["customer", "it keeps crashing, the damn thing, and it was a mess before"]);
  expect(one?.confidence ?? 0).toBeLessThan(sentiment.acceptedFrom);
  expect(two?.confidence).toBeGreaterThan(sentiment.acceptedFrom);
});

test("weak signs of which none says it show frustration together, and each is pointed at", () => {
  const text = "So I rang at 9 and at 11, your driver moved the slot anyway and never even told me why";
  const marks = marksIn(sentiment, ["customer", text]).filter(({ label }) => label === "frustration");
  expect(feelingsIn(text)).toEqual(["frustration"]);
  expect(marks.length).toBeGreaterThan(1);
  expect(feelingsIn("that's the third time I use it now, can you send me an order form please?")).toEqual([]);
});

test("the customer is read all along, the others never", () => {
  const sentence = "This is ridiculous, you are useless";
  const talk = conversation([customer("10:00", sentence), ai("10:01", sentence), human("10:06", sentence)]);
  expect(new Set(scanned(sentiment, talk).map(({ messageId }) => messageId))).toEqual(new Set(["customer-10:00"]));
});

test("spans lie inside the text, whatever the text", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("worst service ever", "LIARS", "“shame on you”", "asap", "İ", "…", "i give up", "never again"),
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(" ");
      for (const { start, end, confidence } of marksIn(sentiment, ["customer", text])) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});
