import type { EpisodeMark, Scanner, Talk } from "./scanner.ts";
import { CODES, TRIGGER_CODES } from "./triggers/codes.ts";
import { confidenceSigns } from "./triggers/in-answers.ts";
import { requestSigns } from "./triggers/in-asks.ts";
import { factSigns } from "./triggers/in-facts.ts";
import { saidSigns, sentimentSigns, surest } from "./triggers/in-words.ts";
import { beforeHandoff, type Sign } from "./triggers/sign.ts";

const ACCEPTED_FROM = 0.5;

/** Why an episode was handed over, read from what was said and known up to its first handoff and not from what the source
 * declares: every code that is found, one finding each. Of those that count the first in the order of triggers/codes.ts is
 * primary and the others contribute. Nothing found = nothing that counts is known. */
export const escalationTrigger: Scanner = {
  key: "escalation_trigger",
  name: "Why it was escalated",
  version: "1",
  acceptedFrom: ACCEPTED_FROM,
  says: {
    "topic.billing_dispute": "The customer disputes a bill or asks for money back.",
    "topic.account_security": "The customer fears that somebody else was in the account.",
    "topic.legal_compliance": "The customer raises a question of law or compliance.",
    "topic.complaint": "The customer complains about the company or the quality of its product.",
    "topic.cancellation": "The customer wants to cancel or may leave.",
    "topic.custom_pricing": "The customer asks for a price or features of their own.",
    "complexity.multi_step": "The problem has several steps or parts.",
    "complexity.account_data": "The answer needs the customer's account to be seen or changed.",
    "complexity.bug": "The customer tells of a fault that has to be looked into.",
    "complexity.unresolved_before": "The customer refers to an earlier contact that solved nothing.",
    "customer.vip": "This is a VIP or enterprise customer.",
    "customer.third_contact": "The customer makes contact about the same for the third time or more.",
    "customer.first_week": "The customer is in their first seven days.",
    "sentiment.frustration": "The customer sounds frustrated.",
    "sentiment.urgency": "The customer says that it is urgent.",
    "sentiment.anger": "The customer sounds angry.",
    "sentiment.helplessness": "The customer is giving up.",
    "confidence.no_article": "The AI found no article for the question.",
    "confidence.weak_article": "The AI was not sure of its answer.",
    "confidence.ambiguous": "The AI could not tell what the question meant.",
    "confidence.two_failed_answers": "Two answers of the AI did not help.",
    "customer_request.talk_to_person_button": "The customer pressed the button for a person.",
    "customer_request.asks_in_words": "The customer asked for a person.",
    "customer_request.offered_after_second": "The AI offered a person after its second answer.",
  },
  inEpisode: (talk) => ranked(signsIn(talk)).map(markOf),
};

const signsIn = (talk: Talk): Sign[] => {
  const before = beforeHandoff(talk);
  if (!before) return [];
  return surest([
    ...requestSigns(before),
    ...saidSigns(before),
    ...factSigns(before),
    ...confidenceSigns(before),
    ...sentimentSigns(before),
  ]);
};

/** Those that count first, in the order of the codes. */
const ranked = (signs: Sign[]): Sign[] =>
  signs.toSorted((a, b) => Number(counts(b)) - Number(counts(a)) || rank(a) - rank(b));

const counts = ({ confidence }: Sign): boolean => confidence >= ACCEPTED_FROM;
const rank = ({ code }: Sign): number => TRIGGER_CODES.indexOf(code);

const markOf = ({ code, ...sign }: Sign, i: number): EpisodeMark => ({
  ...sign,
  label: code,
  rule: `${CODES[code]}.${code}.${i === 0 && counts({ code, ...sign }) ? "primary" : "contributing"}`,
});
