import { isCode, type TriggerCode } from "./codes.ts";
import type { Before, Sign } from "./sign.ts";

const KEY = "escalation_trigger";

/** What the customer's own words say of topic, complexity and customer: the surest place for each code. */
export const saidSigns = ({ customer }: Before): Sign[] => {
  const signs = customer.flatMap(({ id, reading }) =>
    reading
      .hits(KEY)
      .flatMap(({ phrase: { rule, label, confidence }, start, end }): Sign[] =>
        rule.startsWith("said.") && isCode(label) ? [{ code: label, confidence, turn: id, start, end }] : [],
      ),
  );
  return surest(signs);
};

/** The surest sign of each code, then the earliest. */
export const surest = (signs: Sign[]): Sign[] => {
  const best = new Map<TriggerCode, Sign>();
  for (const sign of signs) {
    if (sign.confidence > (best.get(sign.code)?.confidence ?? 0)) best.set(sign.code, sign);
  }
  return [...best.values()];
};

/** A threat to leave is language of anger, and makes it a conversation about churn. */
const SENTIMENT_CODES: Record<string, TriggerCode[]> = {
  frustration: ["frustration"],
  anger: ["anger"],
  urgency: ["urgency"],
  helplessness: ["helplessness"],
  threat_to_leave: ["anger", "cancellation"],
};

const STRONG = 0.85;
/** One weak word of one feeling is shown and does not count. */
const ALONE = 0.4;

/** What the sentiment scanner reads in the customer's words: two feelings, or a strong one. */
export const sentimentSigns = ({ customer }: Before): Sign[] => {
  const hits = customer.flatMap(({ id, reading }) => reading.hits("sentiment").map((hit) => ({ id, ...hit })));
  const feelings = new Set(hits.map(({ phrase }) => phrase.label));
  const counts = feelings.size >= 2 || hits.some(({ phrase }) => phrase.confidence >= STRONG);
  return surest(
    hits.flatMap(({ id, phrase, start, end }) =>
      (SENTIMENT_CODES[phrase.label] ?? []).map((code) => ({
        ...{ code, turn: id, start, end },
        confidence: counts ? phrase.confidence : Math.min(ALONE, phrase.confidence),
      })),
    ),
  );
};
