import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "#lib/conversation/assess.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { parseRecord } from "#lib/import/record.ts";
import { compareRevisions } from "#lib/import/revision.ts";
import { recordSchema } from "#lib/import/schema.ts";
import { noHistory, utcHours } from "#lib/testing/build.ts";
import { channelOf, mapConversation } from "./map.ts";
import type { Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";

const NOW = new Date("2026-04-20T12:00:00Z");
const SETTINGS: Settings = {
  address: "https://chat.example.com",
  accountId: "1",
  token: "t",
  webhookSecret: null,
  botUserIds: [],
};
const FIXTURES = join(import.meta.dirname, "fixtures");

const read = (name: string): Raw => JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), "utf8"));
const parse = (raw: Raw, settings = SETTINGS): Conversation => {
  const parsed = parseRecord(mapConversation(raw, settings), { now: NOW, zone: "UTC", defaultSource: "chatwoot" });
  if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
  return parsed.conversation;
};
const look = (raw: Raw | string, settings = SETTINGS, now = NOW) => {
  const conversation = parse(typeof raw === "string" ? read(raw) : raw, settings);
  return { conversation, ...assess(conversation, noHistory, { now, calendarOf: utcHours }) };
};
const secondsAfterStart = (at: Date | null | undefined): number | null =>
  at ? (at.getTime() - Date.parse("2026-03-10T10:00:00Z")) / 1000 : null;
type Json = Record<string, unknown>;
type Loose = {
  conversation: Json & { meta: Json };
  messages: [Json, Json, ...Json[]];
  events: Json[];
  ratings: Json[];
};
/** A fixture with something changed. */
const changed = (name: string, change: (raw: Loose) => void): Raw => {
  const raw = read(name);
  change(raw as Loose);
  return raw;
};

