/** What names one thing: a number, an address, a code. */
export type EntityKind =
  | "email"
  | "url"
  | "iban"
  | "card"
  | "phone"
  | "date"
  | "amount"
  | "postcode"
  | "error"
  | "reference"
  | "number";

export type Entity = {
  kind: EntityKind;
  /** Written in one way however it was typed, so that equal values are equal strings. */
  value: string;
  /** Of what it is the number, as far as the words just before it say: one of NOUNS. */
  noun: string | null;
  /** False = it could be anything, such as a short bare number; it names a thing only where it was sure elsewhere. */
  isSure: boolean;
  start: number;
  end: number;
};

const NUMBERS = new Set<EntityKind>(["reference", "number", "phone", "error", "postcode"]);

/** By what an entity is known again: a number is the same one whatever it is taken for. */
export const entityKey = ({ kind, value }: Entity): string => `${NUMBERS.has(kind) ? "number" : kind}:${value}`;

/** Everything in a lower-case text with straight quotes (`plain`) that names one thing, in the order of places. What one
 * kind has read no other reads again. Linear: every pattern is bounded. */
export const entitiesIn = (text: string): Entity[] => {
  if (!/[\d@]|error|says|message|www\.|https?:/.test(text)) return [];
  let left = text;
  const all = READERS.flatMap(({ kind, sign, pattern, read }) => {
    if (!sign.test(left)) return [];
    const found = [...left.matchAll(pattern)].flatMap((match): Entity[] => {
      if (kind === "reference" && !DIGIT.test(match[0])) return [];
      const noun = nounBefore(text, match.index);
      const got = read(match, noun);
      if (!got) return [];
      const start = match.index + match[0].indexOf(got.text ?? match[0]);
      const end = start + (got.text ?? match[0]).length;
      return [{ kind: got.kind ?? kind, value: got.value, noun, isSure: got.isSure ?? true, start, end }];
    });
    left = withoutEntities(left, found);
    return found;
  });
  return all.sort((a, b) => a.start - b.start);
};

/** A text in which entities, given in the order of their places, are blanks; the words of an error stand. */
export const withoutEntities = (text: string, found: Entity[]): string => {
  let at = 0;
  const parts = found.flatMap(({ value, start, end }) => {
    if (value.includes(" ")) return [];
    const before = text.slice(at, start);
    at = end;
    return [before, " ".repeat(end - start)];
  });
  return parts.join("") + text.slice(at);
};

const NOUNS: Record<string, string> = {
  order: "order orders purchase",
  ticket: "ticket tickets case request incident claim complaint",
  booking: "booking reservation confirmation pnr flight trip",
  invoice: "invoice invoices bill receipt",
  tracking: "tracking parcel shipment package delivery",
  account: "account acct customer client member membership user username policy contract login",
  serial: "serial imei model meter",
  transaction: "transaction payment transfer",
  error: "error err exception status fault stop",
  postcode: "postcode zip zipcode postal plz",
  phone: "phone telephone mobile cell tel whatsapp",
};

const NOUN_OF = new Map(
  Object.entries(NOUNS).flatMap(([noun, words]) => words.split(" ").map((word) => [word, noun] as const)),
);

/** How far before a value its noun is looked for, in characters. */
const LOOKED_BACK = 36;

const nounBefore = (text: string, at: number): string | null =>
  nounIn(
    text
      .slice(Math.max(0, at - LOOKED_BACK), at)
      .split(/[.!?;\n](?=\s|$)/)
      .at(-1) ?? "",
  );

/** The noun that the last words of a lower-case text say; null = none of NOUNS is among them. */
export const nounIn = (text: string): string | null => {
  for (const word of text
    .match(/[a-z]+/g)
    ?.slice(-5)
    .reverse() ?? []) {
    const noun = NOUN_OF.get(word);
    if (noun) return noun;
  }
  return null;
};

type Read = { value: string; kind?: EntityKind; text?: string; isSure?: boolean } | null;
/** What has no sign of a kind in it holds none of it, and costs no search. */
type Kind = {
  kind: EntityKind;
  sign: RegExp;
  pattern: RegExp;
  read: (match: RegExpMatchArray, noun: string | null) => Read;
};

