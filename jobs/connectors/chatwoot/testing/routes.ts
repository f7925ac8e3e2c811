import type { FakeAnswer, FakeRequest, Route } from "../../testing/fake-route.ts";
import { portalRoutes } from "./help-centre.ts";
import * as views from "./views.ts";
import { type FakeConversation, type FakeMessage, findConversation, type World } from "./world.ts";

const PAGE = 25;

/** `now` is what the vendor believes; `committedBy` the true time, which decides what can be seen. */
export type Moment = { now: () => number; committedBy: () => number };

const ok = (json: unknown): FakeAnswer => ({ status: 200, json });
const MISSING: FakeAnswer = { status: 404, json: { error: "Resource could not be found" } };

const pageOf = <T>(rows: T[], query: URLSearchParams): T[] => {
  const page = Math.max(1, Number(query.get("page")) || 1);
  return rows.slice((page - 1) * PAGE, page * PAGE);
};

/** Everything a reader asks of one account. Only the account that exists can be read with the token. */
export const chatwootRoutes = (world: World, moment: Moment): Route[] => {
  const account = (path: string, answer: (request: FakeRequest) => FakeAnswer): Route => ({
    method: "GET",
    path: `/api/v1/accounts/:account${path}`,
    handle: (request) => (request.params["account"] === String(world.staff.accountId) ? answer(request) : MISSING),
  });
  const one = (path: string, answer: (conversation: FakeConversation, request: FakeRequest) => FakeAnswer): Route =>
    account(`/conversations/:id${path}`, (request) => {
      const found = findConversation(world, Number(request.params["id"]), moment.committedBy());
      return found ? answer(found, request) : MISSING;
    });
  return [
    { method: "GET", path: "/api/v1/profile", handle: () => ok(profileJson(world)) },
    account("", () => ok(accountJson(world))),
    account("/conversations", ({ query }) => listConversations(world, query, moment)),
    one("", (conversation) => ok(views.conversationJson(world, conversation))),
    one("/messages", (conversation, { query }) => listMessages(world, conversation, query)),
    ...(world.edition === "enterprise" ? eventRoutes(world, moment, account, one) : []),
    ...portalRoutes(() => world.portals, world.staff.accountId, account),
    account("/csat_survey_responses", ({ query }) => ok(ratingsOf(world, query, moment))),
    account("/agents", () => ok(world.staff.agents.map((agent) => views.agentJson(world, agent)))),
    account("/teams", () => ok(world.staff.teams.map(({ id }) => views.teamJson(world, id)))),
    account("/inboxes", () => ok({ payload: world.staff.inboxes.map(views.inboxJson) })),
    account("/agent_bots", () => ok([views.agentBotJson(world)])),
    account("/labels", () => ok({ payload: world.staff.labels.map(labelJson) })),
    account("/contacts/:id", ({ params }) => {
      const contact = world.contacts.get(Number(params["id"]));
      return contact ? ok({ payload: { ...views.contactJson(contact), contact_inboxes: [] } }) : MISSING;
    }),
  ];
};

const labelJson = (label: World["staff"]["labels"][number]) => ({ ...label, description: "", show_on_sidebar: true });

const adminOf = (world: World) => world.staff.agents.filter(({ role }) => role === "administrator").slice(0, 1);

const profileJson = (world: World) => {
  const { accountId, accountName } = world.staff;
  return adminOf(world).map((admin) => ({
    id: admin.id,
    account_id: accountId,
    name: admin.name,
    available_name: admin.name,
    display_name: null,
    email: admin.email,
    uid: admin.email,
    confirmed: true,
    role: admin.role,
    type: null,
    accounts: [
      { id: accountId, name: accountName, status: "active", role: admin.role, permissions: ["administrator"] },
    ],
  }))[0];
};

const accountJson = (world: World) => ({
  id: world.staff.accountId,
  name: world.staff.accountName,
  locale: "en",
  domain: "",
  support_email: "support@marlow.example",
  status: "active",
  created_at: new Date(world.staff.foundedAt).toISOString(),
  features: world.edition === "enterprise" ? { captain_integration: true } : {},
  settings: {},
  custom_attributes: {},
  latest_chatwoot_version: "4.14.2",
});

const SORT_KEYS = {
  last_activity_at: "lastActivityAt",
  created_at: "createdAt",
  waiting_since: "waitingSince",
} as const;

