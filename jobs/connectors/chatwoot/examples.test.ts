import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Json, parse } from "./testing/fixtures.ts";

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
