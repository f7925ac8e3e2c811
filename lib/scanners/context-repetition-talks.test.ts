import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ai, conversation, customer, handoff, human, note } from "#lib/testing/build.ts";
import { contextRepetition } from "./context-repetition.ts";
import { scanned } from "./testing/scanned.ts";

/** What was said before and after a handoff, and the rules of R2 and R3 that count in it. */
type Golden = { before: [Role, string][]; after: [Role, string][]; rules: string[] };
type Role = keyof typeof SAID;
const SAID = { customer, ai, human, note };

const golden = readFileSync(join(import.meta.dirname, "golden/context-repetition-talks.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Golden);

const talkOf = ({ before, after }: Pick<Golden, "before" | "after">) => {
  const said =
    (minute: number) =>
    ([role, text]: [Role, string], i: number) =>
      SAID[role](`10:${String(minute + i).padStart(2, "0")}`, text);
  return conversation([...before.map(said(0)), ...after.map(said(20))], {
    handoffs: [handoff("10:15")],
    customer: null,
    language: "en",
  });
};

const foundIn = (talk: Pick<Golden, "before" | "after">) =>
  scanned(contextRepetition, talkOf(talk)).filter(({ rule }) => !rule.startsWith("R1."));

describe("the golden talks", () => {
  test("hold enough of both kinds of each type", () => {
    for (const type of ["R2.", "R3."])
      expect(golden.filter(({ rules }) => rules.some((rule) => rule.startsWith(type))).length).toBeGreaterThan(25);
    expect(golden.filter(({ rules }) => rules.length === 0).length).toBeGreaterThan(55);
  });

  test.each(golden)("%j", (one) => {
    const counted = foundIn(one).filter(({ confidence }) => confidence >= contextRepetition.acceptedFrom);
    expect([...new Set(counted.map(({ rule }) => rule))].sort()).toEqual(one.rules.toSorted());
  });
});
