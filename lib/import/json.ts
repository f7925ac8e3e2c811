/** Free JSON is kept down to this level: PostgreSQL and JSON.stringify end at some thousands with an error. */
const DEEPEST = 200;
const LONG_NUMBER = /[:[,]\s*-?\d{16,}/;

/** PostgreSQL stores neither NUL nor half of a surrogate pair: each becomes U+FFFD. */
export const storableText = (text: string): string =>
  text.includes("\u0000") || !text.isWellFormed() ? text.toWellFormed().replaceAll("\u0000", "\ufffd") : text;

/** Any JSON value with all its texts and keys made storable; what is nested too deep becomes null. */
export const storableJson = (value: unknown, onCut: () => void = () => {}, levels = DEEPEST): unknown => {
  if (typeof value === "string") return storableText(value);
  if (value === null || typeof value !== "object") return value;
  if (levels === 0) {
    onCut();
    return null;
  }
  if (Array.isArray(value)) return value.map((one) => storableJson(one, onCut, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [storableText(key), storableJson(one, onCut, levels - 1)]),
  );
};

/** JSON text of any value; of one nested too deep only the upper levels. */
export const jsonText = (value: unknown): string => JSON.stringify(storableJson(value)) ?? String(value);

/** A JSON text's value; undefined when it is none. Whole numbers that JavaScript would round, which are ids, are read as
 * their digits. */
export const parseJson = (text: string): unknown => {
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    // A reviver calls itself for each level, plain parsing does not.
    if (error instanceof RangeError) return JSON.parse(text);
    throw error;
  }
};

const keepDigits = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? "")
    ? context?.source
    : value;
