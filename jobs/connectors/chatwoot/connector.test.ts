import { describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { type ConnectorPage, type Http, type HttpAnswer, HttpError, type Session } from "../connector.ts";
import { chatwoot } from "./connector.ts";
import type { BackfillCursor, PollCursor } from "./cursor.ts";
import type { Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";

type Said = { id: number; message_type: number; content: string; created_at: number; [key: string]: unknown };
type Conversation = { id: number; status: string; created_at: number; updated_at: number; messages: Said[] };
type Query = Record<string, string | number>;

const SECOND = 1000;
const HOUR = 3600;
const SETTINGS = chatwoot.settings({ address: "chat.example.com/app/accounts/1/dashboard", accountId: 1, token: "t" });

/** Chatwoot over plain data: what it answers to the requests of the connector, and a list of them. */
class Plain {
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

type Store = Map<string, Raw | null>;
type Page = ConnectorPage<Raw, PollCursor>;
type PastPage = ConnectorPage<Raw, BackfillCursor>;
const store = (kept: Store, { items }: Pick<Page, "items">): void => {
  for (const item of items) kept.set(item.externalId, item.raw);
};

/** Polls until there is nothing more; every cursor goes through JSON, as it does when it is stored. */
const pollAll = async (plain: Plain, cursor: PollCursor | null, kept: Store = new Map()): Promise<Page> => {
  for (let page = await chatwoot.poll(plain.session(), cursor); ; ) {
    store(kept, page);
    if (page.isLast) return page;
    page = await chatwoot.poll(plain.session(), JSON.parse(JSON.stringify(page.cursor)));
  }
};

const backfillAll = async (
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

const whole = async (plain: Plain): Promise<Store> => {
  const kept: Store = new Map();
  for (const id of plain.conversations.keys()) {
    kept.set(String(id), (await chatwoot.fetchOne(plain.session(), String(id))).raw);
  }
  return kept;
};

describe("poll", () => {
  test("a quiet source costs one request", async () => {
    const plain = new Plain();
    const { cursor } = await pollAll(plain, null);
    plain.log = [];
    plain.after(60);
    const page = await pollAll(plain, cursor);
    expect(plain.log).toEqual(["/accounts/1/conversations?status=all&assignee_type=all&updated_within=360"]);
    expect(page).toMatchObject({ items: [], isLast: true, completeUntil: new Date(plain.now) });
  });

  test.each(["community", "enterprise"] as const)(
    "%s: what changed a moment ago is listed again and not read again",
    async (edition) => {
      const plain = new Plain();
      plain.edition = edition;
      let { cursor } = await pollAll(plain, null);
      plain.after(60);
      plain.begin(1);
      plain.after(40);
      ({ cursor } = await pollAll(plain, cursor));
      plain.log = [];
      plain.after(60);
      const page = await pollAll(plain, cursor);
      expect([plain.log.length, page.items]).toEqual([1, []]);
      plain.say(1, "Are you there?");
      expect((await pollAll(plain, page.cursor)).items).toMatchObject([{ externalId: "1" }]);
    },
  );

  test("with reporting events a conversation that has just changed is read once more", async () => {
    const plain = new Plain();
    plain.edition = "enterprise";
    plain.begin(1);
    const first = await pollAll(plain, null);
    plain.events = [{ id: 1, name: "conversation_bot_handoff" }];
    plain.after(60);
    const second = await pollAll(plain, first.cursor);
    expect(second.items).toMatchObject([{ raw: { events: [{ id: 1 }] } }]);
    plain.after(60);
    expect((await pollAll(plain, second.cursor)).items).toEqual([]);
  });

  test("a new state without a new time is seen", async () => {
    const plain = new Plain();
    const conversation = plain.begin(1);
    const { cursor } = await pollAll(plain, null);
    conversation.status = "resolved";
    plain.after(10);
    expect((await pollAll(plain, cursor)).items).toHaveLength(1);
  });

  test("what becomes visible late, within the lookback, is still read", async () => {
    const plain = new Plain();
    let { cursor } = await pollAll(plain, null);
    plain.after(240);
    ({ cursor } = await pollAll(plain, cursor));
    plain.begin(1, plain.seconds() - 200);
    plain.after(20);
    expect((await pollAll(plain, cursor)).items).toHaveLength(1);
  });

  test.each([-600, 600])(
    "with clocks %i s apart nothing is lost, and it says complete no later than is true",
    async (s) => {
      const plain = new Plain();
      const { cursor } = await pollAll(plain, null);
      const kept: Store = new Map();
      plain.begin(0);
      plain.after(30);
      plain.skewMs = s * SECOND;
      plain.begin(1);
      const page = await pollAll(plain, cursor, kept);
      expect(page.completeUntil?.getTime()).toBe(plain.now + Math.min(0, plain.skewMs));
      plain.after(30);
      plain.begin(2);
      plain.after(200);
      const { cursor: next } = await pollAll(plain, page.cursor, kept);
      plain.after(250);
      plain.begin(3);
      plain.after(400);
      await pollAll(plain, next, kept);
      expect([...kept.keys()].sort()).toEqual(["0", "1", "2", "3"]);
    },
  );

  test("many changes come by fifty, listed once, and what is still to be read stands in the cursor", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 120; id++) plain.begin(id);
    const kept: Store = new Map();
    const sizes: number[] = [];
    let cursor: PollCursor | null = null;
    for (let isLast = false; !isLast; ) {
      const page: Page = await chatwoot.poll(plain.session(), cursor);
      sizes.push(page.items.length);
      store(kept, page);
      expect(page.completeUntil === null).toBe(!page.isLast);
      ({ isLast } = page);
      cursor = JSON.parse(JSON.stringify(page.cursor));
    }
    expect(sizes).toEqual([50, 50, 20]);
    expect(kept).toEqual(await whole(plain));
    expect(plain.log.filter((line) => line.includes("updated_within"))).toHaveLength(1);
    expect(plain.mostAtOnce).toBe(6);
  });

  test("after a long gap the list is walked by pages, with what was rated meanwhile, and then listed", async () => {
    const plain = new Plain();
    plain.begin(500, plain.seconds() - 90 * HOUR);
    for (let id = 1; id <= 10; id++) plain.begin(id, plain.seconds() - 48 * HOUR);
    const { cursor } = await pollAll(plain, null);
    plain.after(10 * HOUR);
    for (let id = 11; id <= 70; id++) plain.begin(id, plain.seconds() - HOUR);
    plain.ratings = [{ id: 1, conversation_id: 500, message_id: 1, rating: 5 }];
    const kept: Store = new Map();
    plain.log = [];
    const page = await pollAll(plain, cursor, kept);
    const expected = Array.from({ length: 60 }, (_, i) => i + 11);
    expect([...kept.keys()].map(Number).sort((a, b) => a - b)).toEqual([...expected, 500]);
    expect(page.completeUntil).toEqual(new Date(plain.now));
    expect(plain.log.filter((line) => line.includes("updated_within"))).toEqual([
      "/accounts/1/conversations?status=all&assignee_type=all&updated_within=300",
    ]);
  });

  test("a conversation gone between list and read is said to be gone", async () => {
    const plain = new Plain();
    plain.begin(1);
    plain.statuses = { "/conversations/1": 404 };
    expect((await pollAll(plain, null)).items).toEqual([{ externalId: "1", raw: null, isGone: true }]);
  });

  test("an error ends the page and leaves the cursor where it was", async () => {
    const plain = new Plain();
    plain.begin(1);
    plain.statuses = { messages: 500 };
    await expect(chatwoot.poll(plain.session(), null)).rejects.toThrow(HttpError);
  });
});

describe("backfill", () => {
  const range = { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-03-09T00:00:00Z") };
  const started = range.from.getTime() / SECOND;

  test("reads every conversation of the range once, oldest first, and says how far it is", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 130; id++) plain.begin(id, started + id * HOUR);
    plain.begin(900, started - HOUR);
    plain.begin(901, range.to.getTime() / SECOND);
    const { ids, pages } = await backfillAll(plain, range);
    expect(ids.map(Number)).toEqual(Array.from({ length: 130 }, (_, i) => i + 1));
    expect(pages.at(-1)).toMatchObject({ isLast: true, completeUntil: null, progress: { done: 130, total: 130 } });
    expect(pages[0]?.progress).toEqual({ done: 24, total: 132 });
  });

  test("pages that move because of deletions lose nothing", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 200; id++) plain.begin(id, started + id * 60);
    let gone = 0;
    const shifts = [12, 0, 0, 30, 5, 60];
    const { ids } = await backfillAll(plain, range, () => {
      for (let n = shifts.shift() ?? 0; n > 0; n--) plain.conversations.delete(++gone);
    });
    expect(new Set(ids).size).toBe(ids.length);
    const read = new Set(ids);
    const left = [...plain.conversations.keys()].filter((id) => !read.has(String(id)));
    expect(left).toEqual([]);
  });

  test("many of one second, over page ends, are all read", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 60; id++) plain.begin(id, started + 5);
    expect((await backfillAll(plain, range)).ids).toHaveLength(60);
  });

  test("the years before the range are not walked through", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 1000; id++) plain.begin(id, started - (1001 - id) * HOUR);
    for (let id = 1001; id <= 1010; id++) plain.begin(id, started + id);
    const { ids } = await backfillAll(plain, range);
    expect(ids.map(Number)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1001));
    expect(plain.log.filter((line) => line.includes("created_at_asc")).length).toBeLessThan(12);
  });

  test("nothing there is the end", async () => {
    expect((await backfillAll(new Plain(), range)).pages).toMatchObject([{ items: [], isLast: true }]);
  });

  test("then polls give what a full read again gives", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 40; id++) plain.begin(id, plain.seconds() - 40 * HOUR + id * HOUR);
    let { cursor } = await pollAll(plain, null);
    const kept: Store = new Map();
    const all = { from: new Date(0), to: new Date(plain.now) };
    for (const page of (await backfillAll(plain, all)).pages) store(kept, page);
    for (let round = 0; round < 20; round++) {
      plain.after(97);
      plain.say(1 + ((round * 7) % 40), `round ${round}`);
      if (round % 3 === 0) plain.begin(100 + round);
      plain.after(20);
      ({ cursor } = await pollAll(plain, cursor, kept));
    }
    expect(kept).toEqual(await whole(plain));
  });
});

