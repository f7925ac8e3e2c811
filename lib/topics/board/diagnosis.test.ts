import { expect, test } from "vitest";
import { diagnose, type EscalatedCase } from "./diagnosis.ts";

const cases = (n: number, one: Partial<EscalatedCase> = {}): EscalatedCase[] =>
  Array.from({ length: n }, () => ({ cited: [], answeredFrom: null, ...one }));

test.each([
  ["no_article", cases(12), 0.2],
  ["not_found", cases(12, { answeredFrom: "a" }), 0.2],
  ["not_helped", cases(12, { cited: ["a"], answeredFrom: "a" }), 0.8],
  [null, cases(12), 0.8],
  [null, cases(9), 0.2],
  [null, [...cases(4), ...cases(4, { answeredFrom: "a" }), ...cases(4, { cited: ["a"] })], 0.2],
])("%s is what the cases say", (main, some, coverage) => {
  expect(diagnose(some, coverage).main).toBe(main);
});

test("each case is one of the three at most, and the whole is all cases", () => {
  const found = diagnose([...cases(3), ...cases(2, { answeredFrom: "a" }), ...cases(6, { cited: ["a"] })], null);
  expect([found.noArticle, found.notFound, found.notHelped].map(({ part }) => part)).toEqual([3, 2, 6]);
  expect(found.notFound.whole).toBe(11);
});
