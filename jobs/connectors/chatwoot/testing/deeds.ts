import { activity, agentName, assign, botSenderOf, changeStatus, nameOfBot, report, touch, write } from "./happen.ts";
import type { FakeConversation, FakeMessage, World } from "./world.ts";

/** What people and bots do, with all that Chatwoot does in consequence. */
type Deed<Given, Result = void> = (world: World, conversation: FakeConversation, at: number, given: Given) => Result;

/** An incoming message reopens what was resolved: for the bot, if nobody has taken it. */
export const customerSays: Deed<{ text: string; id?: number }, FakeMessage> = (world, conversation, at, given) => {
  const sender = { kind: "contact" as const, id: conversation.contactId };
  const id = given.id === undefined ? {} : { id: given.id };
  const message = write(world, conversation, at, given.text, { type: 0, sender, ...id });
  conversation.waitingSince ??= at;
  if (conversation.status === "resolved") {
    const isForBot = botSenderOf(world, conversation) !== null && conversation.assigneeId === null;
    reopen(world, conversation, at, { by: "system", to: isForBot ? "pending" : "open" });
  }
  return message;
};

export const botSays: Deed<{ text: string }, FakeMessage> = (world, conversation, at, { text }) =>
  write(world, conversation, at, text, { type: 1, sender: botSenderOf(world, conversation) });

/** Captain gives its reason in a private note and in the activity; an agent bot only opens. One event a conversation. */
export const handOff: Deed<{ reason: string; notice: string; teamId: number }> = (
  world,
  conversation,
  at,
  { reason, notice, teamId },
) => {
  const sender = botSenderOf(world, conversation);
  const by = nameOfBot(world, conversation);
  const isCaptain = sender?.kind === "captain_assistant";
  if (isCaptain) write(world, conversation, at, reason, { type: 1, sender, isPrivate: true });
  write(world, conversation, at, notice, { type: 1, sender });
  conversation.waitingSince = at;
  changeStatus(world, conversation, at, { to: "open", by, reason: isCaptain ? reason : undefined });
  if (!conversation.events.some(({ name }) => name === "conversation_bot_handoff"))
    report(world, conversation, {
      name: "conversation_bot_handoff",
      startAt: conversation.createdAt,
      endAt: at,
    });
  report(world, conversation, { name: "conversation_opened", startAt: at, endAt: at });
  assign(world, conversation, at, { teamId, by });
};

export const botFails: Deed<null> = (world, conversation, at) => {
  conversation.status = "open";
  conversation.waitingSince ??= at;
  activity(world, conversation, at, "Conversation was marked open by system due to an error with the agent bot.");
  const changed = { status: { previous_value: "pending", current_value: "open" } };
  world.onEvent({ name: "conversation_status_changed", conversation, message: null, changed });
};

/** A person opens what the bot had: no handoff of the bot's, and no event. */
export const takeOver: Deed<{ agentId: number }> = (world, conversation, at, { agentId }) =>
  changeStatus(world, conversation, at, { to: "open", by: agentName(world, agentId) });

export const humanSays: Deed<{ agentId: number; text: string; isPrivate?: boolean }, FakeMessage> = (
  world,
  conversation,
  at,
  { agentId, text, isPrivate = false },
) => {
  if (conversation.assigneeId === null && !isPrivate)
    assign(world, conversation, at, { agentId, by: agentName(world, agentId) });
  if (!isPrivate) reportReply(world, conversation, at, agentId);
  return write(world, conversation, at, text, { type: 1, sender: { kind: "user", id: agentId }, isPrivate });
};

const reportReply = (world: World, conversation: FakeConversation, at: number, userId: number): void => {
  const handedOffAt = conversation.events.findLast(({ name }) => name === "conversation_bot_handoff")?.endAt;
  const waitingSince = conversation.waitingSince ?? handedOffAt ?? conversation.createdAt;
  if (conversation.firstReplyAt === null) {
    conversation.firstReplyAt = at;
    const startAt = handedOffAt ?? conversation.createdAt;
    report(world, conversation, { name: "first_response", startAt, endAt: at, userId });
  } else if (conversation.waitingSince !== null)
    report(world, conversation, { name: "reply_time", startAt: waitingSince, endAt: at, userId });
  conversation.waitingSince = null;
};

