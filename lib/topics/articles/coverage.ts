import MiniSearch from "minisearch";
import { tellingWords, termSet } from "../text/terms.ts";

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

/** Robertson & Zaragoza 2009, with the never negative idf of Lucene and no lower bound for a term. */
const BM25 = { k: 1.2, b: 0.75, d: 0 };
const LOOKED_AT = 10;

/** Articles to be searched by BM25 over title, body and phrasings as one text. What they match is weighed on words, pairs of
 * words and runs of four signs alike. An article without a word is never found. */
export const articleIndex = (articles: readonly Article[]): ArticleIndex => {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ["text"],
    tokenize: tellingWords,
    processTerm: (term) => term,
    searchOptions: { bm25: BM25 },
  });
  const texts = articles.map(({ id, title, body, phrasings }) => ({
    id,
    text: [title, body, ...phrasings].join("\n"),
  }));
  index.addAll(texts);
  const termsOf = new Map(texts.map(({ id, text }) => [id, termSet(text)]));
  const holding = new Map<string, number>();
  for (const terms of termsOf.values()) for (const term of terms) holding.set(term, (holding.get(term) ?? 0) + 1);
  const rarity = (term: string): number => {
    const held = holding.get(term) ?? 0;
    return Math.log(1 + (articles.length - held + 0.5) / (held + 0.5));
  };
  const massOf = (terms: Set<string>): number => [...terms].reduce((sum, term) => sum + rarity(term), 0);
  return {
    find: (text, most) => {
      const terms = termSet(text);
      const mass = massOf(terms);
      const matched = (id: string): number => massOf(terms.intersection(termsOf.get(id) ?? new Set())) / mass;
      return index
        .search(text)
        .slice(0, most)
        .map(({ id, score }) => ({ id, score, matched: matched(id) }));
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
