import type { ConnectorPage, Session } from "#jobs/connectors/connector.ts";
import { askList, readMany } from "./client.ts";
import { type Conversation, instantOf, type Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";

/** page: the last one that was read; ids: what it and the one before held. */
export type PastCursor = { page: number; ids: string[]; done: number };

/** What began in a stretch of time, the newest first, so that the weeks people look at are there soon. Pages are counted
 * from the newest: when something is deleted meanwhile the rest moves up, so the page before is listed again each time. */
export const readPast = async (
  session: Session<Settings>,
  { from, to }: { from: Date; to: Date },
  cursor: PastCursor | null,
): Promise<ConnectorPage<Raw, PastCursor>> => {
  const page = (cursor?.page ?? 0) + 1;
  const before = page > 1 ? await listPage(session, page - 1) : [];
  const listed = await listPage(session, page);
  const known = new Set(cursor?.ids);
  const wanted = [...before, ...listed].filter((one) => isWithin(one, from, to) && !known.has(String(one.id)));
  const ids = [...new Set(wanted.map((one) => String(one.id)))];
  const items = await readMany(session, ids);
  const done = (cursor?.done ?? 0) + ids.length;
  const oldest = Math.min(...listed.map(({ created_at: at }) => instantOf(at)));
  return {
    items,
    cursor: { page, ids: [...before, ...listed].map((one) => String(one.id)), done },
    isLast: listed.length === 0 || oldest < from.getTime(),
    completeUntil: null,
    progress: { done, total: estimate(done, { from, to, oldest }) },
  };
};

const listPage = async (session: Session<Settings>, page: number): Promise<Conversation[]> =>
  (await askList(session, { page, sort_by: "created_at_desc" })).conversations;

const isWithin = ({ created_at: at }: Conversation, from: Date, to: Date): boolean => {
  const time = instantOf(at);
  return time >= from.getTime() && time < to.getTime();
};

/** How many there will be, if they are spread as evenly as so far: the list counts all of the account, not of a time. */
const estimate = (done: number, { from, to, oldest }: { from: Date; to: Date; oldest: number }): number | null => {
  if (done === 0 || !Number.isFinite(oldest)) return done === 0 ? null : done;
  const share = (to.getTime() - Math.max(oldest, from.getTime())) / (to.getTime() - from.getTime());
  return share <= 0 ? null : Math.max(done, Math.round(done / share));
};