const listConversations = (world: World, query: URLSearchParams, { now, committedBy }: Moment): FakeAnswer => {
  const status = query.get("status") ?? "open";
  const inboxId = query.get("inbox_id");
  const base = world.conversations.filter(
    (conversation) =>
      conversation.visibleAt <= committedBy() &&
      (status === "all" || conversation.status === status) &&
      (inboxId === null || String(conversation.inboxId) === inboxId),
  );
  const me = adminOf(world)[0]?.id ?? null;
  const count = (test: (conversation: FakeConversation) => boolean): number => base.filter(test).length;
  const meta = {
    mine_count: count(({ assigneeId }) => assigneeId === me),
    assigned_count: count(({ assigneeId }) => assigneeId !== null),
    unassigned_count: count(({ assigneeId }) => assigneeId === null),
    all_count: base.length,
  };
  const chosen = sorted(base.filter(ofAssignee(query.get("assignee_type"), me)), query.get("sort_by"));
  const within = query.get("updated_within");
  const since = now() - Number(within) * 1000;
  const shown = within ? chosen.filter(({ updatedAt }) => updatedAt > since) : pageOf(chosen, query);
  return ok({ data: { meta, payload: shown.map((conversation) => views.conversationJson(world, conversation)) } });
};

const ofAssignee =
  (type: string | null, me: number | null) =>
  ({ assigneeId }: FakeConversation): boolean => {
    if (type === "me") return assigneeId === me;
    if (type === "assigned") return assigneeId !== null;
    return type !== "unassigned" || assigneeId === null;
  };

const sorted = (conversations: FakeConversation[], by: string | null): FakeConversation[] => {
  const [, name, direction] = /^(last_activity_at|created_at|waiting_since)_(asc|desc)$/.exec(by ?? "") ?? [];
  const key = SORT_KEYS[(name ?? "last_activity_at") as keyof typeof SORT_KEYS];
  const sign = direction === "asc" ? 1 : -1;
  return conversations.toSorted((a, b) => sign * ((a[key] ?? 0) - (b[key] ?? 0)) || a.dbId - b.dbId);
};

const listMessages = (world: World, conversation: FakeConversation, query: URLSearchParams): FakeAnswer => {
  const isInternalHidden = Boolean(query.get("filter_internal_messages"));
  const all = views
    .inOrder(conversation.messages)
    .filter(({ isPrivate, type }) => !(isInternalHidden && (isPrivate || type === 2)));
  const { contactId, assigneeId } = conversation;
  return ok({
    meta: {
      labels: conversation.labels,
      additional_attributes: { browser_language: "en" },
      contact: views.senderJson(world, { kind: "contact", id: contactId }),
      ...(assigneeId === null ? {} : { assignee: views.senderJson(world, { kind: "user", id: assigneeId }) }),
      agent_last_seen_at: null,
      assignee_last_seen_at: null,
    },
    payload: windowOf(all, query).map((message) => views.messageJson(world, conversation, message)),
  });
};

/** Cut by id, ordered by time: a page's last message need not have its largest id. */
const windowOf = (messages: FakeMessage[], query: URLSearchParams): FakeMessage[] => {
  const after = query.get("after");
  const before = query.get("before");
  if (after && before) return messages.filter(({ id }) => id >= Number(after) && id < Number(before)).slice(0, 1000);
  if (before) return messages.filter(({ id }) => id < Number(before)).slice(-20);
  if (after) return messages.filter(({ id }) => id > Number(after)).slice(0, 100);
  return messages.slice(-20);
};

/** The range is half-open, and one end alone is ignored without a word. */
const isInRange = (at: number, query: URLSearchParams): boolean => {
  const [since, until] = [query.get("since"), query.get("until")];
  return !since || !until || (at >= Number(since) * 1000 && at < Number(until) * 1000);
};

const ratingsOf = (world: World, query: URLSearchParams, { committedBy }: Moment): unknown[] => {
  const rows = world.ratings.filter(
    ({ conversation, createdAt }) => conversation.visibleAt <= committedBy() && isInRange(createdAt, query),
  );
  const sort = query.get("sort");
  const sign = sort === "-created_at" ? -1 : 1;
  const ordered = sort ? rows.toSorted((a, b) => sign * (a.createdAt - b.createdAt)) : rows;
  return pageOf(ordered, query).map((rating) => views.ratingJson(world, rating));
};

type Account = (path: string, answer: (request: FakeRequest) => FakeAnswer) => Route;
type One = (path: string, answer: (conversation: FakeConversation, request: FakeRequest) => FakeAnswer) => Route;

const eventRoutes = (world: World, moment: Moment, account: Account, one: One): Route[] => [
  one("/reporting_events", (conversation) =>
    ok(conversation.events.map((event) => views.eventJson(world, conversation, event))),
  ),
  account("/reporting_events", ({ query }) => {
    const name = query.get("name");
    const rows = world.conversations
      .filter(({ visibleAt }) => visibleAt <= moment.committedBy())
      .flatMap((conversation) => conversation.events.map((event) => ({ conversation, event })))
      .filter(({ event }) => (!name || event.name === name) && isInRange(event.endAt, query))
      .sort((a, b) => b.event.endAt - a.event.endAt || b.event.id - a.event.id);
    const page = Math.max(1, Number(query.get("page")) || 1);
    return ok({
      meta: { count: rows.length, current_page: page, total_pages: Math.ceil(rows.length / PAGE) },
      payload: pageOf(rows, query).map(({ conversation, event }) => views.eventJson(world, conversation, event)),
    });
  }),
];
