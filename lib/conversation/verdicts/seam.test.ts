import { describe, expect, test } from "vitest";
import { isCounted, SCANNERS } from "#lib/scanners/registry.ts";
import type { Finding, Handoff } from "../assessed.ts";
import { repetitionOf, seamOf } from "./seam.ts";

const found = (scanner: string, label: string, more: Partial<Finding> = {}): Finding => ({
  scanner,
  rule: `${label}.rule`,
  label,
  version: "1",
  messageId: "m",
  start: 0,
  end: 3,
  confidence: 0.9,
  episode: 0,
  earlier: null,
  value: null,
  evidence: null,
  ...more,
});

const handoff = (more: Partial<Handoff> = {}): Handoff => ({
  id: "h",
  episode: 0,
  ordinal: 1,
  at: new Date(0),
  provenance: "exact",
  initiator: "ai",
  family: "confidence",
  trigger: "no_kb_result",
  reason: null,
  team: null,
  askedAt: null,
  acceptedAt: null,
  firstReplyAt: new Date(60_000),
  firstReplyMessageId: "m",
  agentId: null,
  outcome: "answered",
  leftHow: null,
  waitSeconds: 60,
  waitBusinessSeconds: 60,
  waitEndedAt: new Date(60_000),
  calendar: "",
  queueBusinessSeconds: null,
  inHours: true,
  straddlesClosing: false,
  isTakeover: false,
  emptyRoom: false,
  promisedWaitSeconds: null,
  queuePosition: null,
  ...more,
});

type Around = { language?: string | null; hasPacket?: boolean; tags?: "no_attempt"[]; segment?: "human_only" };

const seam = (findings: Finding[], more: Partial<Handoff> = {}, around: Around = {}) =>
  seamOf(handoff(more), {
    episode: { segment: around.segment ?? "handoff", tags: around.tags ?? [] },
    language: around.language === undefined ? "en" : around.language,
    hasPacket: around.hasPacket ?? false,
    findings,
  });

test("only the first handoff of an episode in which the AI took part has a seam that is read", () => {
  expect(seam([], { ordinal: 2 })).toBeNull();
  expect(seam([], {}, { segment: "human_only" })).toBeNull();
  expect(seam([])?.isScanned).toBe(true);
});

test("in a language without a pack nothing is known, whatever was passed on; without a language English is read", () => {
  const none = seam([], { promisedWaitSeconds: 60 }, { language: "de", hasPacket: true });
  expect(none?.isScanned).toBe(false);
  const { isScanned: _, context, ...others } = none ?? { context: {} };
  expect([...Object.values(others), ...Object.values(context)].every((value) => value === null)).toBe(true);
  expect(seam([], {}, { language: null })?.isScanned).toBe(true);
  expect(repetitionOf([found("context_repetition", "rep_reference", { rule: "R1.reference" })], "de")).toBeNull();
});

describe("the introduction", () => {
  test.each([
    ["cold_open", "cold"],
    ["warm_prior", "warm"],
    ["warm_issue", "warm"],
    ["neutral", "neutral"],
  ])("%s is %s", (label, introduction) => {
    expect(seam([found("introduction", label)])).toMatchObject({ introduction, warmParts: 0 });
  });

  test("counts the three parts that a warm one has, each once, and names are none", () => {
    const parts = ["warm_prior", "uses_context", "uses_context", "moves_on", "names_customer", "names_agent"];
    expect(seam(parts.map((label) => found("introduction", label)))?.warmParts).toBe(2);
  });

  test("is not known where nobody answered, a person stepped in, or the finding does not count", () => {
    const cold = found("introduction", "cold_open");
    const unknown = { introduction: null, warmParts: null };
    expect(seam([cold], { outcome: "left" })).toMatchObject(unknown);
    expect(seam([cold], { isTakeover: true })).toMatchObject(unknown);
    expect(seam([{ ...cold, confidence: 0.1 }])).toMatchObject(unknown);
    expect(seam([])).toMatchObject(unknown);
  });
});

