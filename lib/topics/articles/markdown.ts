import { parse, YAMLError } from "yaml";
import type { GivenArticle } from "./article.ts";

/** What stands in a Markdown file; a draft is no article yet; refused = its front matter cannot be read. */
export type MarkdownArticle = { article: GivenArticle; isDraft: boolean } | { refused: string };

const FRONT_MATTER = /(?<![\s\S])---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$\n?/m;
const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*)$/m;
const UNDERLINED = /^(\S.*)\n(?:=+|-{2,})[ \t]*$/m;
const LONGEST_HEADING = 1000;

/** A Markdown file as an article: title, url, language and published from its front matter (YAML), the title else from its
 * first heading; `draft: true` or `published: false` marks a draft. `id` is its path in the folder. */
export const markdownArticle = (id: string, file: string): MarkdownArticle => {
  const text = file.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const front = FRONT_MATTER.exec(text);
  const facts = front ? factsIn(front[1] ?? "") : {};
  if (facts === null) return { refused: "its front matter is not YAML" };
  const rest = front ? text.slice(front[0].length) : text;
  const stated = wordOf(facts["title"]);
  const heading = stated === null ? headingIn(rest) : null;
  const published = facts["published"] ?? facts["date"] ?? null;
  return {
    isDraft: facts["draft"] === true || published === false,
    article: {
      id,
      title: stated ?? heading?.title ?? null,
      body: markdownText(heading ? heading.rest : rest),
      url: wordOf(facts["url"]),
      language: wordOf(facts["language"] ?? facts["lang"]),
      published: typeof published === "boolean" ? null : published,
      changedAt: null,
    },
  };
};

/** Null = no YAML. */
const factsIn = (yaml: string): Record<string, unknown> | null => {
  try {
    // That references repeat one part until memory is full, the parser's own limit prevents.
    const facts: unknown = parse(yaml, { logLevel: "error" });
    if (facts === null || facts === undefined) return {};
    return typeof facts === "object" && !Array.isArray(facts) ? (facts as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof YAMLError || error instanceof ReferenceError) return null;
    throw error;
  }
};

/** A title may be a number. */
const wordOf = (value: unknown): string | null =>
  (typeof value === "string" && value.trim() !== "") || typeof value === "number" ? String(value) : null;

/** The first heading, and the text without it. */
const headingIn = (text: string): { title: string; rest: string } | null => {
  const found = [HEADING.exec(text), UNDERLINED.exec(text)].filter((match) => match !== null);
  const first = found.sort((a, b) => a.index - b.index)[0];
  if (!first) return null;
  const rest = `${text.slice(0, first.index)}${text.slice(first.index + first[0].length)}`;
  const title = (first[1] ?? "").slice(0, LONGEST_HEADING).replace(/[ \t]+#*[ \t]*$/, "");
  return { title: markdownText(title), rest };
};

const HTML_PAGE = /^\s*<(?:!doctype|html|body|div|p|h[1-6]|table)\b/i;

/** The text of Markdown without its signs: what is linked or pictured keeps its words, HTML in it loses its tags. A file
 * that is HTML from its first sign on is left as it is. */
export const markdownText = (markdown: string): string => {
  if (HTML_PAGE.test(markdown)) return markdown;
  return (
    markdown
      // Up to the next beginning only: a text of beginnings without ends would be read to its end from each of them.
      .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, "")
      .replace(/^ {0,3}(?:```|~~~).*$/gm, "")
      .replace(/!?\[([^[\]]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^[\]\n]*\])/g, "$1")
      .replace(/^ {0,3}\[[^[\]\n]+\]:.*$/gm, "")
      .replace(/<((?:https?|mailto):[^<>\s]+)>/g, "$1")
      .replace(/<\/?[a-z][^<>]*>/gi, "")
      .replace(/^ {0,3}#{1,6}[ \t]+/gm, "")
      .replace(/^ {0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$/gm, "")
      .replace(/^[ \t]*>[> \t]*/gm, "")
      .replace(/\*\*|`+|(?<![\p{L}\p{N}_])__|__(?![\p{L}\p{N}_])/gu, "")
      .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/gu, "$1")
      .replace(/\n{3,}/g, "\n\n")
      .trim()
  );
};
