import { expect, test } from "vitest";
import { likenessOf, sentenceMemory, shinglesOf } from "./similarity.ts";

const SAID = "my washing machine stops in the middle of the spin programme and beeps";

const findIn = (sentence: string, kept = [SAID]) => {
  const memory = sentenceMemory<number>();
  kept.forEach((one, i) => {
    memory.keep(one, i);
  });
  return memory.find(sentence)?.what ?? null;
};

test.each([
  [SAID, true],
  ["hello, my washing machine stops in the middle of the spin programme and beeps!", true],
  ["the washing machine stops in the middle of the spin programme, then beeps", true],
  ["as nobody seems to know it: my washing machine stops in the middle of the spin programme and beeps, help", true],
  ["my dishwasher stops in the middle of the night", false],
  ["the spin programme beeps", false],
])("%s: said before is %s", (sentence, isKnown) => {
  expect(findIn(sentence) !== null).toBe(isKnown);
});

test("the likest of several is found", () => {
  expect(findIn(SAID, [SAID.replace("washing", "drying"), SAID])).toBe(1);
});

test("what is short or anybody's is never known again", () => {
  expect(shinglesOf("the spin programme beeps")).toBeNull();
  expect(shinglesOf("can you please help me with this problem now")).toBeNull();
  expect(findIn("can you please help me with this", ["can you please help me with this"])).toBeNull();
});

test("likeness is the shared part of all, and of the smaller", () => {
  expect(likenessOf(4, 8, 4)).toEqual({ resemblance: 0.5, containment: 1 });
  expect(likenessOf(5, 5, 5)).toEqual({ resemblance: 1, containment: 1 });
});

test("many like sentences cost no square", () => {
  const memory = sentenceMemory<number>();
  const from = performance.now();
  for (let i = 0; i < 10_000; i++) memory.keep(`${SAID} machine${i}`, i);
  for (let i = 0; i < 10_000; i++) memory.find(`${SAID} machine${i}`);
  expect(performance.now() - from).toBeLessThan(30_000);
});
