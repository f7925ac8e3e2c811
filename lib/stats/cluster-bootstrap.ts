import { type Key, randomOf } from "#lib/random.ts";
import type { Interval } from "./proportions/wilson.ts";
import { quantile } from "./quantile.ts";

const RESAMPLES = 1000;
/** If more resamples than this have no value, those that have one are no fair picture. */
const MOST_WITHOUT = 0.05;

export type Resampling = { seed: Key; resamples?: number };

/** 95 % percentile interval of any statistic of rows that come in clusters, such as several conversations of a customer:
 * whole clusters are drawn again, so that repeat contacts are not taken for independent ones. In the statistic's unit;
 * equal rows and seed give equal intervals. Null with fewer than two clusters, or when too many resamples have no value.
 * Efron 1979, Ann Stat 7:1; Davison & Hinkley 1997, 3.8. */
export const clusterBootstrap = <Row>(
  rows: readonly Row[],
  clusterOf: (row: Row) => string,
  statistic: (rows: readonly Row[]) => number | null,
  { seed, resamples = RESAMPLES }: Resampling,
): Interval | null => {
  const clusters = [...Map.groupBy(rows, clusterOf).values()];
  if (clusters.length < 2) return null;
  const random = randomOf(seed);
  const drawn = Array.from({ length: resamples }, () => statistic(clusters.flatMap(() => random.pick(clusters))));
  return percentileInterval(drawn);
};

/** What lies between 2.5 % and 97.5 % of the resampled values; null when more than one in twenty have none. */
export const percentileInterval = (drawn: readonly (number | null)[]): Interval | null => {
  const known = drawn.filter((value) => value !== null);
  if (known.length < (1 - MOST_WITHOUT) * drawn.length) return null;
  const [low, high] = [quantile(known, 0.025), quantile(known, 0.975)];
  return low === null || high === null ? null : { low, high };
};
