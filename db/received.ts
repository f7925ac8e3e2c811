import type {
  Conversation,
  ConversationEvent,
  Customer,
  DeclaredHandoff,
  Message,
  Rating,
  Survey,
} from "#lib/conversation/types.ts";

/** A row of `conversations` with its source's key, as the driver gives it: instants inside JSON are texts. */
export type ConversationRow = {
  conversation_id: string;
  source: string;
  external_id: string;
  revision: string;
  url: string | null;
  channel: string;
  language: string | null;
  subject: string | null;
  topic: string | null;
  tags: string[];
  brand: string | null;
  status: string | null;
  created_at: Date;
  updated_at: Date | null;
  customer: Customer | null;
  participants: Conversation["participants"];
  declared_handoffs: DeclaredHandoff[];
  events: ConversationEvent[];
  surveys: Survey[];
  ratings: Rating[];
  flags: Conversation["flags"];
  merged_into: string | null;
  deleted: boolean;
  extra: Record<string, unknown>;
};

export type MessageRow = {
  conversation_id: string;
  message_id: string;
  at: Date;
  author_kind: Message["authorKind"];
  author_id: string | null;
  visibility: Message["visibility"];
  kind: Message["kind"];
  automated: boolean;
  text: string;
  quoted: string | null;
  ai: Message["ai"];
};

const instant = <T extends Date | null>(value: T): T => (value === null ? value : (new Date(value) as T));

/** The conversation as it was received, from its stored rows. Defects stay where they are stored. */
export const receivedConversation = (row: ConversationRow, messages: MessageRow[]): Conversation => ({
  id: row.conversation_id,
  source: row.source,
  externalId: row.external_id,
  revision: row.revision,
  url: row.url,
  channel: row.channel,
  language: row.language,
  subject: row.subject,
  topic: row.topic,
  tags: row.tags,
  brand: row.brand,
  status: row.status,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  customer: row.customer && { ...row.customer, createdAt: instant(row.customer.createdAt) },
  participants: row.participants,
  messages: messages.map(receivedMessage),
  handoffs: row.declared_handoffs.map((one) => ({ ...one, at: instant(one.at), acceptedAt: instant(one.acceptedAt) })),
  events: row.events.map((one) => ({ ...one, at: instant(one.at) })),
  surveys: row.surveys.map((one) => ({ ...one, sentAt: instant(one.sentAt) })),
  ratings: row.ratings.map((one) => ({ ...one, at: instant(one.at) })),
  flags: row.flags,
  mergedInto: row.merged_into,
  deleted: row.deleted,
  extra: row.extra,
  defects: [],
});

/** The message as it was received. */
export const receivedMessage = (row: MessageRow): Message => ({
  id: row.message_id,
  at: row.at,
  authorKind: row.author_kind,
  authorId: row.author_id,
  visibility: row.visibility,
  kind: row.kind,
  automated: row.automated,
  text: row.text,
  quoted: row.quoted,
  ai: row.ai,
});
