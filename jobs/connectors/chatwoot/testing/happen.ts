import { v5 } from "uuid";
import { contactIn, type FakeConversation, type FakeMessage, type Status, type World } from "./world.ts";

/** The seven things a row goes through; what people and bots do is made of them. */

export const botSenderOf = (world: World, { inboxId }: FakeConversation): FakeMessage["sender"] => {
  const bot = world.staff.inboxes.find(({ id }) => id === inboxId)?.bot;
  if (!bot) return null;
  return { kind: bot, id: bot === "agent_bot" ? world.staff.agentBot.id : world.staff.captain.id };
};

export const nameOfBot = (world: World, conversation: FakeConversation): string =>
  botSenderOf(world, conversation)?.kind === "agent_bot" ? world.staff.agentBot.name : world.staff.captain.name;

export const agentName = (world: World, id: number): string =>
  world.staff.agents.find((agent) => agent.id === id)?.name ?? "someone";

export const begin = (
  world: World,
  at: number,
  given: { inboxId: number; contact: number; visibleAt?: number },
): FakeConversation => {
  const number = world.nextId("conversation");
  const contact = contactIn(world, given.contact, at);
  const hasBot = world.staff.inboxes.some(({ id, bot }) => id === given.inboxId && bot);
  const conversation: FakeConversation = {
    dbId: 7000 + number * 3,
    displayId: number,
    uuid: v5(`${world.seed} ${number}`, v5.URL),
    inboxId: given.inboxId,
    contactId: contact.id,
    status: hasBot ? "pending" : "open",
    assigneeId: null,
    teamId: null,
    labels: [],
    createdAt: at,
    updatedAt: at,
    lastActivityAt: at,
    firstReplyAt: null,
    waitingSince: null,
    resolvedAt: null,
    visibleAt: given.visibleAt ?? 0,
    messages: [],
    events: [],
  };
  world.conversations.push(conversation);
  world.onEvent({ name: "conversation_created", conversation, message: null, changed: {} });
  return conversation;
};

type Words = Partial<Omit<FakeMessage, "content" | "createdAt" | "updatedAt">> & { type: FakeMessage["type"] };

/** Writes a message. With an id given, the row has waited for its transaction and lands among newer ones. */
export const write = (
  world: World,
  conversation: FakeConversation,
  at: number,
  content: string,
  words: Words,
): FakeMessage => {
  const message: FakeMessage = {
    id: words.id ?? world.nextId("message"),
    content,
    contentType: "text",
    contentAttributes: {},
    isPrivate: false,
    sender: null,
    ...words,
    createdAt: at,
    updatedAt: at,
  };
  conversation.messages.push(message);
  if (message.type !== 2) conversation.lastActivityAt = Math.max(conversation.lastActivityAt, at);
  touch(conversation, at);
  const contact = world.contacts.get(conversation.contactId);
  if (message.type === 0 && contact) contact.lastActivityAt = Math.max(contact.lastActivityAt, at);
  world.onEvent({ name: "message_created", conversation, message, changed: {} });
  return message;
};

export const touch = (conversation: FakeConversation, at: number): void => {
  conversation.updatedAt = Math.max(conversation.updatedAt, at);
};

export const activity = (world: World, conversation: FakeConversation, at: number, content: string): void => {
  write(world, conversation, at, content, { type: 2 });
};

export const changeStatus = (
  world: World,
  conversation: FakeConversation,
  at: number,
  { to, by, reason }: { to: Status; by: string; reason?: string | undefined },
): void => {
  const from = conversation.status;
  if (from === to) return;
  conversation.status = to;
  touch(conversation, at);
  activity(world, conversation, at, statusSentence(from, to, by) + (reason ? ` (${reason})` : ""));
  const changed = { status: { previous_value: from, current_value: to } };
  world.onEvent({ name: "conversation_status_changed", conversation, message: null, changed });
  world.onEvent({ name: "conversation_updated", conversation, message: null, changed });
};

const statusSentence = (from: Status, to: Status, by: string): string => {
  if (to === "resolved") return `Conversation was marked resolved by ${by}`;
  if (to === "pending") return `Conversation was marked as pending by ${by}`;
  return from === "resolved" ? `Conversation was reopened by ${by}` : `Conversation was marked open by ${by}`;
};

export const assign = (
  world: World,
  conversation: FakeConversation,
  at: number,
  to: { agentId?: number; teamId?: number; by: string },
): void => {
  const changed = { assignee_id: { previous_value: conversation.assigneeId, current_value: to.agentId ?? null } };
  const team = world.staff.teams.find(({ id }) => id === to.teamId);
  if (team) {
    conversation.teamId = team.id;
    activity(world, conversation, at, `Assigned to ${team.name} by ${to.by}`);
  }
  if (to.agentId) {
    conversation.assigneeId = to.agentId;
    activity(world, conversation, at, `${to.by} self-assigned this conversation`);
  }
  world.onEvent({ name: "conversation_updated", conversation, message: null, changed });
};

export const report = (
  world: World,
  conversation: FakeConversation,
  event: { name: string; startAt: number; endAt: number; userId?: number },
): void => {
  conversation.events.push({ userId: null, ...event, id: world.nextId("event") });
};
