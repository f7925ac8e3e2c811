import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "#lib/conversation/assess.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import {
  ai,
  at,
  closed,
  conversation,
  customer,
  event,
  handoff,
  human,
  noHistory,
  utcHours,
} from "#lib/testing/build.ts";
import { accuracyOf } from "./accuracy.ts";
import { announcesHandoff, brokenHandoff } from "./broken-handoff.ts";
import { readerFor } from "./lexicon/packs.ts";
import { scanned } from "./testing/scanned.ts";
import { readTurns } from "./turns.ts";

const announces = (text: string): boolean => {
  const reader = readerFor("en");
  const said = {
    id: "1",
    kind: "message",
    automated: false,
    isPublic: true,
    at: null,
    ai: null,
    role: "ai",
    text,
  } as const;
  return reader !== null && readTurns([said], reader).some(announcesHandoff);
};
const accuracy = (rows: { text: string; binary: 0 | 1 }[]) =>
  accuracyOf(
    rows.map(({ text, binary }) => ({ cluster: text, isSo: binary === 1, isFound: announces(text) })),
    "broken_handoff",
  );
const linesOf = (path: string) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("announcements are told from offers and refusals with a precision of 0.97 and a recall of 0.95", () => {
  const golden = linesOf(join(import.meta.dirname, "golden/broken-handoff.jsonl"));
  const { n, positives, precision, recall } = accuracy(golden);
  expect(positives).toBeGreaterThanOrEqual(60);
  expect(n - positives).toBeGreaterThanOrEqual(60);
  expect(precision).toBeGreaterThanOrEqual(0.97);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

const corpusFile = join(import.meta.dirname, "../../../shared/corpus/dev/t5_expectation.jsonl");
test.skipIf(!existsSync(corpusFile))("real announcements are read with an F1 of 0.9 at least", () => {
  const rows = linesOf(corpusFile).flatMap(({ text, labels }) =>
    labels.ack_transfer == null ? [] : [{ text, binary: labels.ack_transfer }],
  );
  expect(accuracy(rows).f1).toBeGreaterThanOrEqual(0.9);
});

const SAYS = "I'm transferring you to a colleague now.";
const announced = [customer("10:00", "My card fails"), ai("10:01", "Try again"), ai("10:03", SAYS)];
const look = (input: Conversation, now = at("+30d 12:00")) => assess(input, noHistory, { now, calendarOf: utcHours });
const brokenIn = (input: Conversation, now?: Date) =>
  look(input, now).findings.filter(({ scanner }) => scanner === "broken_handoff");

describe("a handoff announced in words", () => {
  test("that never came is marked where it was said, with the seconds until the end", () => {
    const input = conversation(announced, { events: [closed("10:33")] });
    const [found, ...others] = brokenIn(input);
    expect(found).toMatchObject({
      rule: "promise.now",
      label: "promised_never_came",
      messageId: "ai-10:03",
      value: 1800,
    });
    expect(SAYS.slice(found?.start, found?.end)).toBe("transferring you to a colleague");
    expect(others).toEqual([]);
    expect(look(input).episodes[0]).toMatchObject({
      segment: "ai_only",
      tags: ["failed_handoff"],
      executedHandoffs: 0,
    });
  });

  test("is in vain after ten minutes, and is looked at again then; until the customer leaves nobody has ended it", () => {
    const input = conversation([...announced, customer("10:04", "Hello?")]);
    expect(look(input, at("10:12")).episodes[0]?.tags).toEqual([]);
    expect(look(input, at("10:12")).reassessAt).toEqual(at("10:13"));
    expect(brokenIn(input, at("10:13"))).toMatchObject([{ messageId: "ai-10:03", value: null }]);
    const gone = conversation(announced, { events: [event("10:05", "abandoned")] });
    expect(brokenIn(gone)).toMatchObject([{ value: 120 }]);
  });

  test("that a handoff or a person's reply follows, or that was said in the queue, was kept", () => {
    expect(brokenIn(conversation(announced, { handoffs: [handoff("10:08")] }))).toEqual([]);
    expect(brokenIn(conversation([...announced, human("10:20", "Hi")]))).toEqual([]);
    const unattempted = [customer("10:00"), ai("10:01", SAYS, { kind: "transfer_notice" }), human("10:20", "Hi")];
    expect(brokenIn(conversation(unattempted))).toEqual([]);
    expect(brokenIn(conversation(announced, { handoffs: [handoff("10:02")], events: [closed("11:00")] }))).toEqual([]);
  });

  test("a second time, after a person gave it back, stands by itself", () => {
    const again = conversation([...announced, human("10:05", "Hi"), ai("10:20", SAYS)], {
      handoffs: [handoff("10:04")],
      events: [event("10:15", "handed_back"), closed("11:00")],
    });
    expect(brokenIn(again)).toMatchObject([{ messageId: "ai-10:20" }]);
    expect(look(again).episodes[0]).toMatchObject({ segment: "handoff", tags: ["failed_handoff"] });
  });

  test("by the kind of the message alone is the same, in any language", () => {
    const notice = ai("10:03", "Ich verbinde Sie", { kind: "transfer_notice" });
    const input = (language: string) =>
      conversation([customer("10:00"), ai("10:01"), notice], { language, events: [closed("10:30")] });
    expect(brokenIn(input("en"))).toMatchObject([{ rule: "promise.notice", messageId: "ai-10:03" }]);
    expect(look(input("de")).episodes[0]?.tags).toEqual(["failed_handoff"]);
  });

  test("an offer, a refusal or the customer's own words announce nothing", () => {
    for (const text of ["Shall I transfer you to a colleague?", "I cannot transfer you to a colleague."])
      expect(brokenIn(conversation([customer("10:00"), ai("10:01", text)]))).toEqual([]);
    expect(brokenIn(conversation([customer("10:00", SAYS), ai("10:01")]))).toEqual([]);
  });
});

describe("the AI's word while a person owned the conversation", () => {
  const handed = { handoffs: [handoff("10:03")], events: [closed("11:00")] };
  const opening = [customer("10:00"), ai("10:01"), human("10:05", "Hi")];

  test("is marked on the message", () => {
    expect(brokenIn(conversation([...opening, ai("10:09", "Try again")], handed))).toMatchObject([
      { rule: "owned.ai", label: "ai_spoke_while_human_owned", messageId: "ai-10:09", start: 0, end: 9 },
    ]);
  });

  test("is none after it was handed back, in the queue of another handoff, or after the end", () => {
    const back = { ...handed, events: [event("10:08", "handed_back"), closed("11:00")] };
    expect(brokenIn(conversation([...opening, ai("10:09")], back))).toEqual([]);
    const queued = { ...back, handoffs: [handoff("10:03"), handoff("10:10")] };
    expect(brokenIn(conversation([...opening, ai("10:09"), ai("10:11")], queued))).toEqual([]);
    expect(brokenIn(conversation([...opening, ai("11:05", "How was it?")], handed))).toEqual([]);
  });
});

test("what goes out by itself under a person's name is marked, declared or known by its text", () => {
  const input = conversation([customer("10:00"), ai("10:01"), human("10:02", "We are on it", { automated: true })]);
  expect(scanned(brokenHandoff, input)).toMatchObject([{ rule: "canned.declared", label: "canned_reply", end: 12 }]);
  const typed = conversation([customer("10:00"), ai("10:01"), human("10:02", "We  are on it")]);
  expect(scanned(brokenHandoff, typed)).toEqual([]);
  const history = { ...noHistory, cannedReplies: new Set(["we are on it"]) };
  expect(scanned(brokenHandoff, typed, history)).toMatchObject([{ rule: "canned.text", messageId: "human-10:02" }]);
});

test("thanks after the end are marked and open no episode; any other word does", () => {
  const after = (text: string) =>
    conversation([customer("10:00"), ai("10:01"), customer("10:40", text)], { events: [closed("10:30")] });
  expect(brokenIn(after("Thank you for the quick reply!"))).toMatchObject([
    { label: "courtesy_after_close", messageId: "customer-10:40" },
  ]);
  expect(look(after("Thank you for the quick reply!")).episodes).toHaveLength(1);
  expect(brokenIn(after("It fails again"))).toEqual([]);
  expect(look(after("It fails again")).episodes).toHaveLength(2);
});
