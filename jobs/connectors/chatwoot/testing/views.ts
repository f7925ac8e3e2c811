import type { Agent, Contact, Inbox } from "./people.ts";
import type { FakeConversation, FakeMessage, Rating, ReportingEvent, World } from "./world.ts";

/** Rows as the JSON views of Chatwoot 4.14.2 give them. REST times are whole seconds, webhook times ISO. */

type Json = Record<string, unknown>;

const seconds = (at: number | null): number => Math.floor((at ?? 0) / 1000);
const iso = (at: number): string => new Date(at).toISOString();

export const contactJson = (contact: Contact): Json => ({
  additional_attributes: { city: "Kathmandu", country: "Nepal", country_code: "NP", company_name: "Marlow Friends" },
  availability_status: "offline",
  email: contact.email,
  id: contact.id,
  name: contact.name,
  phone_number: null,
  blocked: false,
  identifier: null,
  thumbnail: "",
  custom_attributes: { plan: contact.plan, vip: contact.isVip },
  last_activity_at: seconds(contact.lastActivityAt),
  created_at: seconds(contact.createdAt),
});

export const agentJson = (world: World, agent: Agent): Json => ({
  id: agent.id,
  account_id: world.staff.accountId,
  availability_status: "online",
  auto_offline: true,
  confirmed: true,
  email: agent.email,
  available_name: agent.name,
  name: agent.name,
  role: agent.role,
  thumbnail: "",
  custom_role_id: null,
});

export const teamJson = (world: World, id: number): Json | null => {
  const team = world.staff.teams.find((one) => one.id === id);
  return team ? { ...team, allow_auto_assign: true, account_id: world.staff.accountId, is_member: false } : null;
};

export const inboxJson = (inbox: Inbox): Json => ({
  id: inbox.id,
  avatar_url: "",
  channel_id: inbox.id + 100,
  name: inbox.name,
  channel_type: inbox.channel,
  greeting_enabled: false,
  greeting_message: null,
  working_hours_enabled: false,
  enable_email_collect: true,
  csat_survey_enabled: inbox.asksForRating,
  enable_auto_assignment: false,
  auto_assignment_config: {},
  out_of_office_message: null,
  timezone: "UTC",
  callback_webhook_url: null,
  allow_messages_after_resolved: true,
  lock_to_single_conversation: false,
  sender_name_type: "friendly",
  business_name: null,
});

export const agentBotJson = (world: World): Json => ({
  id: world.staff.agentBot.id,
  name: world.staff.agentBot.name,
  description: "Answers on WhatsApp",
  thumbnail: "",
  outgoing_url: "https://scout.example/hook",
  bot_type: "webhook",
  bot_config: {},
  account_id: world.staff.accountId,
  system_bot: false,
});

/** As live events show a person, a contact or a bot. */
export const senderJson = (world: World, sender: FakeMessage["sender"]): Json | null => {
  if (!sender) return null;
  const { kind, id } = sender;
  if (kind === "contact") {
    const contact = world.contacts.get(id);
    if (!contact) return null;
    const { availability_status: _, last_activity_at: __, created_at: ___, ...shown } = contactJson(contact);
    return { ...shown, type: "contact" };
  }
  const bot = kind === "agent_bot" ? world.staff.agentBot : world.staff.captain;
  if (kind !== "user") return { id, name: bot.name, avatar_url: "", type: kind };
  const agent = world.staff.agents.find((one) => one.id === id);
  const name = agent?.name ?? "";
  return { id, name, available_name: name, avatar_url: "", type: "user", availability_status: "online", thumbnail: "" };
};

/** As in `/messages`; a message nobody sent has no key `sender`. */
export const messageJson = (world: World, conversation: FakeConversation, message: FakeMessage): Json => {
  const sender = senderJson(world, message.sender);
  return {
    id: message.id,
    content: message.content,
    inbox_id: conversation.inboxId,
    conversation_id: conversation.displayId,
    message_type: message.type,
    content_type: message.contentType,
    status: "sent",
    content_attributes: message.contentAttributes,
    created_at: seconds(message.createdAt),
    private: message.isPrivate,
    source_id: null,
    ...(sender ? { sender } : {}),
  };
};

