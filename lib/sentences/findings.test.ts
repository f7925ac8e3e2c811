import { expect, test } from "vitest";
import { type Found, findingNotes } from "./findings.ts";

const nothing: Found = {
  isScanned: true,
  introduction: null,
  solutionRepeated: null,
  promise: null,
  explicit: false,
  resent: false,
  askedAgain: false,
  readFamily: null,
  triggerAgrees: null,
};
const said = (more: Partial<Found>) => findingNotes({ ...nothing, ...more }).map(({ text }) => text);

test("what was found is said in short, the introduction first", () => {
  expect(said({ introduction: "cold", solutionRepeated: true, explicit: true })).toEqual([
    "cold",
    "repeated solution",
    "says it again",
  ]);
  expect(
    said({ resent: true, askedAgain: true, promise: "broken", triggerAgrees: false, readFamily: "topic" }),
  ).toEqual(["asked again", "gives it again", "promise broken", "reads as topic"]);
});

test("nothing found is no note, and what is not scanned is said", () => {
  expect(said({ promise: "kept", triggerAgrees: true, solutionRepeated: false })).toEqual([]);
  expect(said({ isScanned: null })).toEqual([]);
  expect(said({ isScanned: false })).toEqual(["not scanned"]);
});

test("only what speaks against the handoff is marked", () => {
  const marked = (introduction: Found["introduction"]) => findingNotes({ ...nothing, introduction })[0]?.isWrong;
  expect([marked("warm"), marked("neutral"), marked("cold")]).toEqual([false, false, true]);
});
