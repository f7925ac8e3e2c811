import type { AuthorKind } from "#lib/conversation/types.ts";
import type { Vendor, VendorMessage, VendorPerson } from "./schema.ts";
import type { Settings } from "./settings.ts";

export type Author = { kind: AuthorKind; id: string | null; name: string | null };

/** Whom a handoff comes from when the bot that owned the conversation never said a word. */
export const SILENT_BOT = "bot";

const CUSTOMER = new Set(["contact"]);
const AI = new Set(["agent_bot", "agentbot", "captain_assistant", "captain::assistant"]);

const nameOf = (person: VendorPerson | null | undefined): string | null =>
  person?.available_name || person?.name || null;

/** Ids of users, bots and contacts are counted apart in Chatwoot, so ours say which they are. */
const idOf = (word: string, id: string | number | null | undefined): string | null =>
  id === null || id === undefined ? null : `${word}:${id}`;

export const userId = (id: string | number | null | undefined): string | null => idOf("user", id);
export const contactId = (id: string | number | null | undefined): string | null => idOf("contact", id);

const isFromWorkflow = (message: VendorMessage): boolean =>
  message.content_attributes?.["automation_rule_id"] != null || message.additional_attributes?.["campaign_id"] != null;

/** Who is behind a sender's type: a user can be a bot that was given an agent's account. */
const personOf = (type: string, id: string | number | null | undefined, settings: Settings): Author | null => {
  const word = type.toLowerCase();
  if (CUSTOMER.has(word)) return { kind: "customer", id: contactId(id), name: null };
  if (AI.has(word)) return { kind: "ai", id: idOf(word.startsWith("captain") ? "captain" : "bot", id), name: null };
  if (word !== "user") return null;
  return { kind: settings.botUserIds.includes(String(id)) ? "ai" : "human", id: userId(id), name: null };
};

const typeNumber = ({ message_type }: VendorMessage): number => {
  const words = ["incoming", "outgoing", "activity", "template"];
  const number = typeof message_type === "string" ? words.indexOf(message_type) : message_type;
  return typeof number === "number" ? number : -1;
};

export const isActivity = (message: VendorMessage): boolean => typeNumber(message) === 2;
export const isTemplate = (message: VendorMessage): boolean => typeNumber(message) === 3;

/** Who wrote a message; null for an activity, which nobody wrote. A sender that is not known, a workflow and a campaign
 * are the system. */
export const authorOf = (message: VendorMessage, settings: Settings): Author | null => {
  if (isActivity(message)) return null;
  if (isTemplate(message) || isFromWorkflow(message)) return { kind: "system", id: null, name: null };
  const { sender } = message;
  const author = personOf(sender?.type ?? message.sender_type ?? "", sender?.id ?? message.sender_id, settings);
  if (author) return { ...author, name: nameOf(sender) };
  const isIncoming = typeNumber(message) === 0;
  return { kind: isIncoming ? "customer" : "system", id: isIncoming ? contactId(sender?.id) : null, name: null };
};

export type Participant = { id: string; kind: AuthorKind; name: string | null; team: string | null };

/** All who wrote, and who it is assigned to now, each once. */
export const participantsOf = (vendor: Vendor, settings: Settings): Participant[] => {
  const people = new Map<string, Participant>();
  const add = ({ kind, id, name }: Author, team: string | null = null): void => {
    if (id === null) return;
    const known = people.get(id);
    people.set(id, { id, kind, name: name ?? known?.name ?? null, team: team ?? known?.team ?? null });
  };
  for (const message of vendor.messages) {
    const author = authorOf(message, settings);
    if (author) add(author);
  }
  const { assignee, assignee_type, team } = vendor.conversation.meta ?? {};
  const assigned = assignee && personOf(assignee_type ?? assignee.type ?? "user", assignee.id, settings);
  if (assigned) add({ ...assigned, name: nameOf(assignee) }, assigned.kind === "human" ? (team?.name ?? null) : null);
  return [...people.values()];
};

/** Whether a person, and no bot, has the conversation now. */
export const humanAssignee = ({ conversation }: Vendor, settings: Settings): string | null => {
  const { assignee, assignee_type } = conversation.meta ?? {};
  const assigned = assignee && personOf(assignee_type ?? assignee.type ?? "user", assignee.id, settings);
  return assigned?.kind === "human" ? assigned.id : null;
};