/** A resolved conversation asks for a rating where its inbox does. "system" = for inactivity. */
export const resolve: Deed<{ by: number | "bot" | "system" }> = (world, conversation, at, { by }) => {
  const named = { bot: nameOfBot(world, conversation), system: "system due to 1 day of inactivity" };
  const name = typeof by === "number" ? agentName(world, by) : named[by];
  changeStatus(world, conversation, at, { to: "resolved", by: name });
  conversation.waitingSince = null;
  conversation.resolvedAt = at;
  const event = { startAt: conversation.createdAt, endAt: at, ...(typeof by === "number" ? { userId: by } : {}) };
  report(world, conversation, { name: "conversation_resolved", ...event });
  const isBots = !conversation.messages.some(({ sender, isPrivate }) => sender?.kind === "user" && !isPrivate);
  if (isBots && botSenderOf(world, conversation))
    report(world, conversation, { name: "conversation_bot_resolved", ...event });
  if (world.staff.inboxes.some(({ id, asksForRating }) => id === conversation.inboxId && asksForRating))
    write(world, conversation, at, "Please rate the conversation", { type: 3, contentType: "input_csat" });
};

export const reopen: Deed<{ by: string; to: "open" | "pending" }> = (world, conversation, at, { by, to }) => {
  changeStatus(world, conversation, at, { to, by });
  const startAt = conversation.resolvedAt ?? at;
  if (to === "open") report(world, conversation, { name: "conversation_opened", startAt, endAt: at });
  conversation.resolvedAt = null;
};

export const handBack: Deed<{ agentId: number }> = (world, conversation, at, { agentId }) => {
  conversation.assigneeId = null;
  changeStatus(world, conversation, at, { to: "pending", by: agentName(world, agentId) });
};

export const addLabels: Deed<{ labels: string[]; by: string }> = (world, conversation, at, { labels, by }) => {
  const changed = {
    label_list: { previous_value: conversation.labels, current_value: [...conversation.labels, ...labels] },
  };
  conversation.labels = [...new Set([...conversation.labels, ...labels])];
  activity(world, conversation, at, `${by} added ${labels.join(", ")}`);
  world.onEvent({ name: "conversation_updated", conversation, message: null, changed });
};

/** Fills in the newest survey; asked again for the same survey, it changes the rating that is there. */
export const rate: Deed<{ rating: number; feedback: string | null }> = (world, conversation, at, given) => {
  const message = conversation.messages.findLast(({ contentType }) => contentType === "input_csat");
  if (!message) throw new Error("There is no survey to answer: resolve it first, in an inbox that asks.");
  message.contentAttributes = {
    submitted_values: { csat_survey_response: { rating: given.rating, feedback_message: given.feedback } },
  };
  message.updatedAt = at;
  touch(conversation, at);
  const known = world.ratings.find(({ messageId }) => messageId === message.id);
  if (known) Object.assign(known, given);
  else
    world.ratings.push({
      ...given,
      id: world.nextId("rating"),
      conversation,
      messageId: message.id,
      agentId: conversation.assigneeId,
      contactId: conversation.contactId,
      createdAt: at,
    });
  world.onEvent({ name: "message_updated", conversation, message, changed: {} });
};

export const edit: Deed<{ messageId: number | null; text: string }> = (world, conversation, at, given) => {
  const message =
    given.messageId === null
      ? conversation.messages.findLast(({ type }) => type === 1)
      : conversation.messages.find(({ id }) => id === given.messageId);
  if (!message) throw new Error("There is no such message.");
  message.content = given.text;
  message.updatedAt = at;
  touch(conversation, at);
  world.onEvent({ name: "message_updated", conversation, message, changed: {} });
};
