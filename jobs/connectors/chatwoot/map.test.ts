import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseRecord } from "#lib/import/record.ts";
import { compareRevisions } from "#lib/import/revision.ts";
import { recordSchema } from "#lib/import/schema.ts";
import { channelOf, mapConversation } from "./map.ts";
import type { Raw } from "./schema.ts";
import { changed, FIXTURES, type Loose, look, NOW, parse, read, SETTINGS } from "./testing/fixtures.ts";

describe("from Chatwoot's words to the assessment", () => {
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
