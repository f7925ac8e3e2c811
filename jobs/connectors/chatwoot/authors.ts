import type { AuthorKind } from "#lib/conversation/types.ts";
import type { Conversation, Message } from "./schema.ts";
import type { Settings } from "./settings.ts";

const BOTS = new Set(["agent_bot", "captain_assistant", "AgentBot", "Captain::Assistant"]);
const PEOPLE = new Set(["user", "User"]);

const INCOMING = new Set<unknown>([0, "incoming"]);
const OUTGOING = new Set<unknown>([1, "outgoing"]);

const ACTIVITY = new Set<unknown>([2, "activity"]);

/** A line about what happened, in the account's language; nobody said it. */
export const isActivity = ({ message_type: type }: Message): boolean => ACTIVITY.has(type);

/** Sent by a rule or a campaign, whoever's name it bears. */
const isAutomated = ({ content_attributes: content, additional_attributes: more }: Message): boolean =>
  content?.["automation_rule_id"] != null || more?.["campaign_id"] != null || content?.["campaign_id"] != null;

const senderType = ({ sender, sender_type: type }: Message): string => sender?.type ?? type ?? "";

export const kindOfSender = (message: Message, { botUserIds }: Settings): AuthorKind => {
  if (INCOMING.has(message.message_type)) return "customer";
  if (!OUTGOING.has(message.message_type) || isAutomated(message)) return "system";
  const type = senderType(message);
  if (BOTS.has(type) || botUserIds.includes(String(message.sender?.id ?? ""))) return "ai";
  return PEOPLE.has(type) ? "human" : "system";
};

/** Ids count by themselves for people, bots and contacts, so the kind is part of ours. */
const authorId = (message: Message): string | null => {
  const type = senderType(message)
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "_");
  return message.sender?.id == null ? null : `${type || "sender"}-${message.sender.id}`;
};

export const authorOf = (message: Message, settings: Settings) => {
  const id = authorId(message);
  return { kind: kindOfSender(message, settings), ...(id === null ? {} : { id }), name: message.sender?.name ?? null };
};

/** Everybody who wrote; the team of the conversation is that of whom it is assigned to. */
export const participantsOf = (messages: Message[], { meta }: Conversation, settings: Settings) => {
  const found = new Map<string, { id: string; kind: AuthorKind; name: string | null; team: string | null }>();
  const assignee = meta?.assignee?.id == null ? null : `user-${meta.assignee.id}`;
  for (const message of messages) {
    const id = authorId(message);
    if (id === null || found.has(id)) continue;
    const team = id === assignee ? (meta?.team?.name ?? null) : null;
    found.set(id, { id, kind: kindOfSender(message, settings), name: message.sender?.name ?? null, team });
  }
  return [...found.values()];
};
