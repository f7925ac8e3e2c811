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
  note,
  rating,
  utcHours,
} from "#lib/testing/build.ts";
import { type Calendar, type CalendarOf, weekly } from "#lib/time/calendar.ts";
import { assess } from "./assess.ts";
import type { History } from "./assessed.ts";
import { withMerged } from "./merge.ts";
import type { Conversation } from "./types.ts";

const LATE = at("+60d 12:00");
const look = (input: Conversation, { now = LATE, history = noHistory }: { now?: Date; history?: History } = {}) =>
  assess(input, history, { now, calendarOf: utcHours });

const attempt = [customer("10:00", "The card was declined"), ai("10:01", "Try again")];
const handed = (more: Partial<Conversation> = {}, ...rest: Conversation["messages"]) =>
  conversation([...attempt, ...rest], { handoffs: [handoff("10:03")], ...more });

describe("one ruling for each edge case", () => {
  test("two handoffs in one episode count once and wait twice", () => {
    const { episodes, handoffs } = look(
      handed(
        { handoffs: [handoff("10:03"), handoff("10:30")], events: [event("10:20", "handed_back"), closed("11:00")] },
        human("10:07"),
        customer("10:15"),
        ai("10:22"),
        human("10:32"),
      ),
    );
    expect(episodes).toMatchObject([{ segment: "handoff", rule: 2, executedHandoffs: 2, tags: ["ping_pong"] }]);
    expect(handoffs.map(({ ordinal, waitSeconds }) => [ordinal, waitSeconds])).toEqual([
      [1, 240],
      [2, 120],
    ]);
  });

  test("out of hours the business clock starts at opening and the calendar clock at the handoff", () => {
    const { handoffs } = look(
      conversation([customer("20:00"), ai("20:01"), human("+1d 09:04")], { handoffs: [handoff("20:03")] }),
    );
    expect(handoffs[0]).toMatchObject({
      inHours: false,
      waitBusinessSeconds: 240,
      waitSeconds: 13 * 3600 + 60,
      outcome: "answered",
    });
  });

  test("minutes before closing the clock pauses at the close and goes on", () => {
    const { handoffs } = look(
      conversation([customer("16:50"), ai("16:51"), human("+1d 09:02")], { handoffs: [handoff("16:58")] }),
    );
    expect(handoffs[0]).toMatchObject({ inHours: true, straddlesClosing: true, waitBusinessSeconds: 240 });
  });

  test("one who waits over the weekend and gives up on Monday has waited until then", () => {
    const { episodes, handoffs } = look(
      handed({ events: [event("+3d 09:10", "abandoned", "u-1"), closed("+3d 09:30")] }),
    );
    expect(handoffs[0]).toMatchObject({ outcome: "left", leftHow: "explicit", waitEndedAt: at("+3d 09:10") });
    expect(episodes[0]).toMatchObject({ endedBy: "closed", endedAt: at("+3d 09:30") });
  });

  test("a customer who leaves before the answer is an outcome and stays in every denominator", () => {
    const { episodes, handoffs } = look(handed({ events: [event("10:10", "abandoned", "u-1"), closed("10:30")] }));
    expect(handoffs[0]).toMatchObject({ outcome: "left", leftHow: "explicit", waitSeconds: 420 });
    expect(episodes[0]).toMatchObject({ segment: "handoff", resolution: "unanswered" });
  });

  test("a chat closed without an answer after silence was left silently", () => {
    const { handoffs } = look(handed({ events: [closed("10:30")] }));
    expect(handoffs[0]).toMatchObject({ outcome: "left", leftHow: "silent", waitSeconds: 1620 });
  });

  test("a chat closed without an answer although the customer still wrote was closed unanswered", () => {
    const { handoffs } = look(handed({ events: [closed("10:30")] }, customer("10:12", "Hello?")));
    expect(handoffs[0]).toMatchObject({ outcome: "closed_unanswered", leftHow: null });
  });

  test("an answer after the customer has gone is an answer to an empty room", () => {
    const { handoffs } = look(handed({ events: [closed("11:30")] }, human("10:40")));
    expect(handoffs[0]).toMatchObject({ outcome: "answered", emptyRoom: true, waitSeconds: 2220 });
  });

  test("the bot's return after a person keeps the segment, and its word while a person owns is a defect", () => {
    const { episodes } = look(handed({ events: [closed("11:00")] }, human("10:05"), customer("10:08"), ai("10:09")));
    expect(episodes[0]).toMatchObject({ segment: "handoff", tags: ["ai_spoke_while_human_owned"] });
  });

  test("an internal note does not stop the clock", () => {
    const { handoffs } = look(handed({}, note("10:04", "@ray please look"), human("10:09")));
    expect(handoffs[0]).toMatchObject({ waitSeconds: 360 });
  });

  test("an automated acknowledgement under an agent's name does not stop the clock", () => {
    const { handoffs } = look(
      handed({}, human("10:03:02", "We got your message", { automated: true }), human("10:09")),
    );
    expect(handoffs[0]?.waitSeconds).toBe(360);
  });

  test("a text that a team sends to everybody within seconds does not stop the clock", () => {
    const history = { ...noHistory, cannedReplies: new Set(["we got your message"]) };
    const { handoffs } = look(handed({}, human("10:03:02", "We got  your message"), human("10:09")), { history });
    expect(handoffs[0]?.waitSeconds).toBe(360);
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

  test("a late rating goes to the episode of its survey, or to the last one closed within 14 days", () => {
    const base = {
      events: [closed("10:30"), closed("+3d 10:30")],
      surveys: [{ id: "s-1", sentAt: at("10:31"), about: "whole" as const }],
    };
    const { ratings } = look(
      handed(
        {
          ...base,
          ratings: [
            rating("+4d 09:00", 5, { surveyId: "s-1" }),
            rating("+4d 10:00", 2),
            rating("+30d 10:00", 1, { id: "too late" }),
          ],
        },
        human("10:07"),
        customer("+3d 10:00", "It is back"),
        ai("+3d 10:01"),
      ),
    );
    expect(ratings.map(({ episode, counts }) => [episode, counts])).toEqual([
      [0, true],
      [1, true],
      [null, false],
    ]);
  });

  test("of two answers the last within seven days of the first counts", () => {
    const { ratings } = look(
      handed(
        { events: [closed("10:30")], ratings: [rating("11:00", 2), rating("+2d 11:00", 5), rating("+8d 11:00", 1)] },
        human("10:07"),
      ),
    );
    expect(ratings.map(({ counts }) => counts)).toEqual([false, true, false]);
  });

  test("a rating of the bot's part never enters Handoff CSAT", () => {
    const { ratings } = look(
      handed(
        {
          events: [closed("10:30")],
          ratings: [rating("10:40", 1, { leg: "ai" }), rating("10:41", 5, { leg: "human" })],
        },
        human("10:07"),
      ),
    );
    expect(ratings.map(({ leg, counts }) => [leg, counts])).toEqual([
      ["ai", false],
      ["human", true],
    ]);
    expect(ratings[0]?.why).toContain("AI’s part only");
  });

  test("a reopened conversation is a new episode, and the one before counts as reopened", () => {
    const { episodes } = look(
      handed(
        { events: [closed("10:30"), closed("+2d 10:30")] },
        human("10:07"),
        customer("+2d 10:00", "It broke again"),
        human("+2d 10:05"),
      ),
    );
    expect(episodes).toMatchObject([
      { segment: "handoff", resolution: "reopened" },
      { segment: "human_only", startedAt: at("+2d 10:00"), resolution: "resolved" },
    ]);
  });

  test("thanks after the close neither reopen nor open an episode", () => {
    const { episodes } = look(
      handed({ events: [closed("10:30")] }, human("10:07"), customer("+1d 10:00", "Thanks a lot!")),
    );
    expect(episodes).toMatchObject([{ resolution: "resolved" }]);
  });

  test("a conversation over weeks keeps the dates of its parts", () => {
    const { episodes, handoffs } = look(
      conversation([...attempt, customer("+9d 10:00", "Any news?"), human("+9d 10:30")], {
        channel: "email",
        handoffs: [handoff("10:03")],
        events: [closed("+10d 10:00")],
      }),
    );
    expect(episodes).toMatchObject([
      { startedAt: at("10:00"), endedAt: at("+10d 10:00"), resolutionAt: at("+10d 10:00") },
    ]);
    expect(handoffs[0]?.at).toEqual(at("10:03"));
  });

  test("a merged child stands outside, its facts count once with the survivor", () => {
    const child = handed({ externalId: "c-2", mergedInto: "c-1", ratings: [rating("10:50", 4)] });
    const survivor = handed({ events: [closed("10:30")] }, human("10:07"));
    expect(look(child).episodes[0]?.excluded).toBe("merged");
    const { episodes, handoffs, ratings } = look(withMerged(survivor, [child]));
    expect(episodes).toHaveLength(1);
    expect(handoffs).toHaveLength(1);
    expect(ratings).toMatchObject([{ counts: true, episode: 0 }]);
  });

  test("a rating stays with the segment it was given for whoever takes the conversation later", () => {
    const early = { events: [closed("10:30")], ratings: [rating("10:40", 5)] };
    const first = look(conversation(attempt, early));
    const later = look(conversation([...attempt, customer("+1d 10:00", "Still broken"), human("+1d 10:05")], early));
    expect(first.ratings).toMatchObject([{ episode: 0, segment: "ai_only" }]);
    expect(later.ratings).toMatchObject([{ episode: 0, segment: "ai_only" }]);
  });

  test("an agent who is gone leaves the team's numbers as they are", () => {
    const { handoffs } = look(handed({ participants: [] }, human("10:07", "Hi", { authorId: null })));
    expect(handoffs[0]).toMatchObject({ outcome: "answered", team: "billing", agentId: null });
  });

  test("a negative interval is clamped to zero and listed as a data defect", () => {
    const { handoffs, defects } = look(
      conversation([customer("10:00"), ai("10:01"), human("10:02:30")], {
        handoffs: [handoff("10:03", { acceptedBy: "a-1", acceptedAt: at("10:02") })],
      }),
    );
    expect(handoffs).toMatchObject([{ outcome: "answered", waitSeconds: 0, isTakeover: false }]);
    expect(defects.map(({ code }) => code)).toEqual(["negative_interval", "negative_interval"]);
  });

  test("a clock change inside a wait changes neither clock's truth", () => {
    const sundays = { from: null, zone: "Europe/Berlin", windows: weekly([7], { opens: "00:00", closes: "24:00" }) };
    const calendar: Calendar = { key: "sundays", revision: 2, versions: [{ ...sundays, exceptions: [] }] };
    const input = conversation(
      [customer("2026-03-29T00:30:00Z"), ai("2026-03-29T00:31:00Z"), human("2026-03-29T01:30:00Z")],
      { handoffs: [handoff("2026-03-29T00:45:00Z")] },
    );
    const { handoffs } = assess(input, noHistory, { now: LATE, calendarOf: () => calendar });
    expect(handoffs[0]).toMatchObject({ waitSeconds: 2700, waitBusinessSeconds: 2700, calendar: "sundays 2" });
  });

  test("each handoff waits in the hours of its own queue", () => {
    const nights: Calendar = {
      key: "nights",
      revision: 1,
      versions: [
        { from: null, zone: "UTC", windows: weekly([2], { opens: "20:00", closes: "30:00" }), exceptions: [] },
      ],
    };
    const calendarOf: CalendarOf = (source, team) => (team === "night" ? nights : utcHours(source, team));
    const input = conversation(
      [customer("16:50"), ai("16:51"), ai("19:00"), human("+1d 09:30"), customer("+1d 09:31"), human("+1d 09:40")],
      {
        handoffs: [
          handoff("16:55", { id: "first", toTeam: "day" }),
          handoff("20:30", { id: "second", toTeam: "night" }),
        ],
        events: [event("19:00", "handed_back")],
      },
    );
    const { handoffs } = assess(input, noHistory, { now: LATE, calendarOf });
    expect(handoffs).toMatchObject([
      { team: "day", calendar: "workspace 1", inHours: true, waitBusinessSeconds: 300, outcome: "handed_back" },
      { team: "night", calendar: "nights 1", inHours: true, waitBusinessSeconds: 9.5 * 3600, straddlesClosing: true },
    ]);
  });

  test("on the phone, accepting is replying", () => {
    const { handoffs } = look(
      handed({
        channel: "phone",
        handoffs: [handoff("10:03", { acceptedAt: at("10:04"), acceptedBy: "a-1" })],
        events: [closed("10:20")],
      }),
    );
    expect(handoffs[0]).toMatchObject({ outcome: "answered", waitSeconds: 60, agentId: "a-1" });
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

  test("a message to two people's queues restarts no clock", () => {
    const { handoffs } = look(
      handed({ handoffs: [handoff("10:03"), handoff("10:05", { from: "a-1", toTeam: "tax" })] }, human("10:09")),
    );
    expect(handoffs).toMatchObject([{ waitSeconds: 360, ordinal: 1 }]);
  });

  test("a wait over the weekend keeps its episode open", () => {
    const { episodes } = look(
      conversation([customer("+3d 17:50"), ai("+3d 17:51"), human("+6d 09:00")], { handoffs: [handoff("+3d 18:00")] }),
    );
    expect(episodes).toHaveLength(1);
  });

  test("repetition counts customers who spoke after the person's first reply", () => {
    const spoke = look(handed({}, human("10:07"), customer("10:08", "As I already told the bot, 4471")));
    expect(spoke.episodes[0]?.customerSpokeAfterHuman).toBe(true);
    expect(spoke.findings).toMatchObject([{ rule: "R1.reference", episode: 0 }]);
    expect(look(handed({}, human("10:07"))).episodes[0]?.customerSpokeAfterHuman).toBe(false);
  });

  test("a new conversation about the same within a week makes the first one reopened", () => {
    const contact = { conversationId: "x", topic: "billing", startedAt: at("+2d 10:00") };
    const closedOne = handed({ events: [closed("10:30")] }, human("10:07"));
    expect(look(closedOne, { history: { ...noHistory, contacts: [contact] } }).episodes[0]?.resolution).toBe(
      "reopened",
    );
    const other = { ...contact, topic: "shipping" };
    expect(look(closedOne, { history: { ...noHistory, contacts: [other] } }).episodes[0]?.resolution).toBe("resolved");
  });

  test("a handoff nobody answers for a week is not resolved, even if nobody closes it", () => {
    const open = look(handed(), { now: at("10:06") });
    expect(open.handoffs[0]).toMatchObject({ outcome: "waiting", waitSeconds: 180, waitEndedAt: null });
    expect(open.reassessAt).toEqual(at("10:08"));
    expect(look(handed()).episodes[0]).toMatchObject({ resolution: "unanswered", resolutionAt: at("+7d 10:03") });
  });

  test("five minutes exactly is not under five minutes: the wait is kept to the millisecond", () => {
    const { handoffs } = look(handed({}, human("10:07:59.999")));
    expect(handoffs[0]?.waitBusinessSeconds).toBe(299.999);
  });
});
