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
import type { History } from "./assessed.ts";
import type { Conversation } from "./types.ts";

const LATE = at("+60d 12:00");
const look = (input: Conversation, { now = LATE, history = noHistory }: { now?: Date; history?: History } = {}) =>
  assess(input, history, { now, calendarOf: utcHours });

const attempt = [customer("10:00", "The card was declined"), ai("10:01", "Try again")];
const handed = (more: Partial<Conversation> = {}, ...rest: Conversation["messages"]) =>
  conversation([...attempt, ...rest], { handoffs: [handoff("10:03")], ...more });

describe("where an episode begins and ends", () => {
  test("a close before the customer's first word ends nothing", () => {
    const { episodes } = look(
      conversation([ai("09:00", "Hi"), customer("10:00"), human("10:05")], {
        events: [closed("09:30"), closed("11:00")],
      }),
    );
    expect(episodes).toMatchObject([{ startedAt: at("10:00"), endedAt: at("11:00"), endedBy: "closed" }]);
  });

  test("a reply at the very instant of the handoff leaves no wait open", () => {
    const { episodes } = look(handed({}, human("10:03")));
    expect(episodes).toMatchObject([{ endedBy: "inactive", endedAt: at("10:03"), resolution: "assumed" }]);
  });

  test("a reply that disagreeing clocks put before its handoff leaves no wait open", () => {
    const { episodes } = look(
      handed({ handoffs: [handoff("10:03", { acceptedBy: "a-1", acceptedAt: at("10:02") })] }, human("10:02:30")),
    );
    expect(episodes).toMatchObject([{ endedBy: "inactive", resolution: "assumed" }]);
  });

  test("one person's handing over to another opens no wait", () => {
    const { episodes } = look(
      handed({ handoffs: [handoff("10:03"), handoff("10:06", { from: "a-1" })] }, human("10:05"), human("10:07")),
    );
    const { episodes: unanswered } = look(
      handed({ handoffs: [handoff("10:03"), handoff("10:08", { from: "a-1" })] }, human("10:05"), human("10:07")),
    );
    expect(episodes).toMatchObject([{ endedBy: "inactive" }]);
    expect(unanswered).toMatchObject([{ endedBy: "inactive" }]);
  });

  test("thanks after a silence neither reopen nor open an episode", () => {
    const { episodes } = look(handed({}, human("10:07"), customer("+2d 10:00", "Thanks a lot!")));
    expect(episodes).toMatchObject([{ endedBy: "inactive", resolution: "assumed" }]);
  });

  test("an automatic acknowledgement does not take the last word from a customer who waits", () => {
    const { episodes } = look(
      conversation(
        [
          customer("10:00", "Where is my order?"),
          human("10:00:02", "We got your message", { automated: true }),
          human("+3d 09:00", "It is on its way"),
        ],
        { channel: "whatsapp", events: [closed("+3d 10:00")] },
      ),
    );
    expect(episodes).toMatchObject([{ endedBy: "closed", endedAt: at("+3d 10:00") }]);
  });

  test("a survey sent by itself does not prolong the episode", () => {
    const { episodes } = look(
      handed({}, human("10:07"), customer("+1d 09:00", "How did we do?", { authorKind: "system", authorId: null })),
    );
    expect(episodes).toMatchObject([{ endedBy: "inactive", endedAt: at("10:07") }]);
  });

  test("what was said between a close and the handoff that undid it is heard", () => {
    const { episodes } = look(
      conversation([customer("10:00"), ai("10:03"), human("10:05")], {
        handoffs: [handoff("10:05")],
        events: [closed("10:02")],
      }),
    );
    expect(episodes).toMatchObject([{ endedBy: "inactive", endedAt: at("10:05") }]);
  });

  test("a handoff after a close shows that it was not the end", () => {
    const { episodes, handoffs } = look(
      handed({ events: [closed("10:02"), closed("11:00")] }, human("10:07"), customer("10:08")),
    );
    expect(handoffs).toMatchObject([{ outcome: "answered", waitSeconds: 240 }]);
    expect(episodes).toMatchObject([{ endedAt: at("11:00") }]);
  });
});

describe("who owns the conversation", () => {
  test("one who gave up and comes back is handed over anew, with a wait of their own", () => {
    const { handoffs } = look(
      handed(
        { handoffs: [handoff("10:03"), handoff("11:05")], events: [event("10:10", "abandoned")] },
        customer("11:00"),
        ai("11:01"),
        human("11:07"),
      ),
    );
    expect(handoffs).toMatchObject([
      { outcome: "left", waitSeconds: 420 },
      { outcome: "answered", waitSeconds: 120 },
    ]);
  });

  test("a move whose origin is not told is one between people once a person has taken over", () => {
    const moved = { handoffs: [handoff("10:03"), handoff("10:10", { from: null })] };
    expect(look(handed(moved, human("10:05"), human("10:12"))).handoffs).toHaveLength(1);
    expect(look(handed(moved, human("10:05"), ai("10:08"), human("10:12"))).handoffs).toHaveLength(2);
  });
});

describe("on the phone, accepting is replying", () => {
  const call = (more: Partial<Conversation> = {}, ...rest: Conversation["messages"]) =>
    handed(
      { channel: "phone", handoffs: [handoff("10:03", { acceptedAt: at("10:04"), acceptedBy: "a-1" })], ...more },
      ...rest,
    );

  test("so a call that was taken is not unanswered, and its room not empty", () => {
    const { episodes, handoffs } = look(call({ events: [closed("10:20")] }));
    expect(handoffs).toMatchObject([{ outcome: "answered", emptyRoom: false }]);
    expect(episodes).toMatchObject([{ resolution: "resolved", firstHumanReplyAt: at("10:04") }]);
  });

  test("so it ends by itself", () => {
    expect(look(call()).episodes).toMatchObject([{ endedBy: "inactive", resolution: "assumed" }]);
  });

  test("so the first word of the transcript does not prolong the wait", () => {
    expect(look(call({}, human("10:05"))).handoffs).toMatchObject([{ waitSeconds: 60 }]);
  });

  test("and accepting before the handoff is a wait of zero", () => {
    const early = [handoff("10:03", { acceptedAt: at("10:02:58"), acceptedBy: "a-1" })];
    expect(look(call({ handoffs: early })).handoffs).toMatchObject([{ waitSeconds: 0, waitEndedAt: at("10:03") }]);
  });
});

describe("whether the need was met", () => {
  test("silence after the AI's word is not silence after the person's", () => {
    const { episodes } = look(handed({}, human("10:07"), customer("10:08", "Still declined"), ai("10:09")));
    expect(episodes).toMatchObject([{ endedBy: "inactive", resolution: "unresolved" }]);
  });

  test("a topic that only the tags tell is a topic", () => {
    const contact = { conversationId: "x", topic: "shipping", startedAt: at("+2d 10:00") };
    const { episodes } = look(handed({ topic: null, tags: ["billing"], events: [closed("10:30")] }, human("10:07")), {
      history: { ...noHistory, contacts: [contact] },
    });
    expect(episodes).toMatchObject([{ resolution: "resolved" }]);
  });
});

test("an open wait is measured again at least hourly, and after days whenever it has grown by a twenty-fourth", () => {
  const lookedAt = (now: Date) => look(handed({}, customer("10:04")), { now }).reassessAt;
  expect(lookedAt(at("10:20"))).toEqual(at("11:20"));
  expect(lookedAt(at("+10d 10:03"))).toEqual(at("+10d 20:03"));
});
