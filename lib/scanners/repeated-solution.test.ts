import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Message } from "#lib/conversation/types.ts";
import { ai, conversation, customer, handoff, human, note } from "#lib/testing/build.ts";
import { readLine } from "./line.ts";
import { repeatedSolution } from "./repeated-solution.ts";
import { marksIn, scanned } from "./testing/scanned.ts";

type Row = { triple: [string, string, string]; label: string; binary: 0 | 1 };

const golden = readFileSync(join(import.meta.dirname, "golden/repeated-solution.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): Row => {
    const { text, label, binary } = JSON.parse(line) as { text: string; label: string; binary: 0 | 1 };
    return { triple: JSON.parse(text) as Row["triple"], label, binary };
  });

const marksOf = ([first, answer, later]: Row["triple"]) =>
  marksIn(repeatedSolution, ["ai", first], ["customer", answer], ["human", later]);
const isFound = (triple: Row["triple"]) =>
  marksOf(triple).some(({ confidence }) => confidence >= repeatedSolution.acceptedFrom);

describe("the golden set", () => {
  test("holds enough triples of both kinds, each once", () => {
    expect(golden.filter(({ binary }) => binary === 1).length).toBeGreaterThanOrEqual(50);
    expect(golden.filter(({ binary }) => binary === 0).length).toBeGreaterThanOrEqual(50);
    expect(new Set(golden.map(({ triple }) => triple.join("\n"))).size).toBe(golden.length);
  });

  test("is read with a precision of 0.95 and a recall of 0.90 at least", () => {
    const found = golden.filter(({ triple }) => isFound(triple));
    const right = found.filter(({ binary }) => binary === 1).length;
    for (const { triple, label, binary } of golden)
      if (isFound(triple) !== (binary === 1)) console.info(label, JSON.stringify(triple), JSON.stringify(marksOf(triple)));
    expect(right / found.length).toBeGreaterThanOrEqual(0.95);
    expect(right / golden.filter(({ binary }) => binary === 1).length).toBeGreaterThanOrEqual(0.9);
  });
});
