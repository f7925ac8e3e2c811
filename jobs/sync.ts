import type { Db } from "#db/client.ts";
import { removeSource, saveCheck } from "#db/connections.ts";
import { dueHints, hintLater, hintsDone, isKnown } from "#db/hints.ts";
import { askForReading, endReading, lastAsked, openReading, type Reading, readingProgress } from "#db/readings.ts";
import { sighted, unlisted } from "#db/sightings.ts";
import {
  goesOnFrom,
  Overtaken,
  pollProgress,
  type Source,
  saveSourceFailure,
  saveSuccess,
  saveTrouble,
  sourceById,
} from "#db/sources.ts";
import { workspace } from "#db/workspace.ts";
import { accountOf, isPassing } from "#jobs/check.ts";
import { HttpError, type Read, type Session } from "#jobs/connectors/connector.ts";
import { type OpenContext, openSession } from "#jobs/open-session.ts";
import { storeReads, type Target } from "#jobs/read-page.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { dueSweeps } from "#lib/sources/sweeps.ts";

export const POLL_SECONDS = 60;
/** A turn ends after this long, so that others have theirs and a change of mind is heard. */
const TURN_MS = 20_000;
const HINTS_AT_ONCE = 20;
const UNLISTED_AT_ONCE = 20;

export type Synced = { created: number; updated: number; refused: number };
type Run = Target & { db: Db; session: Session<unknown>; counts: Synced } & OpenContext;

/** One turn of one source: checks or removes it, or reads what changed, then what something hinted at, then a part of its
 * past. Live comes before the past, also in the middle of a turn. What goes wrong is noted on the source in one sentence
 * and tried again later; killed at any moment, nothing is lost or doubled. */
export const syncSource = async (db: Db, id: string, context: OpenContext): Promise<Synced> => {
  const counts: Synced = { created: 0, updated: 0, refused: 0 };
  const source = await sourceById(db, id);
  if (source?.state === "removing") await removeSource(db, id);
  if (source?.state !== "active" && source?.state !== "checking") return counts;
  try {
    const run = await open(db, source, { counts, ...context });
    if (source.state === "checking") await check(run);
    else await takeTurn(run);
  } catch (error) {
    if (error instanceof Overtaken) log.info("overtaken", { source: source.key });
    else if (!context.signal.aborted) await noteFailure(db, source, error, context);
  }
  return counts;
};

const open = async (db: Db, source: Source, context: OpenContext & { counts: Synced }): Promise<Run> => {
  const tries =
    source.state === "checking"
      ? { attempts: 1 }
      : { onTrouble: ({ message }: HttpError) => saveTrouble(db, source.id, message, context.now()) };
  const opened = await openSession(db, source, context, tries);
  const zone = (await workspace(db))?.zone ?? "UTC";
  return { db, source, zone, ...opened, ...context };
};

const check = async ({ db, source, connector, session }: Run): Promise<void> => {
  await saveCheck(db, source.id, { account: await accountOf(connector, session) });
};

const takeTurn = async (run: Run): Promise<void> => {
  const { db, signal } = run;
  const endsAt = performance.now() + TURN_MS;
  let source: Source | null = run.source;
  for (let hasMore = true; hasMore && source?.state === "active"; ) {
    const polledAt = isPollDue(source.lastPolledAt, run.now()) ? await poll(run) : source.lastPolledAt;
    hasMore = (await fetchHinted(run)) || (await readPast(run));
    await saveSuccess(db, source.id, { polledAt, asOf: source.retryAt });
    if (signal.aborted || performance.now() > endsAt) break;
    source = await sourceById(db, source.id);
  }
};

const isPollDue = (polledAt: Date | null, now: Date): boolean =>
  polledAt === null || now.getTime() - polledAt.getTime() >= POLL_SECONDS * 1000;

/** Everything that changed, page by page. Returns when it began. */
const poll = async (run: Run): Promise<Date> => {
  const { db, source, connector, session } = run;
  const beganAt = run.now();
  let { cursor } = (await sourceById(db, source.id)) ?? source;
  for (let isLast = false; !isLast && !run.signal.aborted; ) {
    const page = await connector.poll(session, cursor);
    const also = [goesOnFrom("sources", { id: source.id, cursor }), pollProgress(source.id, page)];
    await store(run, page.items, { also });
    ({ cursor, isLast } = page);
  }
  await askForSweeps(run);
  return beganAt;
};

