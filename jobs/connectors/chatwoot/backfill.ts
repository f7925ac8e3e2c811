import type { ConnectorPage } from "../connector.ts";
import { type ChatwootSession, editionOf, type Listed, list, readAll, rememberEdition } from "./client.ts";
import type { BackfillCursor } from "./cursor.ts";
import type { Raw, VendorConversation } from "./schema.ts";
import { instantOf } from "./time.ts";

type Page = ConnectorPage<Raw, BackfillCursor>;
type Range = { from: Date; to: Date };

const SORT = "created_at_asc";
/** Two pages are remembered, whatever their size is set to. */
const REMEMBERED_PAGES = 2;

const startOf = (conversation: VendorConversation): number => instantOf(conversation.created_at) ?? 0;
const idOf = (conversation: VendorConversation): string => String(conversation.id);

/** The conversations that began in a range, oldest first, a page a call. Pages are counted from the beginning, so a
 * deletion moves all that follow: each call lists the last page once more, and goes back when it knows none of it. */
export const backfill = async (session: ChatwootSession, range: Range, given: BackfillCursor | null): Promise<Page> => {
  rememberEdition(session, given?.noEventsSince);
  const cursor = given ?? (await begin(session, range));
  const found = await nextPage(session, cursor);
  const isNew = (conversation: VendorConversation): boolean =>
    startOf(conversation) >= Math.max(cursor.reached, range.from.getTime()) &&
    startOf(conversation) < range.to.getTime() &&
    !cursor.recent.includes(idOf(conversation));
  const ids = found.conversations.filter(isNew).map(idOf);
  const items = await readAll(session, ids);
  const isLast =
    found.conversations.length === 0 ||
    found.conversations.some((conversation) => startOf(conversation) >= range.to.getTime());
  const done = cursor.done + ids.length;
  const listed = found.conversations.map(idOf);
  const onward: BackfillCursor = {
    page: found.page,
    recent: [...new Set([...cursor.recent, ...listed])].slice(-REMEMBERED_PAGES * Math.max(listed.length, 25)),
    reached: Math.max(cursor.reached, ...found.conversations.filter(isNew).map(startOf)),
    done,
    total: isLast ? done : cursor.total,
    noEventsSince: editionOf(session),
  };
  return { items, cursor: onward, isLast, completeUntil: null, progress: { done, total: onward.total } };
};

/** The page that goes on from the cursor: the last one if there is something new on it, else the one after it. */
const nextPage = async (
  session: ChatwootSession,
  cursor: BackfillCursor,
): Promise<{ page: number; conversations: VendorConversation[] }> => {
  let { page } = cursor;
  const get = async (): Promise<VendorConversation[]> => (await list(session, { sort_by: SORT, page })).conversations;
  let conversations = await get();
  const isKnown = (one: VendorConversation): boolean => cursor.recent.includes(idOf(one));
  const isBefore = (one: VendorConversation): boolean => startOf(one) < cursor.reached;
  while (page > 1 && cursor.recent.length > 0 && !conversations.some((one) => isKnown(one) || isBefore(one))) {
    page -= 1;
    conversations = await get();
  }
  while (conversations.length > 0 && conversations.every((one) => isKnown(one) || isBefore(one))) {
    page += 1;
    conversations = await get();
  }
  return { page, conversations };
};

/** Where the range begins: found by halving, so that years before it are not walked through. */
const begin = async (session: ChatwootSession, { from }: Range): Promise<BackfillCursor> => {
  const get = (page: number): Promise<Listed> => list(session, { sort_by: SORT, page });
  const first = await get(1);
  const size = Math.max(first.conversations.length, 1);
  const endsBefore = ({ conversations }: Listed): boolean =>
    conversations.length > 0 && conversations.every((one) => startOf(one) < from.getTime());
  let [low, high] = [1, Math.ceil((first.total ?? size) / size)];
  if (!endsBefore(first)) high = 1;
  else low = 2;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (endsBefore(await get(middle))) low = middle + 1;
    else high = middle;
  }
  const total = first.total === null ? null : Math.max(0, first.total - (low - 1) * size);
  return { page: low, recent: [], reached: 0, done: 0, total, noEventsSince: editionOf(session) };
};
