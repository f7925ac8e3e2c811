/** Something in a text that names one thing: said twice, it was given twice. */
export type Entity = { kind: EntityKind; value: string; start: number; end: number };
export type EntityKind = "email" | "url" | "phone" | "number" | "error" | "amount";

const FINDERS: [EntityKind, RegExp][] = [
  ["email", /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,12}/g],
  ["url", /(?:https?:\/\/|www\.)[^\s<>"']{3,300}/g],
  ["amount", /[$€£]\s?\d{1,7}(?:[.,]\d{2})?|\b\d{1,7}(?:[.,]\d{2})?\s?(?:€|eur|euros?|usd|dollars?|gbp|pounds?)\b/g],
  ["error", /\berror(?: code| number|:)?\s{0,2}#?([a-z]{0,6}[-_ ]?\d{2,8})\b|\b[a-z]{2,6}[-_]\d{3,8}\b/g],
  ["phone", /(?<![\w.])\+?\d[\d ()/-]{7,18}\d(?!\w)/g],
  ["number", /(?<![\w.,$€£])#?(?:[a-z]{1,4}[-]?)?\d[\d-]{3,20}(?![\w.,]\d|\w)/g],
];

/** A year or a round number names nothing. */
const NAMES_NOTHING = /^(?:19|20)\d\d$|^\d0{3,}$/;

/** What names one thing in a lower-case text, in its order, no span twice: addresses, numbers of orders and accounts (four
 * digits or more), error codes, amounts. Values are comparable: without blanks, dashes and signs. */
export const entitiesIn = (own: string): Entity[] => {
  const found: Entity[] = [];
  if (!/[\d@/]/.test(own)) return found;
  for (const [kind, pattern] of FINDERS) {
    for (const match of own.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const value = comparable(kind, match[1] ?? match[0]);
      const isTaken = found.some((one) => start < one.end && one.start < end);
      if (!isTaken && value.length >= 3 && !NAMES_NOTHING.test(value)) found.push({ kind, value, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

const comparable = (kind: EntityKind, text: string): string => {
  if (kind === "email") return text;
  if (kind === "url") return text.replace(/^https?:\/\/(?:www\.)?|[#?].*$|[/.,)]+$/g, "");
  return text.replace(/[^a-z0-9]/g, "");
};
