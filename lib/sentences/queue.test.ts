import { expect, test } from "vitest";
import type { Cause, Factor, FactorChange } from "#lib/alarms/notification.ts";
import {
  basisText,
  causeSentence,
  howLeft,
  latelySentence,
  type QueueFacts,
  queueSentence,
  sharesSentence,
  staleSentence,
} from "./queue.ts";

const said = (facts: Partial<QueueFacts>): string =>
  queueSentence({ waits: [], cause: null, staleSince: null, ...facts })
    .map(({ text }) => text)
    .join("");

const factor = (name: Factor, more: Partial<FactorChange>): FactorChange => ({
  ...{ factor: name, now: 1, usual: 1, n: 40, usualN: 320, log: 0, error: 0.1, isClear: false, share: 0 },
  ...more,
});
const PEOPLE: Cause = {
  ...{ from: "2026-11-19T12:15:00Z", to: "2026-11-19T13:15:00Z", weeks: 8, loadRatio: 1.7 },
  ...{ named: "people", isUsual: false, isOfAll: false },
  factors: [
    factor("people", { now: 3, usual: 5.24, n: 21, log: 0.56, isClear: true, share: 0.9 }),
    factor("arrivals", { now: 42, usual: 40, log: 0.05, share: 0.1 }),
    factor("handle_time", { now: null, usual: null, n: 2, error: null }),
    factor("escalation_rate", { now: 0.38, usual: 0.37, log: 0.03, share: 0.03 }),
  ],
};

test.each([
  [{}, "Nobody is waiting for a person."],
  [{ waits: [192] }, "One customer waits for a person, none for five minutes: the longest 3:12."],
  [{ waits: [299.999, 60] }, "Two customers wait for a person, none for five minutes: the longest 4:59."],
  [{ waits: [300] }, "One customer has waited five minutes or more, the longest 5:00."],
  [{ waits: [1122, 400, 20] }, "Two customers have waited five minutes or more, the longest 18:42."],
  [{ staleSince: "10:04" }, "At 10:04 nobody was waiting for a person. Nothing has come in since."],
  [
    { waits: [980, 301, 5], staleSince: "10:04" },
    "At 10:04 two customers had waited five minutes or more, the longest 16:20. Nothing has come in since.",
  ],
  [
    { waits: Array.from({ length: 13 }, () => 400) },
    "13 customers have waited five minutes or more, the longest 6:40.",
  ],
])("who waits, said in one sentence: %j", (facts, sentence) => {
  expect(said(facts)).toBe(sentence);
});

test("a cause follows only where somebody waits too long, the data is of now and it can be told", () => {
  expect(said({ waits: [1122], cause: PEOPLE })).toBe(
    "One customer has waited five minutes or more, the longest 18:42. It is too few people, not escalations: 3 gave 21 answers, 5 usually.",
  );
  expect(said({ waits: [100], cause: PEOPLE })).not.toContain("people");
  expect(said({ waits: [1122], cause: PEOPLE, staleSince: "10:04" })).not.toContain("people");
  expect(said({ waits: [1122], cause: { ...PEOPLE, named: null } })).not.toContain("Too few");
});

const changed = (name: Factor, more: Partial<FactorChange>, cause: Partial<Cause> = {}): Cause => ({
  ...{ ...PEOPLE, ...cause },
  factors: PEOPLE.factors.map((one) => (one.factor === name ? { ...one, ...more } : one)),
});

test("what cannot be told, and what is as usual, is said as that", () => {
  expect(causeSentence({ ...PEOPLE, named: null })).toBe(
    "Too few to tell why: 40 conversations and 21 answers in the hour.",
  );
  expect(causeSentence(changed("people", { n: 1 }, { named: null }))).toContain("and 1 answer in");
  expect(causeSentence({ ...PEOPLE, named: null, isUsual: true })).toBe(
    "Conversations, escalations, handle time and people are as usual at this hour.",
  );
});

test("what it is not is said only of what is known", () => {
  expect(causeSentence(changed("escalation_rate", { error: null }))).toMatch(/^It is too few people: 3 gave/);
  expect(causeSentence(changed("escalation_rate", { log: 0.2 }))).toMatch(/^It is too few people: 3 gave/);
});

test.each([
  ["arrivals", { log: 2 }, "It is more conversations, not escalations or people: 42 came, 40 usually."],
  ["escalation_rate", { log: 2 }, "It is more escalations, not people: 38\u202f% of 40 escalated, 37\u202f% usually."],
  [
    "handle_time",
    { log: 2, n: 7, now: 731, usual: 480, error: 0.1 },
    "It is longer answers, not escalations or people: 7 took 12:11 min each, 8:00 usually.",
  ],
  ["people", { now: 0 }, "It is too few people, not escalations: nobody answers, 5 usually."],
] as const)("each cause is named with what it is beside what it usually is: %s", (named, more, sentence) => {
  expect(causeSentence(changed(named, more, { named }))).toBe(sentence);
});

test("a cause that is counted over all queues says so", () => {
  expect(causeSentence({ ...PEOPLE, isOfAll: true })).toMatch(/, 5 usually, in all queues together\.$/);
});

test("what the numbers are of stands under them", () => {
  expect(basisText({ ...PEOPLE, isOfAll: true }, "Europe/Berlin")).toBe(
    "13:15 to 14:15, all queues together; usual is the 8 weeks before at this hour. Bold is more than chance.",
  );
  expect(basisText({ ...PEOPLE, weeks: 1 }, "UTC")).toMatch(/^12:15 to 13:15; usual is the week before/);
});

test("late data says up to when, and what that does to alarms", () => {
  expect(staleSentence("10:04", "all").join(" ")).toBe(
    "Data until 10:04. Alarms on the queue are holding their state: none fires, none clears. Waits are shown as of 10:04.",
  );
  expect(staleSentence("10:04", "some")[1]).toMatch(/^Some alarms on the queue are holding/);
  expect(staleSentence("10:04", "none")[1]).toMatch(/^Alarms on the queue go on/);
});

test("shares are told of what pushed, and whether that may be chance", () => {
  expect(sharesSentence(PEOPLE)).toBe(
    "Share of what pushed the load up: people 90\u202f%, arrivals 10\u202f% (may be chance).",
  );
  expect(sharesSentence({ ...PEOPLE, factors: [] })).toBeNull();
});

test.each([
  [{ offered: 0, left: 0, inTarget: { part: 0, n: 0 } }, "Nobody was handed over since 14:00."],
  [
    { offered: 3, left: 0, inTarget: { part: 0, n: 0 } },
    "Since 14:00: 3 handed over, none of them decided yet, nobody left.",
  ],
  [
    { offered: 25, left: 4, inTarget: { part: 9, n: 19 } },
    "Since 14:00: 25 handed over, 47\u202f% of 19 answered within five minutes, 4 left.",
  ],
])("what became lately of those handed over: %j", (numbers, sentence) => {
  expect(latelySentence({ since: "14:00", ...numbers })).toBe(sentence);
});

test("who fell silent is said to have left likely, not certainly", () => {
  expect(howLeft("silent")).toBe("fell silent, likely");
  expect(howLeft("explicit")).toBe("said so or closed it, certain");
});
