import { externalIdOf, type GivenArticle, type KeptArticle, keptArticle } from "./article.ts";

/** What was read of a collection: its articles, the ids of those that were there and could not be read, how many drafts were
 * left out, and what is to be said of single ones, as "place: reason". */
export type ReadArticles = {
  articles: KeptArticle[];
  unread: string[];
  drafts: number;
  refused: string[];
  notes: string[];
};

/** Collects the articles of one reading. `place` is where a person finds what is spoken of. */
export const readingOf = (now: Date) => {
  const read: ReadArticles = { articles: [], unread: [], drafts: 0, refused: [], notes: [] };
  const places = new Map<string, string>();
  const refuse = (place: string, id: string, reason: string): void => {
    read.unread.push(externalIdOf(id));
    read.refused.push(`${place}: ${reason}`);
  };
  const take = (place: string, article: KeptArticle, note: string | null): void => {
    const before = places.get(article.externalId);
    if (before !== undefined) {
      refuse(place, article.externalId, `it has the same id as ${before}`);
      return;
    }
    places.set(article.externalId, place);
    read.articles.push(article);
    if (note !== null) read.notes.push(`${place}: ${note}`);
  };
  return {
    refuse,
    leaveOut: (): void => {
      read.drafts += 1;
    },
    add: (place: string, given: GivenArticle): void => {
      const keeping = keptArticle(given, now);
      if ("refused" in keeping) refuse(place, given.id, keeping.refused);
      else take(place, keeping.article, keeping.note);
    },
    done: (): ReadArticles => read,
  };
};
