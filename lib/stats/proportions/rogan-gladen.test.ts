import fc from "fast-check";
import { expect, test } from "vitest";
import { trueShare } from "./rogan-gladen.ts";

test("a perfect detector changes nothing, a useless one tells nothing", () => {
  expect(trueShare(0.3, { sensitivity: 1, specificity: 1 })).toBeCloseTo(0.3, 12);
  expect(trueShare(0.3, { sensitivity: 0.5, specificity: 0.5 })).toBeNull();
});

test("fewer found than false alarms alone would make is none, not less", () => {
  expect(trueShare(0.02, { sensitivity: 0.9, specificity: 0.95 })).toBe(0);
});

test("what a detector would find of a share leads back to it", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const good = fc.double({ min: 0.6, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, good, good, (truth, sensitivity, specificity) => {
      const found = truth * sensitivity + (1 - truth) * (1 - specificity);
      expect(trueShare(found, { sensitivity, specificity })).toBeCloseTo(truth, 9);
    }),
  );
});
