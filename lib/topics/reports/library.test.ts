import { describe, expect, test } from "vitest";
import { coverageOf } from "../articles/coverage.ts";
import { type LibraryArticle, libraryOf } from "./library.ts";
import { ARTICLES, FROM_ARTICLES, FROM_ELSEWHERE } from "./testing/help-centre.ts";

const HELP: LibraryArticle[] = ARTICLES.map((article, i) => ({ ...article, externalId: `kb-${i}` }));
const library = libraryOf(HELP, []);
const retrieval = (id: string, title: string | null = null, url: string | null = null) => ({
  ...{ id, title, url, score: null },
});

describe("what people answer", () => {
  test.each(FROM_ARTICLES)("from %s: %s", (id, reply) => {
    expect(library.answerFrom(reply)).toBe(id);
  });

  test.each(FROM_ELSEWHERE)("from no article: %s", (reply) => {
    expect(library.answerFrom(reply)).toBeNull();
  });

  test("a few words in common are not taken for an article", () => {
    expect(library.answerFrom("Download the invoice under Orders")).toBeNull();
  });

  test("a link says it whatever the words", () => {
    expect(library.answerFrom("Look here: https://www.help.example/en/invoice?from=mail.")).toBe("invoice");
    expect(library.answerFrom("Look here: https://elsewhere.example/invoice")).toBeNull();
  });
});

test.each([
  ["by its address, however it is written", retrieval("x", null, "http://help.example/gift-card#redeem"), "gift-card"],
  ["by our id", retrieval("gift-card"), "gift-card"],
  ["by its id at its origin", retrieval("kb-1"), "return-book"],
  ["by its title", retrieval("x", " sending a book BACK "), "return-book"],
  ["one that is none of ours", retrieval("x", "Else", "https://help.example/else"), "x"],
])("the AI cites an article %s", (_name, one, id) => {
  expect(library.citedIn({ text: "", retrieval: [one, one] })).toEqual([id]);
});

test("a link in the words of the AI is a citation, one that leads elsewhere is none", () => {
  const text = "See https://help.example/invoice or https://carrier.example/track";
  expect(library.citedIn({ text, retrieval: [] })).toEqual(["invoice"]);
});

test("an article is found by what those asked whom it helped; answers are not held against that", () => {
  const asked = "my novels are nowhere on the kindle thing";
  const solved = Array.from({ length: 3 }, () => ({ text: asked, retrieval: [retrieval("e-reader-sync")] }));
  const taught = libraryOf(HELP, solved);
  expect(coverageOf([asked], library.asked)).toBeLessThan(0.3);
  expect(coverageOf([asked], taught.asked)).toBeCloseTo(1, 9);
  expect(taught.answerFrom(`${asked} novels thing kindle nowhere mine`)).toBeNull();
});
