import type { Turn } from "../scanner.ts";

export type Link = { key: string; start: number; end: number };

const LINK = /(?:https?:\/\/|www\.)[^\s<>"'“”)\]]{3,400}/gi;
const LOCALE = /^(?:[a-z]{2}|[a-z]{2}[-_][a-z]{2})$/i;
/** Where a link leads to writing to us rather than to advice. */
const INBOX = /twitter\.com\/messages|x\.com\/messages|\/messages\/compose|m\.me\/|\/dm\b|wa\.me\//i;

/** The links of a text to something that can be read or done, each known by what it leads to. A bare home page leads to
 * nothing. */
export const linksOf = (text: string): Link[] =>
  [...text.matchAll(LINK)].flatMap((match) => {
    const key = linkKey(match[0]);
    return key === null ? [] : [{ key, start: match.index, end: match.index + match[0].length }];
  });

/** What a link leads to, the same for all ways of writing it: without scheme, www, language, query, anchor and ending, and
 * an article by its number alone. Null = a home page, or a way to write to us. */
export const linkKey = (url: string): string | null => {
  if (INBOX.test(url)) return null;
  const [place = ""] = url.replace(/^https?:\/\//i, "").split(/[?#]/);
  const [host = "", ...path] = place.replace(/[.,;:!…]+$/, "").split("/");
  const site = host.toLowerCase().replace(/^(?:www|m|mobile)\./, "");
  const parts = path.filter((part) => part !== "" && !LOCALE.test(part));
  if (parts.length === 0) return null;
  const article = parts.map((part) => /^(\d{4,})(?:-|$)/.exec(part)?.[1]).find((number) => number !== undefined);
  return `${site}/${article ?? parts.join("/").replace(/\.html?$/i, "")}`;
};

/** What a message of the AI rested on or pointed to: links in its words, and articles it was made from. */
export const leadsOf = ({ text, ai }: Turn): Set<string> => {
  const articles = (ai?.retrieval ?? []).flatMap(({ url }) => (url === null ? [] : (linkKey(url) ?? [])));
  return new Set([...linksOf(text).map(({ key }) => key), ...articles]);
};