describe("from Chatwoot's words to the assessment", () => {
  test("a bot alone: AI only, resolved, and its rating is of the AI", () => {
    const { episodes, handoffs, ratings, conversation } = look("bot-only");
    expect(handoffs).toEqual([]);
    expect(episodes).toMatchObject([{ segment: "ai_only", rule: 5, endedBy: "closed", resolution: "resolved" }]);
    expect(conversation.events.filter(({ type }) => type === "resolved")).toMatchObject([
      { data: { provenance: "exact" } },
    ]);
    expect(conversation.surveys).toMatchObject([{ id: "105", about: "ai" }]);
    expect(ratings).toMatchObject([{ score: 5, leg: "ai", comment: "quick", counts: true, segment: "ai_only" }]);
    expect(secondsAfterStart(ratings[0]?.at)).toBe(1200);
  });

  test("Captain's handoff: exact time, the note as reason, team, acceptance, wait, and one rating of the whole", () => {
    const { episodes, handoffs, ratings, conversation } = look("captain-handoff");
    expect(episodes).toMatchObject([{ segment: "handoff", rule: 2, tags: [], team: "Billing" }]);
    expect(handoffs).toMatchObject([
      {
        provenance: "exact",
        reason: "The customer disputes a charge and asked for a person.",
        team: "Billing",
        agentId: "user:7",
        outcome: "answered",
        waitSeconds: 299.6,
        promisedWaitSeconds: null,
      },
    ]);
    expect(secondsAfterStart(handoffs[0]?.at)).toBe(101.4);
    expect(secondsAfterStart(handoffs[0]?.acceptedAt)).toBe(120);
    expect(conversation.handoffs).toMatchObject([{ from: "captain:1", acceptedBy: "user:7" }]);
    expect(conversation.messages.map(({ authorKind, kind }) => `${authorKind} ${kind}`)).toEqual([
      "customer message",
      "ai message",
      "customer message",
      "ai message",
      "ai transfer_notice",
      "human message",
      "customer message",
      "human message",
      "system form",
    ]);
    expect(conversation.messages[3]).toMatchObject({ visibility: "internal" });
    expect(ratings).toMatchObject([{ score: 2, leg: "whole", aboutId: "user:7", counts: true, segment: "handoff" }]);
    expect(conversation).toMatchObject({
      externalId: "42",
      channel: "web_chat",
      url: "https://chat.example.com/app/accounts/1/conversations/42",
      language: "en",
      subject: "Double charge",
      tags: ["billing"],
      status: "resolved",
      customer: {
        id: "contact:9",
        plan: "enterprise",
        vip: true,
        attributes: { Plan: "enterprise", vip: true, company_name: "Acme" },
      },
    });
    expect(conversation.customer?.createdAt?.toISOString()).toBe("2026-03-06T10:00:00.000Z");
    expect(conversation.participants.find(({ id }) => id === "user:7")).toMatchObject({ name: "Ray", team: "Billing" });
  });

  test("without its note the reason is what stands in brackets in the activity", () => {
    const raw = changed("captain-handoff", ({ messages }) => messages.splice(3, 1));
    expect(look(raw).handoffs[0]?.reason).toBe("customer asked for a person");
  });

  test.each([
    ["agent-bot-community", "derived"],
    ["agent-bot-german", "derived"],
    ["agent-bot-unread-language", "inferred"],
  ])("%s: the handoff of an edition without events is %s from the activity", (name, provenance) => {
    const { episodes, handoffs, conversation } = look(name);
    expect(episodes).toMatchObject([{ segment: "handoff", rule: 2, tags: [] }]);
    expect(handoffs).toMatchObject([{ provenance, team: "Billing", waitSeconds: 240, agentId: "user:7" }]);
    expect(secondsAfterStart(handoffs[0]?.acceptedAt)).toBe(180);
    expect(conversation.handoffs).toMatchObject([{ from: "bot:1", reason: null }]);
  });

  test("opened without event and activity: inferred from the time since when the customer waits", () => {
    const { handoffs, episodes } = look("opened-in-silence");
    expect(handoffs).toMatchObject([{ provenance: "inferred", outcome: "waiting", team: "Billing" }]);
    expect(secondsAfterStart(handoffs[0]?.at)).toBe(90);
    expect(episodes).toMatchObject([{ segment: "handoff" }]);
  });

  test("what the bot still has is no handoff, and neither is a bot that answers in an open conversation", () => {
    expect(look("bot-only-pending").handoffs).toEqual([]);
    const open = changed("bot-only-pending", ({ conversation }) => {
      conversation["status"] = "open";
    });
    expect(look(open).handoffs).toEqual([]);
    const asked = changed("opened-in-silence", ({ conversation, messages }) => {
      conversation["waiting_since"] = messages[2]?.["created_at"];
    });
    expect(look(asked).handoffs).toEqual([]);
    expect(look(asked).conversation.events).toEqual([]);
  });

  test("the second handoff, which has no event, is derived, and waits on its own", () => {
    const { episodes, handoffs, conversation } = look("second-handoff");
    expect(episodes).toMatchObject([{ executedHandoffs: 2, tags: ["ping_pong"] }]);
    expect(handoffs).toMatchObject([
      { ordinal: 1, provenance: "exact", waitSeconds: 239.9, agentId: "user:7", reason: null },
      { ordinal: 2, provenance: "derived", waitSeconds: 480, agentId: "user:8", reason: "no answer found" },
    ]);
    expect(conversation.events.map(({ type }) => type)).toContain("handed_back");
  });

  test("given back in a language of which no word is known: inferred, and the second handoff too", () => {
    const raw = changed("second-handoff", ({ messages }) => {
      const words = ["Opnað", "Ray setti samtalið í bið", "Helper opnaði samtalið", "Ada fékk samtalið"];
      for (const message of messages) if (message["message_type"] === 2) message["content"] = words.shift();
    });
    const { handoffs, conversation } = look(raw);
    expect(handoffs).toMatchObject([{ provenance: "exact" }, { provenance: "inferred", waitSeconds: 480 }]);
    expect(conversation.events.filter(({ type }) => type === "handed_back")).toMatchObject([
      { data: { provenance: "inferred" } },
    ]);
  });

  test("a human-only conversation: greeting, out-of-office and form are the system's", () => {
    const { episodes, handoffs, conversation } = look("human-only");
    expect(handoffs).toEqual([]);
    expect(episodes).toMatchObject([{ segment: "human_only", rule: 1, team: "Billing", resolution: "resolved" }]);
    expect(conversation.messages.slice(1, 4).map(({ authorKind, kind }) => [authorKind, kind])).toEqual([
      ["system", "greeting"],
      ["system", "auto_reply"],
      ["system", "form"],
    ]);
    expect(look("human-only-unanswered").episodes).toMatchObject([{ segment: "human_only", rule: 1 }]);
  });

  test("an agent who opens it and answers has taken over", () => {
    const { episodes, handoffs } = look("takeover");
    expect(episodes).toMatchObject([{ segment: "handoff", rule: 3, tags: ["human_takeover"] }]);
    expect(handoffs).toMatchObject([{ isTakeover: true, waitSeconds: 0, agentId: "user:7" }]);
  });

  test("a bot that failed: bot_error, operational", () => {
    const { handoffs, conversation } = look("bot-error");
    expect(handoffs).toMatchObject([{ trigger: "bot_error", initiator: "operational", waitSeconds: 240 }]);
    expect(conversation.events.map(({ type }) => type)).toContain("bot_error");
  });

  test("a bot that failed before its first word is a bypass", () => {
    const raw = changed("bot-error", ({ messages }) => messages.splice(1, 2));
    expect(look(raw).episodes).toMatchObject([{ segment: "human_only", rule: 1, tags: ["bypass"] }]);
  });

  test("two surveys: each rating goes to its own part", () => {
    const { ratings, episodes } = look("two-surveys");
    expect(episodes.map(({ segment }) => segment)).toEqual(["ai_only", "handoff"]);
    expect(ratings).toMatchObject([
      { score: 1, leg: "ai", episode: 0, counts: true },
      { score: 5, leg: "whole", episode: 1, counts: true, aboutId: "user:7" },
    ]);
  });

  test("a rating that only stands on its message is taken at the time of the survey", () => {
    const raw = changed("two-surveys", (given) => {
      given.ratings = [];
    });
    expect(look(raw).ratings.map(({ score, leg, at }) => [score, leg, secondsAfterStart(at)])).toEqual([
      [1, "ai", 601],
      [5, "whole", 3601],
    ]);
  });

  test("workflow, campaign, note and a failed message are no replies", () => {
    const { handoffs, conversation } = look("notes-and-automation");
    expect(handoffs).toMatchObject([{ waitSeconds: 600, outcome: "answered" }]);
    const system = conversation.messages.filter(({ authorKind }) => authorKind === "system");
    expect(system.map(({ text, automated }) => [text, automated])).toEqual([
      ["New in spring!", true],
      ["We received your message.", true],
      ["Somebody answers soon.", true],
    ]);
    expect(conversation.flags).toEqual(["proactive"]);
    expect(conversation.messages.filter(({ visibility }) => visibility === "internal")).toHaveLength(2);
  });

  test("a bot behind an agent's account is a bot once it is named in the settings", () => {
    const settings = { ...SETTINGS, botUserIds: ["7"] };
    expect(look("human-only", settings).episodes).toMatchObject([{ segment: "ai_only" }]);
  });

  test("words and fields not known yet change nothing else", () => {
    const { conversation, episodes } = look("unknown-words");
    expect(conversation).toMatchObject({ channel: "smoke_signal", status: "dormant", tags: ["a"] });
    expect(conversation.messages.map(({ authorKind }) => authorKind)).toEqual([
      "customer",
      "system",
      "customer",
      "system",
      "human",
    ]);
    expect(episodes).toMatchObject([{ segment: "human_only" }]);
  });

  test("what is missing stays null", () => {
    const { conversation, episodes } = look("lost-fields");
    expect(conversation).toMatchObject({
      channel: "web_chat",
      status: null,
      customer: null,
      updatedAt: null,
      tags: [],
    });
    expect(episodes).toMatchObject([{ segment: "human_only" }]);
    expect(conversation.messages).toHaveLength(3);
  });

  test("a conversation without any time, and one that is no object, are refused by name", () => {
    const refusal = (raw: Raw) =>
      parseRecord(mapConversation(raw, SETTINGS), { now: NOW, zone: "UTC", defaultSource: "chatwoot" });
    expect(refusal({ conversation: { id: 1 }, messages: [], events: null, ratings: [] })).toMatchObject({
      ok: false,
      field: "created_at",
    });
    expect(refusal({ conversation: "?", messages: [], events: null, ratings: [] })).toMatchObject({
      ok: false,
      field: "id",
    });
  });
});

