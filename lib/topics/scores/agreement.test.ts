import { expect, test } from "vitest";
import { agreementOf } from "./agreement.ts";

test.each([
  [[0, 0, 1, 1], [0, 0, 1, 2], 0.571429, 0.8],
  [[0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2], 0.242424, 0.515804],
  [[0, 0, 1, 1], [0, 1, 0, 1], -0.5, 0],
  [[0, 0, 1, 1], [7, 7, 3, 3], 1, 1],
])("%j against %j agrees as scikit-learn says", (found, truth, ari, nmi) => {
  expect(agreementOf(found, truth)?.ari).toBeCloseTo(ari, 6);
  expect(agreementOf(found, truth)?.nmi).toBeCloseTo(nmi, 6);
  expect(agreementOf(truth, found)?.ari).toBeCloseTo(ari, 6);
});

test("purity is the share of the commonest label of each part", () => {
  expect(agreementOf([0, 0, 0, 1, 1], [5, 5, 6, 6, 6])?.purity).toBeCloseTo(4 / 5, 9);
});

test("fewer than two things, or unequally many, cannot agree", () => {
  expect(agreementOf([], [])).toBeNull();
  expect(agreementOf([1], [1])).toBeNull();
  expect(agreementOf([1, 2], [1])).toBeNull();
});
