import { expect, test } from "vitest";
import type { TopicReport } from "../report.ts";
import { briefOf, fileNameOf, inMarkdown } from "./brief.ts";

const counts = (part: number) => ({ part, whole: 214 });
const REPORT: TopicReport = {
  ...{ n: 214, from: "2026-08-28T12:00:00.000Z", to: "2026-11-20T12:00:00.000Z", coverage: 0.234 },
  diagnosis: { main: "no_article", noArticle: counts(150), notFound: counts(40), notHelped: counts(10) },
  questions: [
    { text: "where are the chapters of …", count: 12, conversationId: "0190-a" },
    { text: "it skips", count: 1, conversationId: "0190-b" },
  ],
  aiAnswers: [],
  humanAnswers: [{ text: "tap the cover", count: 1, conversationId: "0190-c" }],
  articles: [
    { id: "1", title: "Play | listen", url: "https://help.example/a_(b)", matched: 0.31, cited: 10, answered: 40 },
    { id: "2", title: "Sound", url: null, matched: 0, cited: 1, answered: 0 },
  ],
};
const brief = (more: Partial<TopicReport> = {}, topic = "Audiobooks") =>
  briefOf({
    ...{ topic, madeAt: new Date("2026-11-20T12:00:00Z"), report: { ...REPORT, ...more }, zone: "UTC" },
    origin: "https://seam.example",
  });

test("the brief says what is missing, how it is asked, what was answered, and where to look", () => {
  expect(brief()).toBe(`# Brief for a writer: Audiobooks

Read on 20 Nov 2026 from the 214 newest conversations on this topic that went to a person between 28 Aug 2026 and 20 Nov 2026. Names and numbers are left out (…).

## What is missing

**An article is missing.** No article answers what is asked here.

- 150 of 214: no article was used, by the AI or by people
- 40: people answered from an article that the AI did not find
- 10: the AI used an article and it was not enough
- 14: none of these

The articles of today hold 23\u202f% of the weight of what is asked.

## How customers ask

- “where are the chapters of …” (12 times nearly so): [conversation](https://seam.example/handoffs/0190-a)
- “it skips”: [conversation](https://seam.example/handoffs/0190-b)

## What the AI said before it handed over

It said nothing.

## What people answered who solved it

- “tap the cover”: [conversation](https://seam.example/handoffs/0190-c)

## Articles beside it

| Article | Holds of what is asked | Used by the AI | People answered from it |
| --- | --: | --: | --: |
| [Play \\| listen](https://help.example/a%5F%28b%29) | 31\u202f% | 10 | 40 |
| Sound | – | 1 | 0 |
`);
});

test("each diagnosis has its sentence, and nothing to tell has one too", () => {
  const saying = (main: TopicReport["diagnosis"]["main"]) => brief({ diagnosis: { ...REPORT.diagnosis, main } });
  expect(saying("not_found")).toContain("**The article exists and is not found.**");
  expect(saying("not_helped")).toContain("**The article is found and does not help.**");
  expect(saying(null)).toContain("None of the reasons stands out, or there are too few conversations to tell.");
  const none = { ...REPORT, n: 0, coverage: null, questions: [], humanAnswers: [], articles: [] };
  expect(brief(none)).toContain("cannot be told");
  expect(brief(none)).not.toContain("\n- ");
});

test.each([
  ["a heading", "# free books"],
  ["a link", "[here](https://bad.example)"],
  ["a picture", "![x](https://bad.example/x.png)"],
  ["an address", "https://bad.example and www.bad.example and a@bad.example"],
  ["HTML", "<img src=x onerror=alert(1)> &lt;b&gt;"],
  ["code", "`rm` ```sh"],
  ["a table", "a | b"],
  ["emphasis", "**bold** _it_ ~~gone~~"],
  ["a new line", "one\n\n## two\u2028- three\r\n> four"],
  ["a list", "1. one"],
  ["a turn of direction", "safe\u202etxt.exe"],
])("a customer's text cannot make %s", (_name, text) => {
  const written = inMarkdown(text);
  expect(written).not.toMatch(/[\n\r\u2028\u202e]/);
  expect(written.replace(/\\[\p{P}\p{S}]/gu, "")).not.toMatch(/[`*_[\]<>#|~&@]|:\/\/|www\.|^\d+\./);
  expect(brief({ questions: [{ text, count: 1, conversationId: "c" }] }).match(/^#+ /gm)).toHaveLength(6);
});

test("a topic's name is text as well", () => {
  expect(brief({}, "Refunds\n# <b>").split("\n")[0]).toBe("# Brief for a writer: Refunds \\# \\<b\\>");
});

test.each([
  ["E-Reader & Büro", "brief-e-reader-buro.md"],
  ['a"; filename="x.exe', "brief-a-filename-x-exe.md"],
  ["返金", "brief-topic.md"],
])("the file of %j is %s", (topic, name) => {
  expect(fileNameOf(topic)).toBe(name);
});
