import { describe, expect, test } from "vitest";
import {
  ai,
  at,
  closed,
  conversation,
  customer,
  event,
  handoff,
  human,
  noHistory,
  utcHours,
} from "#lib/testing/build.ts";
import { assess } from "./assess.ts";
import type { Conversation, Message } from "./types.ts";

const waitOf = (said: Message[], more: Partial<Conversation> = {}) => {
  const whole = conversation([customer("10:00", "My lamp is dark"), ai("10:01", "Restart it"), ...said], {
    handoffs: [handoff("10:03")],
    events: [closed("12:00")],
    ...more,
  });
  const { handoffs, findings } = assess(whole, noHistory, { now: at("+30d 12:00"), calendarOf: utcHours });
  const [wait] = handoffs;
  return { ...wait, isFound: findings.some(({ label }) => label === "left_in_words") };
};

const LEFT = { outcome: "left", leftHow: "explicit" };

describe("who waits and says that they do not any longer has left", () => {
  test.each([
    "Never mind, I'll do it myself",
    "forget it",
    "nvm",
    "ok never mind then",
    "Forget it, I'll call instead.",
    "I'm leaving",
    "I'll fix it myself",
    "This takes for ever. I give up",
  ])("%s", (text) => {
    expect(waitOf([customer("10:20", text)])).toMatchObject({
      ...LEFT,
      waitEndedAt: at("10:20"),
      waitSeconds: 1020,
      isFound: true,
    });
  });

  test("also where a person writes to them later, into an empty room", () => {
    const wait = waitOf([customer("10:20", "Forget it"), human("10:30", "Hello, I am here")]);
    expect(wait).toMatchObject({ ...LEFT, waitEndedAt: at("10:20"), firstReplyAt: null });
  });

  test("and thanks on the way out are no return", () => {
    expect(waitOf([customer("10:20", "Never mind"), customer("10:21", "Thanks!")])).toMatchObject(LEFT);
  });
});

describe("who is still there has not left", () => {
  test.each([
    "Never mind the first question, the second matters",
    "Should I forget it?",
    "If nobody comes I'll do it myself",
    "Please don't forget it",
    "I'm still here",
    "Hello?",
  ])("%s", (text) => {
    expect(waitOf([customer("10:20", text), human("10:30", "Hello")])).toMatchObject({
      outcome: "answered",
      isFound: false,
    });
  });

  test("nor who writes again", () => {
    const said = [customer("10:20", "Forget it"), customer("10:25", "Ok I am back, it is the blue lamp")];
    expect(waitOf([...said, human("10:30", "Hello")])).toMatchObject({ outcome: "answered" });
  });

  test("nor who says it before the handoff or to the person who answered", () => {
    const before = customer("10:02", "Never mind the lamp then, forget it");
    expect(waitOf([before, human("10:30", "Hello")])).toMatchObject({ outcome: "answered" });
    const after = [human("10:30", "Hello"), customer("10:31", "Never mind")];
    expect(waitOf(after)).toMatchObject({ outcome: "answered", isFound: false });
  });
});

test("what the source tells first stands, and a language without phrases tells nothing", () => {
  const events = [event("10:10", "abandoned"), closed("12:00")];
  expect(waitOf([customer("10:20", "Forget it")], { events })).toMatchObject({ ...LEFT, waitEndedAt: at("10:10") });
  expect(waitOf([customer("10:20", "Forget it")], { language: "de" })).toMatchObject({ outcome: "closed_unanswered" });
});
