import { describe, expect, test } from "vitest";
import { EN } from "../lexicon/en.ts";
import { PACKS, readerFor } from "../lexicon/packs.ts";
import { readTurns, type Said } from "../turns.ts";

const reader = readerFor("en");
if (!reader) throw new Error("There is nothing to read with.");

const said = (text: string): Said => ({
  ...{ id: "m", kind: "message", automated: false, isPublic: true, at: null, ai: null, role: "customer" },
  text,
});

const scan = (texts: string[]): void => {
  for (const { reading } of readTurns(texts.map(said), reader)) for (const key in EN.phrases) reading.hits(key);
};

const ROUNDS = 7;
/** Milliseconds below which a clock says nothing. */
const TOO_SHORT = 1;

/** Milliseconds of processor time. */
const cost = (texts: string[]): number => {
  const start = process.cpuUsage().user;
  scan(texts);
  return (process.cpuUsage().user - start) / 1000;
};

/** By how much the cost grows with each of three doublings, of the quickest of some rounds: over three, what else the
 * machine does is small beside what is asked. */
const growth = (make: (length: number) => string[], length: number): number => {
  const [one, eight] = [make(length), make(8 * length)];
  scan(one);
  const rounds = Array.from({ length: ROUNDS }, () => [cost(one), cost(eight)] as const);
  const least = (i: 0 | 1) => Math.max(TOO_SHORT, Math.min(...rounds.map((round) => round[i])));
  return Math.cbrt(least(1) / least(0));
};

/** Every word that some pattern begins with, none of them in an order that one reads. */
const firstWords = PACKS.flatMap(({ phrases }) => Object.values(phrases).flat())
  .flatMap(({ any }) => any.map((pattern) => /[a-z]{2,}/.exec(pattern)?.[0] ?? ""))
  .join(" , , ");

describe("twice the length costs about twice the time", () => {
  test.each<[string, (length: number) => string]>([
    ["a word without an end", (length) => "a".repeat(length)],
    ["quotes in quotes", (length) => ' ("and '.repeat(length / 7)],
    ["exclamation marks", (length) => "!".repeat(length)],
    ["the first words of a phrase, again and again", (length) => "been on hold for over ".repeat(length / 22)],
    ["the first words of every phrase", (length) => firstWords.repeat(Math.ceil(length / firstWords.length))],
    ["one line of plain words", (length) => "when it is so we did not like that and you may ".repeat(length / 47)],
    ["fences of code", (length) => "``` a ".repeat(length / 6)],
    ["headers of mail", (length) => "from: a\nto: b\non monday wrote \n".repeat(length / 31)],
    ["commas", (length) => "not,,,,,,".repeat(length / 9)],
  ])(
    "%s",
    (_, make) => {
      expect(growth((length) => [make(length)], 60_000)).toBeLessThan(2.6);
    },
    60_000,
  );

  test("turns of several lines, each pasted again", () => {
    const turns = (count: number) =>
      Array.from({ length: count }, (__, i) => `what was said before, part ${i}\nand more`);
    expect(growth(turns, 2000)).toBeLessThan(2.6);
  });
});
