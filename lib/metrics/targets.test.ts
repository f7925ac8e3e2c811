import { describe, expect, test } from "vitest";
import { targetField, targetText } from "#lib/format.ts";
import { parseTarget, type Target, targetFor } from "./targets.ts";

describe("the target that holds", () => {
  const set: Target[] = [
    { metric: "handoffCsat", channel: null, target: 0.7 },
    { metric: "handoffCsat", channel: "email", target: 0.6 },
    { metric: "timeToFirstHuman", channel: "phone", target: 60 },
  ];

  test.each([
    ["handoffCsat", undefined, 0.7],
    ["handoffCsat", ["email"], 0.6],
    ["handoffCsat", ["email", "web_chat"], 0.7],
    ["handoffCsat", ["web_chat"], 0.7],
    ["timeToFirstHuman", undefined, 300],
    ["timeToFirstHuman", ["phone"], 60],
    ["postEscalationResolution", ["email"], 0.8],
    ["escalationRate", ["email"], null],
  ] as const)("of %s, channels %j, is %s", (key, channels, target) => {
    expect(targetFor(set, key, channels)).toBe(target);
  });

  test("0 is a target and not the lack of one", () => {
    expect(targetFor([{ metric: "contextRepetition", channel: null, target: 0 }], "contextRepetition", undefined)).toBe(
      0,
    );
  });
});

describe("what a person types", () => {
  test.each([
    ["75", "share", 0.75],
    [" 7.5 % ", "share", 0.075],
    ["7,5", "share", 0.075],
    ["0", "share", 0],
    ["100", "share", 1],
    ["5:00", "seconds", 300],
    ["90:30", "seconds", 5430],
    ["", "share", null],
    ["  ", "seconds", null],
  ] as const)("“%s” as %s is %s", (text, unit, target) => {
    expect(parseTarget(text, { unit })).toBe(target);
  });

  test.each([
    ["101", "share", "“101” is no share; a target lies between 0 and 100 percent, such as 75."],
    ["-5", "share", "“-5” is no share; a target lies between 0 and 100 percent, such as 75."],
    ["1e1", "share", "“1e1” is no share; a target lies between 0 and 100 percent, such as 75."],
    ["5", "seconds", "“5” is no time; a target is minutes and seconds up to 30 days, such as 5:00."],
    ["0:00", "seconds", "“0:00” is no time; a target is minutes and seconds up to 30 days, such as 5:00."],
    ["5:60", "seconds", "“5:60” is no time; a target is minutes and seconds up to 30 days, such as 5:00."],
    ["43201:00", "seconds", "“43201:00” is no time; a target is minutes and seconds up to 30 days, such as 5:00."],
  ] as const)("“%s” as %s is refused", (text, unit, sentence) => {
    expect(() => parseTarget(text, { unit })).toThrow(sentence);
  });

  test.each([
    ["handoffCsat", 0.755, "75.5"],
    ["contextRepetition", 0.07, "7"],
    ["timeToFirstHuman", 5430, "90:30"],
    ["handoffCsat", null, ""],
  ] as const)("a target of %s, %s, is shown as it is typed: “%s”", (key, target, text) => {
    expect(targetField(key, target)).toBe(text);
  });

  test("a target is told as it was set, and not rounded as values are", () => {
    expect([targetText("handoffCsat", 0.995), targetText("timeToFirstHuman", 300)]).toEqual([
      "99.5\u202f%",
      "5:00 min",
    ]);
  });
});