describe("one conversation", () => {
  test("all its messages, a hundred at a time, without an empty page at the end", async () => {
    const plain = new Plain();
    plain.begin(1);
    for (let n = 0; n < 249; n++) plain.say(1, String(n));
    const { raw } = await chatwoot.fetchOne(plain.session(), "1");
    expect(raw?.messages).toHaveLength(250);
    expect(plain.log.filter((line) => line.includes("messages"))).toHaveLength(3);
  });

  test("messages whose ids are not in the order of their times are all read, each once", async () => {
    const plain = new Plain();
    const conversation = plain.begin(1);
    for (let n = 1; n < 250; n++) plain.say(1, String(n), plain.seconds() + n);
    for (const [one, other] of [
      [99, 103],
      [98, 110],
      [180, 185],
    ] as const) {
      const [a, b] = [conversation.messages[one], conversation.messages[other]];
      if (a && b) [a.created_at, b.created_at] = [b.created_at, a.created_at];
    }
    const { raw } = await chatwoot.fetchOne(plain.session(), "1");
    const idsOf = (messages: unknown): number[] => (messages as Said[]).map(({ id }) => id).sort((a, b) => a - b);
    expect(idsOf(raw?.messages)).toEqual(idsOf(conversation.messages));
  });

  test("the community edition is asked for events once, and again a day later", async () => {
    const plain = new Plain();
    plain.begin(1);
    const asked = () => plain.log.filter((line) => line.includes("reporting_events")).length;
    expect((await chatwoot.fetchOne(plain.session(), "1")).raw?.events).toBeNull();
    await chatwoot.fetchOne(plain.session(), "1");
    expect(asked()).toBe(1);
    plain.after(25 * HOUR);
    plain.edition = "enterprise";
    expect((await chatwoot.fetchOne(plain.session(), "1")).raw?.events).toEqual([]);
    expect(asked()).toBe(2);
  });

  test("that the edition has no events outlives a restart", async () => {
    const plain = new Plain();
    plain.begin(1);
    const { cursor } = await pollAll(plain, null);
    const restarted = new Plain();
    restarted.after(60);
    restarted.begin(1);
    await pollAll(restarted, cursor);
    expect(restarted.log.filter((line) => line.includes("reporting_events"))).toEqual([]);
  });

  test("the answer to its survey is looked for only when there is one", async () => {
    const plain = new Plain();
    plain.begin(1);
    const answered = { submitted_values: { csat_survey_response: { rating: 4 } } };
    plain.say(1, "Rate us", plain.seconds(), { message_type: 3, content_type: "input_csat" });
    await chatwoot.fetchOne(plain.session(), "1");
    expect(plain.log.join()).not.toContain("csat");
    plain.say(1, "Rate us", plain.seconds(), {
      message_type: 3,
      content_type: "input_csat",
      content_attributes: answered,
    });
    const mine = { id: 9, rating: 4, message_id: 3, conversation_id: 1, created_at: plain.seconds() + 50 };
    const others = Array.from({ length: 30 }, (_, i) => ({
      id: i,
      message_id: 100 + i,
      conversation_id: 2,
      rating: 1,
    }));
    plain.ratings = [...others, mine];
    const { raw } = await chatwoot.fetchOne(plain.session(), "1");
    expect(raw?.ratings).toEqual([mine]);
    expect(plain.log.filter((line) => line.includes("csat"))).toHaveLength(2);
  });

  test("one that is not there is gone", async () => {
    expect(await chatwoot.fetchOne(new Plain().session(), "5")).toEqual({ externalId: "5", raw: null, isGone: true });
  });
});

