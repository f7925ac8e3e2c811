import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { quantile } from "../quantile.ts";
import { kaplanMeier, quantileOf } from "./kaplan-meier.ts";

const HANDOFFS = "1H 2H 2A 3H 4A 5H 6H 7C 8H 10A 12H 15C 18H 20C"
  .split(" ")
  .map((word) => ({ t: Number.parseInt(word, 10), event: word.endsWith("H") }));

describe("Kaplan & Meier 1958, J Am Stat Assoc 53:457, in exact fractions: the offered wait of fourteen handoffs", () => {
  test.each([
    [1, 13 / 14],
    [2, 6 / 7],
    [3, 60 / 77],
    [4, 60 / 77],
    [5, 160 / 231],
    [6, 20 / 33],
    [8, 50 / 99],
    [10, 50 / 99],
    [12, 25 / 66],
    [18, 25 / 132],
  ])("after %i minutes", (minute, waiting) => {
    expect(kaplanMeier(HANDOFFS).findLast(({ t }) => t <= minute)?.survival).toBeCloseTo(waiting, 12);
  });

  test("Brookmeyer & Crowley 1982, Biometrics 38:29: the median is 12 (3, not reached), p90 is not reached", () => {
    expect(quantileOf(kaplanMeier(HANDOFFS), 0.5)).toEqual({ value: 12, low: 3, high: null });
    expect(quantileOf(kaplanMeier(HANDOFFS), 0.9)).toMatchObject({ value: null, high: null });
  });

  test("those who were answered tell a median of 5.5, and of them half within five minutes", () => {
    const answered = HANDOFFS.filter(({ event }) => event).map(({ t }) => t);
    expect(quantile(answered, 0.5)).toBe(5.5);
    expect(answered.filter((t) => t <= 5).length / answered.length).toBe(0.5);
  });
});

const REMISSIONS = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
  .split(" ")
  .map((word) => ({ t: Number.parseInt(word, 10), event: !word.endsWith("+") }));

test.each([
  [6, 0.857143, 0.6197, 0.9516],
  [7, 0.806723, 0.5631, 0.9228],
  [10, 0.752941, 0.5032, 0.8894],
  [13, 0.690196, 0.4316, 0.8491],
  [16, 0.627451, 0.3675, 0.8049],
  [22, 0.537815, 0.2678, 0.7468],
  [23, 0.448179, 0.1881, 0.6801],
])("Freireich 1963, Blood 21:699, 6-MP: survival at %i weeks with log(−log) limits", (week, survival, low, high) => {
  const step = kaplanMeier(REMISSIONS).find(({ t }) => t === week);
  expect(step?.survival).toBeCloseTo(survival, 6);
  expect(step?.low).toBeCloseTo(low, 4);
  expect(step?.high).toBeCloseTo(high, 4);
});

test("Freireich 1963, Blood 21:699, 6-MP: a median of 23 weeks (13, not reached)", () => {
  expect(quantileOf(kaplanMeier(REMISSIONS), 0.5)).toEqual({ value: 23, low: 13, high: null });
});

test("exponential waits of mean 6 against patience of mean 10: the curve finds 6 ln 2, the answered alone 2.6", () => {
  const random = randomOf("exponential waits");
  const rows = Array.from({ length: 20_000 }, () => {
    const [offered, patience] = [random.exponential(6), random.exponential(10)];
    return { t: Math.min(offered, patience), event: offered <= patience };
  });
  const { value, low, high } = quantileOf(kaplanMeier(rows), 0.5);
  expect(value).toBeGreaterThan(6 * Math.LN2 - 0.15);
  expect(value).toBeLessThan(6 * Math.LN2 + 0.15);
  expect(low).toBeLessThan(6 * Math.LN2);
  expect(high).toBeGreaterThan(6 * Math.LN2);
  const answered =
    quantile(
      rows.filter(({ event }) => event).map(({ t }) => t),
      0.5,
    ) ?? 0;
  expect(Math.abs(answered - Math.LN2 / (1 / 6 + 1 / 10))).toBeLessThan(0.1);
  const at5 = kaplanMeier(rows).findLast(({ t }) => t <= 5)?.survival ?? 0;
  expect(Math.abs(1 - at5 - 0.565402)).toBeLessThan(0.015);
});

test("no wait, or none that ended, leaves the curve at 1 and every quantile unknown", () => {
  const nothing = { value: null, low: null, high: null };
  expect(kaplanMeier([])).toEqual([]);
  expect(quantileOf([], 0.5)).toEqual(nothing);
  expect(
    quantileOf(
      kaplanMeier([
        { t: 4, event: false },
        { t: 9, event: false },
      ]),
      0.5,
    ),
  ).toEqual(nothing);
});

test("the tail stays flat after a last one that is censored, and falls to 0 after a last one that ended", () => {
  const early = { t: 1, event: true };
  expect(kaplanMeier([early, { t: 9, event: false }]).at(-1)).toMatchObject({ t: 1, survival: 0.5 });
  expect(kaplanMeier([early, { t: 9, event: true }]).at(-1)).toEqual({ t: 9, survival: 0, low: null, high: null });
});

test("one who is censored when another ends still counts as at risk", () => {
  expect(
    kaplanMeier([
      { t: 3, event: false },
      { t: 3, event: true },
    ])[0]?.survival,
  ).toBe(0.5);
});

test("a wait that is no number is refused", () => {
  expect(() => kaplanMeier([{ t: Number.NaN, event: true }])).toThrow("A wait must be a finite number, not NaN");
});

const waits = fc.array(fc.record({ t: fc.nat(50), event: fc.boolean() }), { minLength: 1, maxLength: 80 });

test("the curve only falls, lies in its limits, and does not depend on the order of rows or the unit of time", () => {
  fc.assert(
    fc.property(waits, (rows) => {
      const steps = kaplanMeier(rows);
      let before = 1;
      for (const { survival, low, high } of steps) {
        expect(survival).toBeLessThan(before);
        if (low !== null) expect(low).toBeLessThanOrEqual(survival);
        if (high !== null) expect(high).toBeGreaterThanOrEqual(survival);
        before = survival;
      }
      expect(kaplanMeier(rows.toReversed())).toEqual(steps);
      const inSeconds = kaplanMeier(rows.map(({ t, event }) => ({ t: 60 * t, event })));
      expect(inSeconds.map(({ t, ...rest }) => ({ t: t / 60, ...rest }))).toEqual(steps);
    }),
  );
});

test("without censoring the curve is the share that is not over", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 60 }), (times) => {
      for (const { t, survival } of kaplanMeier(times.map((time) => ({ t: time, event: true }))))
        expect(survival).toBeCloseTo(times.filter((time) => time > t).length / times.length, 10);
    }),
  );
});

test("a later quantile is reached later, and lies in its interval", () => {
  fc.assert(
    fc.property(waits, (rows) => {
      const steps = kaplanMeier(rows);
      let before = 0;
      for (const p of [0.1, 0.25, 0.5, 0.75, 0.9]) {
        const { value, low, high } = quantileOf(steps, p);
        if (value === null) continue;
        expect(value).toBeGreaterThanOrEqual(before);
        if (low !== null) expect(low).toBeLessThanOrEqual(value);
        if (high !== null) expect(high).toBeGreaterThanOrEqual(value);
        before = value;
      }
    }),
  );
});
