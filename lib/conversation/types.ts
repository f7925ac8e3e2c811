/** The vocabulary of received facts: what a source said. What `assess` makes of them stands in assessed.ts. */

export const AUTHOR_KINDS = ["customer", "ai", "human", "system"] as const;
export type AuthorKind = (typeof AUTHOR_KINDS)[number];

export const MESSAGE_KINDS = [
  "message",
  "greeting",
  "form",
  "transfer_notice",
  "auto_reply",
  "button",
  "unknown",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const VISIBILITIES = ["public", "internal"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** exact: the source states it; derived: computed from stated facts; inferred: a judgement. */
export const PROVENANCES = ["exact", "derived", "inferred"] as const;
export type Provenance = (typeof PROVENANCES)[number];

export const TRIGGERS = [
  "customer_request",
  "topic_rule",
  "customer_rule",
  "sentiment",
  "low_confidence",
  "no_kb_result",
  "repeated_failure",
  "ambiguous",
  "bot_error",
  "usage_limit",
  "outage",
  "manual_takeover",
  "unknown",
] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const EVENT_TYPES = [
  "assigned",
  "queued",
  "status_changed",
  "reopened",
  "resolved",
  "closed",
  "abandoned",
  "handed_back",
  "tagged",
  "bot_error",
  "ask_human",
  "feedback",
  "unknown",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const RATING_LEGS = ["whole", "ai", "human"] as const;
export type RatingLeg = (typeof RATING_LEGS)[number];

export const CONVERSATION_FLAGS = ["test", "spam", "proactive"] as const;
export type ConversationFlag = (typeof CONVERSATION_FLAGS)[number];

export type Participant = {
  id: string;
  kind: AuthorKind;
  name: string | null;
  team: string | null;
  /** Which release of an AI it was; absent where the source does not say. */
  version?: string;
};

export type Retrieval = { id: string; title: string | null; url: string | null; score: number | null };

export type Message = {
  /** Unique within its conversation; made from content when the source has none. */
  id: string;
  at: Date;
  authorKind: AuthorKind;
  authorId: string | null;
  visibility: Visibility;
  kind: MessageKind;
  /** The source says that no person typed it. */
  automated: boolean;
  /** Plain text; HTML is converted on the way in and quoted mail history is kept apart in `quoted`. */
  text: string;
  quoted: string | null;
  ai: { confidence: number | null; retrieval: Retrieval[] } | null;
};

export type DeclaredHandoff = {
  id: string;
  at: Date;
  provenance: Provenance;
  from: string | null;
  trigger: Trigger;
  reason: string | null;
  promisedWaitSeconds: number | null;
  queuePosition: number | null;
  toTeam: string | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  context: { summary: string | null; attempted: string[]; suggestedNextSteps: string[] } | null;
};

export type ConversationEvent = {
  id: string;
  at: Date;
  type: EventType;
  actor: string | null;
  data: Record<string, unknown>;
};

export type Survey = { id: string; sentAt: Date; about: RatingLeg };

export type Rating = {
  id: string;
  surveyId: string | null;
  score: number;
  scaleMin: number;
  scaleMax: number;
  at: Date;
  comment: string | null;
  leg: RatingLeg;
  aboutId: string | null;
};

export type Customer = {
  id: string;
  name: string | null;
  /** The customer's plan: the dimension "tier". */
  plan: string | null;
  vip: boolean | null;
  createdAt: Date | null;
  attributes: Record<string, unknown>;
};

/** A data defect: something was wrong in the input and what was done about it. */
export type Defect = { field: string; code: DefectCode; detail: string };
export const DEFECT_CODES = [
  "bad_value",
  "unknown_value",
  "time_in_future",
  "time_before_2000",
  "time_without_zone",
  "negative_interval",
  "score_outside_scale",
  "duplicate_id",
  "invalid_utf8",
  "unstorable_character",
  "too_long",
  "dangling_reference",
  "no_messages",
] as const;
export type DefectCode = (typeof DEFECT_CODES)[number];

/** One conversation as received, in our words. Arrays are in time order, ties in the order received. */
export type Conversation = {
  /** UUIDv5 of source and external id. */
  id: string;
  source: string;
  externalId: string;
  revision: string;
  url: string | null;
  channel: string;
  language: string | null;
  subject: string | null;
  topic: string | null;
  tags: string[];
  brand: string | null;
  status: string | null;
  createdAt: Date;
  updatedAt: Date | null;
  customer: Customer | null;
  participants: Participant[];
  messages: Message[];
  handoffs: DeclaredHandoff[];
  events: ConversationEvent[];
  surveys: Survey[];
  ratings: Rating[];
  flags: ConversationFlag[];
  /** External id of the surviving conversation, when this one was merged away. */
  mergedInto: string | null;
  deleted: boolean;
  extra: Record<string, unknown>;
  defects: Defect[];
};
