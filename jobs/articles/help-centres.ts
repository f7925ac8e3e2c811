import { helpCentreOf, makeHelpCentre, saveArticles, saveArticlesFailure } from "#db/articles.ts";
import type { Db } from "#db/client.ts";
import { activeSources, type Source } from "#db/sources.ts";
import { HttpError } from "#jobs/connectors/connector.ts";
import { connectorOf } from "#jobs/connectors/registry.ts";
import { type OpenContext, openSession } from "#jobs/open-session.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import type { GivenArticle } from "#lib/topics/articles/article.ts";
import { readingOf } from "#lib/topics/articles/reading.ts";

const MINUTE_MS = 60_000;
/** An hour, less what a job that looks every ten minutes is late. */
const STALE_MINUTES = 55;
/** The next look is near. */
const ATTEMPTS = 2;

/** Reads the help centres of all sources that have one, each once an hour. What goes wrong with one is a sentence on its
 * collection, whose articles stay, and is tried again at the next look. */
export const readHelpCentres = async (db: Db, context: OpenContext): Promise<Record<string, number>> => {
  const done = { read: 0, failed: 0, changed: 0 };
  for (const source of await activeSources(db)) {
    if (context.signal.aborted) break;
    const changed = await readOne(db, source, context);
    if (changed === "failed") done.failed += 1;
    else if (changed !== null) {
      done.read += 1;
      done.changed += changed;
    }
  }
  return done;
};

/** How many articles changed; null = there was nothing to read, or nobody may read it. */
const readOne = async (db: Db, source: Source, context: OpenContext): Promise<number | "failed" | null> => {
  const connector = (context.connectorFor ?? connectorOf)(source.kind);
  const known = await helpCentreOf(db, source.id);
  const readAt = known?.lastReadAt?.getTime() ?? 0;
  if (!connector.articles || context.now().getTime() - readAt < STALE_MINUTES * MINUTE_MS) return null;
  try {
    const { session } = await openSession(db, source, context, { attempts: ATTEMPTS });
    const found = await connector.articles(session);
    if (found) return await save(db, source, known, found, context.now());
    return known ? await fail(db, known.id, "The help centre is gone, or hidden from us.") : null;
  } catch (error) {
    if (context.signal.aborted) return null;
    const collection = known ?? (await made(db, source, context.now()));
    return collection && fail(db, collection.id, sentenceOf(error, source));
  }
};

const sentenceOf = (error: unknown, { key }: Source): string => {
  if (error instanceof HttpError || error instanceof AppError) return error.message;
  log.error("help centre", error, { source: key });
  return "Something went wrong while reading; the log says what.";
};

const fail = async (db: Db, id: string, sentence: string): Promise<"failed"> => {
  await saveArticlesFailure(db, id, sentence);
  return "failed";
};

const save = async (
  db: Db,
  source: Source,
  known: { id: string } | null,
  articles: readonly GivenArticle[],
  now: Date,
): Promise<number | null> => {
  const collection = known ?? (await made(db, source, now));
  if (!collection) return null;
  const reading = readingOf(now);
  for (const article of articles) reading.add(`article ${article.id}`, article);
  const { refused, ...read } = reading.done();
  if (refused.length > 0) log.info("articles refused", { source: source.key, first: refused[0], n: refused.length });
  const { created, updated, removed } = await saveArticles(db, collection.id, read, now);
  return created + updated + removed;
};

const made = (db: Db, { id, key, kind }: Source, now: Date): Promise<{ id: string } | null> =>
  kind === "chatwoot"
    ? makeHelpCentre(db, { sourceId: id, origin: kind, name: `${key} help centre`, now })
    : Promise.resolve(null);
