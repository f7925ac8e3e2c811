import { describe, expect, test } from "vitest";
import { changed, look, secondsAfterStart } from "./testing/fixtures.ts";

describe("from Chatwoot's words to the assessment", () => {
  test("a bot alone: AI only, resolved, and its rating is of the AI", () => {
    const { episodes, handoffs, ratings, conversation } = look("bot-only");
    expect(handoffs).toEqual([]);
    expect(episodes).toMatchObject([{ segment: "ai_only", rule: 5, endedBy: "closed", resolution: "resolved" }]);
    expect(conversation.events.filter(({ type }) => type === "resolved")).toMatchObject([
      { data: { provenance: "exact" } },
    ]);
    expect(conversation.surveys).toMatchObject([{ id: "105", about: "ai" }]);
    expect(ratings).toMatchObject([{ score: 5, leg: "ai", comment: "quick", counts: true, segment: "ai_only" }]);
    expect(secondsAfterStart(ratings[0]?.at)).toBe(1200);
  });

  test("two surveys: each rating goes to its own part", () => {
    const { ratings, episodes } = look("two-surveys");
    expect(episodes.map(({ segment }) => segment)).toEqual(["ai_only", "handoff"]);
    expect(ratings).toMatchObject([
      { score: 1, leg: "ai", episode: 0, counts: true },
      { score: 5, leg: "whole", episode: 1, counts: true, aboutId: "user:7" },
    ]);
  });

  test("a rating that only stands on its message is taken at the time of the survey", () => {
    const raw = changed("two-surveys", (given) => {
      given.ratings = [];
    });
    expect(look(raw).ratings.map(({ score, leg, at }) => [score, leg, secondsAfterStart(at)])).toEqual([
      [1, "ai", 601],
      [5, "whole", 3601],
    ]);
  });
});
