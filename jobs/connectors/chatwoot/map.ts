import type { ImportRecord } from "#lib/import/schema.ts";
import { authorOf, isActivity, participantsOf } from "./authors.ts";
import { eventsOf } from "./events.ts";
import { handoffsOf } from "./handoffs.ts";
import { instantOf, isoOf, type Message, type Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { surveysOf } from "./surveys.ts";

/** Messages in time order; ids count up and tell the order within a second. */
const inOrder = (messages: Message[]): Message[] =>
  messages.toSorted((a, b) => instantOf(a.created_at) - instantOf(b.created_at) || Number(a.id) - Number(b.id));

const TEMPLATE = new Set<unknown>([3, "template"]);

const CHANNELS: Record<string, string> = {
  "Channel::WebWidget": "web_chat",
  "Channel::Api": "api",
  "Channel::Email": "email",
  "Channel::Whatsapp": "whatsapp",
  "Channel::TwilioSms": "sms",
  "Channel::Sms": "sms",
  "Channel::FacebookPage": "messenger",
  "Channel::Instagram": "instagram",
  "Channel::Telegram": "telegram",
  "Channel::Line": "line",
  "Channel::Voice": "phone",
};

/** A conversation of Chatwoot in our words. What it does not tell stays null: articles, confidence, queue position. */
export const recordOf = (raw: Raw, settings: Settings): ImportRecord => {
  const { conversation } = raw;
  const messages = inOrder(raw.messages);
  const handoffs = handoffsOf({ ...raw, messages }, settings);
  const channel = conversation.meta?.channel ?? "";
  return {
    id: String(conversation.id),
    revision: revisionOf(raw),
    url: `${settings.address.replace(/\/+$/, "")}/app/accounts/${settings.accountId}/conversations/${conversation.id}`,
    channel: CHANNELS[channel] ?? (channel.replace("Channel::", "").toLowerCase() || "web_chat"),
    language: languageOf(conversation.additional_attributes),
    subject: textOf(conversation.additional_attributes?.["mail_subject"]),
    tags: conversation.labels ?? [],
    created_at: isoOf(conversation.created_at),
    ...(conversation.updated_at == null ? {} : { updated_at: isoOf(conversation.updated_at) }),
    status: conversation.status ?? null,
    customer: customerOf(raw),
    participants: participantsOf(messages, conversation, settings),
    messages: messages.filter((one) => !isActivity(one)).map((one) => messageOf(one, handoffs, settings)),
    handoffs,
    events: eventsOf({ ...raw, messages }),
    ...surveysOf(raw, settings),
  };
};

/** The latest time that anything in it carries: newer content never has an older revision, whatever part is new. */
const revisionOf = ({ conversation, messages, events, answers }: Raw): string => {
  const times = [
    conversation.created_at,
    conversation.updated_at,
    conversation.last_activity_at,
    ...messages.flatMap(({ created_at: made, updated_at: changed }) => [made, changed]),
    ...(events ?? []).flatMap(({ event_end_time: ended, created_at: made }) => [ended, made]),
    ...answers.map(({ created_at: answered }) => answered),
  ];
  const instants = times.flatMap((time) => (time == null ? [] : [instantOf(time)])).filter((at) => !Number.isNaN(at));
  return new Date(Math.max(0, ...instants)).toISOString();
};

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const languageOf = (attributes: Record<string, unknown> | null | undefined): string | null =>
  textOf(attributes?.["conversation_language"]) ?? textOf(attributes?.["browser_language"]);

const PLANS = ["plan", "tier", "subscription", "subscription_plan", "pricing_plan"];

const customerOf = ({ conversation: { meta, id } }: Raw): NonNullable<ImportRecord["customer"]> => {
  const sender = meta?.sender;
  const attributes = sender?.custom_attributes ?? {};
  const plan = PLANS.map((name) => textOf(attributes[name])).find((one) => one !== null) ?? null;
  const vip = attributes["vip"];
  return {
    id: String(sender?.id ?? `conversation-${id}`),
    name: sender?.name ?? null,
    plan,
    vip: typeof vip === "boolean" ? vip : null,
    ...(sender?.created_at == null ? {} : { created_at: isoOf(sender.created_at) }),
    attributes: { ...attributes, company: sender?.additional_attributes?.["company_name"] ?? null },
  };
};

type Handoffs = ReturnType<typeof handoffsOf>;

const messageOf = (message: Message, handoffs: Handoffs, settings: Settings) => {
  const author = authorOf(message, settings);
  const { content, attachments, created_at: at, content_attributes: attributes } = message;
  const html = (attributes?.["email"] as { html_content?: { full?: unknown } } | undefined)?.html_content?.full;
  return {
    id: String(message.id),
    at: isoOf(at),
    author,
    visibility: message.private === true ? ("internal" as const) : ("public" as const),
    ...kindOf(message, author.kind, handoffs),
    text: content ?? (attachments ?? []).map(({ file_type: type }) => `[${type ?? "file"}]`).join(" "),
    ...(typeof html === "string" && content == null ? { html } : {}),
  };
};

/** The AI's last public word at the very moment of a handoff announces it. */
const NOTICE_MS = 3000;

const kindOf = (message: Message, author: string, handoffs: Handoffs) => {
  if (message.content_type === "input_csat") return { kind: "form" as const, automated: true };
  if (TEMPLATE.has(message.message_type)) {
    return { kind: message.content_type === "text" ? ("auto_reply" as const) : ("form" as const), automated: true };
  }
  if (author === "system") return { kind: "auto_reply" as const, automated: true };
  const at = instantOf(message.created_at);
  const isNotice =
    author === "ai" &&
    message.private !== true &&
    handoffs.some((handoff) => Math.abs(Date.parse(String(handoff.at)) - at) <= NOTICE_MS);
  return { kind: isNotice ? ("transfer_notice" as const) : ("message" as const), automated: false };
};
