import { tellingWords, termSet } from "../text/terms.ts";
import { bm25Of, rarityOf } from "./bm25.ts";

export type Article = {
  id: string;
  title: string;
  body: string;
  /** What customers wrote whom it helped: people do not ask in the words of an article. */
  phrasings: readonly string[];
};

export type Found = {
  id: string;
  /** BM25. */
  score: number;
  /** Share of the query's weight of rarity that the article holds, 0 to 1. */
  matched: number;
};

export type ArticleIndex = { find: (text: string, most: number) => Found[] };

const LOOKED_AT = 10;

/** Articles to be searched by BM25 over title, body and phrasings as one text. What they match is weighed on words, pairs of
 * words and runs of four signs alike. An article without a word is never found. */
export const articleIndex = (articles: readonly Article[]): ArticleIndex => {
  const texts = articles.map(({ title, body, phrasings }) => [title, body, ...phrasings].join("\n"));
  const rank = bm25Of(texts.map(tellingWords));
  const termsOf = texts.map(termSet);
  const holding = new Map<string, number>();
  for (const terms of termsOf) for (const term of terms) holding.set(term, (holding.get(term) ?? 0) + 1);
  const massOf = (terms: Set<string>): number =>
    [...terms].reduce((sum, term) => sum + rarityOf(holding.get(term) ?? 0, articles.length), 0);
  return {
    find: (text, most) => {
      const terms = termSet(text);
      const mass = massOf(terms);
      return rank(tellingWords(text))
        .slice(0, most)
        .map(({ place, score }) => ({
          id: articles[place]?.id ?? "",
          score,
          matched: massOf(terms.intersection(termsOf[place] ?? new Set())) / mass,
        }));
    },
  };
};

/** How well a topic is covered, 0 to 1: the mean over its messages of the share of weight matched by the best article, 0 where
 * none is found. Decided per topic: of one message it says little. Null without messages that hold a word. */
export const coverageOf = (messages: readonly string[], { find }: ArticleIndex): number | null => {
  const told = messages.filter((text) => tellingWords(text).length > 0);
  if (told.length === 0) return null;
  const best = told.map((text) => Math.max(0, ...find(text, LOOKED_AT).map(({ matched }) => matched)));
  return best.reduce((sum, value) => sum + value, 0) / told.length;
};
