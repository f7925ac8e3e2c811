import { expect, test } from "vitest";
import { type Article, articleIndex, coverageOf } from "./coverage.ts";

const article = (id: string, body: string, phrasings: string[] = []): Article => ({ id, title: "", body, phrasings });
const THREE = [
  article("0", "reset password link"),
  article("1", "refund card payment refund"),
  article("2", "card declined payment"),
];

test.each([
  ["refund", { "1": 1.276819 }],
  ["card payment", { "2": 0.980102, "1": 0.868914 }],
])("%j is ranked by BM25 as Lucene counts it", (query, scores) => {
  const found = Object.fromEntries(
    articleIndex(THREE)
      .find(query, 9)
      .map(({ id, score }) => [id, score]),
  );
  expect(Object.keys(found).sort()).toEqual(Object.keys(scores).sort());
  for (const [id, score] of Object.entries(scores)) expect(found[id]).toBeCloseTo(score, 6);
});

test("what an article holds wholly is covered wholly, what none holds not at all", () => {
  const index = articleIndex(THREE);
  expect(coverageOf(["reset password"], index)).toBeCloseTo(1, 9);
  expect(coverageOf(["invoice"], index)).toBe(0);
  expect(coverageOf(["reset password", "invoice"], index)).toBeCloseTo(0.5, 9);
});

test("the phrasings of solved conversations make an article found", () => {
  const asked = ["cannot log in"];
  const plain = coverageOf(asked, articleIndex(THREE)) ?? 0;
  const [first, ...rest] = THREE;
  const taught = [article("0", first?.body ?? "", ["i cannot log in any more"]), ...rest];
  expect(coverageOf(asked, articleIndex(taught))).toBeGreaterThan(plain);
});

test("an article without a body is never found, and messages without a word cover nothing", () => {
  expect(articleIndex([article("0", "")]).find("refund", 3)).toEqual([]);
  expect(coverageOf(["", "the"], articleIndex(THREE))).toBeNull();
  expect(coverageOf(["refund"], articleIndex([]))).toBe(0);
});
