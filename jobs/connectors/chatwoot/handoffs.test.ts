import { describe, expect, test } from "vitest";
import { changed, look, secondsAfterStart } from "./testing/fixtures.ts";

describe("from Chatwoot's words to the assessment", () => {
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
        promisedWaitSeconds: 600,
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
});
