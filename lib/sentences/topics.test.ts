import { expect, test } from "vitest";
import {
  decidedSentence,
  groupsSentence,
  mappedSentence,
  sizeSentence,
  sortedSentence,
  waitingSentence,
} from "./topics.ts";

test.each([
  [0, "Nothing waits for a name"],
  [1, "One group waits for a name"],
  [1200, "1,200 groups wait for a name"],
])("%i groups", (n, said) => expect(waitingSentence(n)).toBe(said));

test("an empty inbox says what would appear, and what is still to be sorted is said", () => {
  expect(groupsSentence(0, 0)).toMatch(/groups of at least eight appear here\.$/);
  expect(groupsSentence(2, 0)).toMatch(/until somebody says what it is\.$/);
  expect(groupsSentence(2, 1300)).toMatch(/ 1,300 texts are still to be sorted by what was learnt last\.$/);
});

test("the size of a group", () => {
  expect(sizeSentence(1, 0, "19 Nov 2026")).toBe("1 conversation, 0 in the last seven days; first seen 19 Nov 2026");
  expect(sizeSentence(45, 12, "19 Nov 2026")).toMatch(/^45 conversations, 12 in the last seven days;/);
});

const WORDS = ["audiobook", "listen", "sound", "phone"];
test.each([
  [{ state: "confirmed", topic: "Audiobooks", by: "Ines" }, "became Audiobooks, says Ines."],
  [{ state: "sorted", topic: "e_books", by: "Ines" }, "was sorted into E-books, says Ines."],
  [{ state: "sorted", topic: null, by: null }, "was sorted into a topic that is gone, says somebody who left."],
  [{ state: "dismissed", topic: null, by: "Ines" }, "is no topic, says Ines."],
] as const)("what was decided: %j", (decided, said) =>
  expect(decidedSentence({ words: WORDS, ...decided })).toBe(`“audiobook, listen, sound” ${said}`),
);

test("what was sorted by hand, and what was taken back", () => {
  expect(sortedSentence(3, "Refunds")).toBe("3 conversations are counted under Refunds now.");
  expect(sortedSentence(1, "Refunds")).toBe("1 conversation is counted under Refunds now.");
  expect(sortedSentence(1, null)).toBe(
    "Taken back for 1 conversation: it is sorted by the source and the classifier again.",
  );
});

test("what a word is counted as", () => {
  expect(mappedSentence("iade", "Returns")).toBe("“iade” is counted as Returns; what it concerns is counted anew.");
  expect(mappedSentence("iade", null)).toBe("“iade” stands for itself again; what it concerns is counted anew.");
});