describe("a new connection", () => {
  test("who and what is there", async () => {
    expect(await chatwoot.discover(new Plain().session())).toEqual({
      account: "Acme",
      teams: [{ id: "2", name: "Billing" }],
      agents: [{ id: "7", name: "Ray" }],
      inboxes: [{ id: "3", name: "Site", channel: "web_chat" }],
    });
  });

  test.each<[string, (plain: Plain) => void, string, RegExp]>([
    ["no answer", (plain) => Object.assign(plain, { statuses: { profile: 0 } }), "unavailable", /^No answer from/],
    ["no Chatwoot", (plain) => Object.assign(plain, { statuses: { profile: 404 } }), "bad_input", /no Chatwoot at/],
    [
      "another's JSON",
      (plain) => Object.assign(plain, { answer: () => ({ hello: 1 }) }),
      "bad_input",
      /no Chatwoot at/,
    ],
    ["a page of HTML", (plain) => Object.assign(plain, { answer: () => null }), "bad_input", /no Chatwoot at/],
    ["the token refused", (plain) => Object.assign(plain, { statuses: { profile: 401 } }), "unauthorised", /refused/],
    ["an agent's token", (plain) => Object.assign(plain, { role: "agent" }), "forbidden", /administrator/],
    ["no permission", (plain) => Object.assign(plain, { statuses: { agents: 403 } }), "forbidden", /may not see/],
    ["the account gone", (plain) => Object.assign(plain, { statuses: { teams: 404 } }), "not_found", /no account 1/],
    ["an error", (plain) => Object.assign(plain, { statuses: { inboxes: 502 } }), "unavailable", /answered 502/],
    ["too many requests", (plain) => Object.assign(plain, { statuses: { agents: 429 } }), "too_many", /fewer/],
  ])("%s is said in one sentence", async (_, spoil, code, sentence) => {
    const plain = new Plain();
    spoil(plain);
    const error = await chatwoot.discover(plain.session()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
  });

  test("another account than the token's is said", async () => {
    const plain = new Plain();
    const session = { ...plain.session(), settings: { ...SETTINGS, accountId: "8" } };
    await expect(chatwoot.discover(session)).rejects.toMatchObject({ code: "not_found" });
  });

  test("settings are read as people type them", () => {
    expect(SETTINGS).toEqual({
      address: "https://chat.example.com",
      accountId: "1",
      token: "t",
      webhookSecret: null,
      botUserIds: [],
    });
    const typed = { address: " http://10.0.0.5:3000/help/ ", accountId: "12", token: " t ", botUserIds: "3, 5," };
    expect(chatwoot.settings(typed)).toMatchObject({
      address: "http://10.0.0.5:3000/help",
      accountId: "12",
      token: "t",
      botUserIds: ["3", "5"],
    });
    expect(chatwoot.access(chatwoot.settings(typed))).toEqual({
      base: "http://10.0.0.5:3000/help/api/v1",
      headers: { api_access_token: "t" },
      perSecond: 20,
    });
  });

  test.each([
    [{ accountId: "1", token: "t" }, /address/],
    [{ address: "ftp://x", accountId: "1", token: "t" }, /not a web address/],
    [{ address: "a.example", accountId: "acme", token: "t" }, /number/],
    [{ address: "a.example", accountId: "1", token: "" }, /token/],
    [{ address: "a.example", accountId: "1", token: "t", botUserIds: "Ray" }, /numbers/],
  ])("settings that cannot be used are refused: %o", (given, sentence) => {
    expect(() => chatwoot.settings(given)).toThrow(AppError);
    expect(() => chatwoot.settings(given)).toThrow(sentence);
  });
});
