import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pair } from "./strata.ts";
import { breslowDay, cochranMantelHaenszel } from "./stratified-tests.ts";

const pair = (a: [number, number], b: [number, number]): Pair => ({
  a: { part: a[0], whole: a[1] },
  b: { part: b[0], whole: b[1] },
});
const TO_AI = [pair([36, 40], [540, 600]), pair([120, 160], [160, 200]), pair([130, 200], [30, 60])];
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
  ["Bickel 1975, Science 187:398, Berkeley", BERKELEY, 1.524607, 0.216924],
  ["handoff against AI by topic", TO_AI, 0.206489, 0.649533],
  ["Charig 1986, Br Med J 292:879, kidney stones", STONES, 2.433856, 0.118741],
])("Mantel & Haenszel 1959, J Natl Cancer Inst 22:719: %s", (_, pairs, chiSquare, p) => {
  const found = cochranMantelHaenszel(pairs);
  expect(found?.chiSquare).toBeCloseTo(chiSquare, 6);
  expect(found?.p).toBeCloseTo(p, 6);
  expect(found?.degrees).toBe(1);
});

test.each([
  ["Bickel 1975, Science 187:398, Berkeley: departments differ", BERKELEY, 18.825514, 5, 0.002071],
  ["handoff against AI by topic", TO_AI, 5.4404, 2, 0.065862],
  ["Charig 1986, Br Med J 292:879, kidney stones", STONES, 0.968446, 1, 0.325068],
])("Breslow & Day 1980, Statistical Methods in Cancer Research I, 4.4: %s", (_, pairs, chiSquare, degrees, p) => {
  const found = breslowDay(pairs);
  expect(found?.chiSquare).toBeCloseTo(chiSquare, 5);
  expect(found?.degrees).toBe(degrees);
  expect(found?.p).toBeCloseTo(p, 6);
});

test("Pearson 1900, Phil Mag 50:157: in one stratum the test is the plain chi-square, but for one in n", () => {
  const found = cochranMantelHaenszel([pair([30, 1000], [15, 1000])]);
  expect(((found?.chiSquare ?? 0) * 2000) / 1999).toBeCloseTo(5.11509, 6);
});

test("what cannot tell is not tested: nothing counted, all or none hit, one stratum", () => {
  expect(cochranMantelHaenszel([])).toBeNull();
  expect(cochranMantelHaenszel([pair([5, 5], [9, 9]), pair([0, 0], [3, 9])])).toBeNull();
  expect(breslowDay([pair([3, 9], [4, 8])])).toBeNull();
  expect(breslowDay([pair([3, 9], [4, 8]), pair([5, 5], [9, 9])])).toBeNull();
});

const cell = fc.nat(200).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));
const pairs = fc.array(
  fc.tuple(cell, cell).map(([a, b]) => pair(a, b)),
  { maxLength: 8 },
);

test("a p is a probability, and the tests do not care which group comes first or what is called a hit", () => {
  fc.assert(
    fc.property(pairs, (strata) => {
      const swapped = strata.map(({ a, b }) => ({ a: b, b: a }));
      const missed = strata.map(({ a, b }) => ({
        a: { part: a.whole - a.part, whole: a.whole },
        b: { part: b.whole - b.part, whole: b.whole },
      }));
      for (const tested of [cochranMantelHaenszel, breslowDay]) {
        const found = tested(strata);
        if (!found) continue;
        expect(found.p).toBeGreaterThanOrEqual(0);
        expect(found.p).toBeLessThanOrEqual(1);
        for (const other of [tested(swapped), tested(missed)])
          expect((other?.chiSquare ?? -1) / (found.chiSquare + 1)).toBeCloseTo(
            found.chiSquare / (found.chiSquare + 1),
            6,
          );
      }
    }),
  );
});

test("strata with one odds ratio differ by nothing", () => {
  const even = [pair([20, 40], [10, 30]), pair([40, 80], [20, 60]), pair([30, 60], [15, 45])];
  expect(breslowDay(even)?.chiSquare).toBeCloseTo(0, 9);
});