const SENDER_TYPES = {
  contact: "Contact",
  user: "User",
  agent_bot: "AgentBot",
  captain_assistant: "Captain::Assistant",
} as const;

/** As inside a conversation and in live events: the row, and a little of its conversation. */
const messageEventJson = (world: World, conversation: FakeConversation, message: FakeMessage): Json => ({
  ...messageJson(world, conversation, message),
  account_id: world.staff.accountId,
  updated_at: iso(message.updatedAt),
  sender_type: message.sender ? SENDER_TYPES[message.sender.kind] : null,
  sender_id: message.sender?.id ?? null,
  external_source_ids: {},
  additional_attributes: {},
  processed_message_content: message.content,
  sentiment: {},
  conversation: {
    assignee_id: conversation.assigneeId,
    unread_count: 0,
    last_activity_at: seconds(conversation.lastActivityAt),
    contact_inbox: { source_id: conversation.uuid },
  },
});

export const inOrder = (messages: FakeMessage[]): FakeMessage[] =>
  messages.toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);

const metaJson = (world: World, conversation: FakeConversation): Json => {
  const contact = world.contacts.get(conversation.contactId);
  const assignee = world.staff.agents.find(({ id }) => id === conversation.assigneeId);
  const team = conversation.teamId ? teamJson(world, conversation.teamId) : null;
  return {
    ...(contact ? { sender: contactJson(contact) } : {}),
    channel: world.staff.inboxes.find(({ id }) => id === conversation.inboxId)?.channel ?? "",
    ...(assignee ? { assignee: agentJson(world, assignee), assignee_type: "User" } : {}),
    ...(team ? { team } : {}),
    hmac_verified: false,
  };
};

export const conversationJson = (world: World, conversation: FakeConversation): Json => {
  const messages = inOrder(conversation.messages);
  const last = messages.at(-1);
  const lastSaid = messages.findLast(({ type }) => type !== 2);
  return {
    meta: metaJson(world, conversation),
    id: conversation.displayId,
    messages: last ? [messageEventJson(world, conversation, last)] : [],
    account_id: world.staff.accountId,
    uuid: conversation.uuid,
    additional_attributes: { browser_language: "en" },
    agent_last_seen_at: 0,
    assignee_last_seen_at: 0,
    can_reply: true,
    contact_last_seen_at: 0,
    custom_attributes: {},
    inbox_id: conversation.inboxId,
    labels: conversation.labels,
    muted: false,
    snoozed_until: null,
    status: conversation.status,
    created_at: seconds(conversation.createdAt),
    updated_at: conversation.updatedAt / 1000,
    timestamp: seconds(conversation.lastActivityAt),
    first_reply_created_at: seconds(conversation.firstReplyAt),
    unread_count: 0,
    last_non_activity_message: lastSaid ? messageEventJson(world, conversation, lastSaid) : null,
    last_activity_at: seconds(conversation.lastActivityAt),
    priority: null,
    waiting_since: seconds(conversation.waitingSince),
    sla_policy_id: null,
    ...(world.edition === "enterprise" ? { sla_events: [] } : {}),
  };
};

export const ratingJson = (world: World, rating: Rating): Json => {
  const contact = world.contacts.get(rating.contactId);
  const agent = world.staff.agents.find(({ id }) => id === rating.agentId);
  return {
    id: rating.id,
    rating: rating.rating,
    feedback_message: rating.feedback,
    account_id: world.staff.accountId,
    message_id: rating.messageId,
    ...(contact ? { contact: contactJson(contact) } : {}),
    conversation_id: rating.conversation.displayId,
    ...(agent ? { assigned_agent: agentJson(world, agent) } : {}),
    created_at: seconds(rating.createdAt),
  };
};

/** `conversation_id` is the row's own id here, and only here. */
export const eventJson = (world: World, conversation: FakeConversation, event: ReportingEvent): Json => ({
  id: event.id,
  name: event.name,
  value: (event.endAt - event.startAt) / 1000,
  value_in_business_hours: 0,
  event_start_time: iso(event.startAt),
  event_end_time: iso(event.endAt),
  account_id: world.staff.accountId,
  conversation_id: conversation.dbId,
  inbox_id: conversation.inboxId,
  user_id: event.userId,
  created_at: iso(event.endAt),
  updated_at: iso(event.endAt),
});
