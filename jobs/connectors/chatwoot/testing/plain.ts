import { type ConnectorPage, type Http, type HttpAnswer, HttpError, type Session } from "../../connector.ts";
import { chatwoot } from "../connector.ts";
import type { BackfillCursor, PollCursor } from "../cursor.ts";
import type { Raw } from "../schema.ts";
import type { Settings } from "../settings.ts";

export type Said = { id: number; message_type: number; content: string; created_at: number; [key: string]: unknown };
type Conversation = { id: number; status: string; created_at: number; updated_at: number; messages: Said[] };
type Query = Record<string, string | number>;

export const SECOND = 1000;
export const HOUR = 3600;
export const SETTINGS = chatwoot.settings({
  address: "chat.example.com/app/accounts/1/dashboard",
  accountId: 1,
  token: "t",
});

/** Chatwoot over plain data: what it answers to the requests of the connector, and a list of them. */
export class Plain {
  now = Date.parse("2026-03-10T10:00:00Z");
  skewMs = 0;
  pageSize = 25;
  edition: "community" | "enterprise" = "community";
  conversations = new Map<number, Conversation>();
  ratings: Record<string, unknown>[] = [];
  events: Record<string, unknown>[] = [];
  log: string[] = [];
  statuses: Record<string, number> = {};
  role = "administrator";
  nextMessage = 1;
  atOnce = 0;
  mostAtOnce = 0;

  seconds = (): number => Math.floor((this.now + this.skewMs) / SECOND);

  begin = (id: number, at = this.seconds()): Conversation => {
    const conversation = { id, status: "open", created_at: at, updated_at: at, messages: [] };
    this.conversations.set(id, conversation);
    this.say(id, "Hello", at);
    return conversation;
  };

  say = (id: number, content: string, at = this.seconds(), more: Record<string, unknown> = {}): void => {
    const conversation = this.conversations.get(id);
    if (!conversation) return;
    const sender = { id, type: "contact" };
    conversation.messages.push({ id: this.nextMessage++, message_type: 0, content, created_at: at, sender, ...more });
    conversation.updated_at = Math.max(conversation.updated_at, at);
  };

  /** As a conversation is listed: with its last message only. */
  shown = ({ messages, ...rest }: Conversation) => ({
    ...rest,
    last_activity_at: messages.at(-1)?.created_at,
    messages: messages.slice(-1),
  });

  http: Http = {
    get: async (path, query = {}) => {
      this.log.push(`${path}?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]))}`);
      this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
      await Promise.resolve();
      this.atOnce -= 1;
      const status = Object.entries(this.statuses).find(([part]) => path.includes(part))?.[1] ?? 200;
      if (status !== 200) throw new HttpError(status === 0 ? null : status, `answered ${status}`);
      const json = this.answer(path, query);
      if (json === undefined) throw new HttpError(404, "not there");
      return { status: 200, json: structuredClone(json), skewMs: this.skewMs } satisfies HttpAnswer;
    },
    post: async () => {
      throw new HttpError(404, "not there");
    },
  };

  answer = (path: string, query: Query): unknown => {
    if (path === "/profile") return { id: 1, accounts: [{ id: 1, name: "Acme", role: this.role }] };
    const [, what = "", id, part] = /^\/accounts\/1\/(\w+)(?:\/(\d+))?(?:\/(\w+))?$/.exec(path) ?? [];
    if (what === "teams") return [{ id: 2, name: "Billing" }];
    if (what === "agents") return [{ id: 7, name: "Ray" }];
    if (what === "inboxes") return { payload: [{ id: 3, name: "Site", channel_type: "Channel::WebWidget" }] };
    if (what === "csat_survey_responses") return this.page(this.ratings, query);
    if (what !== "conversations") return undefined;
    if (id === undefined)
      return { data: { meta: { all_count: this.conversations.size }, payload: this.listed(query) } };
    const conversation = this.conversations.get(Number(id));
    if (!conversation) return undefined;
    if (part === undefined) return this.shown(conversation);
    if (part === "messages") {
      const after = conversation.messages.filter((one) => one.id > Number(query["after"]));
      return { meta: {}, payload: after.toSorted((a, b) => a.created_at - b.created_at).slice(0, 100) };
    }
    return this.edition === "enterprise" ? this.events : undefined;
  };

  page = <T>(rows: T[], { page }: Query): T[] =>
    rows.slice((Number(page ?? 1) - 1) * this.pageSize, Number(page ?? 1) * this.pageSize);

  listed = (query: Query): unknown[] => {
    const all = [...this.conversations.values()];
    const since = this.seconds() - Number(query["updated_within"]);
    if ("updated_within" in query) return all.filter((one) => one.updated_at > since).map(this.shown);
    const lastAt = (one: Conversation): number => one.messages.at(-1)?.created_at ?? 0;
    const sorted =
      query["sort_by"] === "created_at_asc"
        ? all.toSorted((a, b) => a.created_at - b.created_at || a.id - b.id)
        : all.toSorted((a, b) => lastAt(b) - lastAt(a));
    return this.page(sorted, query).map(this.shown);
  };

  session = (): Session<Settings> => ({
    settings: SETTINGS,
    http: this.http,
    now: () => new Date(this.now),
    signal: new AbortController().signal,
  });

  after = (seconds: number): void => {
    this.now += seconds * SECOND;
  };
}

export type Store = Map<string, Raw | null>;
export type Page = ConnectorPage<Raw, PollCursor>;
type PastPage = ConnectorPage<Raw, BackfillCursor>;
export const store = (kept: Store, { items }: Pick<Page, "items">): void => {
  for (const item of items) kept.set(item.externalId, item.raw);
};

/** Polls until there is nothing more; every cursor goes through JSON, as it does when it is stored. */
export const pollAll = async (plain: Plain, cursor: PollCursor | null, kept: Store = new Map()): Promise<Page> => {
  for (let page = await chatwoot.poll(plain.session(), cursor); ; ) {
    store(kept, page);
    if (page.isLast) return page;
    page = await chatwoot.poll(plain.session(), JSON.parse(JSON.stringify(page.cursor)));
  }
};

/** Reads a range to its end, page by page; `between` is called after each. */
export const backfillAll = async (
  plain: Plain,
  range: { from: Date; to: Date },
  between: (page: PastPage) => void = () => {},
): Promise<{ ids: string[]; pages: PastPage[] }> => {
  const ids: string[] = [];
  const pages: PastPage[] = [];
  for (let cursor: BackfillCursor | null = null; ; ) {
    const page: PastPage = await chatwoot.backfill(plain.session(), range, cursor);
    pages.push(page);
    ids.push(...page.items.map(({ externalId }) => externalId));
    if (page.isLast) return { ids, pages };
    cursor = JSON.parse(JSON.stringify(page.cursor));
    between(page);
  }
};

/** Every conversation read at once. */
export const whole = async (plain: Plain): Promise<Store> => {
  const kept: Store = new Map();
  for (const id of plain.conversations.keys()) {
    kept.set(String(id), (await chatwoot.fetchOne(plain.session(), String(id))).raw);
  }
  return kept;
};
