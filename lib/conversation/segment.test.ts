import { describe, expect, test } from "vitest";
import { ai, at, closed, conversation, customer, handoff, human } from "#lib/testing/build.ts";
import { attempt, handed, look } from "#lib/testing/look.ts";

describe("one ruling for each edge case", () => {
  test("the bot's return after a person keeps the segment, and its word while a person owns is a defect", () => {
    const { episodes } = look(handed({ events: [closed("11:00")] }, human("10:05"), customer("10:08"), ai("10:09")));
    expect(episodes[0]).toMatchObject({ segment: "handoff", tags: ["ai_spoke_while_human_owned"] });
  });

  test("a person who steps in without a handoff event is a takeover without a wait", () => {
    const { episodes, handoffs } = look(conversation([...attempt, human("10:09")]));
    expect(episodes[0]).toMatchObject({ segment: "handoff", rule: 3, tags: ["human_takeover"] });
    expect(handoffs).toMatchObject([
      { initiator: "human_takeover", isTakeover: true, waitSeconds: 0, waitBusinessSeconds: 0 },
    ]);
  });

  test("an announced transfer that never happens is no handoff but a failed one", () => {
    const { episodes, handoffs } = look(
      conversation([...attempt, ai("10:03", "Connecting you", { kind: "transfer_notice" })]),
    );
    expect(handoffs).toEqual([]);
    expect(episodes[0]).toMatchObject({ segment: "ai_only", tags: ["failed_handoff"] });
    const inWords = look(conversation([...attempt, ai("10:03", "I am transferring you to an agent now.")]));
    expect(inWords.handoffs).toEqual([]);
    expect(inWords.episodes[0]).toMatchObject({ segment: "ai_only", tags: ["failed_handoff"] });
  });

  test("a customer who asks for a person at once is handed off without an attempt", () => {
    const { episodes, handoffs } = look(
      conversation([customer("10:00", "A person please"), human("10:04")], {
        handoffs: [handoff("10:01", { trigger: "customer_request" })],
      }),
    );
    expect(episodes[0]).toMatchObject({ segment: "handoff", rule: 2, tags: ["no_attempt"] });
    expect(handoffs[0]).toMatchObject({ initiator: "customer", family: "customer_request", askedAt: at("10:00") });
  });

  test("asked for in the first words it is no attempt either, whatever the AI answered first", () => {
    const asked = (text: string) =>
      look(
        conversation([customer("10:00", text), ai("10:01", "May I try first?"), human("10:05")], {
          handoffs: [handoff("10:03", { trigger: "unknown" })],
        }),
      ).episodes[0];
    expect(asked("Let me talk to a person")).toMatchObject({ segment: "handoff", tags: ["no_attempt"] });
    expect(asked("My card fails")).toMatchObject({ segment: "handoff", tags: [] });
  });

  test("an outage before any answer bypasses the AI and is human-only", () => {
    const { episodes } = look(
      conversation([customer("10:00"), human("10:04")], { handoffs: [handoff("10:01", { trigger: "outage" })] }),
    );
    expect(episodes[0]).toMatchObject({ segment: "human_only", rule: 1, tags: ["bypass"] });
  });

  test("a usage limit after an answer counts, with an operational reason", () => {
    const { episodes, handoffs } = look(
      handed({ handoffs: [handoff("10:03", { trigger: "usage_limit" })] }, human("10:05")),
    );
    expect(episodes[0]?.segment).toBe("handoff");
    expect(handoffs[0]?.initiator).toBe("operational");
  });
});

describe("what else the definitions say", () => {
  test("nobody's answer is nobody's segment", () => {
    expect(look(conversation([customer("10:00")])).episodes[0]).toMatchObject({ segment: "other", rule: 6 });
  });

  test("the AI only after the person's reply is a human-only follow-up", () => {
    const { episodes } = look(conversation([customer("10:00"), human("10:05"), ai("10:20", "Anything else?")]));
    expect(episodes[0]).toMatchObject({ segment: "human_only", rule: 4, tags: ["ai_follow_up"] });
  });

  test("greetings, forms and transfer notices are no attempt", () => {
    const { episodes } = look(
      conversation([ai("09:59", "Hi"), customer("10:00"), ai("10:01", "Your name?", { kind: "form" }), human("10:05")]),
    );
    expect(episodes[0]).toMatchObject({ segment: "human_only", rule: 1 });
  });
});
