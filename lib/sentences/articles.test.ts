import { expect, test } from "vitest";
import { articlesSentence, type Collected, freshnessOf } from "./articles.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const collected = (current: number, more: Partial<Collected> = {}): Collected => ({
  ...{ origin: "markdown", lastReadAt: new Date("2026-11-20T11:30:00Z"), error: null, current },
  ...more,
});
const failing = { error: "No answer." };

test.each([
  [[], "There are no articles yet, so no topic can be told to be covered by one."],
  [[collected(1)], "Topics are held against one article from one collection."],
  [[collected(1200), collected(4)], "Topics are held against 1,204 articles from 2 collections."],
  [
    [collected(1200), collected(4, failing)],
    "Topics are held against 1,204 articles from 2 collections; one of them cannot be read at the moment.",
  ],
  [
    [collected(5, failing), collected(4, failing)],
    "Topics are held against 9 articles from 2 collections; 2 of them cannot be read at the moment.",
  ],
])("collections %#", (collections, sentence) => {
  expect(articlesSentence(collections)).toBe(sentence);
});

test.each([
  [{}, "brought 30 min ago"],
  [{ origin: "chatwoot" }, "read 30 min ago"],
  [{ origin: "csv", lastReadAt: null }, "not brought yet"],
  [{ origin: "chatwoot", lastReadAt: null }, "not read yet"],
  [{ lastReadAt: new Date("2026-11-20T12:00:05Z") }, "brought under a minute ago"],
] as [Partial<Collected>, string][])("%j is %s", (more, text) => {
  expect(freshnessOf(collected(1, more), NOW)).toBe(text);
});
