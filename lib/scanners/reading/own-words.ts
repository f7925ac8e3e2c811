import { plain } from "./sentences.ts";

/** What stands in a message and is not its writer's: blanked in this order, each to the end of its line or of the text.
 * Each has a sign without which it cannot be there, for most messages have none. */
const FOREIGN: { sign: string; pattern: RegExp }[] = [
  { sign: "```", pattern: /```[\s\S]{0,5000}?```/g },
  { sign: "://", pattern: /https?:\/\/\S{1,500}/g },
  { sign: ">", pattern: /^[ \t]{0,4}>[^\n]*$/gm },
  // Mail history and forwarded mail, to the end.
  {
    sign: " message",
    pattern: /^[ \t-]{0,20}(?:original message|forwarded message|begin forwarded message)[\s\S]*/m,
  },
  { sign: " wrote:", pattern: /^on [^\n]{6,120} wrote:\s*$[\s\S]*/m },
  {
    sign: "from: ",
    pattern: /^from: [^\n]{1,200}\n(?:(?:sent|date|to|cc|subject): [^\n]{0,200}\n){1,5}[\s\S]*/m,
  },
  // Signatures, to the end.
  { sign: "--", pattern: /^--[ \t]*$[\s\S]*/m },
  { sign: "sent from my ", pattern: /^sent from my [^\n]{1,60}$[\s\S]*/m },
];

/** Words quoted inside a message are somebody else's. */
const INNER_QUOTE = /(^|[\s(])"[^"\n]{12,400}"/g;

/** A text in lower case with straight quotes, in which everything that is not its writer's own words is blanks of equal
 * length: inner quotes, quoted lines, mail history, forwarded mail, signatures, code, addresses, and lines that were said
 * before in the conversation, word for word. */
export const ownWords = (text: string, earlier?: ReadonlySet<string>): string => {
  let own = plain(text);
  for (const { sign, pattern } of FOREIGN) if (own.includes(sign)) own = own.replace(pattern, blank);
  if (own.includes('"'))
    own = own.replace(INNER_QUOTE, (quote, before: string) => before + blank(quote.slice(before.length)));
  return unwrapped(earlier && earlier.size > 0 ? withoutEarlier(own, earlier) : own);
};

/** A text in lower case with straight quotes in which quoted mail, forwarded mail and signatures are blanks of equal length;
 * addresses, code and inner quotes stand. */
export const withoutHistory = (text: string): string =>
  FOREIGN.filter(({ sign }) => sign !== "```" && sign !== "://").reduce(
    (own, { sign, pattern }) => (own.includes(sign) ? own.replace(pattern, blank) : own),
    plain(text),
  );

const WRAPPED_FROM = 50;

/** Lines that a mail program broke are one line again: a long one that ends in no stop and goes on with a letter. */
const unwrapped = (own: string): string => {
  if (!own.includes("\n")) return own;
  const lines = own.split("\n");
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1] ?? "";
    const isBroken = before.length >= WRAPPED_FROM && /[a-z0-9,;]\s?$/.test(before) && /^[a-z]/.test(line);
    return text + (isBroken ? " " : "\n") + line;
  });
};

const blank = (text: string): string => text.replace(/[^\n]/g, " ");

const SHORTEST_LINE = 20;

/** What a line is known by when it is said again; null = too short to be known. */
export const lineKey = (line: string): string | null => {
  const key = line.replace(/[^a-z0-9\u00c0-\u024f]+/g, " ").trim();
  return key.length < SHORTEST_LINE ? null : key;
};

/** The keys of all lines of a text. */
export const lineKeys = (text: string): string[] =>
  plain(text)
    .split("\n")
    .flatMap((line) => lineKey(line) ?? []);

/** A line said before is pasted where other words stand beside it; a message that says only this says it anew. */
const withoutEarlier = (own: string, earlier: ReadonlySet<string>): string => {
  const lines = own.split("\n");
  const isPasted = lines.map((line) => {
    const key = lineKey(line);
    return key !== null && earlier.has(key);
  });
  const isAllOfIt = lines.every((line, i) => isPasted[i] || line.trim() === "");
  return isAllOfIt ? own : lines.map((line, i) => (isPasted[i] ? blank(line) : line)).join("\n");
};
