import type { ImportRecord } from "#lib/import/schema.ts";
import { handoffsOf, transferNotices } from "./handoffs.ts";
import { authorOf, contactId, isTemplate, type Participant, participantsOf, SILENT_BOT } from "./people.ts";
import { ratingsOf } from "./ratings.ts";
import { type Raw, rawSchema, type Vendor, type VendorMessage } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { inOrder, isSeenByCustomer, type Step, stepsOf } from "./steps.ts";
import { tell } from "./story.ts";
import { instantOf, isoOf } from "./time.ts";

type ImportMessage = NonNullable<ImportRecord["messages"]>[number];
type ImportEvents = NonNullable<ImportRecord["events"]>;

const CHANNELS: Record<string, string> = {
  "Channel::WebWidget": "web_chat",
  "Channel::Email": "email",
  "Channel::Whatsapp": "whatsapp",
  "Channel::FacebookPage": "messenger",
  "Channel::TwilioSms": "sms",
  "Channel::TwitterProfile": "twitter",
  "Channel::Voice": "phone",
};

/** Chatwoot's word for a channel in ours; one not known yet keeps its name. */
export const channelOf = (type: string | null | undefined): string =>
  CHANNELS[type ?? ""] ??
  (type ?? "Channel::WebChat")
    .replace(/^Channel::/, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
    .toLowerCase();

/** One conversation in our words. */
export const mapConversation = (raw: Raw, settings: Settings): ImportRecord => {
  const vendor = rawSchema.parse(raw);
  const { conversation } = vendor;
  const participants = participantsOf(vendor, settings);
  const steps = stepsOf(vendor, participants, settings);
  const told = tell(steps, conversation);
  const updatedAt = instantOf(conversation.updated_at) ?? instantOf(conversation.last_activity_at);
  const id = String(conversation.id ?? "");
  return {
    id,
    revision: isoOf(latestOf(vendor)),
    url: `${settings.address}/app/accounts/${settings.accountId}/conversations/${id}`,
    channel: channelOf(conversation.meta?.channel),
    language: textIn(conversation.additional_attributes, "conversation_language", "browser_language"),
    subject: textIn(conversation.additional_attributes, "mail_subject"),
    tags: conversation.labels,
    created_at: isoOf(createdAt(vendor)),
    updated_at: updatedAt === null ? null : isoOf(updatedAt),
    status: conversation.status ?? null,
    customer: customerOf(vendor),
    participants: told.handoffs.some(({ from }) => from === SILENT_BOT)
      ? [...participants, { id: SILENT_BOT, kind: "ai", name: null, team: null } satisfies Participant]
      : participants,
    messages: messagesOf(vendor, transferNotices(told.handoffs, steps), settings),
    handoffs: handoffsOf(told.handoffs, steps, vendor, settings),
    events: [...queued(vendor, steps, told.handoffs.length > 0), ...told.events],
    ...ratingsOf(vendor, settings),
    flags: vendor.messages.some((one) => one.additional_attributes?.["campaign_id"] != null) ? ["proactive"] : [],
    extra: {
      inbox_id: conversation.inbox_id ?? null,
      priority: conversation.priority ?? null,
      custom_attributes: conversation.custom_attributes ?? {},
      additional_attributes: conversation.additional_attributes ?? {},
    },
  };
};

const createdAt = ({ conversation, messages }: Vendor): number => {
  const times = messages.flatMap(({ created_at }) => instantOf(created_at) ?? []);
  // A conversation without any time cannot be placed: 1970 is refused on the way in, which says so.
  return instantOf(conversation.created_at) ?? (times.length > 0 ? Math.min(...times) : 0);
};

/** The latest of all times in it, so that what is newer never carries an older revision. */
const latestOf = ({ conversation, messages, events, ratings }: Vendor): number => {
  const times = [
    conversation.created_at,
    conversation.updated_at,
    conversation.last_activity_at,
    ...messages.flatMap(({ created_at, updated_at }) => [created_at, updated_at]),
    ...events.flatMap(({ event_end_time, created_at, updated_at }) => [event_end_time, created_at, updated_at]),
    ...ratings.flatMap(({ created_at, updated_at }) => [created_at, updated_at]),
  ];
  return times.reduce<number>((latest, time) => Math.max(latest, instantOf(time) ?? 0), 0);
};

const textIn = (attributes: Record<string, unknown> | null | undefined, ...names: string[]): string | null => {
  for (const name of names) {
    const value = attributes?.[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
};

const PLAN = ["plan", "tier", "subscription", "subscription_plan", "plan_name", "package"];

const customerOf = ({ conversation }: Vendor): ImportRecord["customer"] => {
  const sender = conversation.meta?.sender;
  const id = contactId(sender?.id);
  if (!sender || id === null) return null;
  const own = sender.custom_attributes ?? {};
  const byName = Object.fromEntries(Object.entries(own).map(([key, value]) => [key.toLowerCase(), value]));
  const created = instantOf(sender.created_at);
  const company = textIn(sender.additional_attributes, "company_name");
  return {
    id,
    name: sender.name ?? null,
    plan: textIn(byName, ...PLAN),
    vip: typeof byName["vip"] === "boolean" ? byName["vip"] : null,
    created_at: created === null ? null : isoOf(created),
    attributes: company === null ? own : { ...own, company_name: company },
  };
};

const messagesOf = (vendor: Vendor, notices: ReadonlySet<string>, settings: Settings): ImportMessage[] => {
  const isFirstTemplate = (message: VendorMessage): boolean => message === templates[0];
  const messages = inOrder(vendor.messages);
  const templates = messages.filter((one) => isTemplate(one) && (one.content_type ?? "text") === "text");
  return messages.flatMap((message): ImportMessage[] => {
    const author = authorOf(message, settings);
    const at = instantOf(message.created_at);
    if (!author) return [];
    return [
      {
        ...(message.id == null ? {} : { id: message.id }),
        at: at === null ? "" : isoOf(at),
        author: { kind: author.kind, ...(author.id && { id: author.id }), ...(author.name && { name: author.name }) },
        visibility: isSeenByCustomer(message) ? "public" : "internal",
        kind: kindOf(message, notices.has(String(message.id)), isFirstTemplate(message)),
        automated: author.kind === "system",
        text: message.content_attributes?.["deleted"] === true ? "" : (message.content ?? ""),
        html: htmlOf(message),
      },
    ];
  });
};

const FORMS = new Set(["input_csat", "input_email", "input_select", "input_text", "input_textarea", "form"]);

const kindOf = (message: VendorMessage, isNotice: boolean, isFirstTemplate: boolean): ImportMessage["kind"] => {
  if (FORMS.has(message.content_type ?? "")) return "form";
  if (isTemplate(message)) return isFirstTemplate ? "greeting" : "auto_reply";
  return isNotice ? "transfer_notice" : "message";
};

/** Of an e-mail the whole as it came: what it quotes is told apart by its markup. */
const htmlOf = ({ content_type, content_attributes }: VendorMessage): string | null => {
  if (content_type !== "incoming_email") return null;
  const email = content_attributes?.["email"] as { html_content?: { full?: unknown } | null } | null | undefined;
  return typeof email?.html_content?.full === "string" && email.html_content.full !== ""
    ? email.html_content.full
    : null;
};

/** Where no bot takes part, a customer is in the queue from the first word on. */
const queued = ({ conversation }: Vendor, steps: readonly Step[], isHandedOver: boolean): ImportEvents => {
  const first = steps.find((step) => step.is === "said" && step.isPublic && step.author.kind === "customer");
  const hasBot = steps.some((step) => step.is === "said" && step.author.kind === "ai");
  if (!first || hasBot || isHandedOver || conversation.status === "pending") return [];
  return [{ id: "queued", at: isoOf(first.at), type: "queued", data: { provenance: "derived" } }];
};
