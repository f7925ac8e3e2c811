import { plainText } from "#lib/import/body.ts";
import { hashOf } from "#lib/import/ids.ts";
import { storableText } from "#lib/import/json.ts";
import { type Reader, readTime } from "#lib/import/reader.ts";

export const ARTICLE_ORIGINS = ["markdown", "csv", "chatwoot", "demo"] as const;
export type ArticleOrigin = (typeof ARTICLE_ORIGINS)[number];

/** An article as its origin gives it. */
export type GivenArticle = {
  /** Path, row or id there. */
  id: string;
  title: string | null;
  /** Plain text or HTML. */
  body: string | null;
  url: string | null;
  language: string | null;
  /** An instant in any form that an import takes; without zone it is read in UTC. */
  published: unknown;
  /** When it last changed, as its origin says; null = it does not say. */
  changedAt: Date | null;
};

export type KeptArticle = {
  externalId: string;
  title: string;
  body: string;
  url: string | null;
  language: string | null;
  publishedAt: Date | null;
  changedAt: Date | null;
  /** Of everything that is shown or searched. */
  sha256: string;
};

/** What became of a given article: kept, with a note of what was left out of it, or refused with the reason. */
export type Keeping = { article: KeptArticle; note: string | null } | { refused: string };

/** Nobody reads a longer one, and what stands first in it says what it is about. */
export const LONGEST_BODY = 200_000;
const LONGEST_TITLE = 500;
/** An index entry of PostgreSQL holds 2704 bytes. */
const LONGEST_ID = 300;
/** HTML has seldom more tags than this beside its text, and reading of it takes seconds. */
const LONGEST_HTML = 5 * LONGEST_BODY;

/** An article as it is stored: HTML becomes text, what only looks like HTML is kept as it stands, a body is cut at 200,000
 * characters. Refused = it has no title or no body. */
export const keptArticle = (given: GivenArticle, now: Date): Keeping => {
  const title = storableText(plainText(given.title ?? ""))
    .replace(/\s+/g, " ")
    .trim();
  if (title === "") return { refused: "it has no title" };
  const whole = bodyText(given.body ?? "");
  if (whole === "") return { refused: "it has no body" };
  const reader: Reader = { now, zone: "UTC", defects: [] };
  const publishedAt = readTime(reader, given.published, "published");
  const notes = [
    ...(whole.length > LONGEST_BODY || (given.body?.length ?? 0) > LONGEST_HTML
      ? ["its body is too long: what stands after its first 200,000 characters is left out"]
      : []),
    ...(publishedAt === null && reader.defects.length > 0 ? ["its date of publication cannot be read"] : []),
  ];
  const shown = {
    title: cut(title, LONGEST_TITLE),
    body: cut(whole, LONGEST_BODY),
    url: webAddress(given.url),
    language: given.language?.trim().toLowerCase().slice(0, 20) || null,
    publishedAt,
  };
  return {
    article: {
      externalId: externalIdOf(given.id),
      ...shown,
      changedAt: given.changedAt,
      sha256: hashOf(JSON.stringify(shown)),
    },
    note: notes.length === 0 ? null : notes.join(", "),
  };
};

/** Where the reading of HTML finds no word although there are some outside of its tags, it was none. */
const bodyText = (body: string): string => {
  const given = body.slice(0, LONGEST_HTML);
  const read = plainText(given);
  return tidy(read.trim() === "" ? withoutTags(given) : read);
};

const withoutTags = (text: string): string =>
  text
    .replace(/<(script|style)\b[^<>]*>(?:(?!<\1)[\s\S])*?(?:<\/\1>|$)/gi, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/^\s*<!--|-->\s*$/g, " ");

const tidy = (text: string): string =>
  storableText(text)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).toWellFormed().trim();

/** An id as it is stored; one too long for an index keeps its beginning and is told apart by its hash. */
export const externalIdOf = (id: string): string => {
  const stored = storableText(id);
  return stored.length <= LONGEST_ID ? stored : `${cut(stored, LONGEST_ID - 65)}#${hashOf(stored)}`;
};

/** Only what a browser may be sent to. */
const webAddress = (url: string | null): string | null => {
  const text = storableText(url ?? "").trim();
  return /^https?:\/\/[^\s]{1,2000}$/i.test(text) && URL.canParse(text) ? text : null;
};