describe("the expectation message", () => {
  test("says what was found, and not what was not", () => {
    expect(seam([found("expectation", "ack_transfer")])).toMatchObject({
      transferSaid: true,
      noRepeatSaid: false,
      waitGiven: false,
    });
    expect(seam([found("expectation", "no_repeat"), found("expectation", "vague_wait")])).toMatchObject({
      transferSaid: false,
      noRepeatSaid: true,
      waitGiven: false,
    });
  });

  test("a wait is given in words, or announced by the source", () => {
    expect(seam([found("expectation", "wait_estimate", { value: 300 })])?.waitGiven).toBe(true);
    expect(seam([], { promisedWaitSeconds: 300 })?.waitGiven).toBe(true);
  });

  test("there is none to expect of a person who steps in", () => {
    const said = [found("expectation", "ack_transfer")];
    expect(seam(said, { isTakeover: true, promisedWaitSeconds: 9 })).toMatchObject({
      transferSaid: null,
      noRepeatSaid: null,
      waitGiven: null,
    });
  });
});

test("a solution can only be repeated by a person who answered after the AI had", () => {
  const same = [found("repeated_solution", "same_solution")];
  expect(seam(same)?.solutionRepeated).toBe(true);
  expect(seam([])?.solutionRepeated).toBe(false);
  expect(seam([], {}, { tags: ["no_attempt"] })?.solutionRepeated).toBeNull();
  expect(seam(same, { outcome: "closed_unanswered" })?.solutionRepeated).toBeNull();
});

describe("what was passed on", () => {
  const context = (findings: Finding[], around: Around = {}) =>
    Object.values(seam(findings, {}, around)?.context ?? {});
  const passed = (label: string, rule: string) => found("context_passed", label, { rule });

  test("is told by a packet, were it empty", () => {
    expect(context([])).toEqual([null, null, null, null, null]);
    expect(context([], { hasPacket: true })).toEqual([false, false, false, false, false]);
    expect(context([passed("attempted_solutions", "packet.attempted")], { hasPacket: true })).toEqual([
      ...[false, false, true, false, false],
    ]);
  });

  test("a note tells of all of it, a field of itself", () => {
    expect(context([passed("next_steps", "note.next_steps")])).toEqual([false, false, false, false, true]);
    expect(context([passed("customer_context", "field.plan")])).toEqual([null, null, null, true, null]);
  });
});

describe("the trigger that is read", () => {
  const read = (rule: string, label: string) => found("escalation_trigger", label, { rule });

  test("is the primary one, and agrees by its family", () => {
    const both = [read("sentiment.anger.contributing", "anger"), read("confidence.no_kb.primary", "no_kb")];
    expect(seam(both)).toMatchObject({ readFamily: "confidence", readCode: "no_kb", triggerAgrees: true });
    expect(seam(both, { family: "topic" })?.triggerAgrees).toBe(false);
  });

  test("neither agrees nor disagrees with what was not declared, or where nothing was read", () => {
    expect(seam([read("topic.billing.primary", "billing")], { family: "unknown" })).toMatchObject({
      readFamily: "topic",
      triggerAgrees: null,
    });
    const nothing = { readFamily: null, readCode: null, triggerAgrees: null };
    expect(seam([read("topic.billing.contributing", "billing")])).toMatchObject(nothing);
    expect(seam([read("weather.rain.primary", "rain")])).toMatchObject(nothing);
  });
});

test("the three types of repetition are told apart by their rules", () => {
  const of = (...rules: string[]) =>
    repetitionOf(
      rules.map((rule) => found("context_repetition", "x", { rule })),
      "en",
    );
  expect(of()).toEqual({ explicit: false, resent: false, askedAgain: false });
  expect(of("R1.reference", "R3.order")).toEqual({ explicit: true, resent: false, askedAgain: true });
  expect(of("R2.number")).toEqual({ explicit: false, resent: true, askedAgain: false });
});

test.each(SCANNERS)("a finding of $key counts from its limit on", ({ key, acceptedFrom }) => {
  expect(isCounted({ scanner: key, confidence: acceptedFrom })).toBe(true);
  expect(isCounted({ scanner: key, confidence: acceptedFrom - 0.01 })).toBe(false);
});

test("a finding of a scanner that there is not does not count", () => {
  expect(isCounted({ scanner: "nobody", confidence: 1 })).toBe(false);
});
