import { describe, expect, test } from "vitest";
import { ai, at, closed, conversation, customer, human, rating } from "#lib/testing/build.ts";
import { attempt, handed, look } from "#lib/testing/look.ts";

describe("one ruling for each edge case", () => {
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

  test("a rating stays with the segment it was given for whoever takes the conversation later", () => {
    const early = { events: [closed("10:30")], ratings: [rating("10:40", 5)] };
    const first = look(conversation(attempt, early));
    const later = look(conversation([...attempt, customer("+1d 10:00", "Still broken"), human("+1d 10:05")], early));
    expect(first.ratings).toMatchObject([{ episode: 0, segment: "ai_only" }]);
    expect(later.ratings).toMatchObject([{ episode: 0, segment: "ai_only" }]);
  });
});
