import type { History } from "#lib/conversation/assessed.ts";
import type { Conversation, DeclaredHandoff, Message, Rating } from "#lib/conversation/types.ts";
import { type CalendarOf, defaultCalendar } from "#lib/time/calendar.ts";

const utc = defaultCalendar("UTC");

/** Every queue keeps the default hours, in UTC. */
export const utcHours: CalendarOf = () => utc;

/** Tuesday, inside the default opening hours of UTC. */
const DAY = "2026-03-10";

/** "10:03", "10:03:20", "+2d 09:00" (days after the test's Tuesday) or a whole ISO instant, all in UTC. */
export const at = (time: string): Date => {
  if (time.includes("T")) return new Date(time);
  const match = /^(?:\+(\d+)d )?(\d\d:\d\d)(:\d\d(?:\.\d+)?)?$/.exec(time);
  if (!match) throw new Error(`not a time: ${time}`);
  const day = new Date(`${DAY}T00:00:00Z`).getTime() + Number(match[1] ?? 0) * 86_400_000;
  return new Date(`${new Date(day).toISOString().slice(0, 10)}T${match[2]}${match[3] ?? ":00"}Z`);
};

type Said = (time: string, text?: string, more?: Partial<Message>) => Message;
const saidBy =
  (authorKind: Message["authorKind"], authorId: string): Said =>
  (time, text = "…", more = {}) => ({
    id: `${authorKind}-${time}`,
    at: at(time),
    authorKind,
    authorId,
    visibility: "public",
    kind: "message",
    automated: false,
    text,
    quoted: null,
    ai: null,
    ...more,
  });

export const customer = saidBy("customer", "u-1");
export const ai = saidBy("ai", "bot-1");
export const human = saidBy("human", "a-1");
export const note: Said = (time, text, more) => human(time, text, { visibility: "internal", ...more });

export const handoff = (time: string, more: Partial<DeclaredHandoff> = {}): DeclaredHandoff => ({
  id: `h-${time}`,
  at: at(time),
  provenance: "exact",
  from: "bot-1",
  trigger: "low_confidence",
  reason: null,
  promisedWaitSeconds: null,
  queuePosition: null,
  toTeam: "billing",
  acceptedAt: null,
  acceptedBy: null,
  context: null,
  ...more,
});

export const event = (time: string, type: Conversation["events"][number]["type"], actor: string | null = null) => ({
  id: `e-${type}-${time}`,
  at: at(time),
  type,
  actor,
  data: {},
});
export const closed = (time: string) => event(time, "closed");

export const rating = (time: string, score: number, more: Partial<Rating> = {}): Rating => ({
  id: `r-${time}`,
  surveyId: null,
  score,
  scaleMin: 1,
  scaleMax: 5,
  at: at(time),
  comment: null,
  leg: "whole",
  aboutId: null,
  ...more,
});

/** A conversation from its parts, in any order; what is not given is plain and valid. */
export const conversation = (messages: Message[], more: Partial<Conversation> = {}): Conversation => ({
  id: "018f0000-0000-5000-8000-000000000001",
  source: "test",
  externalId: "c-1",
  revision: "1",
  url: null,
  channel: "web_chat",
  language: "en",
  subject: null,
  topic: "billing",
  tags: [],
  brand: null,
  status: null,
  createdAt: messages[0]?.at ?? at("10:00"),
  updatedAt: null,
  customer: { id: "u-1", name: "Kim", plan: "team", vip: null, createdAt: null, attributes: {} },
  participants: [
    { id: "u-1", kind: "customer", name: "Kim", team: null },
    { id: "bot-1", kind: "ai", name: "Helper", team: null },
    { id: "a-1", kind: "human", name: "Ray", team: "billing" },
  ],
  messages,
  handoffs: [],
  events: [],
  surveys: [],
  ratings: [],
  flags: [],
  mergedInto: null,
  deleted: false,
  extra: {},
  defects: [],
  ...more,
});

export const noHistory: History = { contacts: [], cannedReplies: new Set() };
