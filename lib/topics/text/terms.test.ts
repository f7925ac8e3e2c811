import { expect, test } from "vitest";
import { tellingWords, termSet, wordsOf } from "./terms.ts";

test("words of any script are found, and scripts without spaces are cut into pairs of signs", () => {
  expect(wordsOf("Don't pay €5 für Größe")).toEqual(["dont", "pay", "5", "für", "größe"]);
  expect(wordsOf("退款失败 please")).toEqual(["退款", "款失", "失败", "please"]);
  expect(wordsOf("¿¡… 👍")).toEqual([]);
});

test("a word that asks or denies tells a topic, one that only joins does not", () => {
  expect(tellingWords("why is the card not working <num>")).toEqual(["why", "card", "not", "working"]);
});

test("terms are words, pairs next to each other and runs of four signs, a typing error leaving most of them", () => {
  expect([...termSet("my lost card")].sort()).toEqual(
    ["g my ", "gcard", "g car", "gard ", "glost", "g los", "gost ", "plost card", "wcard", "wlost"].sort(),
  );
  expect(termSet("payment").intersection(termSet("paymant")).size).toBe(2);
});

test("an endless word costs no more than forty signs of it", () => {
  expect(termSet("x".repeat(100_000)).size).toBeLessThan(10);
});
