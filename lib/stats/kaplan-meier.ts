import { Z95 } from "./wilson.ts";

/** One wait: how long it lasted, and whether it ended with the event or was only watched so far. */
export type Observed = { t: number; event: boolean };

/** The curve just after t. low and high: 95 % on the log(−log) scale; null at 1 and 0, where that is undefined. */
export type Step = { t: number; survival: number; low: number | null; high: number | null };

/** Steps at each distinct event time. One censored at an event's time counts as at risk. Kaplan & Meier 1958,
 * Greenwood's variance. */
export const kaplanMeier = (rows: Observed[]): Step[] => {
  const ordered = rows.toSorted((a, b) => a.t - b.t);
  const steps: Step[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < ordered.length; ) {
    const t = ordered[i]?.t ?? 0;
    const atRisk = ordered.length - i;
    let events = 0;
    for (; ordered[i]?.t === t; i += 1) events += ordered[i]?.event ? 1 : 0;
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    steps.push({ t, survival, ...limits(survival, greenwood) });
  }
  return steps;
};

const limits = (survival: number, greenwood: number): Pick<Step, "low" | "high"> => {
  if (survival <= 0 || survival >= 1) return { low: null, high: null };
  const half = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
};

/** The smallest t by which a share p had the event, with its 95 % interval (Brookmeyer & Crowley 1982); each null when
 * the curve never gets there. Nothing is extrapolated. */
export const quantileOf = (
  steps: Step[],
  p: number,
): { value: number | null; low: number | null; high: number | null } => {
  const level = 1 - p + 1e-12;
  const first = (side: (step: Step) => number | null) =>
    steps.find((step) => (side(step) ?? (step.survival <= 0 ? 0 : 1)) <= level)?.t ?? null;
  return { value: first(({ survival }) => survival), low: first(({ low }) => low), high: first(({ high }) => high) };
};
