import { studentQuantile } from "./distributions.ts";

/** How often one score was given. */
export type ScoreCount = { score: number; count: number };

/** In the scores' unit. sd, low and high (95 %) are null under two scores; the interval may reach past the scale's ends. */
export type Mean = { mean: number; sd: number | null; low: number | null; high: number | null; n: number };

/** Mean of a distribution of scores with Student's t interval; null when there is no score. Student 1908,
 * Biometrika 6:1. */
export const meanScore = (scores: readonly ScoreCount[]): Mean | null => {
  const total = (of: (score: number) => number) => scores.reduce((sum, { score, count }) => sum + count * of(score), 0);
  const n = total(() => 1);
  if (n === 0) return null;
  const mean = total((score) => score) / n;
  if (n < 2) return { mean, sd: null, low: null, high: null, n };
  const sd = Math.sqrt(total((score) => (score - mean) ** 2) / (n - 1));
  const half = (studentQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return { mean, sd, low: mean - half, high: mean + half, n };
};
