import { z } from "zod";
import {
  AUTHOR_KINDS,
  CONVERSATION_FLAGS,
  EVENT_TYPES,
  MESSAGE_KINDS,
  PROVENANCES,
  RATING_LEGS,
  TRIGGERS,
  VISIBILITIES,
} from "#lib/conversation/types.ts";

export const FORMAT = "handoff-import/1";

const id = z.union([z.string().min(1), z.number()]).describe("Kept as text");
const time = z
  .union([z.string(), z.number()])
  .describe("RFC 3339 with zone; also unix seconds or milliseconds; without zone it is read in the workspace's zone");
const text = z.string().nullable().optional();

const author = z.object({ kind: z.enum(AUTHOR_KINDS), id: id.optional(), name: text });
const message = z.looseObject({
  id: id.optional().describe("Made from the content when absent"),
  at: time,
  author,
  visibility: z.enum(VISIBILITIES).default("public").describe("internal = a note the customer does not see"),
  kind: z.enum(MESSAGE_KINDS).default("message"),
  automated: z.boolean().default(false).describe("Sent by a workflow, even if under a person's name"),
  text: z.string().default(""),
  html: text,
  quoted: text.describe("Mail history told apart by the source; with it, even null, text is taken as plain"),
  ai: z
    .looseObject({
      confidence: z.number().min(0).max(1).nullable().optional(),
      retrieval: z
        .array(z.looseObject({ id, title: text, url: text, score: z.number().nullable().optional() }))
        .optional(),
    })
    .nullable()
    .optional(),
});

const handoff = z.looseObject({
  id: id.optional(),
  at: time,
  provenance: z.enum(PROVENANCES).default("exact"),
  from: id.nullable().optional(),
  trigger: z.enum(TRIGGERS).default("unknown"),
  reason: text,
  promised_wait_s: z.number().min(0).nullable().optional(),
  queue_position: z.number().int().min(0).nullable().optional(),
  to_team: text,
  accepted_at: time.nullable().optional(),
  accepted_by: id.nullable().optional(),
  context: z
    .looseObject({
      summary: text,
      attempted: z.array(z.string()).optional(),
      suggested_next_steps: z.array(z.string()).optional(),
    })
    .nullable()
    .optional(),
});

const event = z.looseObject({
  id: id.optional(),
  at: time,
  type: z.enum(EVENT_TYPES),
  actor: id.nullable().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

const rating = z.looseObject({
  id: id.optional(),
  survey_id: id.nullable().optional(),
  score: z.number(),
  scale: z.tuple([z.number(), z.number()]).default([1, 5]),
  at: time,
  comment: text,
  leg: z.enum(RATING_LEGS).default("whole"),
  about: z
    .looseObject({ kind: z.enum(AUTHOR_KINDS).optional(), id: id.optional() })
    .nullable()
    .optional(),
});

/** One conversation as sources send it. Reading is more lenient than this: see `parseRecord`. */
export const recordSchema = z.looseObject({
  format: z.literal(FORMAT).optional(),
  source: z.string().min(1).optional().describe("Name of the sending system"),
  id,
  revision: z.union([z.string(), z.number()]).nullable().optional().describe("Rises with every change"),
  url: text,
  channel: z.string().default("web_chat").describe("web_chat, phone, email, whatsapp, messenger, sms, …"),
  language: text,
  subject: text,
  tags: z.array(z.string()).default([]),
  topic: text,
  brand: text,
  created_at: time,
  updated_at: time.nullable().optional(),
  status: text,
  customer: z
    .looseObject({
      id,
      name: text,
      plan: text,
      vip: z.boolean().nullable().optional(),
      created_at: time.nullable().optional(),
      attributes: z.record(z.string(), z.unknown()).optional(),
    })
    .nullable()
    .optional(),
  participants: z
    .array(
      z.looseObject({
        id,
        kind: z.enum(AUTHOR_KINDS),
        name: text,
        team: text,
        version: text.describe("Release of an AI; another one is marked on the charts"),
      }),
    )
    .default([]),
  messages: z.array(message).default([]),
  handoffs: z.array(handoff).default([]),
  events: z.array(event).default([]),
  surveys: z.array(z.looseObject({ id, sent_at: time, about: z.enum(RATING_LEGS).default("whole") })).default([]),
  csat: z.array(rating).default([]),
  flags: z.array(z.enum(CONVERSATION_FLAGS)).default([]),
  merged_into: id.nullable().optional(),
  deleted: z.boolean().default(false),
});

export type ImportRecord = z.input<typeof recordSchema>;

/** The format as JSON Schema (draft 2020-12). */
export const importJsonSchema = (): Record<string, unknown> => ({
  $id: "https://seam.invalid/schemas/handoff-import-1.json",
  title: FORMAT,
  ...z.toJSONSchema(recordSchema, { io: "input" }),
});
