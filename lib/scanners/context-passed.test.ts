import { expect, test } from "vitest";
import { ai, conversation, customer, handoff, human, note } from "#lib/testing/build.ts";
import { contextPassed } from "./context-passed.ts";
import { scanned } from "./testing/scanned.ts";

const NOBODY = { id: "u-1", name: "Kim", plan: null, vip: null, createdAt: null, attributes: {} };
const rules = (found: ReturnType<typeof scanned>) => Object.fromEntries(found.map(({ label, rule }) => [label, rule]));

test("the packet of the handoff passes on what is in it", () => {
  const context = {
    summary: "Refund for 4471",
    attempted: ["resent the mail"],
    suggestedNextSteps: ["check the bank"],
  };
  const talk = conversation([customer("10:00"), ai("10:01"), human("10:10")], {
    handoffs: [handoff("10:05", { context })],
    customer: NOBODY,
  });
  expect(rules(scanned(contextPassed, talk))).toEqual({
    ai_assessment: "packet.summary",
    attempted_solutions: "packet.attempted",
    next_steps: "packet.next",
    history: "field.thread",
  });
});

test("an empty packet passes on nothing", () => {
  const context = { summary: null, attempted: [], suggestedNextSteps: [] };
  const talk = conversation([human("10:10")], { handoffs: [handoff("10:05", { context })], customer: NOBODY });
  expect(scanned(contextPassed, talk)).toEqual([]);
});

test.each([
  ["Summary: parcel lost", "ai_assessment"],
  ["Already tried: restart, other browser", "attempted_solutions"],
  ["Next steps: call the carrier", "next_steps"],
  ["Enterprise customer since 2022, last order 12", "customer_context"],
  ["Transcript below", "history"],
])("a note around the handoff passes on: %s", (text, label) => {
  const messages = [note("10:04", text, { authorKind: "ai", authorId: "bot-1" }), human("10:10")];
  const talk = conversation(messages, { handoffs: [handoff("10:05")], customer: NOBODY });
  expect(rules(scanned(contextPassed, talk))[label]).toMatch(/^note\./);
});

test("a note written after the person's answer passes nothing on any more", () => {
  const messages = [human("10:10"), note("10:20", "Summary: solved")];
  const talk = conversation(messages, { handoffs: [handoff("10:05")], customer: NOBODY });
  expect(scanned(contextPassed, talk)).toEqual([]);
});
