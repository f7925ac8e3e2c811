import type { Retrieval } from "#lib/conversation/types.ts";
import { linkKey, linksOf } from "#lib/scanners/solutions/links.ts";
import { type ArticleIndex, articleIndex, type Found } from "../articles/coverage.ts";
import { cleaned } from "../text/cleaned.ts";
import { tellingWords } from "../text/terms.ts";

export type LibraryArticle = {
  id: string;
  externalId: string;
  title: string;
  body: string;
  url: string | null;
};

/** The articles of today, as what is said is held against them. */
export type Library = {
  /** What a question matches, by title, body and the phrasings of solved conversations. */
  asked: ArticleIndex;
  articles: ReadonlyMap<string, LibraryArticle>;
  /** Ids of the articles that an AI message rested on or pointed to; one that is none of ours has its id there. */
  citedIn: (said: { text: string; retrieval: readonly Retrieval[] }) => string[];
  /** The article that an answer was taken from; null = none. */
  answerFrom: (reply: string) => string | null;
};

/** Someone the AI helped alone: what was asked, and what the AI's messages rested on. */
export type SolvedByAi = { text: string; retrieval: readonly Retrieval[] };

/** From so much of the weight of an answer on, it was taken from an article. In a help centre of ten articles answers taken from
 * one hold 0.39 to 0.80 of it and others at most 0.22; among 389 articles 0.45 to 0.91 and at most 0.35. A mistake here would
 * send people to look for an article that is none, so it lies on the upper side. */
export const ANSWERED_FROM = 0.38;
/** Of shorter answers two words in common are much. */
const FEWEST_WORDS = 6;
/** So many ways to ask are enough for an article to be found. */
const MOST_PHRASINGS = 30;
const LOOKED_AT = 10;

/** Holds articles ready to be cited, answered from and asked for. An AI cites by address, by id or by title, in this order. */
export const libraryOf = (articles: readonly LibraryArticle[], solved: readonly SolvedByAi[]): Library => {
  const byKey = keysOf(articles);
  const idOf = ({ id, title, url }: Retrieval): string =>
    byKey.get(`url ${(url && linkKey(url)) ?? ""}`) ??
    byKey.get(`id ${id}`) ??
    byKey.get(`title ${(title ?? "").trim().toLowerCase()}`) ??
    id;
  const linked = (text: string): string[] => linksOf(text).flatMap(({ key }) => byKey.get(`url ${key}`) ?? []);
  const phrasings = Map.groupBy(
    solved.flatMap(({ text, retrieval }) => [...new Set(retrieval.map(idOf))].map((id) => ({ id, text }))),
    ({ id }) => id,
  );
  const indexed = (withPhrasings: boolean) =>
    articles.map(({ id, title, body }) => {
      const asked = withPhrasings ? (phrasings.get(id) ?? []).slice(0, MOST_PHRASINGS).map(({ text }) => text) : [];
      return { id, title, body, phrasings: asked };
    });
  // What people answer is worded as articles are, and not as questions.
  const answers = articleIndex(indexed(false));
  return {
    asked: remembering(articleIndex(indexed(true))),
    articles: new Map(articles.map((article) => [article.id, article])),
    citedIn: ({ text, retrieval }) => [...new Set([...retrieval.map(idOf), ...linked(text)])],
    answerFrom: (reply) => linked(reply)[0] ?? matchedBy(cleaned(reply), answers),
  };
};

const keysOf = (articles: readonly LibraryArticle[]): Map<string, string> => {
  const byKey = new Map<string, string>();
  for (const { id, externalId, title, url } of articles) {
    const link = url === null ? null : linkKey(url);
    if (link !== null) byKey.set(`url ${link}`, id);
    byKey.set(`id ${id}`, id).set(`id ${externalId}`, id).set(`title ${title.toLowerCase()}`, id);
  }
  return byKey;
};

const matchedBy = (text: string, index: ArticleIndex): string | null => {
  if (new Set(tellingWords(text)).size < FEWEST_WORDS) return null;
  const best = bestOf(index.find(text, LOOKED_AT));
  return best !== null && best.matched >= ANSWERED_FROM ? best.id : null;
};

const bestOf = (found: readonly Found[]): Found | null =>
  found.reduce<Found | null>((best, one) => (best === null || one.matched > best.matched ? one : best), null);

/** The same text is looked for once: a topic asks for each several times. */
const remembering = ({ find }: ArticleIndex): ArticleIndex => {
  const known = new Map<string, Found[]>();
  return {
    find: (text, most) => {
      const key = `${most} ${text}`;
      const found = known.get(key) ?? find(text, most);
      known.set(key, found);
      return found;
    },
  };
};
