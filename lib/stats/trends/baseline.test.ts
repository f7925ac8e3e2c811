import fc from "fast-check";
import { expect, test } from "vitest";
import { undisturbed } from "./baseline.ts";
import { pPrimeLimits } from "./p-chart.ts";

const N = [1000, 1200, 900, 1100, 1050, 980, 1150, 1000];
const PART = [120, 150, 99, 143, 121, 128, 161, 180];
const WEEKS = N.map((whole, i) => ({ whole, part: PART[i] ?? 0 }));

test("Laney 2002, Quality Engineering 14:531: the eighth week is left out, and the limits are those of the first seven", () => {
  const { used, leftOut } = undisturbed(WEEKS);
  expect(leftOut).toEqual([7]);
  expect(pPrimeLimits(WEEKS, used)?.centre).toBeCloseTo(0.124932, 6);
  expect(pPrimeLimits(WEEKS, used)?.sigmaZ).toBeCloseTo(1.131468, 6);
});

test("a quiet baseline is used whole, and so is one that is too short for limits", () => {
  expect(undisturbed(WEEKS.slice(0, 7))).toEqual({ used: WEEKS.slice(0, 7), leftOut: [] });
  expect(undisturbed(WEEKS.slice(0, 1))).toEqual({ used: WEEKS.slice(0, 1), leftOut: [] });
  expect(undisturbed([])).toEqual({ used: [], leftOut: [] });
});

test("what is used and what is left out are the baseline; nothing used is outside its limits unless two remain", () => {
  const counts = fc
    .integer({ min: 1, max: 3000 })
    .chain((whole) => fc.record({ whole: fc.constant(whole), part: fc.nat(whole) }));
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 20 }), (weeks) => {
      const { used, leftOut } = undisturbed(weeks);
      expect(weeks.filter((_, place) => !leftOut.includes(place))).toEqual(used);
      if (weeks.length >= 2) expect(used.length).toBeGreaterThanOrEqual(2);
      const outside = pPrimeLimits(used)?.points.filter((point) => point?.isOutside).length ?? 0;
      expect(outside === 0 || used.length - outside < 2).toBe(true);
    }),
  );
});
