import { describe, expect, test } from "vitest";
import { quantile } from "#lib/stats/quantile.ts";
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

const ROUNDS = 5;
/** Milliseconds below which a clock says nothing. */
const TOO_SHORT = 1;
const TIMES = 8;
/** Cost in proportion to length is 1, its square 8. */
const MOST = 2;

/** Milliseconds of processor time. */
const cost = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** What eight times the length costs, as a multiple of eight times one length: both are the same amount of text. The median
 * of rounds in which both are done one after the other, so that what else the machine does slows both. */
const costOfLength = (make: (length: number) => string[], length: number, work = scan): number => {
  const [one, eight] = [make(length), make(TIMES * length)];
  const often = () => {
    for (let i = 0; i < TIMES; i++) work(one);
  };
  often();
  const ratios = Array.from({ length: ROUNDS }, () => {
    const apart = cost(often);
    return cost(() => work(eight)) / Math.max(TOO_SHORT, apart);
  });
  return quantile(ratios, 0.5) ?? Number.POSITIVE_INFINITY;
};

/** Every word that some pattern begins with, none of them in an order that one reads. */
const firstWords = PACKS.flatMap(({ phrases }) => Object.values(phrases).flat())
  .flatMap(({ any }) => any.map((pattern) => /[a-z]{2,}/.exec(pattern)?.[0] ?? ""))
  .join(" , , ");

describe("a long text costs about what its parts would cost", () => {
  test.each<[string, (length: number) => string]>([
    ["a word without an end", (length) => "a".repeat(length)],
    ["quotes in quotes", (length) => ' ("and '.repeat(length / 7)],
    ["exclamation marks", (length) => "!".repeat(length)],
    ["the first words of a phrase, again and again", (length) => "been on hold for over ".repeat(length / 22)],
    ["the first words of every phrase", (length) => firstWords.repeat(Math.ceil(length / 4 / firstWords.length))],
    ["one line of plain words", (length) => "when it is so we did not like that and you may ".repeat(length / 47)],
    ["fences of code", (length) => "``` a ".repeat(length / 6)],
    ["headers of mail", (length) => "from: a\nto: b\non monday wrote \n".repeat(length / 31)],
    ["commas", (length) => "not,,,,,,".repeat(length / 9)],
  ])(
    "%s",
    (_, make) => {
      expect(costOfLength((length) => [make(length)], 60_000)).toBeLessThan(MOST);
    },
    60_000,
  );

  test("turns of several lines, each pasted again", () => {
    const turns = (count: number) =>
      Array.from({ length: count }, (__, i) => `what was said before, part ${i}\nand more`);
    // Patterns would cost so much that a copy of what was said before, made for each turn, would not be seen.
    const read = (texts: string[]) => void readTurns(texts.map(said), reader);
    expect(costOfLength(turns, 2000, read)).toBeLessThan(MOST);
  }, 60_000);
});
