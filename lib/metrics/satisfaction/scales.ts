import { type Mean, meanScore, type ScoreCount } from "#lib/stats/mean.ts";
import { ROADS, type Road } from "../like-for-like.ts";

/** How often a score was given on a scale, of those that count. mapping: how the scale is read, such as "1–5: 4–5". */
export type ScoreRow = { road: Road; mapping: string; scaleMin: number; scaleMax: number } & ScoreCount;

export type RoadScores = { road: Road; n: number; mean: Mean | null; bars: ScoreCount[] };

/** All that was rated on one scale. A mean is made within a scale only: 4 of 5 and 4 of 10 are not one number. */
export type Scale = { mapping: string; scaleMin: number; scaleMax: number; n: number; roads: RoadScores[] };

/** The scales in use, the most used first, with the distribution of the scores of each road. */
export const scalesOf = (rows: readonly ScoreRow[]): Scale[] =>
  [...Map.groupBy(rows, ({ mapping, scaleMin, scaleMax }) => JSON.stringify([mapping, scaleMin, scaleMax])).values()]
    .flatMap((mine) => {
      const [any] = mine;
      if (!any) return [];
      const { mapping, scaleMin, scaleMax } = any;
      const roads = ROADS.map((road) =>
        scoresOf(
          road,
          mine.filter((row) => row.road === road),
          any,
        ),
      );
      return [{ mapping, scaleMin, scaleMax, n: sum(mine), roads: roads.filter(({ n }) => n > 0) }];
    })
    .toSorted((a, b) => b.n - a.n || (a.mapping < b.mapping ? -1 : 1));

/** A scale of more steps shows the scores that were given. */
const MOST_STEPS = 11;

const scoresOf = (road: Road, rows: readonly ScoreRow[], { scaleMin, scaleMax }: ScoreRow): RoadScores => {
  const steps = scaleMax - scaleMin + 1;
  const whole = Number.isInteger(steps) && steps <= MOST_STEPS && rows.every(({ score }) => Number.isInteger(score));
  const scores = whole
    ? Array.from({ length: steps }, (_, i) => scaleMin + i)
    : [...new Set(rows.map(({ score }) => score))].toSorted((a, b) => a - b);
  const bars = scores.map((score) => ({ score, count: sum(rows.filter((row) => row.score === score)) }));
  return { road, n: sum(rows), mean: meanScore(bars), bars };
};

const sum = (rows: readonly ScoreCount[]): number => rows.reduce((all, { count }) => all + count, 0);
