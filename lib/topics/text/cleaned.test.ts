import { expect, test } from "vitest";
import { cleaned } from "./cleaned.ts";

test.each([
  ["Hi there, where is my parcel?", "where is my parcel?"],
  ["Guten Tag, wo ist mein Paket?\nMit freundlichen Grüßen\nEva Muster", "wo ist mein paket?"],
  ["Bonjour, je veux un remboursement. Merci", "je veux un remboursement."],
  ["Order 4711-889 has not come. Thanks,\nTom", "order <num> has not come."],
  ["It says 12:30 and costs $45.90", "it says <num> and costs <num>"],
  ["Refund please\n> On Monday we wrote\n> that it is done", "refund please"],
  ["Refund please\n\nSent from my iPhone", "refund please"],
])("%j says %j of its topic", (text, says) => {
  expect(cleaned(text)).toBe(says);
});

test.each(["", "   \n ", "Hello!", "> quoted only", "Thanks"])("%j says nothing", (text) => {
  expect(cleaned(text)).toBe("");
});

test("a word that only begins like a greeting stays", () => {
  expect(cleaned("hidden fees")).toBe("hidden fees");
});
