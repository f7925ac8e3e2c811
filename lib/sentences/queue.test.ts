import { expect, test } from "vitest";
import type { Cause } from "#lib/alarms/notification.ts";
import { causeSentence, latelySentence, type QueueFacts, queueSentence } from "./queue.ts";

const said = (facts: Partial<QueueFacts>): string =>
  queueSentence({ waits: [], cause: null, staleSince: null, ...facts })
    .map(({ text }) => text)
    .join("");

const PEOPLE: Cause = {
  from: "2026-11-19T12:15:00Z",
  to: "2026-11-19T13:15:00Z",
  weeks: 4,
  loadRatio: 1.7,
  factors: [
    { factor: "people", now: 3, usual: 5, log: 0.51, share: 0.9 },
    { factor: "arrivals", now: 42, usual: 40, log: 0.05, share: 0.1 },
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

test("a cause follows only where somebody waits too long and the data is of now", () => {
  expect(said({ waits: [1122], cause: PEOPLE })).toBe(
    "One customer has waited five minutes or more, the longest 18:42. It is too few people, not escalations: 3 answer, 5 usually.",
  );
  expect(said({ waits: [100], cause: PEOPLE })).not.toContain("people");
  expect(said({ waits: [1122], cause: PEOPLE, staleSince: "10:04" })).not.toContain("people");
});

test("a cause of which nothing is known or that pushed nothing up names none", () => {
  expect(causeSentence({ ...PEOPLE, factors: [] })).toBe("Nothing is other than usual.");
  const calm = PEOPLE.factors.map((one) => ({ ...one, log: -0.1 }));
  expect(causeSentence({ ...PEOPLE, factors: calm })).toBe("Nothing is other than usual.");
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
