import { count, roughLength } from "#lib/format.ts";
import type { ArticleOrigin } from "#lib/topics/articles/article.ts";

export type Collected = {
  origin: ArticleOrigin;
  lastReadAt: Date | null;
  error: string | null;
  current: number;
};

/** How many articles the topics are held against, and whether something stands in the way. */
export const articlesSentence = (collections: readonly Collected[]): string => {
  if (collections.length === 0) return "There are no articles yet, so no topic can be told to be covered by one.";
  const articles = collections.reduce((sum, { current }) => sum + current, 0);
  const failing = collections.filter(({ error }) => error !== null).length;
  const from = collections.length === 1 ? "one collection" : `${count(collections.length)} collections`;
  const all = `Topics are held against ${articles === 1 ? "one article" : `${count(articles)} articles`} from ${from}`;
  if (failing === 0) return `${all}.`;
  return `${all}; ${failing === 1 ? "one of them cannot" : `${count(failing)} of them cannot`} be read at the moment.`;
};

/** How current a collection is at `now`: what its origin keeps itself is read, other articles are brought. */
export const freshnessOf = ({ origin, lastReadAt }: Collected, now: Date): string => {
  const isRead = origin === "chatwoot";
  if (lastReadAt === null) return isRead ? "not read yet" : "not brought yet";
  const seconds = Math.max(0, (now.getTime() - lastReadAt.getTime()) / 1000);
  return `${isRead ? "read" : "brought"} ${roughLength(seconds)} ago`;
};
