import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answeredBy, axisOf, endedBy, FATES, type FateRisk, fatesAfter, risksOn, type Wait } from "./wait-curve.ts";
import { waitQuantile } from "./waits.ts";

const ENDS: Record<string, Pick<FateRisk, "outcome" | "isSilent">> = {
  H: { outcome: "answered", isSilent: false },
  A: { outcome: "left", isSilent: false },
  S: { outcome: "left", isSilent: true },
  B: { outcome: "handed_back", isSilent: false },
  U: { outcome: "closed_unanswered", isSilent: false },
  C: { outcome: "waiting", isSilent: false },
};
/** Waits in minutes with what ended them. */
const risks = (text: string): FateRisk[] =>
  text.split(" ").map((word) => {
    const end = ENDS[word.at(-1) ?? ""];
    if (!end) throw new Error(word);
    return { seconds: Number.parseInt(word, 10) * 60, ...end };
  });

const FOURTEEN = risks("1H 2H 2A 3H 4A 5H 6H 7C 8H 10A 12H 15C 18H 20C");
const anyRisks = fc.array(
  fc.record({ seconds: fc.integer({ min: 0, max: 4000 }), end: fc.constantFrom(...Object.keys(ENDS)) }),
  { minLength: 1, maxLength: 80 },
);
const made = (rows: { seconds: number; end: string }[]): FateRisk[] =>
  rows.map(({ seconds, end }) => ({ seconds, ...(ENDS[end] ?? { outcome: "waiting", isSilent: false }) }));

describe("what became of them", () => {
  test("is the published incidence, with leaving apart from leaving in silence", () => {
    const [five, ten] = fatesAfter(risks("1H 2H 2S 3H 4A 5H 6H 7C 8H 10S 12H 15C 18H 20C"), [300, 600]);
    expect(five?.answered).toBeCloseTo(2 / 7, 12);
    expect(five?.left).toBeCloseTo(1 / 14, 12);
    expect(five?.silent).toBeCloseTo(1 / 14, 12);
    expect(ten?.answered).toBeCloseTo(37 / 84, 12);
    expect((ten?.left ?? 0) + (ten?.silent ?? 0)).toBeCloseTo(19 / 84, 12);
    expect(ten?.waiting).toBeCloseTo(1 / 3, 12);
  });

  test("closed and handed back are one fate; before the first end all wait; nobody is no curve", () => {
    expect(fatesAfter(risks("2B 3U 4H 5H"), [60, 180])).toEqual([
      { seconds: 60, answered: 0, waiting: 1, other: 0, left: 0, silent: 0 },
      { seconds: 180, answered: 0, waiting: 0.5, other: 0.5, left: 0, silent: 0 },
    ]);
    expect(fatesAfter([], [60])).toEqual([]);
  });

  test("always adds to 1, and how somebody left changes nothing about the rest", () => {
    fc.assert(
      fc.property(anyRisks, fc.nat(4000), (rows, at) => {
        const [point] = fatesAfter(made(rows), [at]);
        expect(FATES.reduce((sum, fate) => sum + (point?.[fate] ?? 0), 0)).toBeCloseTo(1, 10);
        const [loud] = fatesAfter(made(rows.map((row) => ({ ...row, end: row.end === "S" ? "A" : row.end }))), [at]);
        expect(loud?.left).toBeCloseTo((point?.left ?? 0) + (point?.silent ?? 0), 10);
        expect(loud?.answered).toBeCloseTo(point?.answered ?? 0, 10);
      }),
    );
  });
});

describe("when a share of all was answered", () => {
  test("is later than Kaplan–Meier's median where people left, and null where it never comes to that", () => {
    expect(answeredBy(FOURTEEN, 0.5)).toBe(12 * 60);
    expect(waitQuantile(FOURTEEN, 0.5).value).toBe(12 * 60);
    expect(answeredBy(risks("1H 2H 3A 4A 5H 6A"), 0.5)).toBe(5 * 60);
    expect(answeredBy(risks("1H 2A 3A 4A"), 0.5)).toBeNull();
  });

  test("is never before the median of the offered wait", () => {
    fc.assert(
      fc.property(anyRisks, (rows) => {
        const all = made(rows);
        const [by, offered] = [answeredBy(all, 0.5), waitQuantile(all, 0.5).value];
        if (by !== null) expect(by).toBeGreaterThanOrEqual(offered ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  test("how long waits lasted is censored by those still open alone", () => {
    expect(endedBy(risks("1H 2A 3S 4B 5H 6U 7H 8H 9H 10H"), 0.9).value).toBe(9 * 60);
    expect(endedBy(risks("1C 2C"), 0.9).value).toBeNull();
  });
});

test("both clocks tell of the same waits", () => {
  const waits: Wait[] = [{ outcome: "answered", isSilent: false, open: 60, wall: 3600 }];
  expect(risksOn(waits, "open")).toEqual([{ outcome: "answered", isSilent: false, seconds: 60 }]);
  expect(risksOn(waits, "wall")).toEqual([{ outcome: "answered", isSilent: false, seconds: 3600 }]);
});

test.each([
  ["1H 2H 3H", 30],
  ["45H 2H", 60],
  ["61H 70H 80H", 120],
  ["1C 500C", 1440],
  ["20000H", 10_080],
])("the axis of %s is %i minutes", (text, minutes) => {
  expect(axisOf(risks(text)).minutes).toBe(minutes);
});

test("nine of ten decide on the axis, not the longest wait of all", () => {
  expect(axisOf(risks("1H 2H 3H 4H 5H 6H 7H 8H 9H 900H"))).toEqual({ minutes: 30, every: 5 });
});
