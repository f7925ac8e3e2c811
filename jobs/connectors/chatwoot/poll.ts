import type { ConnectorPage } from "../connector.ts";
import { type ChatwootSession, editionOf, list, listRated, readAll, rememberEdition } from "./client.ts";
import type { Listing, PollCursor, Seen } from "./cursor.ts";
import type { Raw, VendorConversation } from "./schema.ts";
import { instantOf, isoOf } from "./time.ts";

type Page = ConnectorPage<Raw, PollCursor>;

/** What was not visible yet when it happened, and clocks that disagree, are looked for again this far back. */
const LOOKBACK_MS = 5 * 60_000;
/** Reporting events are written a little after what they tell, and do not touch their conversation: one that has just
 * changed is read once more after this. */
const SETTLED_MS = 30_000;
/** `updated_within` gives everything in one answer, so after a longer gap the list is walked by pages instead. */
const LONGEST_GAP_MS = 6 * 3_600_000;
const AT_ONCE = 50;

/** What changed since the cursor. A quiet source costs one request, also when something changed a moment ago: it is
 * listed again, and its state says that it was read. */
export const poll = async (session: ChatwootSession, given: PollCursor | null): Promise<Page> => {
  const cursor = given ?? begin(session);
  rememberEdition(session, cursor.noEventsSince);
  if (cursor.listing) return readOn(session, cursor, cursor.listing);
  if (cursor.walk) return walkOn(session, cursor);
  const gapMs = session.now().getTime() + cursor.skewMs - Date.parse(cursor.until);
  return gapMs > LONGEST_GAP_MS ? walkOn(session, cursor) : readOn(session, ...(await listChanged(session, cursor)));
};

const begin = (session: ChatwootSession): PollCursor => ({
  until: session.now().toISOString(),
  skewMs: 0,
  seen: {},
  listing: null,
  walk: null,
  noEventsSince: null,
});

const stateOf = (conversation: VendorConversation): Seen => {
  const last = conversation.messages.map(({ id }) => id ?? "").join();
  const updatedAt = conversation.updated_at ?? conversation.last_activity_at ?? null;
  return { state: `${updatedAt}/${conversation.status}/${last}`, updatedAt: instantOf(updatedAt) ?? 0 };
};

/** Asks what changed within the seconds since the cursor, which Chatwoot counts by its own clock. Only when its clock
 * turns out to be further ahead than the lookback covers is it asked again; one that was set back is what the lookback
 * is for. */
const listChanged = async (session: ChatwootSession, cursor: PollCursor): Promise<[PollCursor, Listing]> => {
  let { skewMs } = cursor;
  for (;;) {
    const listedAt = session.now();
    const sinceMs = (skew: number): number => Math.max(0, listedAt.getTime() + skew - Date.parse(cursor.until));
    const within = (skew: number): number => sinceMs(skew) + LOOKBACK_MS;
    const asked = within(skewMs);
    const listed = await list(session, { updated_within: Math.ceil(asked / 1000) });
    const foundMs = listed.skewMs ?? skewMs;
    skewMs = foundMs;
    if (within(foundMs) - asked > LOOKBACK_MS / 2) continue;
    const waiting = listed.conversations
      .map((conversation): [string, Seen] => [String(conversation.id), stateOf(conversation)])
      .filter(([id, { state }]) => cursor.seen[id]?.state !== state)
      .sort(([, a], [, b]) => a.updatedAt - b.updatedAt);
    const until = isoOf(listedAt.getTime() + foundMs);
    return [
      { ...cursor, skewMs },
      { waiting, listedAt: listedAt.toISOString(), until },
    ];
  }
};

/** Reads the next conversations of a listing; the rest waits in the cursor, so that a kill loses none. */
const readOn = async (session: ChatwootSession, cursor: PollCursor, listing: Listing): Promise<Page> => {
  const now = listing.waiting.slice(0, AT_ONCE);
  const waiting = listing.waiting.slice(AT_ONCE);
  const items = await readAll(
    session,
    now.map(([id]) => id),
  );
  const isLast = waiting.length === 0;
  const seen = { ...cursor.seen, ...Object.fromEntries(settledOf(session, now, listing)) };
  const next: PollCursor = isLast
    ? { ...cursor, until: listing.until, seen: stillListed(seen, listing.until), listing: null }
    : { ...cursor, seen, listing: { ...listing, waiting } };
  return {
    items,
    cursor: { ...next, noEventsSince: editionOf(session) },
    isLast,
    completeUntil: isLast ? earlier(listing.listedAt, listing.until) : null,
    progress: null,
  };
};

const settledOf = (session: ChatwootSession, read: Listing["waiting"], listing: Listing): Listing["waiting"] =>
  editionOf(session) === null
    ? read.filter(([, { updatedAt }]) => updatedAt + SETTLED_MS <= Date.parse(listing.until))
    : read;

const stillListed = (seen: PollCursor["seen"], until: string): PollCursor["seen"] =>
  Object.fromEntries(
    Object.entries(seen).filter(
      ([, { updatedAt }]) => updatedAt === 0 || updatedAt >= Date.parse(until) - 2 * LOOKBACK_MS,
    ),
  );

const earlier = (a: string, b: string): Date => new Date(Math.min(Date.parse(a), Date.parse(b)));

/** One page of a walk over a long gap. Whatever was said or done in a conversation moves it to the front of the list, so
 * pages only ever repeat; a rating is the one change that does not, so those are asked for afterwards. What changes
 * during the walk is found by the listing that follows it, and only that one is complete. */
const walkOn = async (session: ChatwootSession, cursor: PollCursor): Promise<Page> => {
  const walk = cursor.walk ?? {
    part: "activity",
    page: 1,
    from: isoOf(Date.parse(cursor.until) - LOOKBACK_MS),
    startedAt: isoOf(session.now().getTime() + cursor.skewMs),
  };
  const { ids, isEnd } = walk.part === "activity" ? await active(session, walk) : await rated(session, walk);
  const items = await readAll(session, ids);
  const onward = { ...cursor, noEventsSince: editionOf(session) };
  if (!isEnd) onward.walk = { ...walk, page: walk.page + 1 };
  else if (walk.part === "activity") onward.walk = { ...walk, part: "ratings", page: 1 };
  else Object.assign(onward, { walk: null, until: walk.startedAt });
  return { items, cursor: onward, isLast: false, completeUntil: null, progress: null };
};

type Found = { ids: string[]; isEnd: boolean };
type Walking = { page: number; from: string; startedAt: string };

const active = async (session: ChatwootSession, { page, from }: Walking): Promise<Found> => {
  const { conversations } = await list(session, { sort_by: "last_activity_at_desc", page });
  const at = ({ last_activity_at, updated_at }: VendorConversation): number =>
    instantOf(last_activity_at) ?? instantOf(updated_at) ?? Number.POSITIVE_INFINITY;
  const changed = conversations.filter((conversation) => at(conversation) >= Date.parse(from));
  return {
    ids: changed.map(({ id }) => String(id)),
    isEnd: conversations.length === 0 || changed.length < conversations.length,
  };
};

const rated = async (session: ChatwootSession, { page, from, startedAt }: Walking): Promise<Found> => {
  const ids = await listRated(session, new Date(from), new Date(startedAt), page);
  return { ids: [...new Set(ids)], isEnd: ids.length === 0 };
};
