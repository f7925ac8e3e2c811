import { percent } from "#lib/format.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { changePoint } from "#lib/stats/trends/change-point.ts";
import type { PrimeChart } from "#lib/stats/trends/p-chart.ts";

/** A week of the chart: its name, such as "week 43", and what it counted. */
export type NamedWeek = Counts & { name: string };

const LIKELY = 0.8;

/** Says that the newest point lies outside its limits, or nothing more than what is drawn. */
export const escalationTitle = (chart: PrimeChart | null, newest: number | null): string => {
  const last = chart?.points.at(-1);
  if (!last?.isOutside || newest === null) return "Escalation rate";
  return `The escalation rate broke its ${newest > last.high ? "upper" : "lower"} control limit`;
};

/** After which week the rate changed, if one change explains the weeks better than none and that place of it is likely
 * (posterior of 0.8 or more); else null. Give weeks that are final only. */
export const changedAfter = (weeks: readonly NamedWeek[]): string | null => {
  const found = changePoint(weeks);
  const last = found && weeks[found.after - 1];
  if (!last || found.posterior < LIKELY || found.bayesFactor <= 1) return null;
  const [before, since] = [weeks.slice(0, found.after), weeks.slice(found.after)].map(shareOf);
  const how = `${percent(before ?? null, 1)} before, ${percent(since ?? null, 1)} since`;
  return `The rate changed after ${last.name}: ${how} (posterior ${found.posterior.toFixed(2)}).`;
};

const shareOf = (weeks: readonly Counts[]): number | null => {
  const [part, whole] = [weeks.reduce((sum, one) => sum + one.part, 0), weeks.reduce((sum, one) => sum + one.whole, 0)];
  return whole === 0 ? null : part / whole;
};

/** What the limits rest on: the weeks before, without those that lay outside limits made of the others. */
export const baselineText = (baseline: readonly NamedWeek[], leftOut: readonly number[]): string => {
  const used = baseline.length - leftOut.length;
  const names = leftOut.flatMap((place) => baseline[place]?.name ?? []);
  const weeks = `the ${used} ${used === 1 ? "week" : "weeks"} before these`;
  if (names.length === 0) return `Mean and limits from ${weeks}.`;
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const why = names.length === 1 ? "it lay" : "they lay";
  return `Mean and limits from ${weeks} without ${list}, because ${why} outside the limits that the others make.`;
};
