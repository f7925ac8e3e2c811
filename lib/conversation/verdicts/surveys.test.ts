import { expect, test } from "vitest";
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
import { assess } from "../assess.ts";
import type { Conversation, RatingLeg } from "../types.ts";
import { isNegative, mappingOf } from "./scale.ts";

const look = (more: Partial<Conversation>) =>
  assess(
    conversation(
      [customer("10:00"), ai("10:01"), human("10:07"), customer("+1d 10:00", "Another thing"), ai("+1d 10:01")],
      { handoffs: [handoff("10:03")], events: [closed("10:30"), closed("+1d 11:00")], ...more },
    ),
    noHistory,
    { now: at("+60d 12:00"), calendarOf: utcHours },
  );
const survey = (time: string, about: RatingLeg = "whole") => ({ id: `s-${time}`, sentAt: at(time), about });

test("a survey is offered to the episode it was sent after, and answered by a rating of that episode", () => {
  const { episodes } = look({ surveys: [survey("10:31")], ratings: [rating("11:00", 4, { surveyId: "s-10:31" })] });
  expect(episodes).toMatchObject([
    { segment: "handoff", surveyOfferedAt: at("10:31"), ratedAt: at("11:00") },
    { segment: "ai_only", surveyOfferedAt: null, ratedAt: null },
  ]);
});

test("a survey of the AI's part is none for a handoff, and one for the AI alone", () => {
  const { episodes } = look({ surveys: [survey("10:31", "ai"), survey("+1d 11:01", "ai")] });
  expect(episodes.map(({ surveyOfferedAt }) => surveyOfferedAt)).toEqual([null, at("+1d 11:01")]);
});

test("a second survey and a second rating change neither time", () => {
  const { episodes } = look({
    surveys: [survey("10:40", "human"), survey("10:31")],
    ratings: [rating("12:00", 5), rating("11:00", 1)],
  });
  expect(episodes[0]).toMatchObject({ surveyOfferedAt: at("10:31"), ratedAt: at("11:00") });
});

test.each([
  [1, 5, "1–5: 4–5"],
  [1, 7, "1–7: 6–7"],
  [0, 10, "0–10: 9–10"],
  [1, 10, "1–10: 9–10"],
  [0, 1, "thumbs: up"],
  [0, 100, "0–100: 75–100"],
])("a scale of %i–%i is read as %s", (scaleMin, scaleMax, expected) => {
  expect(mappingOf({ scaleMin, scaleMax })).toBe(expected);
  expect(look({ ratings: [rating("11:00", scaleMax, { scaleMin, scaleMax })] }).ratings[0]?.mapping).toBe(expected);
});

test.each([
  [3, 1, 5, true],
  [4, 1, 5, false],
  [5, 1, 7, false],
  [4, 1, 7, true],
  [7, 0, 10, false],
  [0, 0, 1, true],
])("%i on %i–%i speaks against: %s", (score, scaleMin, scaleMax, expected) => {
  expect(isNegative({ score, scaleMin, scaleMax })).toBe(expected);
});
