import { z } from "zod";

/** Everything that Chatwoot said of one conversation, as it said it. */
export type Raw = {
  conversation: unknown;
  messages: unknown[];
  /** Its reporting events; null = this edition has none. */
  events: unknown[] | null;
  /** Its answers to satisfaction surveys. */
  ratings: unknown[];
};

// A field that is missing or of a type not met before is null, and all that is not named here is passed over: an
// upgrade of Chatwoot must not stop the reading of conversations.
const id = z.union([z.string(), z.number()]).nullish().catch(null);
const time = id;
const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const attributes = z.record(z.string(), z.unknown()).nullish().catch(null);
const many = <T extends z.ZodType>(one: T) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((all) =>
      (all ?? []).flatMap((value) => {
        const read = one.safeParse(value);
        return read.success ? [read.data] : [];
      }),
    );

const person = z
  .looseObject({
    id,
    name: text,
    available_name: text,
    type: text,
    created_at: time,
    custom_attributes: attributes,
    additional_attributes: attributes,
  })
  .nullish()
  .catch(null);

const message = z.looseObject({
  id,
  content: text,
  message_type: id,
  content_type: text,
  content_attributes: attributes,
  additional_attributes: attributes,
  created_at: time,
  updated_at: time,
  private: flag,
  status: text,
  sender: person,
  sender_type: text,
  sender_id: id,
});

const conversation = z.looseObject({
  id,
  status: text,
  created_at: time,
  updated_at: time,
  last_activity_at: time,
  waiting_since: time,
  inbox_id: id,
  priority: text,
  labels: many(z.string()),
  additional_attributes: attributes,
  custom_attributes: attributes,
  messages: many(z.looseObject({ id })),
  meta: z
    .looseObject({
      sender: person,
      channel: text,
      assignee: person,
      assignee_type: text,
      team: z.looseObject({ id, name: text }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

const event = z.looseObject({
  id,
  name: text,
  value: number,
  event_end_time: time,
  user_id: id,
  created_at: time,
  updated_at: time,
});

const rating = z.looseObject({
  id,
  rating: number,
  feedback_message: text,
  message_id: id,
  conversation_id: id,
  assigned_agent: person,
  created_at: time,
  updated_at: time,
});

export const rawSchema = z.looseObject({
  conversation: conversation.catch((context) => conversation.parse({ unreadable: context.value })),
  messages: many(message),
  events: many(event),
  ratings: many(rating),
});

export type Vendor = z.output<typeof rawSchema>;
export type VendorConversation = Vendor["conversation"];
export type VendorMessage = Vendor["messages"][number];
export type VendorRating = Vendor["ratings"][number];
export type VendorPerson = NonNullable<VendorMessage["sender"]>;

export const listSchema = z.looseObject({
  data: z.looseObject({
    meta: z.looseObject({ all_count: number }).nullish().catch(null),
    payload: many(conversation),
  }),
});
export const pageSchema = z.looseObject({ payload: z.array(z.unknown()) });
export const messageIdSchema = z.looseObject({ id: z.number() });
export const ratingsSchema = many(rating);
