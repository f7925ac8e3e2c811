import { describe, expect, test } from "vitest";
import { type GivenArticle, keptArticle, LONGEST_BODY } from "./article.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const given = (more: Partial<GivenArticle> = {}): GivenArticle => ({
  ...{ id: "refunds.md", title: "Refunds", body: "A refund takes five days.", url: null, language: null },
  ...{ published: null, changedAt: null, ...more },
});
const kept = (more: Partial<GivenArticle> = {}) => {
  const keeping = keptArticle(given(more), NOW);
  if ("refused" in keeping) throw new Error(keeping.refused);
  return keeping;
};

describe("the body", () => {
  test.each([
    [
      "HTML is read as text",
      "<h1>Refunds</h1><p>Five <b>days</b> &amp; no more.</p>",
      /^refunds\n+Five days & no more\.$/i,
    ],
    [
      "what only looks like a tag stays",
      "If a < b and b > c, write <order> first",
      /^If a < b and b > c, write <order> first$/,
    ],
    ["tags that are never closed lose no word", "<div><p>Five days <b>at most", /^Five days at most$/],
    ["a comment that is never closed loses no word", "<!-- <p>Five days at most</p>", /^Five days at most$/],
    ["what stands behind a quotation mark is no history of mails here", "Before\n> Note: five days\nAfter", /After$/],
    ["signs that cannot be stored are replaced", "Five\u0000days \ud800", /^Five\ufffddays \ufffd$/],
  ])("%s", (_name, body, expected) => {
    expect(kept({ body }).article.body).toMatch(expected);
  });

  test.each([
    ["text", "A refund takes five days. ".repeat(200_000)],
    ["HTML", "<p>A refund takes <i>five</i> days.</p>".repeat(140_000)],
  ])("5 MB of %s are cut, with a note", (_name, body) => {
    const { article, note } = kept({ body });
    expect(article.body.length).toBeGreaterThan(0.9 * LONGEST_BODY);
    expect(article.body.length).toBeLessThanOrEqual(LONGEST_BODY);
    expect(note).toMatch(/^its body is too long/);
  });
});

test.each([
  ["no title", { title: " " }, "it has no title"],
  ["no body", { body: null }, "it has no body"],
  ["a body of tags alone", { body: "<p><br></p><script>go()</script>" }, "it has no body"],
])("an article with %s is refused", (_name, more, refused) => {
  expect(keptArticle(given(more), NOW)).toEqual({ refused });
});

test("the title is one line, addresses are those of the web, a date without time is read in UTC", () => {
  const { article, note } = kept({
    ...{ title: "<p>Refunds</p>\n and returns", url: "https://help.example/refunds", published: "2026-10-01" },
    language: " EN ",
  });
  expect(article).toMatchObject({
    ...{ title: "Refunds and returns", url: "https://help.example/refunds", language: "en" },
    publishedAt: new Date("2026-10-01T00:00:00Z"),
  });
  expect(note).toBeNull();
  expect(kept({ url: "javascript:alert(1)" }).article.url).toBeNull();
});

test("a date that cannot be read is left out and said", () => {
  const { article, note } = kept({ published: "last summer" });
  expect(article.publishedAt).toBeNull();
  expect(note).toBe("its date of publication cannot be read");
});

test("the hash changes with what is shown, not with where it came from", () => {
  const { sha256 } = kept().article;
  expect(kept({ id: "other.md" }).article.sha256).toBe(sha256);
  expect(kept({ body: "A refund takes six days." }).article.sha256).not.toBe(sha256);
});

test("an id too long for an index keeps its beginning and stays its own", () => {
  const [one, other] = ["a", "b"].map((end) => kept({ id: `${"x".repeat(400)}${end}` }).article.externalId);
  expect(one?.length).toBe(300);
  expect(one).not.toBe(other);
});
