import { expect, test } from "vitest";
import { csvArticles } from "./csv.ts";

test("columns are found by their names, in any order and by any separator", () => {
  const file =
    '\ufeffLanguage;title;body;id;url;published\nen;Refunds;"Five days;\nno more";7;https://a.example;2026-10-01\n;Login;Try again\n';
  expect(csvArticles(file)).toEqual([
    {
      line: 2,
      article: {
        ...{ id: "7", title: "Refunds", body: "Five days;\nno more", url: "https://a.example", language: "en" },
        ...{ published: "2026-10-01", changedAt: null },
      },
    },
    {
      line: 4,
      article: {
        ...{ id: "Login", title: "Login", body: "Try again", url: null, language: null, published: null },
        changedAt: null,
      },
    },
  ]);
});

test("a row without a title keeps its line, so that what is refused can be found", () => {
  expect(
    csvArticles("title,body\n,Five days\nLogin,\n").map(({ line, article }) => [line, article.id, article.body]),
  ).toEqual([
    [2, "line 2", "Five days"],
    [3, "Login", null],
  ]);
});

test.each([
  ["other columns", "name,text\na,b\n", "The file has no columns “title” and “body”."],
  ["a quote that is never closed", 'title,body\na,"b\n', /^The file is not CSV: /],
])("%s: a sentence", (_name, file, message) => {
  expect(() => csvArticles(file)).toThrow(message);
});

test("an empty file holds no article", () => {
  expect(csvArticles("")).toEqual([]);
});
