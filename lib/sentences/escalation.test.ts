import { expect, test } from "vitest";
import { undisturbed } from "#lib/stats/trends/baseline.ts";
import { changePoint } from "#lib/stats/trends/change-point.ts";
import { pPrimeLimits } from "#lib/stats/trends/p-chart.ts";
import { baselineText, changedAfter, escalationTitle, type NamedWeek } from "./escalation.ts";

const weeksOf = (parts: number[], whole = 100): NamedWeek[] =>
  parts.map((part, i) => ({ part, whole, name: `week ${i + 1}` }));

test("a change is said with its week and both rates where its place is likely", () => {
  const nine = weeksOf([12, 15, 11, 13, 12, 22, 25, 21, 24]);
  expect(changedAfter(nine)).toBe(
    "The rate changed after week 5: 12.6\u202f% before, 23.0\u202f% since (posterior 0.89).",
  );
});

test("no change is said of weeks that chance alone explains, of a place that is unsure, or of nothing", () => {
  expect(changedAfter(weeksOf([12, 15, 11, 13, 12, 14, 13, 12, 15]))).toBeNull();
  const ramp = weeksOf([12, 12, 12, 19, 26, 26, 26]);
  expect(changePoint(ramp)?.bayesFactor).toBeGreaterThan(10);
  expect(changedAfter(ramp)).toBeNull();
  expect(changedAfter(weeksOf([1, 0], 0))).toBeNull();
  expect(changedAfter([])).toBeNull();
});

test("two points place a change for certain, but do not show that there was one", () => {
  expect(changedAfter(weeksOf([12, 13]))).toBeNull();
  expect(changedAfter(weeksOf([12, 60]))).toContain("after week 1");
});

test("the title says a limit was broken, and which, or names the measure", () => {
  const quiet = weeksOf([120, 124, 118, 122, 121, 119, 123, 120], 1000);
  const with_ = (part: number) => pPrimeLimits([...quiet, { part, whole: 1000 }], quiet);
  expect(escalationTitle(with_(200), 0.2)).toBe("The escalation rate broke its upper control limit");
  expect(escalationTitle(with_(50), 0.05)).toBe("The escalation rate broke its lower control limit");
  expect(escalationTitle(with_(121), 0.121)).toBe("Escalation rate");
  expect(escalationTitle(null, null)).toBe("Escalation rate");
});

test("weeks left out of the baseline are named, and why", () => {
  const weeks = weeksOf([120, 150, 99, 143, 121, 128, 161, 180]).map((week, i) => ({
    ...week,
    whole: [1000, 1200, 900, 1100, 1050, 980, 1150, 1000][i] ?? 0,
  }));
  const { leftOut } = undisturbed(weeks);
  expect(baselineText(weeks, leftOut)).toBe(
    "Mean and limits from the 7 weeks before these without week 8, because it lay outside the limits that the others make.",
  );
  expect(baselineText(weeks, [1, 2, 7])).toContain(
    "the 5 weeks before these without week 2, week 3 and week 8, because they",
  );
  expect(baselineText(weeks.slice(0, 7), [])).toBe("Mean and limits from the 7 weeks before these.");
});
