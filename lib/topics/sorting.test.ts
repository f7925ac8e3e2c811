import { expect, test } from "vitest";
import { type Sorting, sortConversation } from "./sorting.ts";
import { changeTaxonomy, EMPTY_TAXONOMY, type Operation } from "./taxonomy/taxonomy.ts";

const taxonomy = (
  [
    { is: "add", name: "Refunds" },
    { is: "add", name: "Login" },
    { is: "add", name: "Money back" },
    { is: "merge", id: 3, into: 1 },
  ] satisfies Operation[]
).reduce((all, operation) => changeTaxonomy(all, operation, all.version).taxonomy, EMPTY_TAXONOMY);

const sorting: Sorting = {
  taxonomy,
  topicOfTag: (source, tag) => (source === "s" && tag === "cash" ? 3 : null),
  model: {
    id: "m",
    sort: (text) => ({
      likeliest: "2",
      confidence: 0.7,
      topic: text.includes("old one") ? "3" : text.includes("password") ? "2" : null,
    }),
  },
};
const text = (said: string) => ({ text: said, at: new Date("2026-03-02T10:00:00Z"), isEscalated: true });
const one = { topic: null, tags: [], sourceId: "s", text: text("hello"), exampleOf: null };

test.each([
  ["what a person said", { exampleOf: 2, tags: ["cash"], topic: "cash" }, "Login"],
  ["what the source's word is mapped to, through merges", { topic: "cash", text: text("password") }, "Refunds"],
  ["a mapped tag beside a topic that is not", { topic: "other", tags: ["x", "cash"] }, "Refunds"],
  ["what the classifier is sure of", { topic: "other", text: text("password") }, "Login"],
  ["what the classifier is sure of, through merges", { text: text("my password, the old one") }, "Refunds"],
  ["what the source calls it", { topic: "other", tags: ["x"] }, "other"],
  ["its first tag", { tags: ["x", "y"] }, "x"],
  ["nothing", {}, null],
  ["another source's word is not mapped", { sourceId: "t", topic: "cash" }, "cash"],
  ["a topic that is gone", { exampleOf: 9, tags: ["x"] }, "x"],
])("counted by %s", (_, given, topic) => {
  expect(sortConversation({ ...one, ...given }, sorting).topic).toBe(topic);
});

test("what the classifier made of it is kept, sure or not, though another word counts", () => {
  expect(sortConversation({ ...one, exampleOf: 1, text: text("password") }, sorting).text).toMatchObject({
    ...{ modelId: "m", topicId: 2, confidence: 0.7 },
  });
  const old = sortConversation({ ...one, text: text("my password, the old one") }, sorting);
  expect(old.text).toMatchObject({ topicId: 3 });
  expect(sortConversation(one, sorting).text).toMatchObject({ modelId: "m", topicId: null, confidence: 0.7 });
  expect(sortConversation({ ...one, text: null }, sorting).text).toBeNull();
});
