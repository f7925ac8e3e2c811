import { type Http, HttpError, type Read, type Session } from "../connector.ts";
import { isAnsweredSurvey } from "./ratings.ts";
import { listSchema, messageIdSchema, pageSchema, type Raw, ratingsSchema, type VendorConversation } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { instantOf } from "./time.ts";

export type ChatwootSession = Session<Settings>;
export type Listed = { conversations: VendorConversation[]; total: number | null; skewMs: number | null };

/** Until when a connection need not be asked for reporting events again, because its edition has none: it may be
 * upgraded. Kept beside the connection's own client, and in cursors so that it outlives a restart. */
const NO_EVENTS_MS = 24 * 3_600_000;
const noEventsSince = new WeakMap<Http, string>();
const hasEvents = new WeakSet<Http>();

export const editionOf = ({ http }: ChatwootSession): string | null => noEventsSince.get(http) ?? null;
export const rememberEdition = ({ http }: ChatwootSession, since: string | null | undefined): void => {
  if (since && !noEventsSince.has(http)) noEventsSince.set(http, since);
};

export const pathOf = ({ accountId }: Settings, rest: string): string => `/accounts/${accountId}/${rest}`;

type Query = Record<string, string | number>;

/** What it says of a conversation that is not there, itself: of a proxy's page that says so nothing would be left. */
const GONE = [404] as const;

/** An answer's JSON, or null when the thing is not there (or, for what not everybody may see, not for us). */
export const ask = async (
  { http, settings }: ChatwootSession,
  path: string,
  query: Query = {},
  absent: readonly number[] = GONE,
): Promise<unknown | null> => {
  try {
    const { status, json } = await http.get(pathOf(settings, path), query);
    if (absent.includes(status)) return null;
    if (status >= 400) throw new HttpError(status, `Chatwoot answered ${status} to ${path}.`);
    return json;
  } catch (error) {
    if (!(error instanceof HttpError) || error.status === null || !absent.includes(error.status)) throw error;
    if (absent === GONE && error.isPage) {
      throw new HttpError(error.status, "A web page, and not Chatwoot, says that a conversation is not there.");
    }
    return null;
  }
};

const unreadable = (what: string): HttpError => new HttpError(200, `Chatwoot's answer for ${what} cannot be read.`);

/** One page of a listing, of conversations in every state and of everybody. */
export const list = async ({ http, settings }: ChatwootSession, query: Query): Promise<Listed> => {
  const path = pathOf(settings, "conversations");
  const { status, json, skewMs } = await http.get(path, { status: "all", assignee_type: "all", ...query });
  if (status >= 400) throw new HttpError(status, `Chatwoot answered ${status} to the list of conversations.`);
  const read = listSchema.safeParse(json);
  if (!read.success) throw unreadable("the list of conversations");
  const { payload, meta } = read.data.data;
  return { conversations: payload.filter(({ id }) => id != null), total: meta?.all_count ?? null, skewMs };
};

/** One conversation whole. The conversation itself is read first: what changes while the rest is read then comes with a
 * revision too old rather than too new, and the next poll puts it right. */
const readWhole = async (session: ChatwootSession, id: string): Promise<Read<Raw>> => {
  const gone = { externalId: id, raw: null, isGone: true } as const;
  const conversation = await ask(session, `conversations/${id}`);
  if (conversation === null) return gone;
  const messages = await readMessages(session, id, lastMessageId(conversation));
  if (messages === null) return gone;
  const events = await readEvents(session, id);
  const ratings = await readRatings(session, id, messages);
  return { externalId: id, raw: { conversation, messages, events, ratings }, isGone: false };
};

/** The same, and one that Chatwoot fails on again and again, or gives in a way that cannot be read, holds up no other. */
export const readOne = async (session: ChatwootSession, id: string): Promise<Read<Raw>> => {
  try {
    return await readWhole(session, id);
  } catch (error) {
    if (!(error instanceof HttpError) || (error.status !== 500 && error.status !== 200)) throw error;
    return { externalId: id, raw: null, isGone: false, problem: error.message };
  }
};

const lastMessageId = (conversation: unknown): number => {
  const messages = (conversation as { messages?: unknown } | null)?.messages;
  return maxId(Array.isArray(messages) ? messages : []);
};

const maxId = (messages: readonly unknown[]): number =>
  messages.reduce<number>((max, message) => Math.max(max, messageIdSchema.safeParse(message).data?.id ?? 0), 0);

const PAGE = 100;
const OVERLAP = 20;

