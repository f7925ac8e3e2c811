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
import { assess } from "../assess.ts";
import type { Conversation } from "../types.ts";

const look = (input: Conversation, now = at("+60d 12:00")) => assess(input, noHistory, { now, calendarOf: utcHours });
const ask = (time: string) => event(time, "ask_human", "u-1");
const talk = [customer("10:00"), ai("10:01"), customer("10:02", "That did not help"), ai("10:03")];

/** The same without a word of a person. */
const quiet = [customer("10:00"), ai("10:01"), customer("10:02", "It is declined again"), ai("10:03")];

describe("what came of asking for a person", () => {
  test("the clock runs from the first ask, and what the customer said until the handoff is counted", () => {
    const { episodes, handoffs } = look(
      conversation([...talk, customer("10:04", "Please"), customer("10:05", "Still not"), human("10:10")], {
        events: [ask("10:02"), ask("10:05"), closed("10:30")],
        handoffs: [handoff("10:06")],
      }),
    );
    expect(episodes[0]).toMatchObject({
      firstHumanAskAt: at("10:02"),
      ask: { count: 2, toHandoffSeconds: 240, toHandoffTurns: 2, outcome: "answered", waitSeconds: 480 },
    });
    expect(handoffs[0]).toMatchObject({ askedAt: at("10:02"), waitSeconds: 240 });
  });

  test("a handoff at the customer's wish is an ask at their last words before it, told once", () => {
    const wish = handoff("10:04", { trigger: "customer_request" });
    const declared = look(conversation([...talk, human("10:08")], { handoffs: [wish] }));
    expect(declared.episodes[0]).toMatchObject({ firstHumanAskAt: at("10:02"), ask: { count: 1, toHandoffTurns: 0 } });
    const both = look(conversation([...talk, human("10:08")], { handoffs: [wish], events: [ask("10:02")] }));
    expect(both.episodes[0]?.ask?.count).toBe(1);
  });

  test("a second handoff has its own ask", () => {
    const { handoffs } = look(
      conversation([...talk, human("10:08"), customer("10:20"), ai("10:21"), customer("10:22"), human("10:25")], {
        handoffs: [handoff("10:04"), handoff("10:23")],
        events: [ask("10:02"), event("10:15", "handed_back"), ask("10:22")],
      }),
    );
    expect(handoffs.map(({ askedAt }) => askedAt)).toEqual([at("10:02"), at("10:22")]);
  });

  test("out of hours the business clock begins at opening", () => {
    const { episodes } = look(
      conversation([customer("20:00"), ai("20:01"), human("+1d 09:04")], {
        handoffs: [handoff("20:03")],
        events: [ask("20:02")],
      }),
    );
    expect(episodes[0]?.ask).toMatchObject({ waitBusinessSeconds: 240, waitSeconds: 13 * 3600 + 120 });
  });

  test.each([
    ["no handoff and a close", [ask("10:02"), closed("10:30")], "closed_unanswered", 1680],
    ["no handoff and the customer gone", [ask("10:02"), event("10:05", "abandoned"), closed("10:30")], "left", 180],
    ["no handoff and silence", [ask("10:02")], "left", 60],
  ])("with %s nobody followed it up", (_, events, outcome, waitSeconds) => {
    const { episodes } = look(conversation(talk, { events }));
    expect(episodes[0]).toMatchObject({
      segment: "ai_only",
      ask: { toHandoffSeconds: null, toHandoffTurns: null, outcome, waitSeconds },
    });
  });

  test("a handoff that nobody answers ends the ask as it ends itself, and a later one can still answer it", () => {
    const back = [ask("10:02"), event("10:10", "handed_back")];
    const given = { handoffs: [handoff("10:04")], events: back };
    expect(look(conversation([...talk, ai("10:11")], given)).episodes[0]?.ask).toMatchObject({
      outcome: "handed_back",
      waitSeconds: 480,
    });
    const later = { ...given, handoffs: [handoff("10:04"), handoff("10:15")] };
    expect(look(conversation([...talk, ai("10:11"), human("10:20")], later)).episodes[0]?.ask).toMatchObject({
      outcome: "answered",
      waitSeconds: 1080,
    });
  });

  test("the last of several handoffs says how it ended", () => {
    const { episodes } = look(
      conversation([...talk, ai("10:11")], {
        handoffs: [handoff("10:04"), handoff("10:15")],
        events: [ask("10:02"), event("10:10", "handed_back"), event("10:20", "abandoned"), closed("10:40")],
      }),
    );
    expect(episodes[0]?.ask).toMatchObject({ toHandoffSeconds: 120, outcome: "left", waitSeconds: 1080 });
  });

  test("a handoff before the ask is not its own", () => {
    const { episodes } = look(
      conversation([...quiet, human("10:08"), customer("10:20"), ai("10:21"), customer("10:22"), ai("10:23")], {
        handoffs: [handoff("10:04")],
        events: [event("10:15", "handed_back"), ask("10:22"), closed("10:40")],
      }),
    );
    expect(episodes[0]).toMatchObject({
      firstHumanAskAt: at("10:22"),
      ask: { toHandoffSeconds: null, outcome: "closed_unanswered", waitSeconds: 1080 },
    });
  });

  test("while nobody answers it waits, and is measured again within the hour", () => {
    const input = conversation([...talk, customer("10:04", "Hello?")], { events: [ask("10:02")] });
    const { episodes, reassessAt } = look(input, at("10:12"));
    expect(episodes[0]?.ask).toMatchObject({ outcome: "waiting", waitSeconds: 600 });
    expect(reassessAt).toEqual(at("11:12"));
  });

  test("words ask as well, once with the button beside them, also while waiting", () => {
    const wants = (time: string) => customer(time, "Can I talk to a person?");
    const given = { events: [ask("10:02:20")], handoffs: [handoff("10:06")] };
    const { episodes } = look(
      conversation(
        [customer("10:00"), ai("10:01"), wants("10:02"), ai("10:03"), wants("10:05"), wants("10:08")],
        given,
      ),
    );
    expect(episodes[0]).toMatchObject({ firstHumanAskAt: at("10:02"), ask: { count: 3, toHandoffTurns: 1 } });
    const german = conversation([customer("10:00"), ai("10:01"), wants("10:02")], { language: "de" });
    expect(look(german).episodes[0]?.ask).toBeNull();
  });

  test("of an episode without an ask nothing is said", () => {
    expect(look(conversation(quiet)).episodes[0]).toMatchObject({ firstHumanAskAt: null, ask: null });
  });
});

