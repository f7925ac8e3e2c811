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
  utcHours,
} from "#lib/testing/build.ts";
import { handed, LATE, look } from "#lib/testing/look.ts";
import { type Calendar, type CalendarOf, weekly } from "#lib/time/calendar.ts";
import { assess } from "./assess.ts";

describe("one ruling for each edge case", () => {
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
  test("a message to two people's queues restarts no clock", () => {
    const { handoffs } = look(
      handed({ handoffs: [handoff("10:03"), handoff("10:05", { from: "a-1", toTeam: "tax" })] }, human("10:09")),
    );
    expect(handoffs).toMatchObject([{ waitSeconds: 360, ordinal: 1 }]);
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
