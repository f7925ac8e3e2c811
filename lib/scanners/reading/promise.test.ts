import { describe, expect, test } from "vitest";
import { promisesIn } from "./promise.ts";

const MINUTE = 60;
const HOUR = 3600;

describe("what is promised", () => {
  test.each([
    ["expected wait: about 5 minutes", [5 * MINUTE]],
    ["about 10 mins", [10 * MINUTE]],
    ["within 2 hours", [2 * HOUR]],
    ["5-10 minutes", [10 * MINUTE]],
    ["5–10 min", [10 * MINUTE]],
    ["five to ten minutes", [10 * MINUTE]],
    ["3 or 4 minutes", [4 * MINUTE]],
    ["a couple of minutes", [2 * MINUTE]],
    ["a few minutes", [5 * MINUTE]],
    ["a minute", [MINUTE]],
    ["half an hour", [HOUR / 2]],
    ["an hour", [HOUR]],
    ["1.5 hours", [1.5 * HOUR]],
    ["1,5 hours", [1.5 * HOUR]],
    ["90 seconds", [90]],
    ["30 secs", [30]],
    ["in 24h", [24 * HOUR]],
    ["24-48 hours", [48 * HOUR]],
    ["one business day", [24 * HOUR]],
    ["2 working days", [48 * HOUR]],
    ["a week", [7 * 24 * HOUR]],
    ["fifteen minutes", [15 * MINUTE]],
    ["10 more minutes", [10 * MINUTE]],
    ["in 10minutes", [10 * MINUTE]],
    ["a 15-minute wait", [15 * MINUTE]],
    ["shortly", []],
    ["one moment", []],
    ["soon", []],
    ["order 4471", []],
    ["it costs $5", []],
    ["at 5 pm", []],
    ["a day", [24 * HOUR]],
    ["several minutes", [5 * MINUTE]],
    ["6m", [6 * MINUTE]],
    ["a room of six m", []],
    ["12ish minutes", [12 * MINUTE]],
  ])("%s", (text, seconds) => {
    expect(promisesIn(text).map(({ is, value }) => (is === "wait" ? value : null))).toEqual(seconds);
  });

  test.each([
    ["you are #3 in the queue", 3],
    ["you're number 3 in line", 3],
    ["your position in the queue is 7", 7],
    ["position: 12", 12],
    ["you are 2nd in line", 2],
    ["there are 4 people ahead of you", 5],
    ["three customers before you", 4],
    ["one person in front of you", 2],
    ["you are next in line", 1],
    ["you are next!", 1],
    ["you're second in line", 2],
    ["you're number four in the queue", 4],
    ["you are caller number 5", 5],
    ["you are currently number 9 in the queue", 9],
  ])("%s", (text, position) => {
    expect(promisesIn(text).find(({ is }) => is === "position")?.value).toBe(position);
  });
});

test("offsets are those of the words", () => {
  const text = "an agent will be with you in about 10 minutes.";
  const [found] = promisesIn(text);
  expect(text.slice(found?.start, found?.end)).toBe("10 minutes");
});
