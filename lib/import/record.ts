import { CONVERSATION_FLAGS, type Conversation, type Customer, type Participant } from "#lib/conversation/types.ts";
import { contentId, conversationId, hashOf } from "./ids.ts";
import { jsonText } from "./json.ts";
import { readEvents, readHandoffs, readMessages, readParticipants, readRatings, readSurveys } from "./parts.ts";
import {
  defect,
  isObject,
  type Reader,
  readBoolean,
  readId,
  readJson,
  readOneOf,
  readText,
  readTexts,
  readTime,
} from "./reader.ts";

export type ReadContext = { now: Date; zone: string; defaultSource: string };
export type Parsed = { ok: true; conversation: Conversation } | { ok: false; field: string; reason: string };

type Json = Record<string, unknown>;

const KNOWN = new Set(
  "format source id revision url channel language subject tags topic brand created_at updated_at status customer participants messages handoffs events surveys csat flags merged_into deleted extra".split(
    " ",
  ),
);

const refused = (field: string, reason: string): Parsed => ({ ok: false, field, reason });

/** One handoff-import/1 record in our words. It is refused only when its id, its creation time or every author is
 * unusable; any other bad field is left null and listed among `defects`. `zone` reads times that carry none. */
export const parseRecord = (json: unknown, { now, zone, defaultSource }: ReadContext): Parsed => {
  if (!isObject(json)) return refused("", "not a JSON object");
  const reader: Reader = { now, zone, defects: [] };
  const externalId = readId(reader, json["id"], "id");
  if (externalId === null) return refused("id", "missing or unusable");
  const source = readId(reader, json["source"], "source") ?? defaultSource;
  const createdAt = readTime(reader, json["created_at"], "created_at") ?? firstMessageAt(json["messages"], reader);
  if (createdAt === null) return refused("created_at", "missing or unusable, and no message has a usable time");
  const scope = `${source}\u0000${externalId}`;
  const messages = readMessages(reader, json["messages"], scope, createdAt);
  const deleted = readBoolean(reader, json["deleted"], "deleted") ?? false;
  if (messages.length === 0 && Array.isArray(json["messages"]) && json["messages"].length > 0) {
    return refused("messages", "no message has a usable author");
  }
  if (messages.length === 0 && !deleted) defect(reader, "messages", "no_messages", "none");
  const updatedAt = readTime(reader, json["updated_at"], "updated_at");
  const surveys = readSurveys(reader, json["surveys"]);
  const conversation: Conversation = {
    id: conversationId(source, externalId),
    source,
    externalId,
    revision: readId(reader, json["revision"], "revision") ?? updatedAt?.toISOString() ?? hashOf(jsonText(json)),
    url: readText(reader, json["url"], "url"),
    channel: readText(reader, json["channel"], "channel") ?? "web_chat",
    language: readText(reader, json["language"], "language"),
    subject: readText(reader, json["subject"], "subject"),
    topic: readText(reader, json["topic"], "topic"),
    tags: readTexts(reader, json["tags"], "tags"),
    brand: readText(reader, json["brand"], "brand"),
    status: readText(reader, json["status"], "status"),
    createdAt,
    updatedAt,
    customer: readCustomer(reader, json["customer"]),
    participants: withAuthors(readParticipants(reader, json["participants"]), json["messages"]),
    messages,
    handoffs: readHandoffs(reader, json["handoffs"], scope),
    events: readEvents(reader, json["events"], scope),
    surveys,
    ratings: readRatings(reader, json["csat"], scope, surveys),
    flags: readTexts(reader, json["flags"], "flags")
      .map(
        (flag) => CONVERSATION_FLAGS.find((known) => known === flag) ?? defect(reader, "flags", "unknown_value", flag),
      )
      .filter((flag) => flag !== null),
    mergedInto: readId(reader, json["merged_into"], "merged_into"),
    deleted,
    extra: extraOf(reader, json),
    defects: reader.defects,
  };
  return { ok: true, conversation: deleted ? erased(conversation) : conversation };
};

const firstMessageAt = (messages: unknown, { now, zone }: Reader): Date | null => {
  const quiet: Reader = { now, zone, defects: [] };
  const times = Array.isArray(messages)
    ? messages.flatMap((one) => (isObject(one) ? (readTime(quiet, one["at"], "at")?.getTime() ?? []) : []))
    : [];
  return times.length === 0 ? null : new Date(Math.min(...times));
};

const readCustomer = (reader: Reader, value: unknown): Customer | null => {
  if (value === undefined || value === null) return null;
  if (!isObject(value)) return defect(reader, "customer", "bad_value", value);
  const id = readId(reader, value["id"], "customer.id");
  if (id === null) return defect(reader, "customer.id", "bad_value", value["id"] ?? "missing");
  return {
    id,
    name: readText(reader, value["name"], "customer.name"),
    plan: readText(reader, value["plan"], "customer.plan"),
    vip: readBoolean(reader, value["vip"], "customer.vip"),
    createdAt: readTime(reader, value["created_at"], "customer.created_at"),
    attributes: isObject(value["attributes"]) ? readJson(reader, value["attributes"], "customer.attributes") : {},
  };
};

/** Authors that are named only on their messages are participants too. */
const withAuthors = (participants: Participant[], messages: unknown): Participant[] => {
  const known = new Set(participants.map(({ id }) => id));
  for (const message of Array.isArray(messages) ? messages : []) {
    const author: unknown = isObject(message) ? message["author"] : null;
    if (!isObject(author)) continue;
    const quiet: Reader = { now: new Date(0), zone: "UTC", defects: [] };
    const id = readId(quiet, author["id"], "id");
    if (id === null || known.has(id)) continue;
    known.add(id);
    const kind = readOneOf(quiet, author["kind"], "kind", ["customer", "ai", "human", "system"], "system");
    participants.push({
      id,
      kind,
      name: readText(quiet, author["name"], "name"),
      team: readText(quiet, author["team"], "team"),
    });
  }
  return participants;
};

const extraOf = (reader: Reader, json: Json): Json => {
  const given = isObject(json["extra"]) ? json["extra"] : {};
  const unknown = Object.entries(json).filter(([key]) => !KNOWN.has(key));
  return unknown.length === 0 && Object.keys(given).length === 0
    ? {}
    : readJson(reader, { ...given, ...Object.fromEntries(unknown) }, "extra");
};

/** What is left of a conversation deleted at its source: that it was there, and nothing of what was said. */
const erased = (conversation: Conversation): Conversation => ({
  ...conversation,
  url: null,
  subject: null,
  tags: [],
  customer: null,
  participants: [],
  messages: [],
  handoffs: [],
  events: [],
  surveys: [],
  ratings: [],
  extra: {},
  defects: [],
});

/** Keeps two records apart that cannot even say which conversation they are. */
export const refusalId = (source: string, payload: string): string => contentId("refused", source, payload);
