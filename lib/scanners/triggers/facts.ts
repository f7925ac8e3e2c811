import type { EpisodeMark, Talk, Turn } from "../scanner.ts";

const DAY_MS = 86_400_000;
/** "Customers in their first 7 days", "contacted support 3+ times about the same issue". */
const FIRST_DAYS = 7;
const CONTACTS = { least: 3, withinDays: 30 };
/** Below these an answer rests on little; scores are shares. */
const WEAK = { score: 0.5, confidence: 0.5 };

export type Fact = Pick<EpisodeMark, "turn" | "label" | "confidence" | "evidence"> & { family: string };

/** Who the customer is, as attributes and other conversations tell. */
export const customerFacts = ({ conversation: { customer, topic }, history, handoffs: [handoff] }: Talk): Fact[] => {
  if (!customer || !handoff) return [];
  const fact = (label: string, confidence: number, evidence: string): Fact => ({
    ...{ family: "customer", turn: null, label, confidence, evidence },
  });
  const days = customer.createdAt && (handoff.at.getTime() - customer.createdAt.getTime()) / DAY_MS;
  const from = handoff.at.getTime() - CONTACTS.withinDays * DAY_MS;
  const contacts = history.contacts.filter(
    (one) => one.startedAt.getTime() >= from && one.startedAt <= handoff.at && topic !== null && one.topic === topic,
  ).length;
  const isVip = customer.vip === true || /^(?:vip|enterprise)$/i.test(customer.plan ?? "");
  return [
    ...(isVip ? [fact("vip", 0.9, customer.vip ? "marked as VIP" : `plan ${customer.plan}`)] : []),
    ...(contacts + 1 >= CONTACTS.least
      ? [fact("third_contact", 0.85, `contact ${contacts + 1} about ${topic} in ${CONTACTS.withinDays} days`)]
      : []),
    ...(days !== null && days >= 0 && days < FIRST_DAYS
      ? [fact("first_week", 0.85, `a customer for ${Math.floor(days)} ${Math.floor(days) === 1 ? "day" : "days"}`)]
      : []),
  ];
};

/** What the AI's own answer before the handoff rested on, where its source tells. */
export const answerFacts = (before: Turn[]): Fact[] => {
  const last = before.findLast(({ role, ai }) => role === "ai" && ai !== null);
  if (!last?.ai) return [];
  const { confidence, retrieval } = last.ai;
  const fact = (label: string, sure: number, evidence: string): Fact => ({
    ...{ family: "confidence", turn: last.id, label, confidence: sure, evidence },
  });
  const best = retrieval.flatMap(({ score }) => score ?? []).sort((a, b) => b - a)[0];
  if (retrieval.length === 0 && (confidence === null || confidence < WEAK.confidence)) {
    return [fact("no_article", 0.8, "no article stood behind the last answer")];
  }
  if (best !== undefined && best < WEAK.score) return [fact("weak_article", 0.8, `the best article matched ${best}`)];
  if (confidence !== null && confidence < WEAK.confidence) {
    return [fact("weak_article", 0.7, `the AI was ${confidence} sure of its last answer`)];
  }
  return [];
};
