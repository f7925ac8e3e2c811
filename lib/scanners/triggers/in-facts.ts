import { topicOf } from "#lib/conversation/topic.ts";
import type { TriggerCode } from "./codes.ts";
import type { Before, Sign } from "./sign.ts";

const DAY_MS = 86_400_000;
const FIRST_DAYS = 7;
const CONTACT_DAYS = 30;
const CONTACTS = 3;

/** What stands beside the words: attributes of the customer, other contacts, topic and tags of the source, events. */
export const factSigns = (before: Before): Sign[] => [
  ...vipSigns(before),
  ...newSigns(before),
  ...contactSigns(before),
  ...topicSigns(before),
  ...reopenedSigns(before),
];

const fact = (code: TriggerCode, confidence: number, evidence: string): Sign => ({
  ...{ code, confidence, evidence, turn: null },
});

const SPECIAL = new Set("vip enterprise platinum premier strategic".split(" "));
const wordsIn = (text: string): string[] => text.toLowerCase().split(/[^a-z0-9]+/);
const isSpecial = (text: string): boolean => wordsIn(text).some((word) => SPECIAL.has(word));

/** Attributes that name a customer's standing. */
const STANDINGS = ["vip", "tier", "segment", "plan", "level", "account_type", "customer_type"];

const vipSigns = ({ talk: { conversation } }: Before): Sign[] => {
  const { customer, tags } = conversation;
  if (customer?.vip === true) return [fact("vip", 0.95, "the source marks the customer as VIP")];
  if (customer?.plan && isSpecial(customer.plan)) return [fact("vip", 0.9, `the customer's plan is ${customer.plan}`)];
  const tag = tags.find(isSpecial);
  if (tag) return [fact("vip", 0.75, `tagged ${tag}`)];
  for (const name of STANDINGS) {
    const value = customer?.attributes[name];
    if (name === "vip" && value === true) return [fact("vip", 0.85, "the source marks the customer as VIP")];
    if (typeof value === "string" && isSpecial(value)) return [fact("vip", 0.8, `the customer's ${name} is ${value}`)];
  }
  return [];
};

const newSigns = ({ talk: { conversation }, handoffAt }: Before): Sign[] => {
  const since = conversation.customer?.createdAt;
  if (!since) return [];
  const days = Math.floor((handoffAt.getTime() - since.getTime()) / DAY_MS);
  if (days < 0 || days >= FIRST_DAYS) return [];
  return [
    fact(
      "first_week",
      0.95,
      days === 0 ? "customer for less than a day" : `customer for ${days} ${plural(days, "day")}`,
    ),
  ];
};

const plural = (n: number, word: string): string => (n === 1 ? word : `${word}s`);

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** Contacts are of one issue where they have one topic; without topics nothing is known. */
const contactSigns = ({ talk: { conversation, history } }: Before): Sign[] => {
  const topic = topicOf(conversation);
  if (topic === null) return [];
  const began = conversation.createdAt.getTime();
  const earlier = history.contacts.filter(({ conversationId, topic: other, startedAt }) => {
    const age = began - startedAt.getTime();
    return conversationId !== conversation.id && other === topic && age > 0 && age <= CONTACT_DAYS * DAY_MS;
  });
  const nth = earlier.length + 1;
  if (nth < CONTACTS) return [];
  const which = ORDINALS[nth - 1] ?? `${nth}th`;
  return [fact("third_contact", 0.9, `${which} contact about ${topic} in ${CONTACT_DAYS} days`)];
};

const TOPICS: [TriggerCode, string][] = [
  ["account_security", "security hacked fraud takeover phishing compromised"],
  ["legal_compliance", "legal gdpr compliance privacy lawsuit"],
  ["billing_dispute", "refund refunds dispute disputes chargeback chargebacks overcharge"],
  ["cancellation", "cancel cancellation cancellations churn retention"],
  ["custom_pricing", "quote quotes enterprise procurement sales"],
  ["complaint", "complaint complaints"],
  ["bug", "bug bugs incident outage defect defects"],
];

const topicSigns = ({ talk: { conversation } }: Before): Sign[] => {
  const { topic, tags } = conversation;
  const names = [
    ...(topic === null ? [] : [{ name: topic, how: "the topic is" }]),
    ...tags.map((name) => ({ name, how: "tagged" })),
  ];
  return TOPICS.flatMap(([code, row]) => {
    const known = new Set(row.split(" "));
    const named = names.find(({ name }) => wordsIn(name).some((word) => known.has(word)));
    return named ? [fact(code, 0.6, `${named.how} ${named.name}`)] : [];
  });
};

const reopenedSigns = ({ talk: { events }, handoffAt }: Before): Sign[] =>
  events.some(({ type, at }) => type === "reopened" && at <= handoffAt)
    ? [fact("unresolved_before", 0.7, "the conversation had been closed and was opened again")]
    : [];