/** All messages. At most 100 come at once: those with an id above `after`, by their time, which is not always the order
 * of their ids. So a page that is full is followed from a little before its end, and nobody is taken twice. The
 * conversation names its last message, which saves the empty page at the end. */
const readMessages = async (session: ChatwootSession, id: string, last: number): Promise<unknown[] | null> => {
  const messages = new Map<number, unknown>();
  for (let after = 0; ; ) {
    session.signal.throwIfAborted();
    const json = await ask(session, `conversations/${id}/messages`, { after });
    if (json === null) return null;
    const page = pageSchema.safeParse(json);
    if (!page.success) throw unreadable(`the messages of conversation ${id}`);
    const known = messages.size;
    for (const message of page.data.payload) messages.set(maxId([message]), message);
    const isAll = page.data.payload.length < PAGE && maxId([...messages.values()]) >= last;
    if (messages.size === known || (isAll && last > 0)) return [...messages.values()];
    after = nextAfter(page.data.payload, after);
  }
};

const nextAfter = (page: readonly unknown[], after: number): number => {
  const max = maxId(page);
  if (page.length < PAGE) return max;
  const tail = Math.min(...page.slice(-OVERLAP).map((message) => maxId([message])));
  return tail > after ? tail : max;
};

/** Null = this edition has no reporting events, or the token may not see them. */
const readEvents = async (session: ChatwootSession, id: string): Promise<unknown[] | null> => {
  const since = instantOf(noEventsSince.get(session.http));
  const now = session.now();
  if (since !== null && now.getTime() - since < NO_EVENTS_MS) return null;
  const json = await ask(session, `conversations/${id}/reporting_events`, {}, [401, 403, 404]);
  if (json === null) {
    // Where there were some before, it is this conversation that has just been deleted.
    if (!hasEvents.has(session.http)) noEventsSince.set(session.http, now.toISOString());
    return null;
  }
  hasEvents.add(session.http);
  noEventsSince.delete(session.http);
  return rowsOf(json) ?? [];
};

const rowsOf = (json: unknown): unknown[] | null => {
  if (Array.isArray(json)) return json;
  const page = pageSchema.safeParse(json);
  return page.success ? page.data.payload : null;
};

const RATING_PAGES = 4;

/** The answers to this conversation's surveys. Chatwoot lists those of the whole account by time only, so they are looked
 * for from the first answered survey on, and only when there is one: answers come soon or not at all. */
const readRatings = async (session: ChatwootSession, id: string, messages: unknown[]): Promise<unknown[]> => {
  const answered = messages.filter(isAnsweredSurvey) as { id?: unknown; created_at?: string | number | null }[];
  const sent = answered.flatMap(({ created_at }) => instantOf(created_at) ?? []);
  if (sent.length === 0) return [];
  // Without both ends Chatwoot passes over the range.
  const range = {
    since: Math.floor(Math.min(...sent) / 1000),
    until: Math.ceil(session.now().getTime() / 1000) + 86_400,
  };
  const missing = new Set(answered.map((message) => String(message.id)));
  const found: unknown[] = [];
  for (let page = 1; page <= RATING_PAGES && missing.size > 0; page++) {
    const query = { ...range, sort: "created_at", page };
    const rows = rowsOf(await ask(session, "csat_survey_responses", query, [401, 403, 404])) ?? [];
    for (const row of rows) {
      const rating = ratingsSchema.parse([row])[0];
      if (String(rating?.conversation_id) === id && missing.delete(String(rating?.message_id))) found.push(row);
    }
    if (rows.length === 0) break;
  }
  return found;
};

/** Ids of the conversations that were rated in a stretch of time, a page of them. */
export const listRated = async (session: ChatwootSession, from: Date, to: Date, page: number): Promise<string[]> => {
  const range = { since: Math.floor(from.getTime() / 1000), until: Math.ceil(to.getTime() / 1000) };
  const json = await ask(session, "csat_survey_responses", { ...range, sort: "created_at", page }, [401, 403, 404]);
  const ratings = ratingsSchema.parse(rowsOf(json) ?? []);
  return ratings.flatMap(({ conversation_id }) => (conversation_id == null ? [] : String(conversation_id)));
};

const AT_ONCE = 6;

/** Reads several conversations whole, a few at a time, in the order given. The first that fails ends it. */
export const readAll = async (session: ChatwootSession, ids: readonly string[]): Promise<Read<Raw>[]> => {
  const reads: Read<Raw>[] = new Array(ids.length);
  const waiting = ids.entries();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (const [i, id] of waiting) {
      if (hasFailed) return;
      session.signal.throwIfAborted();
      reads[i] = await readOne(session, id);
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, ids.length) }, guarded));
  return reads;
};
