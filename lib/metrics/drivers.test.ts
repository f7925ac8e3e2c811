import { describe, expect, test } from "vitest";
import { driverSentence, driversTitle } from "#lib/sentences/drivers.ts";
import { driversOf } from "./drivers.ts";

const of = (topic: string, before: [number, number], now: [number, number]) => ({
  topic,
  before: { part: before[1], whole: before[0] },
  now: { part: now[1], whole: now[0] },
});
/** The AI got no worse; more questions about bugs came in. */
const MORE_BUGS = [
  of("password", [400, 20], [250, 15]),
  of("billing", [300, 90], [350, 112]),
  of("bug", [200, 100], [300, 150]),
  of("other", [100, 30], [100, 28]),
];
const say = (topic: string, kind: string, changes = MORE_BUGS) => {
  const driver = driversOf(changes)?.drivers.find((one) => one.topic === topic && one.kind === kind);
  return (
    driver &&
    driverSentence(driver)
      .map(({ text }) => text)
      .join("")
  );
};

describe("why a rate moved", () => {
  test("the named drivers and the rest add up to the move", () => {
    const found = driversOf(MORE_BUGS);
    expect(found?.difference).toBeCloseTo(0.065, 9);
    const named = found?.drivers.reduce((sum, { effect }) => sum + effect, 0) ?? 0;
    expect(named + (found?.rest ?? 0)).toBeCloseTo(0.065, 9);
    expect(found?.drivers).toHaveLength(5);
    expect(found && driversTitle(found)).toBe("Why +6.5 points: +5.7 mix, +0.8 rate");
  });

  test("no why is claimed of a change that chance could have made", () => {
    const found = driversOf([of("a", [100, 30], [100, 32])]);
    expect(found && driversTitle(found)).toBe("No more than chance, +2.0 points: ±0.0 mix, +2.0 rate");
  });

  test("each driver is said in words, with the interval when chance could have done it", () => {
    expect(say("bug", "mix")).toBe(
      "More about Bug. 30.0\u202f% of all episodes, 20.0\u202f% before; 50\u202f% of them are handed over.",
    );
    expect(say("password", "mix")).toMatch(
      /^Fewer about Password\. 25\.0\u202f% of all episodes, 40\.0\u202f% before; 6/,
    );
    expect(say("billing", "rate")).toMatch(
      /^Billing was handed over more often\. 32\u202f% of its episodes, 30\u202f% before; could be chance \(95\u202f% −\d\.\d to \+\d\.\d\)\.$/,
    );
  });

  test("a topic that is new is mix alone, and too few is said", () => {
    const changes = [of("old", [100, 20], [100, 20]), of("sso", [0, 0], [8, 6])];
    expect(say("sso", "rate", changes)).toBeUndefined();
    expect(say("sso", "mix", changes)).toMatch(/^More about Sso\. 7\.4\u202f% of all episodes, 0\.0\u202f% before; 75/);
  });

  test("nothing is said when one side counted nothing", () => {
    expect(driversOf([of("a", [0, 0], [10, 2])])).toBeNull();
    expect(driversOf([])).toBeNull();
  });
});