describe("the record itself", () => {
  const names = readdirSync(FIXTURES).map((file) => file.replace(/\.json$/, ""));

  test.each(names)("%s keeps to the format, and is the same every time", (name) => {
    const record = mapConversation(read(name), SETTINGS);
    if (name !== "lost-fields") recordSchema.parse(record);
    expect(mapConversation(read(name), SETTINGS)).toEqual(record);
    expect(parse(read(name)).defects.filter(({ code }) => code === "unknown_value" || code === "duplicate_id")).toEqual(
      [],
    );
  });

  test.each(names)("%s: messages in any order give the same record", (name) => {
    const raw = read(name);
    const turned = { ...raw, messages: raw.messages.toReversed(), events: raw.events?.toReversed() ?? null };
    expect(parse(turned).handoffs).toEqual(parse(raw).handoffs);
    expect(parse(turned).messages).toEqual(parse(raw).messages);
  });

  const later = 1_773_140_000;
  test.each<[string, (raw: Loose) => void]>([
    ["the conversation", (raw) => Object.assign(raw.conversation, { updated_at: later })],
    ["a message written", (raw) => raw.messages.push({ ...raw.messages[0], id: 999, created_at: later })],
    ["a message changed", (raw) => Object.assign(raw.messages[1], { updated_at: "2026-03-10T11:00:00.001Z" })],
    ["an event", (raw) => raw.events.push({ id: 99, name: "x", event_end_time: "2026-03-10T11:00:00.001Z" })],
    ["a rating", (raw) => raw.ratings.push({ id: 99, rating: 3, created_at: later })],
  ])("its revision rises with %s", (_, change) => {
    const revision = (raw: Raw) => ({ revision: String(mapConversation(raw, SETTINGS).revision), sha256: "" });
    const before = revision(read("captain-handoff"));
    expect(before.revision).toBe("2026-03-10T10:30:00.250Z");
    expect(compareRevisions(revision(changed("captain-handoff", change)), before)).toBeGreaterThan(0);
  });

  test.each([
    ["Channel::WebWidget", "web_chat"],
    ["Channel::Email", "email"],
    ["Channel::Whatsapp", "whatsapp"],
    ["Channel::FacebookPage", "messenger"],
    ["Channel::TwilioSms", "sms"],
    ["Channel::Api", "api"],
    ["Channel::Instagram", "instagram"],
    ["Channel::SmokeSignal", "smoke_signal"],
    [null, "web_chat"],
  ])("channel %s is %s", (type, channel) => {
    expect(channelOf(type)).toBe(channel);
  });

  test("an e-mail is read from its HTML, what it quotes apart", () => {
    const raw = changed("human-only-unanswered", ({ conversation, messages }) => {
      conversation.meta["channel"] = "Channel::Email";
      Object.assign(messages[0], {
        content_type: "incoming_email",
        content: "raw",
        content_attributes: {
          email: { html_content: { full: "<p>It is <b>broken</b>.</p><blockquote>On Monday Ray wrote</blockquote>" } },
        },
      });
    });
    expect(parse(raw).messages[0]).toMatchObject({ text: "It is broken.", quoted: "> On Monday Ray wrote" });
  });

  test("times of webhooks, which are text, are read as those of REST", () => {
    const raw = changed("bot-only", ({ messages }) => {
      messages[0]["created_at"] = "2026-03-10T10:00:00.000Z";
      messages[0]["message_type"] = "incoming";
      messages[1]["created_at"] = "2026-03-10 10:00:05 UTC";
      messages[1]["message_type"] = "outgoing";
    });
    expect(parse(raw).messages).toEqual(parse(read("bot-only")).messages);
  });
});

