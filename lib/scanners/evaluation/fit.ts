import type { Weighing } from "../sentiment/leaning.ts";

/** One labelled text: how much there is of each sign, whether it is so, and how much it counts. */
export type Example = { signs: Record<string, number>; isSo: boolean; weight: number };

/** Penalty on squared weights, so that a rare sign stays small; the bias has none. */
const RIDGE: number = 3;
const ROUNDS = 30;

/** Logistic regression by Newton's method, with a ridge (le Cessie and van Houwelingen 1992). The same examples give the
 * same weights. */
export const logistic = (examples: readonly Example[]): Weighing => {
  const names = [...new Set(examples.flatMap(({ signs }) => Object.keys(signs)))].sort();
  const rows = examples.map(({ signs }) => [...names.map((name) => signs[name] ?? 0), 1]);
  let weights: number[] = Array.from({ length: names.length + 1 }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const step = stepOf(rows, examples, weights);
    weights = weights.map((weight, i) => weight - (step[i] ?? 0));
  }
  return {
    bias: round2(weights.at(-1) ?? 0),
    weights: Object.fromEntries(names.map((name, i) => [name, round2(weights[i] ?? 0)])),
  };
};

/** Gradient over curvature of the penalized loss. */
const stepOf = (rows: number[][], examples: readonly Example[], weights: number[]): number[] => {
  const size = weights.length;
  const gradient = weights.map((weight, i) => (i === size - 1 ? 0 : RIDGE * weight));
  const curvature = weights.map((_, i) => weights.map((__, j) => (i === j && i < size - 1 ? RIDGE : 0)));
  rows.forEach((row, at) => {
    const { isSo, weight } = examples[at] ?? { isSo: false, weight: 0 };
    const p = sigmoid(row.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0));
    row.forEach((x, i) => {
      if (x === 0) return;
      gradient[i] = (gradient[i] ?? 0) + weight * (p - (isSo ? 1 : 0)) * x;
      const line = curvature[i] ?? [];
      row.forEach((other, j) => {
        line[j] = (line[j] ?? 0) + weight * p * (1 - p) * x * other;
      });
    });
  });
  return solve(curvature, gradient);
};

/** Gaussian elimination; the matrix is symmetric and positive, so that no row need change its place. */
const solve = (matrix: number[][], right: number[]): number[] => {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  rows.forEach((pivot, i) => {
    rows.forEach((row, j) => {
      const factor = j === i ? 0 : (row[i] ?? 0) / (pivot[i] ?? 1);
      if (factor !== 0) for (let k = i; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    });
  });
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const round2 = (x: number): number => Math.round(100 * x) / 100;