describe("asking in words", () => {
  const inWords = [customer("10:00"), ai("10:01"), customer("10:02", "I want to talk to a real person"), ai("10:03")];

  test("is an ask at its message, with all that follows from one", () => {
    const { episodes, handoffs } = look(
      conversation([...inWords, customer("10:04", "Please"), human("10:10")], { handoffs: [handoff("10:06")] }),
    );
    expect(episodes[0]).toMatchObject({
      firstHumanAskAt: at("10:02"),
      ask: { count: 1, told: 0, toHandoffSeconds: 240, toHandoffTurns: 1, outcome: "answered", waitSeconds: 480 },
    });
    expect(handoffs[0]?.askedAt).toEqual(at("10:02"));
  });

  test("is the same as the event that tells of it: within a minute, or before the customer speaks again", () => {
    const told = (time: string, ...more: Conversation["messages"]) =>
      look(conversation([...inWords, ...more], { events: [ask(time)] })).episodes[0]?.ask;
    expect(told("10:02:40")).toMatchObject({ count: 1, told: 1 });
    expect(told("10:01:30")).toMatchObject({ count: 1, told: 1 });
    expect(told("10:09")).toMatchObject({ count: 1, told: 1 });
    expect(told("10:09", customer("10:05", "Hello?"))).toMatchObject({ count: 2, told: 1 });
    expect(told("10:00:30")).toMatchObject({ count: 2, told: 1 });
  });

  test("is the same as the wish that a handoff is declared to follow", () => {
    const wish = handoff("10:06", { trigger: "customer_request" });
    const { episodes } = look(
      conversation([...inWords, customer("10:04", "Order 4471"), human("10:10")], { handoffs: [wish] }),
    );
    expect(episodes[0]).toMatchObject({ firstHumanAskAt: at("10:02"), ask: { count: 1, told: 1 } });
  });

  test("in vain is unhappy, though the AI had the last word", () => {
    const done = { events: [closed("10:30")] };
    expect(look(conversation(inWords, done)).episodes[0]).toMatchObject({
      aiOutcome: "left_unhappy",
      ask: { outcome: "closed_unanswered", waitSeconds: 1680 },
    });
    expect(look(conversation(quiet, done)).episodes[0]).toMatchObject({ aiOutcome: "assumed", ask: null });
  });

  test("in a language that is not read is known only where the source tells", () => {
    const read = (language: string | null) => look(conversation(inWords, { language })).episodes[0]?.ask?.count;
    expect([read("en-US"), read(null), read("de")]).toEqual([1, 1, undefined]);
  });
});

describe("a handoff that reached nobody", () => {
  test("failed when it went back to the AI each time and nobody had taken it", () => {
    const given = { handoffs: [handoff("10:04")], events: [event("10:10", "handed_back"), closed("11:00")] };
    const failed = look(conversation([...talk, ai("10:11")], given)).episodes[0];
    expect(failed).toMatchObject({ segment: "handoff", tags: ["failed_handoff"] });
    const taken = { ...given, handoffs: [handoff("10:04", { acceptedAt: at("10:05"), acceptedBy: "a-1" })] };
    expect(look(conversation([...talk, ai("10:11")], taken)).episodes[0]?.tags).toEqual([]);
    expect(look(conversation([...talk, ai("10:11"), human("10:20")], given)).episodes[0]?.tags).not.toContain(
      "failed_handoff",
    );
  });
});

describe("the two parts of a wait", () => {
  const waits = (acceptedAt: string | null, ...replies: Conversation["messages"]) =>
    look(
      conversation([...talk, ...replies], {
        handoffs: [handoff("10:04", { acceptedAt: acceptedAt === null ? null : at(acceptedAt) })],
      }),
    ).handoffs[0];

  test("the queue's ends when somebody accepts, within the wait", () => {
    expect(waits("10:06", human("10:10"))).toMatchObject({ queueBusinessSeconds: 120, waitBusinessSeconds: 360 });
    expect(waits("10:30", human("10:10"))?.queueBusinessSeconds).toBe(360);
    expect(waits("10:03", human("10:10"))?.queueBusinessSeconds).toBe(0);
  });

  test("it is not known where the source does not say who accepted", () => {
    expect(waits(null, human("10:10"))?.queueBusinessSeconds).toBeNull();
  });
});
