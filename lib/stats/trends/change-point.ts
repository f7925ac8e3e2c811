import { lnChoose } from "../distributions.ts";
import type { Counts } from "../proportions/wilson.ts";

/** after: how many points lie before the likeliest change. posterior: how likely that place is, 0 to 1, if there was one
 * change. bayesFactor: how many times better one change anywhere explains the points than none. posteriors: of a change
 * after 1, 2, … points. */
export type ChangePoint = { after: number; posterior: number; bayesFactor: number; posteriors: number[] };

/** Where a share changed for good, if it did once: beta-binomial marginal likelihoods with uniform priors on each share
 * and on the place. Null when fewer than two points counted anything. Smith 1975, Biometrika 62:407. */
export const changePoint = (points: readonly Counts[]): ChangePoint | null => {
  if (points.filter(({ whole }) => whole > 0).length < 2) return null;
  const evidence = (some: readonly Counts[]) => lnMarginal(some.reduce(add, { part: 0, whole: 0 }));
  const none = evidence(points);
  const logs = points.slice(1).map((_, i) => evidence(points.slice(0, i + 1)) + evidence(points.slice(i + 1)) - none);
  const largest = Math.max(...logs);
  const scaled = logs.map((log) => Math.exp(log - largest));
  const sum = scaled.reduce((total, value) => total + value, 0);
  const posteriors = scaled.map((value) => value / sum);
  const posterior = Math.max(...posteriors);
  // The finite bound keeps a factor that no number can hold from being Infinity.
  const bayesFactor = Math.min(Number.MAX_VALUE, (sum / logs.length) * Math.exp(largest));
  return { after: posteriors.indexOf(posterior) + 1, posterior, bayesFactor, posteriors };
};

/** ln B(k + 1, n − k + 1): the chance of this very sequence, whatever the share. */
const lnMarginal = ({ part, whole }: Counts): number => -Math.log(whole + 1) - lnChoose(whole, part);

const add = (a: Counts, b: Counts): Counts => ({ part: a.part + b.part, whole: a.whole + b.whole });
