import { describe, expect, test } from "vitest";
import { finalFrom, isFinal, METRIC_KEYS, maturesAt, metricOf } from "./catalogue.ts";
import { definitionChanges } from "./changes.ts";

describe("versions of a definition", () => {
  test("the one that holds is given without asking, an earlier one by its version", () => {
    expect(metricOf("answeredInTarget")).toBe(metricOf("answeredInTarget", 2));
    const first = metricOf("answeredInTarget", 1);
    expect(first).toMatchObject({ version: 1, label: "Answered within 5 minutes", unit: "share", target: 0.8 });
    expect(first.whole).toContain("already waiting for 300 business seconds");
    expect(first.incidenceUnderSeconds).toBeUndefined();
  });

  test("one that never was is refused in one sentence", () => {
    expect(() => metricOf("answeredInTarget", 7)).toThrow(
      "answeredInTarget has versions 1 and 2; there is no version 7.",
    );
    expect(() => metricOf("handoffCsat", 2)).toThrow("handoffCsat has only version 1; there is no version 2.");
  });

  test.each(METRIC_KEYS)(
    "those of %s are counted down to 1, each replaced on a later day than the one before",
    (key) => {
      const { version, earlier = [] } = metricOf(key);
      const versions = [version, ...earlier.map((one) => one.version)];
      expect(versions).toEqual(versions.map((_, i) => versions.length - i));
      const days = earlier.map(({ replacedOn }) => replacedOn);
      expect(days).toEqual(days.toSorted().toReversed());
      for (const day of days) expect(day).toMatch(/^20\d\d-\d\d-\d\d$/);
    },
  );
});

describe("changes of definition in a range", () => {
  const weeks = [
    { firstDate: "2026-11-16", lastDate: "2026-11-22" },
    { firstDate: "2026-11-23", lastDate: "2026-11-29" },
  ];

  test("each is in the week in which the newer one began to hold", () => {
    expect(definitionChanges(["handoffCsat", "answeredInTarget"], weeks)).toEqual([
      {
        key: "answeredInTarget",
        label: "Answered within 5 minutes",
        date: "2026-11-25",
        index: 1,
        version: 2,
        change: expect.stringContaining("Those who still wait"),
      },
    ]);
  });

  test("one outside of the range, or of another metric, is none", () => {
    expect(definitionChanges(["answeredInTarget"], weeks.slice(0, 1))).toEqual([]);
    expect(definitionChanges(["handoffCsat"], weeks)).toEqual([]);
  });
});

test("what began last has had a day to be handed over before a week's escalation rate is final", () => {
  const week = { to: new Date("2026-11-23T00:00:00Z") };
  expect(finalFrom("escalationRate", week)).toEqual(new Date("2026-11-24T00:00:00Z"));
  expect(isFinal("escalationRate", week, new Date("2026-11-23T23:59:59Z"))).toBe(false);
  expect(isFinal("escalationRate", week, new Date("2026-11-24T00:00:00Z"))).toBe(true);
  expect(finalFrom("askRate", week)).toEqual(week.to);
  expect(finalFrom("postEscalationResolution", week)).toEqual(new Date("2026-11-30T00:00:00Z"));
});

test("a metric with a window of its own is settled when that is over, another one when every wait is", () => {
  const to = new Date("2026-11-23T00:00:00Z");
  expect(maturesAt("handoffCsat", { to }).toISOString()).toBe("2026-12-07T00:00:00.000Z");
  expect(maturesAt("answeredInTarget", { to }).toISOString()).toBe("2026-11-30T00:00:00.000Z");
});
