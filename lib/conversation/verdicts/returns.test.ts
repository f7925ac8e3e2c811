import { describe, expect, test } from "vitest";
import { ai, at, closed, conversation, customer, handoff, human, noHistory, utcHours } from "#lib/testing/build.ts";
import { assess } from "../assess.ts";
import type { Conversation } from "../types.ts";

const LATE = at("+60d 12:00");
const look = (
  input: Conversation,
  { now = LATE, contacts = [] as { topic: string | null; startedAt: Date }[] } = {},
) => {
  const history = { ...noHistory, contacts: contacts.map((one) => ({ conversationId: "x", ...one })) };
  return assess(input, history, { now, calendarOf: utcHours });
};
const solved = (more: Partial<Conversation> = {}, ...rest: Conversation["messages"]) =>
  conversation([customer("10:00"), ai("10:01"), human("10:07"), ...rest], {
    handoffs: [handoff("10:03")],
    events: [closed("10:30")],
    ...more,
  });

describe("a closed episode is reopened", () => {
  test.each([
    ["by a word within seven days", customer("+7d 10:30", "It broke again"), true],
    ["not by one a minute later", customer("+7d 10:31", "It broke again"), false],
    ["not by thanks", customer("+1d 10:00", "Thanks a lot!"), false],
    ["not by an agent's word", human("+1d 10:00", "One more thing"), false],
  ])("%s", (_, message, expected) => {
    expect(look(solved({}, message)).episodes[0]?.isReopened).toBe(expected);
  });

  test("it is not known before seven days are over, nor of one that only fell silent", () => {
    const back = customer("+1d 10:00", "It broke again");
    const early = look(solved({}, back), { now: at("+7d 10:29") });
    expect(early.episodes[0]?.isReopened).toBeNull();
    expect(look(solved({ events: [] }, customer("+3d 10:00", "Another thing"))).episodes[0]).toMatchObject({
      endedBy: "inactive",
      isReopened: null,
      hasRepeatContact: null,
    });
  });
});

describe("a closed episode is followed by another contact", () => {
  test.each([
    ["within 72 hours about the same", { topic: "billing", startedAt: at("+3d 10:30") }, true],
    ["not later", { topic: "billing", startedAt: at("+3d 10:31") }, false],
    ["not about another topic", { topic: "shipping", startedAt: at("+1d 10:00") }, false],
    ["about one that is not known", { topic: null, startedAt: at("+1d 10:00") }, true],
  ])("%s", (_, contact, expected) => {
    expect(look(solved(), { contacts: [contact] }).episodes[0]?.hasRepeatContact).toBe(expected);
  });

  test("it is not known of nobody's episode, nor before 72 hours are over, when it is looked at again", () => {
    expect(look(solved({ customer: null })).episodes[0]?.hasRepeatContact).toBeNull();
    const early = look(solved(), { now: at("+1d 12:00") });
    expect(early.episodes[0]?.hasRepeatContact).toBeNull();
    expect(early.reassessAt).toEqual(at("+3d 10:30"));
    expect(look(solved(), { now: at("+3d 10:30") }).episodes[0]?.hasRepeatContact).toBe(false);
  });
});
