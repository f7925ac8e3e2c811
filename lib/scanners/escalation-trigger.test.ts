import { expect, test } from "vitest";
import type { Conversation, Message } from "#lib/conversation/types.ts";
import { ai, at, conversation, customer, event, handoff, human, noHistory } from "#lib/testing/build.ts";
import { escalationTrigger } from "./escalation-trigger.ts";
import { scanned } from "./testing/scanned.ts";

const talk = (said: Message[], more: Partial<Conversation> = {}) =>
  conversation([...said, human("10:30", "Hello.")], { handoffs: [handoff("10:20")], ...more });

const asks = (text: string): Message[] => [customer("10:00", text), ai("10:01", "Let me see.")];
const answered = (text: string, by: Partial<Message> = {}): Message[] => [
  customer("10:00", "Hi"),
  ai("10:01", text, by),
];
const who = (more: object): Conversation["customer"] => ({
  ...{ id: "u-1", name: "Kim", plan: "team", vip: null, createdAt: null, attributes: {} },
  ...more,
});

const CODES: [code: string, conversation: Conversation, contacts?: string[]][] = [
  ["topic.billing_dispute", talk(asks("I was charged twice for March."))],
  ["topic.account_security", talk(asks("Somebody logged into my account last night."))],
  ["topic.legal_compliance", talk(asks("Please delete all my personal data under the GDPR."))],
  ["topic.complaint", talk(asks("I want to make a formal complaint about the driver."))],
  ["topic.cancellation", talk(asks("I would like to cancel my subscription."))],
  ["topic.custom_pricing", talk(asks("Can we get a quote for 200 seats?"))],
  ["complexity.multi_step", talk(asks("I have two different problems with three products."))],
  ["complexity.account_data", talk(asks("Please change my e-mail address."))],
  ["complexity.bug", talk(asks("The page crashes with error code 500."))],
  ["complexity.unresolved_before", talk(asks("I wrote to you last week about this and my old ticket is closed."))],
  ["customer.vip", talk(asks("Where is my parcel?"), { customer: who({ vip: true }) })],
  ["customer.third_contact", talk(asks("Where is my parcel?")), ["+0d 08:00", "+0d 09:00"]],
  ["customer.first_week", talk(asks("Where is my parcel?"), { customer: who({ createdAt: at("08:00") }) })],
  ["sentiment.frustration", talk(asks("This is so frustrating."))],
  ["sentiment.urgency", talk(asks("I need an answer immediately, it is urgent."))],
  ["sentiment.anger", talk(asks("You are a bunch of liars."))],
  ["sentiment.helplessness", talk(asks("I give up, I don't know what else to do."))],
  ["confidence.no_article", talk(answered("Hm.", { ai: { confidence: 0.2, retrieval: [] } }))],
  [
    "confidence.weak_article",
    talk(answered("Hm.", { ai: { confidence: 0.8, retrieval: [{ id: "a", title: "A", url: null, score: 0.3 }] } })),
  ],
  ["confidence.ambiguous", talk(answered("Could you please clarify what you mean?"))],
  [
    "confidence.two_failed_answers",
    talk([
      ...asks("It is dark."),
      customer("10:02", "That did not help."),
      ai("10:03", "Then press it longer."),
      customer("10:04", "No luck, it's the same problem."),
    ]),
  ],
  ["customer_request.talk_to_person_button", talk(asks("Hm."), { events: [event("10:10", "ask_human")] })],
  ["customer_request.asks_in_words", talk(asks("Can I talk to a person?"))],
  [
    "customer_request.offered_after_second",
    talk([...answered("Would you like me to connect you to a colleague?"), customer("10:03", "Yes please")]),
  ],
];

test.each(CODES)("%s is read from its evidence", (code, said, contacts = []) => {
  const history = {
    ...noHistory,
    contacts: contacts.map((time, i) => ({ conversationId: `${i}`, topic: "billing", startedAt: at(time) })),
  };
  const rules = scanned(escalationTrigger, said, history).map(({ rule }) => rule);
  expect(rules).toContain(`${code}.primary`);
});

test("the customer's own wish goes before everything, and what else there was contributes", () => {
  const rules = scanned(
    escalationTrigger,
    talk(asks("I was charged twice, let me talk to a person. This is ridiculous.")),
  );
  expect(rules.map(({ rule }) => rule)).toEqual([
    "customer_request.asks_in_words.primary",
    "topic.billing_dispute.contributing",
    "sentiment.frustration.contributing",
  ]);
});

test("what comes after the handoff explains nothing, and without one there is nothing to explain", () => {
  const late = talk([...asks("Hello"), customer("10:25", "I was charged twice.")]);
  expect(scanned(escalationTrigger, late)).toEqual([]);
  expect(scanned(escalationTrigger, conversation(asks("I was charged twice.")))).toEqual([]);
});

test("a fact beside the words is said as such", () => {
  const [found] = scanned(escalationTrigger, talk(asks("Hello"), { customer: who({ createdAt: at("08:00") }) }));
  expect(found).toMatchObject({ messageId: null, evidence: "a customer for 0 days" });
});
