import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "./wilson.ts";

const close = (part: number, whole: number, low: number, high: number) => {
  const found = wilson(part, whole);
  expect(found?.low).toBeCloseTo(low, 6);
  expect(found?.high).toBeCloseTo(high, 6);
};

test.each([
  [81, 263, 0.255289, 0.36621],
  [15, 148, 0.062386, 0.160487],
  [0, 20, 0, 0.161125],
  [1, 29, 0.006113, 0.171755],
])("Newcombe 1998, Stat Med 17:857, method 3: %i of %i", close);

test.each([
  [170, 200, 0.793944, 0.892864],
  [850, 1000, 0.826531, 0.87079],
  [8, 10, 0.490162, 0.943318],
  [17, 20, 0.639581, 0.947631],
  [20, 20, 0.838875, 1],
  [0, 1, 0, 0.793451],
  [1, 1, 0.206549, 1],
  [3, 4, 0.300642, 0.954413],
])("Wilson 1927, J Am Stat Assoc 22:209, as statsmodels proportion_confint computes it: %i of %i", close);

test("nothing counted has no interval, and a part beyond its whole is refused", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(() => wilson(5, 3)).toThrow("A part must lie within its whole, not 5 of 3");
  expect(() => wilson(Number.NaN, 3)).toThrow(RangeError);
});

const counts = fc.nat(5000).chain((whole) => fc.record({ whole: fc.constant(whole + 1), part: fc.nat(whole + 1) }));

test("the interval holds its share within 0 and 1, ends at 0 and 1 exactly, and mirrors with what is counted", () => {
  fc.assert(
    fc.property(counts, ({ part, whole }) => {
      const [found, mirrored] = [wilson(part, whole), wilson(whole - part, whole)];
      if (!found || !mirrored) throw new Error("no interval");
      expect(found.low).toBeGreaterThanOrEqual(0);
      expect(found.low).toBeLessThanOrEqual(part / whole);
      expect(found.high).toBeGreaterThanOrEqual(part / whole);
      expect(found.high).toBeLessThanOrEqual(1);
      expect(found.low === 0).toBe(part === 0);
      expect(found.high === 1).toBe(part === whole);
      expect(mirrored.low).toBeCloseTo(1 - found.high, 12);
    }),
  );
});
