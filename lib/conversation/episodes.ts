import type { EpisodeEnd } from "./assessed.ts";
import { answeredByPhoneAt, type InactivityHours, inactivityMs } from "./channels.ts";
import { isCourtesy } from "./courtesy.ts";
import { isCustomer, isPublicHumanReply, isSkewedReply } from "./roles-in-messages.ts";
import type { Conversation, ConversationEvent, DeclaredHandoff, Message } from "./types.ts";

/** One customer need inside a conversation, before anything is concluded from it. */
export type Cut = {
  index: number;
  startedAt: Date;
  endedAt: Date | null;
  endedBy: EpisodeEnd;
  messages: Message[];
  handoffs: DeclaredHandoff[];
  events: ConversationEvent[];
  /** When silence alone will end it; null when it has ended, or a wait or the customer's last word keeps it open. */
  endsByItselfAt: Date | null;
};

type Item =
  | { at: Date; message: Message }
  | { at: Date; handoff: DeclaredHandoff }
  | { at: Date; acceptedByPhone: true }
  | { at: Date; event: ConversationEvent };

type Setting = { now: Date; cannedReplies: ReadonlySet<string>; inactivityHours?: InactivityHours | undefined };

/** What tells a person's doing from a machine's. */
type Reading = { cannedReplies: ReadonlySet<string>; people: ReadonlySet<string> };

type Open = Cut & { lastActivityAt: Date; hasOpenWait: boolean; customerSpokeLast: boolean };

const CLOSED_STATUSES = new Set(["closed", "resolved", "solved"]);

const timeline = (conversation: Conversation): Item[] => {
  const items: Item[] = [
    ...conversation.messages.map((message) => ({ at: message.at, message })),
    ...conversation.handoffs.map((handoff) => ({ at: handoff.at, handoff })),
    ...conversation.handoffs.flatMap((handoff) => {
      const at = answeredByPhoneAt(conversation.channel, handoff);
      return at ? [{ at, acceptedByPhone: true as const }] : [];
    }),
    ...conversation.events.map((event) => ({ at: event.at, event })),
  ];
  // Stable: at one instant the message comes before the handoff and the handoff before the event that follows from it.
  return items.sort((a, b) => a.at.getTime() - b.at.getTime());
};

const isClose = (event: ConversationEvent): boolean => event.type === "closed" || event.type === "resolved";

/** Cuts a conversation into episodes: one opens with the first customer message, or the first after an end that is
 * no courtesy; it ends at a close or by inactivity, but never by inactivity while a wait is open or the customer has
 * the last word. A conversation without a customer message is one episode. */
export const cutEpisodes = (conversation: Conversation, { now, cannedReplies, inactivityHours }: Setting): Cut[] => {
  const limit = inactivityMs(conversation.channel, inactivityHours);
  const people = new Set(conversation.participants.filter(({ kind }) => kind === "human").map(({ id }) => id));
  const reading = { cannedReplies, people };
  const cuts: Open[] = [];
  let early: Item[] = [];
  for (const item of timeline(conversation)) {
    const last = cuts.at(-1);
    if (last && last.endedAt === null) endBySilence(last, item.at, limit);
    const opens = "message" in item && isCustomer(item.message) && opensEpisode(last, item.message);
    if (opens) {
      const cut = begin(cuts.length, item.at);
      for (const before of early) add(cut, before, reading);
      early = [];
      // What was closed before the customer's first word was not about it.
      reopen(cut);
      cuts.push(cut);
      add(cut, item, reading);
    } else if (last) add(last, item, reading);
    else early.push(item);
  }
  if (cuts.length === 0) cuts.push(withoutCustomer(conversation, early, reading));
  finish(conversation, cuts.at(-1), now, limit);
  return cuts;
};

const opensEpisode = (last: Open | undefined, message: Message): boolean =>
  last === undefined || (last.endedAt !== null && !isCourtesy(message.text));

