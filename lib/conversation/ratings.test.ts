import { describe, expect, test } from "vitest";
import {
  ai,
  at,
  closed,
  conversation,
  customer,
  handoff,
  human,
  noHistory,
  rating,
  utcHours,
} from "#lib/testing/build.ts";
import { assess } from "./assess.ts";
import type { Conversation } from "./types.ts";

const look = (input: Conversation, now = at("+60d 12:00")) => assess(input, noHistory, { now, calendarOf: utcHours });
const handed = (more: Partial<Conversation>, ...rest: Conversation["messages"]) =>
  conversation([customer("10:00"), ai("10:01"), ...rest], { handoffs: [handoff("10:03")], ...more });

describe("to which episode a rating without a survey belongs", () => {
  test("to the last one closed before it, although the next has begun", () => {
    const back = [human("10:07"), customer("+1d 10:00", "It broke again"), human("+1d 10:20")];
    const given = { ratings: [rating("+1d 10:05", 5)] };
    const running = look(handed({ ...given, events: [closed("10:30")] }, ...back), at("+1d 10:21"));
    const over = look(handed({ ...given, events: [closed("10:30"), closed("+1d 11:00")] }, ...back));
    for (const { ratings } of [running, over]) expect(ratings).toMatchObject([{ episode: 0, counts: true }]);
  });

  test("to the running one where none was closed before it, also once that is closed", () => {
    const given = { ratings: [rating("10:29", 5)] };
    expect(look(handed(given, human("10:07")), at("10:29:30")).ratings).toMatchObject([{ episode: 0 }]);
    const later = look(handed({ ...given, events: [closed("10:30")] }, human("10:07")));
    expect(later.ratings).toMatchObject([{ episode: 0, counts: true }]);
  });
});
