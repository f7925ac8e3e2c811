import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "#lib/conversation/assessed.ts";
import type { Conversation, Message, Trigger } from "#lib/conversation/types.ts";
import { percent } from "#lib/format.ts";
import { ai, at, conversation, customer, event, handoff, human, noHistory } from "#lib/testing/build.ts";
import { escalationTrigger } from "./escalation-trigger.ts";
import { readerFor } from "./lexicon/packs.ts";
import { scanned } from "./testing/scanned.ts";
import { CODES, TRIGGER_CODES, type TriggerCode } from "./triggers/codes.ts";
import { compareTriggers, readTriggerOf } from "./triggers/read-trigger.ts";

const golden = readFileSync(join(import.meta.dirname, "golden/escalation-trigger.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { text: string; label: TriggerCode | "none" });

const codesIn = (text: string): string[] =>
  (readerFor("en")?.(text).hits("escalation_trigger") ?? []).flatMap(({ phrase }) =>
    phrase.rule.startsWith("said.") ? [phrase.label] : [],
  );

describe("the golden set", () => {
  const positives = golden.filter(({ label }) => label !== "none");
  const none = golden.filter(({ label }) => label === "none");

  test("holds enough sentences of both kinds, each once", () => {
    expect(positives.length).toBeGreaterThanOrEqual(100);
    expect(none.length).toBeGreaterThanOrEqual(50);
    expect(new Set(golden.map(({ text }) => text)).size).toBe(golden.length);
  });

  test("19 of 20 reasons are found, and no more than 2 % of other sentences are taken for one", () => {
    expect(
      positives.filter(({ text, label }) => codesIn(text).includes(label)).length / positives.length,
    ).toBeGreaterThan(0.95);
    expect(none.filter(({ text }) => codesIn(text).length > 0).length / none.length).toBeLessThanOrEqual(0.02);
  });
});

type More = Partial<Conversation> & { contacts?: (typeof noHistory)["contacts"] };

const talk = (messages: Message[], { contacts = [], ...more }: More = {}): Finding[] =>
  scanned(
    escalationTrigger,
    conversation([customer("10:00", "Hello, I have a question"), ...messages, human("10:30", "Hi, this is Ray")], {
      topic: null,
      handoffs: [handoff("10:20")],
      ...more,
    }),
    { ...noHistory, contacts },
  );

const asked = (text: string, more: More = {}): Finding[] =>
  talk([ai("10:01", "Tell me more"), customer("10:02", text)], more);
const code = (findings: Finding[]) => readTriggerOf(findings)?.code ?? null;
const person = { id: "u-1", name: "Kim", plan: "team", vip: null, createdAt: null, attributes: {} };
const earlier = (days: number, topic = "exports") => ({
  ...{ conversationId: `c${days}`, topic },
  startedAt: new Date(at("10:00").getTime() - days * 86_400_000),
});
const article = (score: number | null) => ({ id: "kb", title: "Exports", url: null, score });
const answer = (time: string, confidence: number | null, ...scores: (number | null)[]) =>
  ai(time, "Open the settings.", { ai: { confidence, retrieval: scores.map(article) } });

/** One whole conversation for each code that is read from words and facts; feelings stand below. */
const CONVERSATIONS: [TriggerCode, () => Finding[]][] = [
  ["billing_dispute", () => asked("I was charged twice for March")],
  ["account_security", () => asked("I think my account was hacked")],
  ["legal_compliance", () => asked("Is this GDPR compliant?")],
  ["complaint", () => asked("I want to make a complaint about the driver")],
  ["cancellation", () => asked("I'd like to cancel my subscription")],
  ["custom_pricing", () => asked("We need a quote for 300 seats")],
  ["multi_step", () => asked("I have three different problems with the workspace")],
  ["account_data", () => asked("Please change the email address of my account")],
  ["bug", () => asked("The export crashes with an error message")],
  ["unresolved_before", () => asked("I wrote about this last week and never got a reply")],
  ["vip", () => talk([ai("10:01")], { customer: { ...person, vip: true } })],
  ["third_contact", () => talk([ai("10:01")], { topic: "exports", contacts: [earlier(3), earlier(20)] })],
  ["first_week", () => talk([ai("10:01")], { customer: { ...person, createdAt: at("2026-03-07T08:00:00Z") } })],
  ["no_article", () => talk([answer("10:01", 0.9, 0.9), answer("10:03", 0.9), answer("10:05", 0.8)])],
  ["weak_article", () => talk([answer("10:01", 0.9, 0.31, 0.2)])],
  ["ambiguous", () => talk([ai("10:01", "Do you mean the invoice or the receipt?")])],
  [
    "two_failed_answers",
    () =>
      talk([
        ai("10:01", "Open the settings."),
        customer("10:02", "That didn't help"),
        ai("10:03", "Then open the other settings."),
        customer("10:04", "not helpful at all"),
      ]),
  ],
  ["talk_to_person_button", () => talk([ai("10:01")], { events: [event("10:10", "ask_human", "u-1")] })],
  ["asks_in_words", () => asked("I want to talk to a real person")],
  [
    "offered_after_second",
    () =>
      talk([
        ai("10:01", "Open the settings."),
        customer("10:02", "I see a list there"),
        ai("10:03", "Choose the second entry."),
        customer("10:04", "There is a form"),
        ai("10:05", "Would you like me to connect you with an agent?"),
        customer("10:06", "Yes please"),
      ]),
  ],
];

test.each(CONVERSATIONS)("%s is read from a whole conversation", (expected, findings) => {
  const found = findings();
  expect(readTriggerOf(found)).toEqual({ family: CODES[expected], code: expected });
  const [primary] = found;
  expect(primary?.rule).toBe(`${CODES[expected]}.${expected}.primary`);
  expect(primary?.messageId !== null || primary.evidence !== null).toBe(true);
});

test("facts are told in words", () => {
  const evidence = (findings: Finding[]) => findings.map((finding) => finding.evidence);
  const told = Object.fromEntries(CONVERSATIONS.map(([name, findings]) => [name, evidence(findings())[0]]));
  expect(told).toMatchObject({
    vip: "the source marks the customer as VIP",
    third_contact: "third contact about exports in 30 days",
    first_week: "customer for 3 days",
    no_article: "no article was found for the last two questions",
    weak_article: `the best article fitted by ${percent(0.31)}`,
    two_failed_answers: "two answers of the AI did not help",
  });
});

const felt = (text: string): Finding[] =>
  scanned(
    escalationTrigger,
    conversation([customer("10:00", text), ai("10:01", "Hm.")], { topic: null, handoffs: [handoff("10:20")] }),
  );

test("a feeling is a reason where nothing else is found", () => {
  expect(readTriggerOf(felt("You are a bunch of liars and idiots."))).toEqual({ family: "sentiment", code: "anger" });
  expect(readTriggerOf(felt("I give up, I have no idea what else to do."))).toMatchObject({ family: "sentiment" });
  expect(readTriggerOf(felt("The parcel is blue."))).toBeNull();
});

test("a feeling only lowers the bar: whatever else is found is primary", () => {
  const found = felt("You are liars and idiots, the app crashes with an error message.");
  expect(found[0]?.rule).toBe("complexity.bug.primary");
  expect(found.map(({ rule }) => rule)).toContain("sentiment.anger.contributing");
});

test("every code has a sentence of its own", () => {
  expect(TRIGGER_CODES).toHaveLength(24);
  for (const one of TRIGGER_CODES) expect(escalationTrigger.says[`${CODES[one]}.${one}`]).toMatch(/^[A-Z][^.]+\.$/);
});

test("an ask is primary before a topic, a topic before complexity, and the rest contributes", () => {
  const found = asked("I was charged twice and the app crashes. Let me talk to a real person");
  expect(found.map(({ rule }) => rule)).toEqual([
    "customer_request.asks_in_words.primary",
    "topic.billing_dispute.contributing",
    "complexity.bug.contributing",
  ]);
});

test("what is said after the handoff, or by others than the customer, is no reason for it", () => {
  expect(talk([ai("10:01", "Were you charged twice?"), customer("10:25", "I was charged twice")])).toEqual([]);
  expect(scanned(escalationTrigger, conversation([customer("10:00", "I was charged twice")]))).toEqual([]);
});

test("an ask in words is no press of a button, though an event tells of it too", () => {
  const events = [event("10:02", "ask_human", "u-1")];
  expect(asked("let me talk to a person", { events }).map(({ label }) => label)).toEqual(["asks_in_words"]);
});

test.each<[string, Finding[], string | null]>([
  ["two contacts are not three", talk([], { topic: "exports", contacts: [earlier(3)] }), null],
  ["other topics do not count", talk([], { topic: "exports", contacts: [earlier(3, "a"), earlier(4, "b")] }), null],
  ["old contacts do not count", talk([], { topic: "exports", contacts: [earlier(31), earlier(40)] }), null],
  ["later contacts do not count", talk([], { topic: "exports", contacts: [earlier(-1), earlier(-2)] }), null],
  ["eight days are no first week", talk([], { customer: { ...person, createdAt: at("2026-03-02T08:00:00Z") } }), null],
  ["a plan can be special", talk([], { customer: { ...person, plan: "Enterprise 2025" } }), "vip"],
  ["not VIP is not VIP", talk([], { customer: { ...person, vip: false } }), null],
  ["a source that tells of no articles", talk([answer("10:01", 0.9), answer("10:03", null)]), null],
  ["a sure answer from a good article", talk([answer("10:01", 0.9, 0.9)]), null],
  ["a scale that is not 0 to 1", talk([answer("10:01", null, 17.4)]), null],
  ["an offer after the first answer", talk([ai("10:01", "Would you like to speak to an agent?")]), null],
  ["a tag can name the topic", talk([], { tags: ["refund_request"] }), "billing_dispute"],
  ["a conversation that was opened again", talk([], { events: [event("10:10", "reopened")] }), "unresolved_before"],
])("%s", (_, findings, expected) => {
  expect(code(findings)).toBe(expected);
});

test("what is read is compared with what the source declared", () => {
  const compare = (findings: Finding[], trigger: Trigger) =>
    compareTriggers(findings, trigger, escalationTrigger.acceptedFrom);
  const found = asked("I was charged twice. Let me talk to a real person");
  expect(compare(found, "customer_request")).toMatchObject({ verdict: "agree", isContributing: false });
  expect(compare(found, "topic_rule")).toMatchObject({ verdict: "disagree", isContributing: true, declared: "topic" });
  expect(compare(found, "no_kb_result")).toMatchObject({ verdict: "disagree", isContributing: false });
  expect(compare(found, "outage")).toMatchObject({ verdict: "nothing_declared", read: { code: "asks_in_words" } });
  expect(compare([], "sentiment")).toMatchObject({ verdict: "nothing_read", read: null });
});
