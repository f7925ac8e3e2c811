import { convert } from "html-to-text";

// [^<>]: with [^>] a text of many unclosed tags is searched to its end from each of them.
const LOOKS_LIKE_HTML =
  /<(?:(?:html|body|div|p|pre|br|span|table|ul|ol|blockquote|strong|h[1-6])\b[^<>]*|a\s[^<>]*|[bi]|em)>/i;
/** The converter calls itself for each level; mail is nested some 40 deep at worst, 3000 levels overflow the stack. */
const DEEPEST_HTML = 500;

/** Plain text of a message body; quoted mail history, which is not the author's own, is kept apart. */
export const readBody = (text: string, html: string | null): { text: string; quoted: string | null } => {
  return splitQuoted(html !== null ? fromHtml(html) : plainText(text));
};

/** What reads as HTML as plain text, anything else as it is. */
export const plainText = (text: string): string =>
  text.includes("<") && LOOKS_LIKE_HTML.test(text) ? fromHtml(text) : text;

const fromHtml = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxDepth: DEEPEST_HTML },
    selectors: [
      { selector: "a", options: { ignoreHref: true } },
      { selector: "img", format: "skip" },
      { selector: "style", format: "skip" },
      { selector: "script", format: "skip" },
      { selector: "blockquote", format: "blockquote", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  }).trim();

const QUOTE_STARTS = [
  /^[ \t]*On\b[^\n]{4,160}(?:\n[^\n]{0,120})?\bwrote:[ \t]*$/m,
  /^[ \t]*Am\b[^\n]{4,160}(?:\n[^\n]{0,120})?\bschrieb\b[^\n]{0,80}:[ \t]*$/m,
  /^[ \t]*Le\b[^\n]{4,160}(?:\n[^\n]{0,120})?\ba écrit\s?:[ \t]*$/m,
  /^[ \t]*El\b[^\n]{4,160}(?:\n[^\n]{0,120})?\bescribió:[ \t]*$/m,
  /^[ \t]*-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Forwarded message)\s*-{2,}/im,
  /^[ \t]*(?:From|Von|De):[^\n]+\n[ \t]*(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|To|An|À|Para):/m,
  /^[ \t]*>/m,
];
const MAY_QUOTE = /wrote:|schrieb|écrit|escribió|-----?|^[ \t]*>|\n[ \t]*>|(?:From|Von|De):/;

const splitQuoted = (text: string): { text: string; quoted: string | null } => {
  if (!MAY_QUOTE.test(text)) return { text, quoted: null };
  const starts = QUOTE_STARTS.map((pattern) => pattern.exec(text)?.index ?? -1).filter((index) => index >= 0);
  if (starts.length === 0) return { text, quoted: null };
  const start = Math.min(...starts);
  const own = text.slice(0, start).trimEnd();
  if (own !== "") return { text: own, quoted: text.slice(start) };
  return answersBelow(text);
};

/** Written below the quotation: what does not start with ">" is the author's own. */
const answersBelow = (text: string): { text: string; quoted: string | null } => {
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => /^[ \t]*>/.test(line));
  const own = lines
    .slice(last + 1)
    .join("\n")
    .trim();
  return own === "" || last < 0 ? { text, quoted: null } : { text: own, quoted: lines.slice(0, last + 1).join("\n") };
};
