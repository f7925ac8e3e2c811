import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PACKS } from "../lexicon/packs.ts";
import type { Phrase } from "../phrase.ts";
import { corpus, golden } from "../testing/golden.ts";
import { ownWords } from "./own-words.ts";
import { type Lists, type Node, parsePattern, regexOf } from "./pattern.ts";
import { type Hit, neededBy, phraseIndex } from "./phrase-index.ts";
import { sentencesOf } from "./sentences.ts";
import { wordsOf } from "./words.ts";

const LISTS: Lists = { person: ["(real|live)? (agent|person)"], somebody: ["a? @person", "someone"] };

const one = (pattern: string, lists: Lists) => {
  const read = phraseIndex({ own: [{ rule: "r", label: "l", confidence: 1, any: [pattern] }] }, lists);
  return (text: string) => read(text, { text, start: 0 });
};

const found = (pattern: string, text: string) => {
  const [hit] = one(pattern, LISTS)(text);
  return hit ? text.slice(hit.start, hit.end) : null;
};

describe("a pattern reads", () => {
  test.each([
    ["don't (say|tell) <2> again", "you dont tell me it again", "dont tell me it again"],
    ["don't (say|tell) <2> again", "don't tell me all of it again", null],
    ["talk to @somebody", "let me talk to a live agent, please", "talk to a live agent"],
    ["talk to @somebody", "talk to agents", null],
    ["transfer* me", "stop transferring me", "transferring me"],
    ["already? told you", "i told you", "told you"],
    ["already? told you", "i already told you", "already told you"],
    ["^ no $", " no!!", "no"],
    ["^ no $", "no way", null],
    ["# times", "i said it 3 times", "3 times"],
    ["human", "the humans", null],
    ["human", "the human's fault", null],
    ["as i said", "as - i - said", "as - i - said"],
    ["as i said", "as. i said", null],
    ["as i", "as      i", "as      i"],
    ["as i", "as       i", null],
    ["^ no", "((( no", "no"],
    ["^ no", "(((( no", null],
    ["no $", "no!!!!!!!!", "no"],
    ["no $", "no!!!!!!!!!", null],
    ["# times", "1234567 times", "1234567 times"],
    ["# times", "12345678 times", null],
    ["# times", "2.500 times", "2.500 times"],
    ["# times", "2.5000 times", "5000 times"],
    ["at&t", "hello at&t", "at&t"],
    ["at&t", "hello at t", null],
    ["well", "we'll", null],
    ["don't", "i dont", "dont"],
    ["transfer*", "he ‘transfers’ me", "transfers"],
    ["transfer*", "transferabcdefghijklmno", null],
    ["# times", "2.50 times", "2.50 times"],
    ["i hate <2> this", "now i hate all , , , , of this", null],
  ])("%s in “%s” as %s", (pattern, text, expected) => {
    expect(found(pattern, text)).toBe(expected);
    expect(regexOf(parsePattern(pattern, LISTS)).exec(text)?.[0] ?? null).toBe(expected);
  });

  test.each(["(a|b", "a?", "(a|b?) c", "a ^^ $$ !", "@nobody", "# <2>", "a ^ b", "$ a"])("%s is refused", (pattern) => {
    expect(() => one(pattern, LISTS)).toThrow();
  });
});

/** A text that a pattern reads, made from its tree. */
const textOf = (nodes: Node[]): fc.Arbitrary<string> =>
  fc.tuple(...nodes.map(oneOf)).map((parts) => parts.filter((part) => part !== "").join(" "));

const oneOf = (node: Node): fc.Arbitrary<string> => {
  const said = saidBy(node);
  return node.isOptional ? fc.oneof(said, fc.constant("")) : said;
};

const saidBy = (node: Node): fc.Arbitrary<string> => {
  if (node.is === "word")
    return fc
      .constantFrom(node.word, node.word.replaceAll("'", ""))
      .map((word) => `${word}${node.isPrefix ? "xy" : ""}`);
  if (node.is === "number") return fc.constantFrom("7", "2.5");
  if (node.is === "gap") return fc.constantFrom("", "a&b", "i''d", node.most > 1 ? "some word" : "word");
  return node.is === "choice" ? fc.oneof(...node.of.map(textOf)) : fc.constant("");
};