const begin = (index: number, startedAt: Date): Open => ({
  index,
  startedAt,
  endedAt: null,
  endedBy: "open",
  messages: [],
  handoffs: [],
  events: [],
  endsByItselfAt: null,
  lastActivityAt: startedAt,
  hasOpenWait: false,
  customerSpokeLast: false,
});

const reopen = (cut: Open): void => {
  cut.endedAt = null;
  cut.endedBy = "open";
};

const add = (cut: Open, item: Item, reading: Reading): void => {
  if ("message" in item) addMessage(cut, item.message, reading);
  else if ("handoff" in item) addHandoff(cut, item.handoff, reading);
  else if ("event" in item) addEvent(cut, item.event);
  else answer(cut, item.at);
};

const addMessage = (cut: Open, message: Message, { cannedReplies }: Reading): void => {
  cut.messages.push(message);
  if (message.visibility !== "public") return;
  if (isPublicHumanReply(message, cannedReplies)) answer(cut, message.at);
  else if (isCustomer(message)) speak(cut, message.at, !isCourtesy(message.text));
  // What was sent by itself, an acknowledgement or a survey, is nobody's word and no activity.
  else if (message.authorKind === "ai" && message.kind !== "auto_reply") speak(cut, message.at, false);
};

const speak = (cut: Open, at: Date, customerSpokeLast: boolean): void => {
  touch(cut, at);
  cut.customerSpokeLast = customerSpokeLast;
};

const answer = (cut: Open, at: Date): void => {
  speak(cut, at, false);
  cut.hasOpenWait = false;
};

/** A handoff to people opens a wait, also after a close, which then was not the end; one between people opens none. */
const addHandoff = (cut: Open, handoff: DeclaredHandoff, { cannedReplies, people }: Reading): void => {
  cut.handoffs.push(handoff);
  if (handoff.from !== null && people.has(handoff.from)) return;
  reopen(cut);
  touch(cut, handoff.at);
  const replies = cut.messages.filter((message) => isPublicHumanReply(message, cannedReplies));
  const isSkewed = cut.handoffs[0] === handoff && replies[0] !== undefined && isSkewedReply(handoff, replies[0]);
  cut.hasOpenWait = !isSkewed && !replies.some(({ at }) => at >= handoff.at);
};

const addEvent = (cut: Open, event: ConversationEvent): void => {
  cut.events.push(event);
  if (event.type === "handed_back" || event.type === "abandoned") {
    cut.hasOpenWait = false;
    // Whoever gave up on Monday had waited all weekend: the silence begins there.
    touch(cut, event.at);
  }
  if (isClose(event) && cut.endedAt === null && cut.messages.length > 0) {
    cut.endedAt = event.at;
    cut.endedBy = "closed";
  }
};

const touch = (cut: Open, at: Date): void => {
  if (at > cut.lastActivityAt) cut.lastActivityAt = at;
};

const endBySilence = (cut: Open, at: Date, limit: number): void => {
  if (cut.hasOpenWait || cut.customerSpokeLast || at.getTime() - cut.lastActivityAt.getTime() <= limit) return;
  cut.endedAt = cut.lastActivityAt;
  cut.endedBy = "inactive";
};

const withoutCustomer = (conversation: Conversation, items: Item[], reading: Reading): Open => {
  const cut = begin(0, items[0]?.at ?? conversation.createdAt);
  for (const item of items) add(cut, item, reading);
  return cut;
};

const finish = (conversation: Conversation, last: Open | undefined, now: Date, limit: number): void => {
  if (!last || last.endedAt !== null) return;
  if (CLOSED_STATUSES.has(conversation.status ?? "") && last.lastActivityAt <= now) {
    // The status says closed but no event says when: the last activity is the earliest it can have been.
    last.endedAt = last.lastActivityAt;
    last.endedBy = "closed";
    return;
  }
  endBySilence(last, now, limit);
  if (last.endedAt === null && !last.hasOpenWait && !last.customerSpokeLast) {
    last.endsByItselfAt = new Date(last.lastActivityAt.getTime() + limit + 1);
  }
};
