import { expect, test } from "vitest";
import { groupsOf } from "./groups.ts";

const ASKS = ["where is", "lost", "please send", "what about", "cannot find", "when comes", "need", "problem with"];
const about = (words: string[]) => ASKS.flatMap((ask) => words.map((word) => `${ask} ${word}`));
const CARDS = about(["card", "bank card", "debit card"]);
const SIMS = about(["esim profile", "esim activation", "esim phone"]);

test("a group holds all of its texts, the typical ones among them, and no text stands in two", () => {
  const groups = groupsOf([...CARDS, ...SIMS], 1);
  const isSim = (place: number): boolean => place >= CARDS.length;
  for (const { members, typical } of groups) {
    expect(members).toEqual(expect.arrayContaining(typical));
    expect(new Set(members.map(isSim)).size).toBe(1);
  }
  const all = groups.flatMap(({ members }) => members);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(8);
});

test("too few messages are no group", () => {
  expect(groupsOf(SIMS.slice(0, 5), 1)).toEqual([]);
  expect(groupsOf([], 1)).toEqual([]);
});