const everyPattern = PACKS.flatMap(({ lists, phrases }) =>
  Object.values(phrases)
    .flatMap((some) => some.flatMap(({ any, unless }) => [...any, ...(unless ?? [])]))
    .map((pattern) => ({ pattern, nodes: parsePattern(pattern, lists) })),
);

test("every text that a pattern of ours can read is read by it, where its regular expression reads it", () => {
  for (const { pattern, nodes } of everyPattern) {
    const regex = regexOf(nodes);
    const read = one(pattern, PACKS[0]?.lists ?? {});
    fc.assert(
      fc.property(textOf(nodes), (text) => {
        const match = regex.exec(text);
        expect(match, `${pattern} in ${text}`).not.toBeNull();
        const place = { start: match?.index, end: (match?.index ?? 0) + (match?.[0].length ?? 0) };
        expect(read(text), `${pattern} in ${text}`).toMatchObject([place]);
      }),
      { numRuns: 12 },
    );
  }
});

type Plain = { phrase: Phrase; any: RegExp[]; unless: RegExp[] };

const plainly: Plain[] = PACKS.flatMap(({ lists, phrases }) => {
  const regexes = (patterns: string[] = []) => patterns.map((pattern) => regexOf(parsePattern(pattern, lists)));
  return Object.values(phrases)
    .flat()
    .map((phrase) => ({ phrase, any: regexes(phrase.any), unless: regexes(phrase.unless) }));
});

type Place = Pick<Hit, "phrase" | "start" | "end">;

/** What the regular expressions of all phrases read, each tried on the whole sentence. */
const readPlainly = (text: string): Place[] =>
  plainly.flatMap(({ phrase, any, unless }): Place[] => {
    for (const pattern of any) {
      const match = pattern.exec(text);
      if (!match) continue;
      if (unless.some((other) => other.test(text))) return [];
      return [{ phrase, start: match.index, end: match.index + match[0].length }];
    }
    return [];
  });

const indexes = PACKS.map(({ phrases, lists }) => phraseIndex(phrases, lists));

const expectAlike = (text: string): void => {
  const hits = indexes.flatMap((index) => index(text, { text, start: 0 }));
  const places = hits.map(({ phrase, start, end }) => ({ phrase, start, end }));
  expect(places, text).toEqual(readPlainly(text));
};

/** What parts or joins words in odd ways, and what is a word in one view only. */
const ODD = [
  ",",
  "'",
  "''",
  ".",
  "&",
  "a&b",
  "at&t",
  "_",
  "é",
  "#",
  "7",
  "2.50",
  "1,5",
  "12345678",
  "-",
  "!",
  "i''said",
  "'i",
  "'tis'",
  "İ",
  "unbelievablylonger",
];

test("what is read word by word in any text is what the regular expressions of all patterns read there", () => {
  const words = [...new Set(everyPattern.flatMap(({ nodes }) => neededBy(nodes).map(({ word }) => word)))];
  const parts = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("i", "you", "to", ...ODD) },
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    { weight: 4, arbitrary: fc.constantFrom(...everyPattern).chain(({ nodes }) => textOf(nodes)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  );
  const text = fc.tuple(fc.array(parts, { maxLength: 12 }), fc.constantFrom(" ", " ", ", ", "", "  ", "       "));
  fc.assert(
    fc.property(text, ([some, between]) => expectAlike(some.join(between).toLowerCase())),
    { numRuns: 300 },
  );
});

test("so it is in what people wrote", () => {
  const own = ["sentiment", "human-ask", "introduction", "expectation", "context-repetition"].flatMap(golden);
  const real = ["t1", "t2", "t3", "t4", "t5"].flatMap((task) => corpus(task) ?? []);
  for (const { text } of [...own.filter((_, i) => i % 20 === 0), ...real.filter((_, i) => i % 3 === 0)])
    for (const sentence of sentencesOf(ownWords(text))) expectAlike(sentence.text);
}, 120_000);

test("words lose their apostrophes, and nothing else parts them wrongly", () => {
  expect(wordsOf("don't e-mail 'me', naïve_one!  3 times'")).toEqual([
    "dont",
    "e",
    "mail",
    "me",
    "naïve_one",
    "3",
    "times",
  ]);
});
