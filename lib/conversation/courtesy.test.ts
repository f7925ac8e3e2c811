import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isCourtesy } from "./courtesy.ts";

const golden = readFileSync(join(import.meta.dirname, "../scanners/golden/courtesy.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { text: string; binary: 0 | 1 });

test("thanks and good-byes are told from answers with a precision of 0.98 and a recall of 0.95 at least", () => {
  const taken = golden.filter(({ text }) => isCourtesy(text));
  const right = taken.filter(({ binary }) => binary === 1).length;
  expect(golden.filter(({ binary }) => binary === 0).length).toBeGreaterThanOrEqual(60);
  expect(right / taken.length).toBeGreaterThanOrEqual(0.98);
  expect(right / golden.filter(({ binary }) => binary === 1).length).toBeGreaterThanOrEqual(0.95);
});

test.each([
  ["Thank you Maria for everything", true],
  ["Thank you maria", false],
  ["Thanks 👎", false],
  ["Never mind", false],
  ["Done", false],
  ["", false],
])("%s is a courtesy: %s", (text, expected) => {
  expect(isCourtesy(text)).toBe(expected);
});

test("a question, a number or another word makes any courtesy none", () => {
  const thanks = fc.constantFrom(...golden.filter(({ binary }) => binary === 1).map(({ text }) => text));
  fc.assert(
    fc.property(thanks, fc.constantFrom("?", " 42", " but", " refund", " not"), (text, more) => {
      expect(isCourtesy(text + more)).toBe(false);
    }),
  );
});
