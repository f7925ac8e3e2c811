import { describe, expect, test } from "vitest";
import { look, SETTINGS } from "./testing/fixtures.ts";

describe("from Chatwoot's words to the assessment", () => {
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
});
