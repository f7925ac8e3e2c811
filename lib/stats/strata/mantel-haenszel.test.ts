import fc from "fast-check";
import { expect, test } from "vitest";
import { oddsRatio, riskDifference } from "./mantel-haenszel.ts";
import type { Pair } from "./strata.ts";

const pair = (a: [number, number], b: [number, number]): Pair => ({
  a: { part: a[0], whole: a[1] },
  b: { part: b[0], whole: b[1] },
});
const TO_AI = [pair([36, 40], [540, 600]), pair([120, 160], [160, 200]), pair([130, 200], [30, 60])];
const TO_HUMAN = [pair([36, 40], [55, 60]), pair([120, 160], [104, 140]), pair([130, 200], [120, 180])];
const STONES = [pair([81, 87], [234, 270]), pair([192, 263], [55, 80])];
const BERKELEY = [
  pair([512, 825], [89, 108]),
  pair([353, 560], [17, 25]),
  pair([120, 325], [202, 593]),
  pair([138, 417], [131, 375]),
  pair([53, 191], [94, 393]),
  pair([22, 373], [24, 341]),
];

test.each([
  ["handoff against AI", TO_AI, 1.084798, 0.760086, 1.548229],
  ["handoff against human", TO_HUMAN, 0.962129, 0.698401, 1.325445],
  ["Bickel 1975, Science 187:398, admission of men against women at Berkeley", BERKELEY, 0.904697, 0.771907, 1.06033],
])("Robins, Breslow & Greenland 1986, Biometrics 42:311: odds ratio of %s", (_, pairs, value, low, high) => {
  const found = oddsRatio(pairs);
  expect(found?.value).toBeCloseTo(value, 6);
  expect(found?.low).toBeCloseTo(low, 5);
  expect(found?.high).toBeCloseTo(high, 5);
});

test.each([
  ["handoff against AI", TO_AI, 0.014365, 0.031876],
  ["handoff against human", TO_HUMAN, -0.007475, 0.031639],
  ["Charig 1986, Br Med J 292:879, kidney stones", STONES, 0.053836, 0.033554],
])("Sato 1989, Biometrics 45:1323: risk difference of %s", (_, pairs, value, se) => {
  const found = riskDifference(pairs);
  expect(found?.value).toBeCloseTo(value, 6);
  expect(found?.se).toBeCloseTo(se, 6);
});

test("Charig 1986, Br Med J 292:879: odds ratio of kidney stones", () => {
  expect(oddsRatio(STONES)?.value).toBeCloseTo(1.446847, 6);
});

test("no stratum with both has neither; nobody missing on a side has no odds ratio but a difference", () => {
  expect(oddsRatio([])).toBeNull();
  expect(riskDifference([])).toBeNull();
  expect(riskDifference([pair([3, 5], [0, 0])])).toBeNull();
  expect(oddsRatio([pair([5, 5], [3, 6])])).toBeNull();
  expect(riskDifference([pair([5, 5], [3, 6])])?.value).toBeCloseTo(0.5, 12);
});

const cell = fc.nat(200).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));
const pairs = fc.array(
  fc.tuple(cell, cell).map(([a, b]) => pair(a, b)),
  { maxLength: 8 },
);

test("one stratum gives the plain ratio and difference; swapping the two inverts one and flips the other", () => {
  fc.assert(
    fc.property(pairs, (strata) => {
      const swapped = strata.map(({ a, b }) => ({ a: b, b: a }));
      const [ratio, inverse] = [oddsRatio(strata), oddsRatio(swapped)];
      if (ratio && inverse) {
        expect(ratio.value * inverse.value).toBeCloseTo(1, 9);
        expect(ratio.low * inverse.high).toBeCloseTo(1, 9);
      }
      const [found, flipped] = [riskDifference(strata), riskDifference(swapped)];
      if (!found || !flipped) return;
      expect(found.value).toBeCloseTo(-flipped.value, 10);
      expect(found.se).toBeCloseTo(flipped.se, 10);
      expect(Number.isFinite(found.se)).toBe(true);
      expect(Math.abs(found.value)).toBeLessThanOrEqual(1 + 1e-12);
      const [first] = strata.filter(({ a, b }) => a.whole > 0 && b.whole > 0);
      if (!first) return;
      const plain = first.a.part / first.a.whole - first.b.part / first.b.whole;
      expect(riskDifference([first])?.value).toBeCloseTo(plain, 10);
    }),
  );
});
