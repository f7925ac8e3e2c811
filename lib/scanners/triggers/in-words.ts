import { sentiment } from "../sentiment.ts";
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

/** What the sentiment scanner finds in the customer's words, of what is sure enough for it. */
export const sentimentSigns = ({ customer }: Before): Sign[] =>
  surest(
    customer.flatMap((turn) =>
      (sentiment.inTurn?.(turn, () => []) ?? [])
        .filter(({ confidence }) => confidence >= sentiment.acceptedFrom)
        .flatMap(({ label, start, end, confidence }) =>
          (SENTIMENT_CODES[label] ?? []).map((code) => ({ code, turn: turn.id, start, end, confidence })),
        ),
    ),
  );
