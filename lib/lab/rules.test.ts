import { expect, test } from "vitest";
import { SCANNERS } from "#lib/scanners/registry.ts";
import { ABOUT } from "./about.ts";
import { longerThan, ruleOf, SHOWN } from "./rules.ts";

test("every scanner says what it looks for, and nothing is told of one that is no more", () => {
  expect(Object.keys(ABOUT).toSorted()).toEqual(SCANNERS.map(({ key }) => key).toSorted());
  for (const { looksFor, rules } of SHOWN) {
    expect(looksFor.length).toBeGreaterThan(20);
    expect(rules.length).toBeGreaterThan(0);
  }
});

test("a finding is of the rule with the longest beginning that fits, and of none where none does", () => {
  expect(ruleOf("context_repetition", "R1.complaint.again")?.beginning).toBe("R1.complaint");
  expect(ruleOf("context_repetition", "R1.reference")?.beginning).toBe("R1.");
  expect(ruleOf("human_ask", "agent")?.beginning).toBe("");
  expect(ruleOf("context_repetition", "R9.new")).toBeNull();
  expect(ruleOf("gone", "R1.reference")).toBeNull();
});

test("what is of a longer beginning is not of the shorter one", () => {
  expect(longerThan({ scanner: "context_repetition", beginning: "R1." })).toEqual(["R1.complaint", "R1.provided"]);
  expect(longerThan({ scanner: "context_repetition", beginning: "R1.provided" })).toEqual([]);
  expect(longerThan({ scanner: "human_ask", beginning: "" })).toContain("supervisor");
});