const askForSweeps = async ({ db, source, now }: Run): Promise<void> => {
  const at = now();
  for (const sweep of dueSweeps({ createdAt: source.createdAt, lastAsked: await lastAsked(db, source.id) }, at)) {
    await askForReading(db, { sourceId: source.id, ...sweep, isReread: false, now: at });
  }
};

/** Fetches what something said has changed; returns whether there was any. */
const fetchHinted = async (run: Run): Promise<boolean> => {
  const { db, source, connector, session } = run;
  const hints = await dueHints(db, source.id, run.now(), HINTS_AT_ONCE);
  for (const hint of hints) {
    if (run.signal.aborted) return false;
    const read = await connector.fetchOne(session, hint.externalId);
    // What is not there may not be there yet: a webhook can be faster than what it tells of.
    const isEarly = read.isGone && !(await isKnown(db, source.key, hint.externalId));
    if (isEarly) await store(run, [], { also: [hintLater(source.id, hint, run.now())] });
    // What could not be given is asked for again: its hint stays.
    else await store(run, [read], { also: "problem" in read ? [] : [hintsDone(source.id, [hint])] });
  }
  return hints.length > 0;
};

/** One page of the past, or some of what was not on its list; returns whether there was any to read. */
const readPast = async (run: Run): Promise<boolean> => {
  const reading = await openReading(run.db, run.source.id);
  if (!reading) return false;
  if (reading.listedAt) await askForUnlisted(run, reading);
  else await readListed(run, reading);
  return true;
};

const readListed = async (run: Run, reading: Reading): Promise<void> => {
  const { id, fromAt, toAt, cursor, isReread } = reading;
  const askedAt = run.now();
  const page = await run.connector.backfill(run.session, { from: fromAt, to: toAt }, cursor);
  const also = [goesOnFrom("source_readings", reading), readingProgress(id, page, { askedAt, now: run.now() })];
  await store(run, page.items, { also, isReread });
};

/** Asks by name for what is stored of a stretch and was not on its list: vendors do not tell of every deletion, but a list
 * can also leave out what is there. Whoever answers for itself, or is hidden from us, is not asked for again by this
 * reading; it ends when nobody is left. */
const askForUnlisted = async (run: Run, reading: Reading): Promise<void> => {
  const { db, source, signal, now } = run;
  const ids = await unlisted(db, reading, UNLISTED_AT_ONCE);
  for (const externalId of ids) {
    if (signal.aborted) return;
    const read = await fetchUnlessHidden(run, externalId);
    // Also by a clock that was set back meanwhile nobody is asked for again.
    const at = new Date(Math.max(now().getTime(), reading.startedAt?.getTime() ?? 0));
    await store(run, read ? [read] : [], { also: [sighted(source, [externalId], at)], isReread: reading.isReread });
  }
  if (ids.length === 0) await endReading(db, reading.id, now());
};

/** Null = it is not for us to see, which does not say that it is gone. */
const fetchUnlessHidden = async ({ connector, session }: Run, externalId: string): Promise<Read<unknown> | null> => {
  try {
    return await connector.fetchOne(session, externalId);
  } catch (error) {
    if (error instanceof HttpError && (error.status === 401 || error.status === 403)) return null;
    throw error;
  }
};

/** Whoever waits for a check is told at once; the credentials stay as they were entered, and are tried again by
 * themselves as long as nothing was said against them. */
const noteFailure = async (db: Db, source: Source, error: unknown, { now }: OpenContext): Promise<void> => {
  const { id, key, state, retryAt: asOf } = source;
  const problem = sentenceOf(error);
  if (state === "checking" && !isPassing(error)) await saveCheck(db, id, { problem });
  else await saveSourceFailure(db, id, { problem, asOf, now: now() });
  if (!(error instanceof HttpError || error instanceof AppError)) log.error("sync", error, { source: key });
};

const sentenceOf = (error: unknown): string =>
  error instanceof HttpError || error instanceof AppError
    ? error.message
    : "Something went wrong while reading; the log says what.";

type Also = Parameters<typeof storeReads>[3]["also"];

const store = async (
  { db, counts, now, ...target }: Run,
  reads: Parameters<typeof storeReads>[2],
  { also, isReread = false }: { also: Also; isReread?: boolean },
): Promise<void> => {
  const saved = await storeReads(db, target, reads, { also, isReread, now: now() });
  counts.created += saved.created;
  counts.updated += saved.updated;
  counts.refused += saved.refused;
};
