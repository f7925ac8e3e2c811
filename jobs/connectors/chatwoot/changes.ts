import type { ConnectorPage, Session } from "#jobs/connectors/connector.ts";
import { askList, readMany } from "./client.ts";
import { type Conversation, instantOf, type Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";

/** Rows become visible after their time: a listing looks back so far that none is passed over. */
export const LOOKBACK_MS = 5 * 60_000;
/** Beyond this the list of all that changed, which has no pages, would be too long. */
const LONGEST_GAP_MS = 6 * 3_600_000;
const AT_ONCE = 50;
const MOST_PAGES = 2000;

type Changed = { id: string; stamp: string };

/** until: all that changed before it is read. seen: what was read within the lookback, as it was then. todo: what a listing
 * found and is not read yet, so that a kill in the middle loses nothing. */
export type PollCursor = { until: number; listedAt: number | null; todo: Changed[]; seen: Record<string, string> };

/** The conversations that changed, some at a time. A quiet source costs one request: what was read as it stands is not read
 * again although the lookback lists it. */
export const pollChanges = async (
  session: Session<Settings>,
  cursor: PollCursor | null,
): Promise<ConnectorPage<Raw, PollCursor>> => {
  const known = cursor ?? { until: session.now().getTime(), listedAt: null, todo: [], seen: {} };
  const listed = known.todo.length > 0 ? known : await list(session, known);
  const [now, later] = [listed.todo.slice(0, AT_ONCE), listed.todo.slice(AT_ONCE)];
  const items = await readMany(
    session,
    now.map(({ id }) => id),
  );
  const seen = { ...listed.seen, ...Object.fromEntries(now.map(({ id, stamp }) => [id, stamp])) };
  const isLast = later.length === 0;
  const until = isLast ? (listed.listedAt ?? listed.until) : listed.until;
  return {
    items,
    cursor: { until, listedAt: isLast ? null : listed.listedAt, todo: later, seen },
    isLast,
    completeUntil: isLast ? new Date(until) : null,
    progress: null,
  };
};

const list = async (session: Session<Settings>, { until, seen }: PollCursor): Promise<PollCursor> => {
  const listedAt = session.now().getTime();
  const conversations = await changedSince(session, until - LOOKBACK_MS, listedAt);
  const changed = conversations.map((one) => ({ id: String(one.id), stamp: stampOf(one) }));
  const stillListed = changed.filter(({ id, stamp }) => seen[id] === stamp);
  return {
    until,
    listedAt,
    todo: changed.filter(({ id, stamp }) => seen[id] !== stamp),
    // What is no longer listed is older than the lookback and need not be remembered.
    seen: Object.fromEntries(stillListed.map(({ id, stamp }) => [id, stamp])),
  };
};

const stampOf = ({ updated_at: updated, last_activity_at: active, status }: Conversation): string =>
  [updated, active, status].join(" ");

/** By the vendor's own reckoning of "within so many seconds": clocks that disagree do not matter. After a long gap the pages
 * of the latest activity are walked instead. */
const changedSince = async (session: Session<Settings>, since: number, now: number): Promise<Conversation[]> => {
  if (now - since <= LONGEST_GAP_MS) {
    const seconds = Math.ceil((now - since) / 1000);
    return (await askList(session, { updated_within: seconds })).conversations;
  }
  const found = new Map<string, Conversation>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { conversations } = await askList(session, { page, sort_by: "last_activity_at_desc" });
    for (const one of conversations) found.set(String(one.id), one);
    const oldest = conversations.at(-1);
    if (!oldest || instantOf(oldest.last_activity_at ?? oldest.created_at) < since) break;
  }
  return [...found.values()];
};