const digitsOf = (text: string): string => text.replace(/\D/g, "");
const DIGIT = /\d/;
const EDGE = "(?<![a-z0-9_@#])";
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = `(?:${MONTHS.join("|")})[a-z]{0,6}`;

const READERS: Kind[] = [
  {
    kind: "url",
    sign: /https?:|www\./,
    pattern: /(?<![a-z0-9@.])(?:https?:\/\/|www\.)[^\s<>"')\]]{3,500}/g,
    read: ([text]) => {
      const trimmed = text.replace(/[.,;:!?]{1,5}$/, "");
      return {
        text: trimmed,
        value: trimmed
          .replace(/^https?:\/\//, "")
          .replace(/^www\./, "")
          .replace(/\/$/, ""),
      };
    },
  },
  {
    kind: "email",
    sign: /@/,
    pattern: /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g,
    read: ([text]) => ({ value: text }),
  },
  {
    kind: "error",
    sign: /error|message|says|said|reads|show|getting/,
    pattern:
      /(?:error|message|says|said|reads|shows|showing|getting)(?: message| text)?(?: is| was| says| reads| saying| that)?(?: ?: ?"?| ?")(\S[^"\n]{9,159})/g,
    read: ([, text = ""]) => {
      const words = text.match(/[a-z0-9_']+/g) ?? [];
      return words.length < 3 ? null : { text: text.trimEnd(), value: words.join(" ") };
    },
  },
  {
    kind: "iban",
    sign: DIGIT,
    pattern: /(?<![a-z0-9])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])/g,
    read: ([text]) => {
      for (let part = text; part.length >= 15; part = part.slice(0, Math.max(0, part.lastIndexOf(" ")))) {
        const value = part.replaceAll(" ", "");
        if (isIban(value)) return { text: part, value };
      }
      return null;
    },
  },
  {
    kind: "card",
    sign: DIGIT,
    pattern: /(?<![a-z0-9])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![a-z0-9])/g,
    read: ([text], noun) =>
      (noun === null || noun === "transaction") && isCard(digitsOf(text)) ? { value: digitsOf(text).slice(-4) } : null,
  },
  {
    kind: "card",
    sign: DIGIT,
    pattern:
      /(?:(?:ending|ends)(?: in| with| on)?|last (?:4|four)(?: digits| numbers)?(?: are| is| of \w{1,12} card are)?|(?:[*x•]{2,4}[ -]?){1,4}):? ?(\d{4})(?!\d)/g,
    read: ([, text = ""]) => ({ text, value: text }),
  },
  {
    kind: "date",
    sign: DIGIT,
    pattern: new RegExp(
      `${EDGE}(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?![a-z0-9])`,
      "g",
    ),
    read: ([text]) => dateOf(text),
  },
  {
    kind: "amount",
    sign: DIGIT,
    pattern:
      /(?<![a-z0-9.,])(?:(?:[$€£]|usd|eur|gbp|chf) ?\d[\d,.']{0,12}|\d[\d,.']{0,12} ?(?:[$€£]|(?:usd|eur|gbp|chf|euros?|dollars?|pounds?|bucks)(?![a-z])))/g,
    read: ([text]) => {
      const number = text.replace(/[^\d.,]/g, "").replace(/[.,]+$/, "");
      const cents = /[.,](\d{2})$/.exec(number)?.[1];
      const whole = digitsOf(cents ? number.slice(0, -3) : number);
      return {
        value: `${Number(`${whole}.${cents ?? 0}`)}`,
        isSure: !!cents || whole.length > 2,
      };
    },
  },
  {
    kind: "postcode",
    sign: DIGIT,
    pattern: /(?<![a-z0-9])(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)(?![a-z0-9])/g,
    read: ([text], noun) =>
      noun === null || noun === "postcode" || text.includes(" ") ? { value: text.replaceAll(" ", "") } : null,
  },
  {
    kind: "phone",
    sign: DIGIT,
    pattern: /(?<![a-z0-9_#.-])(?:\+|\()?\d(?:[ ()./-]{0,2}\d){6,14}(?![a-z0-9_-])/g,
    read: ([text], noun) => {
      const digits = digitsOf(text);
      const isWritten = /^[+(0]/.test(text) || /^\d{3}[ .-]\d{3}[ .-]\d{4}$/.test(text);
      if (!isWritten && !(noun === "phone" && /^\d+$/.test(text))) return null;
      // What stands before the last nine digits differs by whether the country is named.
      return noun && noun !== "phone" && /^\d+$/.test(text) ? null : { value: digits.slice(-9) };
    },
  },
  {
    kind: "reference",
    sign: DIGIT,
    pattern: /(?<![a-z0-9_@./-])#?[a-z0-9]{1,30}(?:[_/-][a-z0-9]{1,30}){0,5}(?![a-z0-9_@])/g,
    read: ([text], noun) => referenceOf(text, noun),
  },
];

const dateOf = (text: string): Read => {
  const numbers = text.match(/\d+/g)?.map(Number) ?? [];
  const named = MONTHS.findIndex((month) => new RegExp(`(?<![a-z])${month}`).test(text)) + 1;
  const [a = 0, b = 0, c = 0] = numbers;
  const [day, month] = named > 0 ? [a, named] : a > 31 ? [c, b] : b > 12 ? [b, a] : [a, b];
  return day < 1 || day > 31 || month < 1 || month > 12 ? null : { value: `${day}-${month}` };
};

/** Times, sizes, ordinals and names of products, which hold digits and name no single thing. */
const NO_REFERENCE =
  /^(?:\d{1,5}(?:st|nd|rd|th|x|k|m|gb|mb|kb|tb|kg|g|cm|mm|km|ml|ft|in|p|s|h|am|pm|min|mins|hrs?|hours?|days?|weeks?|months?|years?|yrs?|v|w|hz|ghz|mhz|fps|bit|bits|px|pcs|am|usd|eur)|\d{1,2}-\d{1,2}|24\/7|\d{1,3}\/\d{1,3}|[a-z]{2,}-?\d{1,2}|[a-z]-?\d{1,2}|(?:windows|office|microsoft|covid|iphone|galaxy|python|php|java)-?\d+[a-z]*)$/;

const referenceOf = (raw: string, noun: string | null): Read => {
  const text = raw.replace(/^#/, "");
  const digits = digitsOf(text).length;
  const isError = noun === "error" || /^0x[0-9a-f]{4,}$/.test(text);
  const kind = isError ? { kind: "error" as const } : {};
  if (digits === 0 || (NO_REFERENCE.test(text) && !(isError && digits > 1))) return null;
  if (/^\d+$/.test(text)) return numberOf(text, noun, raw !== text, isError);
  // A code has enough digits, or few among signs.
  const isCode = digits >= 3 || (digits >= 2 && text.length >= 5) || (isError && text.length >= 3);
  return isCode ? { value: text.replace(/[_/-]/g, ""), ...kind } : null;
};

const numberOf = (text: string, noun: string | null, isMarked: boolean, isError: boolean): Read => {
  if (isError && text.length >= 2) return { value: text, kind: "error" };
  if (noun === "postcode" && text.length >= 4) return { value: text, kind: "postcode" };
  const isYear = /^(?:19|20)\d\d$/.test(text) && noun === null && !isMarked;
  if (text.length < 4 || isYear) return null;
  return {
    value: text.length > 9 ? text.slice(-9) : text,
    kind: "number",
    isSure: noun !== null || isMarked || text.length >= 6,
  };
};

/** ISO 13616: the first four signs moved to the end and letters read as numbers leave 1 of 97. */
const isIban = (value: string): boolean => {
  if (value.length < 15 || value.length > 34) return false;
  let rest = 0;
  for (const sign of value.slice(4) + value.slice(0, 4)) {
    const number = parseInt(sign, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
};

/** ISO/IEC 7812-1, annex B; of 15 digits only American Express, so that serial numbers of phones are none. */
const isCard = (digits: string): boolean => {
  if (digits.length === 15 && !/^3[47]/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
};
