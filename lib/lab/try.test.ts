import { expect, test } from "vitest";
import { LONGEST_TRIED, trySentence } from "./try.ts";

const SAID = "As I already told the bot, order 4471 has not arrived. Let me talk to a person";

test("a sentence is read with the rules that fire, where they fire, in the order of its words", () => {
  const found = trySentence(SAID, "customer");
  expect(found.map(({ scanner }) => scanner)).toEqual(expect.arrayContaining(["context_repetition", "human_ask"]));
  expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((a, b) => a - b));
  const asked = found.find(({ scanner }) => scanner === "human_ask");
  expect(SAID.slice(asked?.start, asked?.end)).toContain("talk to a person");
  expect(asked).toMatchObject({ counts: true, sentence: "The customer asks for a person." });
});

test("who says it decides what it is", () => {
  expect(trySentence(SAID, "ai").some(({ scanner }) => scanner === "human_ask")).toBe(false);
  expect(trySentence("Hi, how can I help you today?", "human").map(({ scanner }) => scanner)).toContain("introduction");
});

test("what is not sure enough is shown, and said not to count", () => {
  const [unsure] = trySentence("Delete my account please.", "customer");
  expect(unsure).toMatchObject({ scanner: "sentiment", counts: false });
  expect(trySentence("I told the bot my address already", "customer")[0]).toMatchObject({ counts: true });
});

test("no more than the bound is read, and nothing at all is no error", () => {
  expect(trySentence(`${" ".repeat(LONGEST_TRIED)}${SAID}`, "customer")).toEqual([]);
  expect(trySentence("", "customer")).toEqual([]);
});