const EXAMPLES = join(import.meta.dirname, "../../../../shared/specs/chatwoot/examples");
const hasExamples = existsSync(EXAMPLES);

describe.skipIf(!hasExamples)(
  hasExamples ? "captured examples" : `captured examples (skipped: ${EXAMPLES} is not here)`,
  () => {
    const example = (name: string) => JSON.parse(readFileSync(join(EXAMPLES, name), "utf8"));
    const head = ([first]: Json[]) => ({ id: first?.["conversation_id"], created_at: first?.["created_at"], meta: {} });

    test("a conversation with its last messages", () => {
      const conversation = example("conversation.fixture.conversationData.json");
      const parsed = parse({ conversation, messages: conversation.messages, events: null, ratings: [] });
      expect(parsed).toMatchObject({ externalId: "5815", language: "en", customer: { id: "contact:5017687" } });
      expect(parsed.messages.map(({ authorKind }) => authorKind)).toEqual(["human", "customer", "customer"]);
      expect(parsed.participants.map(({ id }) => id)).toContain("user:21");
    });

    test.each([
      "messages.fixture.emailConversation.json",
      "messages.fixture.textOnly.json",
      "messages.fixture.textWithMedia.json",
    ])("%s", (name) => {
      const messages: Json[] = example(name);
      const parsed = parse({ conversation: head(messages), messages, events: null, ratings: [] });
      const told = messages.filter((one) => one["message_type"] !== 2);
      const texts = parsed.messages.map(({ text }) => text);
      expect(parsed.messages).toHaveLength(new Set(told.map((one) => one["id"])).size);
      expect(texts.every((text) => !/<(?:p|div|br)\b/.test(text))).toBe(true);
      expect(parsed.messages.map(({ authorKind }) => authorKind)).toContain("human");
      expect(parsed.defects.filter(({ code }) => code !== "duplicate_id")).toEqual([]);
    });
  },
);
