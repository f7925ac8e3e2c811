import { expect, test } from "vitest";
import { difference } from "#lib/stats/difference.ts";
import {
  type Announced,
  countedAnewSentence,
  effectText,
  fixSentence,
  hoursText,
  inboxSentence,
  knowledgeSentence,
  rateSentence,
  savingSentence,
  verdictText,
} from "./knowledge.ts";

const BUG: Announced = { topic: "e_reader", kind: "product_bug", diagnosis: "no_article" };
const GAP: Announced = { topic: "Audiobooks", kind: "gap", diagnosis: "no_article" };
const say = (rising: Announced[]) =>
  knowledgeSentence(rising, 12, null)
    .map(({ text }) => text)
    .join("");

test("where no topic could be looked at, none is said to be as usual", () => {
  expect(knowledgeSentence([], 0, null)).toEqual([
    { text: "There is too little yet to say which topics push handoffs up." },
  ]);
});

test.each<[string, Announced[]]>([
  ["No topic came up more often than chance would bring.", []],
  ["One topic pushes handoffs up: E-reader, a product bug no article will fix.", [BUG]],
  [
    "Two topics push handoffs up: E-reader, a product bug no article will fix, and Audiobooks, where the article is missing.",
    [BUG, GAP],
  ],
  [
    "One topic pushes handoffs up: Login, whose article is not found.",
    [{ topic: "login", kind: "gap", diagnosis: "not_found" }],
  ],
  [
    "One topic pushes handoffs up: Login, which your own rules send to people.",
    [{ topic: "login", kind: "policy", diagnosis: "not_found" }],
  ],
  [
    "Two topics push handoffs up: “audiobook, listen, sound”, which has no name yet, and E-reader, a product bug no article will fix.",
    [{ topic: "x", kind: null, diagnosis: null, words: ["audiobook", "listen", "sound", "plays"] }, BUG],
  ],
  ["One topic pushes handoffs up: Login.", [{ topic: "login", kind: null, diagnosis: null }]],
  [
    "Four topics push handoffs up: A, where the article is missing, B, where the article is missing, C, where the article is missing, and 1 more.",
    ["A", "B", "C", "D"].map((topic) => ({ ...GAP, topic })),
  ],
])("%s", (sentence, rising) => {
  expect(say(rising)).toBe(sentence);
});

const effect = { ...difference({ value: -0.12, se: 0.02 }, { value: 0, se: 0 }), verdict: "worked" as const };

test("a fix is told by its verdict, with its interval", () => {
  const fix = { topic: "refunds", effect, perWeek: 11.6 };
  expect(fixSentence(fix)).toBe("Your Refunds fix worked.");
  expect(fixSentence({ ...fix, effect: { ...effect, verdict: "no_effect" } })).toBe(
    "Your Refunds fix shows no effect.",
  );
  expect(fixSentence({ ...fix, effect: null })).toBe("Of your Refunds fix it is too early to tell.");
  expect(effectText(fix)).toBe(
    "−12.0 points against the controls (95\u202f% −15.9 to −8.1), about 12 handoffs a week fewer.",
  );
  expect(effectText({ effect: { ...effect, verdict: "no_effect" }, perWeek: 11.6 })).not.toContain("fewer");
  expect([effect, { ...effect, verdict: "too_early" as const }, null].map(verdictText)).toEqual([
    ...["worked", "too early to say", "too early to say"],
  ]);
});

test("the rate is told with what it moved by, parted into mix and rate", () => {
  const found = { before: 0.209, now: 0.24, difference: 0.031, rate: 0.012, mix: 0.019, topics: [] };
  const change = { difference: 0.031, low: 0.016, high: 0.046, z: 4, isReal: true };
  expect(rateSentence(found, { n: 5870, before: "week 46", change })).toBe(
    "The escalation rate is 24.0\u202f% (n 5,870), +3.1 points on week 46: +1.9 because other questions came in, +1.2 because the same questions escalated more or less often.",
  );
  const unreal = { difference: 0.004, low: -0.011, high: 0.019, z: 0, isReal: false };
  expect(rateSentence(found, { n: 5870, before: "week 46", change: unreal })).toBe(
    "The escalation rate is 24.0\u202f% (n 5,870): no real change on week 46 (+0.4 points, 95\u202f% −1.1 to +1.9).",
  );
  expect(rateSentence(found, { n: 7, before: "week 46", change: null })).toBe(
    "The escalation rate is 24.0\u202f% (n 7); too few were counted to compare it with week 46.",
  );
  expect(rateSentence(null, { n: 0, before: "week 46", change: null })).toContain("nothing can be compared");
});

test("what a fix saves is told in hours with their range, or not at all", () => {
  expect(savingSentence(null)).toBeNull();
  expect(savingSentence({ topic: "login", aMonth: { value: 41.2, low: 8.04, high: 80 } })).toBe(
    "Writing or mending an article on Login would save about 41 h of agent time a month (95\u202f% 8.0 h to 80 h).",
  );
  expect([0.02, 0.44, 9.96, 1234].map(hoursText)).toEqual(["under 0.1 h", "0.4 h", "10.0 h", "1,234 h"]);
});

test("what waits for a name is told by what came last", () => {
  const group = (words: string, size: number, newestWeek: number) => ({ words: words.split(" "), size, newestWeek });
  expect(inboxSentence([])).toBeNull();
  expect(inboxSentence([group("screen reader since grey", 48, 3), group("audiobook listen sound no", 45, 12)])).toBe(
    "2 groups of questions without a topic wait for a name; most news in “audiobook, listen, sound”: 45 handoffs, 12 of them in the last seven days.",
  );
  expect(inboxSentence([group("audiobook", 45, 12)])).toBe(
    "One group of questions without a topic waits for a name; it holds “audiobook”: 45 handoffs, 12 of them in the last seven days.",
  );
});

test("while topics are counted anew nothing is said to rise", () => {
  const text = countedAnewSentence(1234, 60_000)
    ?.map((piece) => piece.text)
    .join("");
  expect(text).toBe("Topics are being counted anew: what rises is told when that is done (1,234 conversations to go).");
  expect(countedAnewSentence(1200, 60_000)).toBeNull();
  expect(countedAnewSentence(0, 0)).toBeNull();
});
