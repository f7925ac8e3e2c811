import type { Counts } from "../proportions/wilson.ts";
import { pPrimeLimits } from "./p-chart.ts";

/** used: what the limits may rest on. leftOut: places, counted from 0, of the periods that lay outside limits made of the
 * others, to be named beside the chart. */
export type Baseline = { used: Counts[]; leftOut: number[] };

/** A baseline without its own disturbed periods: those outside the p′ limits are left out and the limits made again, until
 * none is outside. Periods that counted nothing stay and weigh nothing. Never fewer than two remain. Montgomery,
 * Introduction to Statistical Quality Control, 6.2 (phase I). */
export const undisturbed = (baseline: readonly Counts[]): Baseline => {
  let kept = [...baseline.keys()];
  let inside = kept;
  do {
    kept = inside;
    inside = insideOf(baseline, kept);
  } while (inside.length < kept.length && inside.filter((place) => baseline[place]?.whole).length >= 2);
  return { used: countsAt(baseline, kept), leftOut: [...baseline.keys()].filter((place) => !kept.includes(place)) };
};

const insideOf = (baseline: readonly Counts[], places: number[]): number[] => {
  const chart = pPrimeLimits(countsAt(baseline, places));
  return places.filter((_, i) => !chart?.points[i]?.isOutside);
};

const countsAt = (baseline: readonly Counts[], places: number[]): Counts[] =>
  places.flatMap((place) => baseline[place] ?? []);
