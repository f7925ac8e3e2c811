import { z } from "zod";

// What is mapped of Chatwoot's answers, read leniently: whatever else comes stays in the payload.

const id = z.union([z.number(), z.string()]);
/** Whole seconds in lists, ISO texts in webhooks and events. */
const time = z.union([z.number(), z.string()]);
const anything = z.record(z.string(), z.unknown()).nullish();

const person = z.looseObject({ id: id.nullish(), name: z.string().nullish(), type: z.string().nullish() });

export const messageSchema = z.looseObject({
  id,
  content: z.string().nullish(),
  message_type: z.union([z.number(), z.string()]).nullish(),
  content_type: z.string().nullish(),
  content_attributes: anything,
  additional_attributes: anything,
  created_at: time,
  updated_at: time.nullish(),
  private: z.boolean().nullish(),
  sender: person.nullish(),
  sender_type: z.string().nullish(),
  attachments: z.array(z.looseObject({ file_type: z.string().nullish() })).nullish(),
});

export const conversationSchema = z.looseObject({
  id,
  status: z.string().nullish(),
  created_at: time,
  updated_at: time.nullish(),
  last_activity_at: time.nullish(),
  labels: z.array(z.string()).nullish(),
  additional_attributes: anything,
  custom_attributes: anything,
  inbox_id: id.nullish(),
  meta: z
    .looseObject({
      sender: person
        .extend({ custom_attributes: anything, additional_attributes: anything, created_at: time.nullish() })
        .nullish(),
      assignee: person.nullish(),
      assignee_type: z.string().nullish(),
      team: z.looseObject({ id: id.nullish(), name: z.string().nullish() }).nullish(),
      channel: z.string().nullish(),
    })
    .nullish(),
});

export const eventSchema = z.looseObject({
  id,
  name: z.string(),
  value: z.number().nullish(),
  event_end_time: time.nullish(),
  created_at: time.nullish(),
});

export const answerSchema = z.looseObject({
  id: id.nullish(),
  message_id: id.nullish(),
  conversation_id: id.nullish(),
  rating: z.number(),
  feedback_message: z.string().nullish(),
  created_at: time,
});

export type Message = z.infer<typeof messageSchema>;
export type Conversation = z.infer<typeof conversationSchema>;
export type ReportingEvent = z.infer<typeof eventSchema>;
export type SurveyAnswer = z.infer<typeof answerSchema>;

/** One conversation, whole. events null = this edition keeps none. */
export type Raw = {
  conversation: Conversation;
  messages: Message[];
  events: ReportingEvent[] | null;
  answers: SurveyAnswer[];
};

/** The instant of a time in either of its forms; NaN for what is none. */
export const instantOf = (value: number | string): number => {
  if (typeof value === "number") return value * 1000;
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
};

export const isoOf = (value: number | string): string => {
  const at = instantOf(value);
  return Number.isNaN(at) ? String(value) : new Date(at).toISOString();
};

const listOf = <T>(schema: z.ZodType<T>, value: unknown): T[] => {
  const items = Array.isArray(value) ? value : [];
  return items.flatMap((item) => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
};

const inside = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], value);

/** A page of the list of conversations, with how many there are in all; null = it does not say. */
export const readList = (json: unknown): { conversations: Conversation[]; total: number | null } => {
  const total = inside(json, "data", "meta", "all_count");
  return {
    conversations: listOf(conversationSchema, inside(json, "data", "payload")),
    total: typeof total === "number" ? total : null,
  };
};

export const readMessages = (json: unknown): Message[] => listOf(messageSchema, inside(json, "payload"));
export const readEvents = (json: unknown): ReportingEvent[] =>
  listOf(eventSchema, Array.isArray(json) ? json : inside(json, "payload"));
export const readAnswers = (json: unknown): SurveyAnswer[] =>
  listOf(answerSchema, Array.isArray(json) ? json : inside(json, "payload"));
