import fc from "fast-check";
import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { difference } from "../difference.ts";
import { aalenJohansen, type Cause, type Ended } from "./aalen-johansen.ts";
import { incidenceOf } from "./incidence.ts";

const CAUSES: Record<string, Cause | null> = { H: "answered", A: "left", C: null };
const HANDOFFS: Ended[] = "1H 2H 2A 3H 4A 5H 6H 7C 8H 10A 12H 15C 18H 20C"
  .split(" ")
  .map((word) => ({ t: Number.parseInt(word, 10), cause: CAUSES[word.at(-1) ?? ""] ?? null }));

test.each([
  ["answered", 5, 2 / 7, 0.120736, 0.088339, 0.523739],
  ["left", 5, 1 / 7, 0.093522, 0.023223, 0.365544],
  ["answered", 18, 109 / 168, 0.14257, 0.310138, 0.852261],
] as const)(
  "Aalen & Johansen 1978, delta-method variance as statsmodels CumIncidenceRight: %s by %i minutes",
  (cause, within, value, se, low, high) => {
    const found = incidenceOf(HANDOFFS, cause, { within });
    expect(found?.value).toBeCloseTo(value, 12);
    expect(found?.se).toBeCloseTo(se, 6);
    expect(found?.low).toBeCloseTo(low, 6);
    expect(found?.high).toBeCloseTo(high, 6);
  },
);

test("Aalen & Johansen 1978, delta-method variance as statsmodels CumIncidenceRight: answered by 8 minutes", () => {
  expect(incidenceOf(HANDOFFS, "answered", { within: 8 })?.se).toBeCloseTo(0.13576, 6);
});

test("under five minutes is strict: 4:59.999 meets it, 5:00.000 does not", () => {
  const rows: Ended[] = [
    { t: 299.999, cause: "answered" },
    { t: 300, cause: "answered" },
  ];
  expect(incidenceOf(rows, "answered", { under: 300 })?.value).toBe(0.5);
  expect(incidenceOf(rows, "answered", { within: 300 })?.value).toBe(1);
});

test("no wait has no share; before anything ended it is 0 without limits, and 1 when all were answered", () => {
  expect(incidenceOf([], "answered", { within: 5 })).toBeNull();
  const nothing = { value: 0, se: 0, low: null, high: null };
  expect(incidenceOf(HANDOFFS, "answered", { under: 1 })).toEqual(nothing);
  expect(incidenceOf([{ t: 3, cause: null }], "answered", { within: 9 })).toEqual(nothing);
  expect(incidenceOf([{ t: 3, cause: "answered" }], "answered", { within: 9 })).toMatchObject({
    value: 1,
    se: 0,
    high: null,
  });
});

test("two weeks differ by the difference of their shares, with the sum of their variances", () => {
  const [now, before] = [
    incidenceOf(HANDOFFS, "answered", { within: 18 }),
    incidenceOf(HANDOFFS, "answered", { within: 5 }),
  ];
  if (!now || !before) throw new Error("no share");
  const found = difference(now, before);
  expect(found.difference).toBeCloseTo(109 / 168 - 2 / 7, 12);
  expect(found.se).toBeCloseTo(Math.sqrt(0.14257 ** 2 + 0.120736 ** 2), 5);
  expect(found.high - found.low).toBeCloseTo(2 * 1.959964 * found.se, 6);
});

test("exponential waits of mean 6 against patience of mean 10: 0.460252 are answered and 0.276151 have left by 5", () => {
  const random = randomOf("exponential waits");
  const rows = Array.from({ length: 20_000 }, (): Ended => {
    const [offered, patience] = [random.exponential(6), random.exponential(10)];
    return { t: Math.min(offered, patience), cause: offered <= patience ? "answered" : "left" };
  });
  const [answered, left] = [incidenceOf(rows, "answered", { within: 5 }), incidenceOf(rows, "left", { within: 5 })];
  expect(Math.abs((answered?.value ?? 0) - 0.460252)).toBeLessThan(3 * (answered?.se ?? 0));
  expect(Math.abs((left?.value ?? 0) - 0.276151)).toBeLessThan(3 * (left?.se ?? 0));
  expect(Math.abs((incidenceOf(rows, "left", { within: 1e9 })?.value ?? 0) - 0.375)).toBeLessThan(0.015);
});

const cause = fc.constantFrom<(Cause | null)[]>("answered", "left", "other", null);
const waits = fc.array(fc.record({ t: fc.nat(40), cause }), { minLength: 1, maxLength: 80 });

test("without censoring the variance is p(1 − p) ÷ n", () => {
  const ended = fc.array(fc.record({ t: fc.nat(40), cause: fc.constantFrom<Cause[]>("answered", "left", "other") }), {
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(ended, fc.nat(45), (rows, within) => {
      const found = incidenceOf(rows, "answered", { within });
      const p = rows.filter((row) => row.cause === "answered" && row.t <= within).length / rows.length;
      expect(found?.value).toBeCloseTo(p, 10);
      expect((found?.se ?? 0) ** 2).toBeCloseTo((p * (1 - p)) / rows.length, 10);
    }),
  );
});

test("the share is the curve's at that time, its limits are around it, and its error is a number", () => {
  fc.assert(
    fc.property(waits, fc.nat(45), (rows, within) => {
      const found = incidenceOf(rows, "left", { within });
      const step = aalenJohansen(rows).findLast(({ t }) => t <= within);
      expect(found?.value).toBeCloseTo(step?.left ?? 0, 12);
      expect(Number.isFinite(found?.se)).toBe(true);
      if (found?.low != null && found.high != null) {
        expect(found.low).toBeLessThanOrEqual(found.value);
        expect(found.high).toBeGreaterThanOrEqual(found.value);
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
      }
    }),
  );
});
