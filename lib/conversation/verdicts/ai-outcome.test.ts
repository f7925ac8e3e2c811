import { describe, expect, test } from "vitest";
import {
  ai,
  at,
  closed,
  conversation,
  customer,
  event,
  human,
  noHistory,
  rating,
  utcHours,
} from "#lib/testing/build.ts";
import { assess } from "../assess.ts";
import type { Conversation } from "../types.ts";

const LATE = at("+60d 12:00");
const look = (input: Conversation, now = LATE) => assess(input, noHistory, { now, calendarOf: utcHours }).episodes[0];

const asked = [customer("10:00", "The card was declined"), ai("10:01", "Try again")];
const talk = (...rest: Conversation["messages"]) => conversation([...asked, ...rest]);
const done = (more: Partial<Conversation>, ...rest: Conversation["messages"]) =>
  conversation([...asked, ...rest], { ...more, events: [...(more.events ?? []), closed("10:30")] });

describe("what became of an episode the AI handled alone", () => {
  test.each([
    ["the AI's last word and silence are assumed to have helped", talk(), "assumed"],
    ["a close after the AI's last word as well", done({}), "assumed"],
    ["thanks for the answer confirm it", talk(customer("10:02", "Great, thank you!")), "confirmed"],
    ["also when the AI says good-bye", talk(customer("10:02", "Thanks"), ai("10:03", "You are welcome")), "confirmed"],
    ["thanks after the close confirm it too", done({}, customer("10:40", "Thanks!")), "confirmed"],
    ["a bare yes is a word, not thanks", talk(customer("10:02", "Yes")), "left_unhappy"],
    ["a good rating confirms it", done({ ratings: [rating("10:40", 5)] }), "confirmed"],
    ["of the AI's part too", done({ ratings: [rating("10:40", 4, { leg: "ai" })] }), "confirmed"],
    ["but not a rating of an agent", done({ ratings: [rating("10:40", 5, { leg: "human" })] }), "assumed"],
    [
      "a bad rating outweighs thanks",
      done({ ratings: [rating("10:40", 2)] }, customer("10:02", "Thanks")),
      "left_unhappy",
    ],
    ["of two ratings the last says it", done({ ratings: [rating("10:40", 2), rating("11:40", 5)] }), "confirmed"],
    [
      "a rating between good and bad leaves it open",
      done({ ratings: [rating("10:40", 7, { scaleMin: 0, scaleMax: 10 })] }),
      "ambiguous",
    ],
    ["a rating after the seven days changes nothing", done({ ratings: [rating("+8d 10:40", 1)] }), "assumed"],
    ["whoever asked for a person in vain is unhappy", done({ events: [event("10:02", "ask_human")] }), "left_unhappy"],
    [
      "even with thanks in the end",
      done({ events: [event("10:02", "ask_human")] }, customer("10:03", "ok thanks, bye")),
      "left_unhappy",
    ],
    [
      "unless they rate it well",
      done({ events: [event("10:02", "ask_human")], ratings: [rating("10:40", 5)] }),
      "confirmed",
    ],
    [
      "the customer's last word is unhappy, closed or not",
      done({}, customer("10:02", "It still fails")),
      "left_unhappy",
    ],
    ["and if nobody ever closes", talk(customer("10:02", "It still fails")), "left_unhappy"],
    [
      "an announced handoff that never came speaks against it",
      talk(ai("10:03", "Connecting you", { kind: "transfer_notice" })),
      "ambiguous",
    ],
    [
      "also when the AI goes on talking",
      talk(ai("10:03", "Connecting you", { kind: "transfer_notice" }), ai("10:09", "Are you there?")),
      "ambiguous",
    ],
    ["so does leaving", done({ events: [event("10:02", "abandoned")] }), "ambiguous"],
    ["and a failure of the AI", done({ events: [event("10:02", "bot_error")] }), "ambiguous"],
    ["a form is no answer", talk(ai("10:02", "Your e-mail?", { kind: "form" })), "ambiguous"],
    ["a survey after the close is nobody's word", done({}, ai("10:31", "How was it?", { kind: "form" })), "assumed"],
  ])("%s", (_, input, expected) => {
    expect(look(input)).toMatchObject({ segment: "ai_only", aiOutcome: expected });
  });

  test("nothing is said of it while it goes on, and of the customer's last word not before a day is over", () => {
    expect(look(talk(), at("10:02"))?.aiOutcome).toBe("pending");
    const waiting = talk(customer("10:02", "It still fails"));
    expect(look(waiting, at("+1d 10:02"))?.aiOutcome).toBe("pending");
    expect(look(waiting, at("+1d 10:03"))?.aiOutcome).toBe("left_unhappy");
    const mail = conversation(waiting.messages, { channel: "email" });
    expect(look(mail, at("+1d 10:03"))?.aiOutcome).toBe("pending");
  });

  test("one that never ends belongs to the day it was given up, seven days after the customer's last word", () => {
    const input = talk(customer("10:02", "It still fails"));
    expect(look(input, at("+2d 10:00"))).toMatchObject({ resolution: "pending", maturesAt: at("+7d 10:02") });
    expect(look(input)).toMatchObject({ resolution: "unresolved", resolutionAt: at("+7d 10:02") });
  });

  test("of other episodes there is none", () => {
    expect(look(talk(human("10:05")))).toMatchObject({ segment: "handoff", aiOutcome: null });
  });
});
