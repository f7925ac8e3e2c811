import { expect, test } from "vitest";
import { chiSquareTail, gammaQuantile, lnChoose, studentQuantile } from "./distributions.ts";

test.each([
  [1, 12.706204736],
  [2, 4.30265273],
  [9, 2.262157163],
  [99, 1.984216952],
  [5000, 1.960438682],
])("Student 1908, Biometrika 6:1: 97.5 % of t with %i degrees of freedom", (degrees, value) => {
  expect(studentQuantile(0.975, degrees)).toBeCloseTo(value, 6);
});

test.each([
  [2, 2, 0.177681],
  [32, 17, 1.370438],
  [302, 272, 1.007335],
])("scipy.stats.gamma.ppf: 5 % of a gamma of shape %i and rate %i", (shape, rate, value) => {
  expect(gammaQuantile(0.05, shape, rate)).toBeCloseTo(value, 6);
});

test.each([
  [3.841458821, 1, 0.05],
  [5.11509, 1, 0.023719],
  [4.455811, 1, 0.034783],
  [11.070497694, 5, 0.05],
  [0, 3, 1],
])("Pearson 1900, Phil Mag 50:157: a chi-square of %f on %i degrees of freedom", (x, degrees, p) => {
  expect(chiSquareTail(x, degrees)).toBeCloseTo(p, 6);
});

test("ways to choose are counted exactly where they can be, and without overflow beyond", () => {
  expect(Math.exp(lnChoose(52, 5))).toBeCloseTo(2_598_960, 2);
  expect(lnChoose(8, 0)).toBeCloseTo(0, 9);
  expect(Number.isFinite(lnChoose(1_000_000, 400_000))).toBe(true);
});
