import { expect, test } from "vitest";
import type { ReportCase } from "./case.ts";
import { libraryOf } from "./library.ts";
import { reportOf } from "./report-of.ts";
import { ARTICLES } from "./testing/help-centre.ts";

const RANGE = { from: new Date("2026-08-28T12:00:00Z"), to: new Date("2026-11-20T12:00:00Z") };
const library = libraryOf(
  ARTICLES.map((article) => ({ ...article, externalId: article.id })),
  [],
);
const cases = (n: number, asked: string, more: Partial<ReportCase> = {}): ReportCase[] =>
  Array.from({ length: n }, (_, i) => ({
    ...{ conversationId: `${asked.slice(0, 5)}-${i}`, asked, question: asked, cited: [], answeredFrom: null },
    ...{ aiAnswer: null, humanAnswer: null, ...more },
  }));

test("near-duplicates are one question with their number, quoted from the newest; texts are cut at a word", () => {
  const all = [
    ...cases(1, "the audiobook stops in the middle of the second chapter since monday"),
    ...cases(3, "where are the chapters of the audiobook"),
    ...cases(1, `the audiobook ${"stops ".repeat(200)}`),
    ...cases(2, ""),
    ...cases(1, "lamps"),
  ];
  const { questions, n } = reportOf(all, library, RANGE);
  expect(n).toBe(8);
  expect(questions.map(({ count }) => count)).toEqual([3, 1, 1, 1]);
  expect(questions[0]).toEqual({
    ...{ text: "where are the chapters of the audiobook", count: 3, conversationId: "where-0" },
  });
  expect(questions.at(-1)?.text).toBe("lamps");
  expect(Math.max(...questions.map(({ text }) => text.length))).toBeLessThanOrEqual(401);
  expect(questions.some(({ text }) => text.endsWith("stops…"))).toBe(true);
});

test("articles are listed by use, then by what they match; coverage is that of the topic", () => {
  const asked = "how long does a refund take until it is on my card";
  const report = reportOf(
    [...cases(4, asked, { cited: ["invoice", "gone"] }), ...cases(2, asked, { answeredFrom: "refund-time" })],
    library,
    RANGE,
  );
  expect(report.articles.slice(0, 2).map(({ id, cited, answered }) => [id, cited, answered])).toEqual([
    ["invoice", 4, 0],
    ["refund-time", 0, 2],
  ]);
  const best = report.articles.find(({ id }) => id === "refund-time");
  expect(best?.matched).toBeCloseTo(report.coverage ?? 0, 9);
  expect(report.articles.length).toBeLessThan(ARTICLES.length);
  expect([report.from, report.to]).toEqual(["2026-08-28T12:00:00.000Z", "2026-11-20T12:00:00.000Z"]);
});

test("a topic without conversations has nothing to judge by", () => {
  expect(reportOf([], library, RANGE)).toMatchObject({
    ...{ n: 0, coverage: null, questions: [], aiAnswers: [], humanAnswers: [], articles: [] },
    diagnosis: { main: null, noArticle: { part: 0, whole: 0 } },
  });
});
