import { randomOf } from "#lib/random.ts";
import { type FakePortal, fakePortals } from "./help-centre.ts";
import { type Contact, contactOf, type Staff, staffOf } from "./people.ts";

export type Edition = "enterprise" | "community";
export type Status = "open" | "resolved" | "pending" | "snoozed";
export type Sender = { kind: "contact" | "user" | "agent_bot" | "captain_assistant"; id: number };

/** Times are milliseconds by the vendor's clock, here and below. */
export type FakeMessage = {
  id: number;
  type: 0 | 1 | 2 | 3;
  content: string;
  contentType: "text" | "input_csat";
  contentAttributes: Record<string, unknown>;
  isPrivate: boolean;
  sender: Sender | null;
  createdAt: number;
  updatedAt: number;
};

export type ReportingEvent = {
  id: number;
  name: string;
  startAt: number;
  endAt: number;
  userId: number | null;
};

export type FakeConversation = {
  /** The row's own id, which only reporting events show. */
  dbId: number;
  /** The id everyone sees. */
  displayId: number;
  uuid: string;
  inboxId: number;
  contactId: number;
  status: Status;
  assigneeId: number | null;
  teamId: number | null;
  labels: string[];
  createdAt: number;
  updatedAt: number;
  lastActivityAt: number;
  firstReplyAt: number | null;
  waitingSince: number | null;
  resolvedAt: number | null;
  /** Its transaction commits then, by the true clock: nobody sees the row before. */
  visibleAt: number;
  messages: FakeMessage[];
  events: ReportingEvent[];
};

export type Rating = {
  id: number;
  conversation: FakeConversation;
  messageId: number;
  rating: number;
  feedback: string | null;
  agentId: number | null;
  contactId: number;
  createdAt: number;
};

export type Change = Record<string, { previous_value: unknown; current_value: unknown }>;
export type WorldEvent = {
  name:
    | "conversation_created"
    | "conversation_updated"
    | "conversation_status_changed"
    | "message_created"
    | "message_updated"
    | "contact_updated";
  conversation: FakeConversation;
  message: FakeMessage | null;
  changed: Change;
};

export type Step = { at: number; take: (at: number) => void };

export type World = {
  seed: string;
  edition: Edition;
  staff: Staff;
  contacts: Map<number, Contact>;
  conversations: FakeConversation[];
  ratings: Rating[];
  portals: FakePortal[];
  /** What is still to come, earliest first. */
  agenda: Step[];
  nextId: (of: "conversation" | "message" | "event" | "rating") => number;
  onEvent: (event: WorldEvent) => void;
};

export const createWorld = (seed: string, edition: Edition, foundedAt: number): World => {
  const last = { conversation: 0, message: 40_000, event: 9000, rating: 300 };
  return {
    seed,
    edition,
    staff: staffOf(seed, foundedAt),
    contacts: new Map(),
    conversations: [],
    ratings: [],
    portals: fakePortals(),
    agenda: [],
    nextId: (of) => {
      last[of] += 1;
      return last[of];
    },
    onEvent: () => {},
  };
};

/** A contact is made when first met, the same each time. */
export const contactIn = (world: World, number: number, at: number): Contact => {
  const known = world.contacts.get(number);
  if (known) return known;
  const contact = contactOf(randomOf(world.seed, "contact", number), number, at);
  world.contacts.set(number, contact);
  return contact;
};

export const plan = (world: World, steps: Step[]): void => {
  world.agenda = [...world.agenda, ...steps].sort((a, b) => a.at - b.at);
};

/** Lets everything happen that is due; rows are dated by a clock that may be wrong. */
export const catchUp = (world: World, now: number, skewMs: number): void => {
  let due = 0;
  for (; due < world.agenda.length; due++) {
    const step = world.agenda[due];
    if (!step || step.at > now) break;
    step.take(step.at + skewMs);
  }
  world.agenda = world.agenda.slice(due);
};

/** What a lookup by its visible id finds now. */
export const findConversation = (world: World, displayId: number, now: number): FakeConversation | null =>
  world.conversations.find((conversation) => conversation.displayId === displayId && conversation.visibleAt <= now) ??
  null;
