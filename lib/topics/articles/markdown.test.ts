import { expect, test } from "vitest";
import { markdownArticle, markdownText } from "./markdown.ts";

const read = (file: string) => {
  const found = markdownArticle("refunds.md", file);
  if ("refused" in found) throw new Error(found.refused);
  return found;
};

test("front matter names title, address, language and date; the rest is the body", () => {
  const file =
    "\ufeff---\r\ntitle: Refunds\r\nurl: https://help.example/refunds\r\nlanguage: en\r\npublished: 2026-10-01\r\ntags: [a]\r\n---\r\n\r\n# How long\r\n\r\nFive days.\r\n";
  expect(read(file)).toEqual({
    isDraft: false,
    article: {
      ...{ id: "refunds.md", title: "Refunds", body: "How long\n\nFive days.", url: "https://help.example/refunds" },
      ...{ language: "en", published: "2026-10-01", changedAt: null },
    },
  });
});

test.each([
  [
    "a heading with signs",
    "Intro\n\n## Refunds **and** returns ##\n\nFive days.",
    "Refunds and returns",
    "Intro\n\nFive days.",
  ],
  ["an underlined one", "Refunds\n=======\nFive days.\n\n# Later", "Refunds", "Five days.\n\nLater"],
  ["none", "Five days.", null, "Five days."],
  ["an empty front matter", "---\n---\n# Refunds\nFive days.", "Refunds", "Five days."],
  ["a number in the front matter", "---\ntitle: 2026\n---\nFive days.", "2026", "Five days."],
  ["nothing but a heading", "# Refunds\n", "Refunds", ""],
])("the title is the first heading where nothing states it: %s", (_name, file, title, body) => {
  expect(read(file).article).toMatchObject({ title, body });
});

test.each([
  ["draft: true", true],
  ["published: false", true],
  ["published: true", false],
  ["draft: false", false],
])("%s: a draft is %s", (line, isDraft) => {
  expect(read(`---\ntitle: Refunds\n${line}\n---\nFive days.`)).toMatchObject({
    isDraft,
    article: { published: null },
  });
});

test.each([
  ["is cut off", "---\ntitle: [Refunds\n---\nFive days."],
  ["is a text", "---\nRefunds\n---\nFive days."],
  [
    "repeats itself a billion times",
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi".replace(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9).slice(0, -1)}]\n`)}---\nFive days.`,
  ],
])("a file whose front matter %s is refused", (_name, file) => {
  expect(markdownArticle("x.md", file)).toEqual({ refused: "its front matter is not YAML" });
});

test("signs of Markdown go, words stay", () => {
  const markdown = [
    'See [the form](https://help.example/a_(b) "title") and ![a picture](x.png), [or][1] <https://help.example>.',
    "<!-- not for eyes -->",
    "> A **bold** and *slanted* `code_word` with snake_case and 2 * 3 * 4.",
    "```js",
    "refund()",
    "```",
    "* one<br>",
    "[1]: https://help.example/b",
  ].join("\n");
  expect(markdownText(markdown)).toBe(
    [
      "See the form and a picture, or https://help.example.",
      "",
      "A bold and slanted code_word with snake_case and 2 * 3 * 4.",
      "",
      "refund()",
      "",
      "* one",
    ].join("\n"),
  );
});

test.each(["<!--", "[a](", "`a ", "*a ", "**a ", "<a ", "---\n", "# "])("2 MB of %j are read at once", (part) => {
  const text = part.repeat(2_000_000 / part.length);
  expect(markdownText(text).length).toBeLessThanOrEqual(text.length);
});
