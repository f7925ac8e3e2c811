import fc from "fast-check";
import { expect, test } from "vitest";
import { correctedShare } from "./corrected-share.ts";
import { Z95 } from "./wilson.ts";

const known = (sensitivity: number, specificity: number) => ({
  sensitivity: { value: sensitivity, se: 0 },
  specificity: { value: specificity, se: 0 },
});

test("23 of 150 found with 96 % and 89 % are 5.1 in 100, 0 to 13 (the brucellosis example of epiR’s epi.prev)", () => {
  const found = correctedShare({ part: 23, whole: 150 }, known(0.96, 0.89));
  expect(found?.value).toBeCloseTo(0.051, 3);
  expect(found?.low).toBe(0);
  expect(found?.high).toBeCloseTo(0.13, 2);
});

test("with many counted it is as wide as the variance of Rogan and Gladen", () => {
  const [p, n, se, sp, nSe, nSp] = [0.3, 1_000_000, 0.9, 0.95, 200, 300];
  const errors = { sensitivity: Math.sqrt((se * (1 - se)) / nSe), specificity: Math.sqrt((sp * (1 - sp)) / nSp) };
  const found = correctedShare(
    { part: p * n, whole: n },
    { sensitivity: { value: se, se: errors.sensitivity }, specificity: { value: sp, se: errors.specificity } },
  );
  const share = (p + sp - 1) / (se + sp - 1);
  const variance =
    ((p * (1 - p)) / n + share ** 2 * errors.sensitivity ** 2 + (1 - share) ** 2 * errors.specificity ** 2) /
    (se + sp - 1) ** 2;
  expect(found?.value).toBeCloseTo(share, 12);
  expect((found?.high ?? 0) - share).toBeCloseTo(Z95 * Math.sqrt(variance), 4);
  expect(share - (found?.low ?? 1)).toBeCloseTo(Z95 * Math.sqrt(variance), 4);
});

test("nothing counted and a detector that tells nothing give nothing", () => {
  expect(correctedShare({ part: 0, whole: 0 }, known(0.9, 0.9))).toBeNull();
  expect(correctedShare({ part: 3, whole: 9 }, known(0.5, 0.5))).toBeNull();
});

test("the value lies in its interval, which lies between 0 and 1 and grows with what is not known of the detector", () => {
  const good = fc.double({ min: 0.6, max: 1, noNaN: true });
  const error = fc.double({ min: 0, max: 0.2, noNaN: true });
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 300 }), good, good, error, (part, more, se, sp, unknown) => {
      const counts = { part, whole: part + more };
      const sure = correctedShare(counts, known(se, sp));
      const unsure = correctedShare(counts, {
        sensitivity: { value: se, se: unknown },
        specificity: { value: sp, se: unknown },
      });
      for (const one of [sure, unsure]) {
        expect(one?.low).toBeLessThanOrEqual((one?.value ?? 0) + 1e-12);
        expect(one?.high).toBeGreaterThanOrEqual((one?.value ?? 1) - 1e-12);
        expect(one?.low).toBeGreaterThanOrEqual(0);
        expect(one?.high).toBeLessThanOrEqual(1);
      }
      expect(unsure?.low).toBeLessThanOrEqual((sure?.low ?? 0) + 1e-12);
      expect(unsure?.high).toBeGreaterThanOrEqual((sure?.high ?? 1) - 1e-12);
    }),
  );
});
