import { Z95 } from "../proportions/wilson.ts";
import { moments } from "./at-risk.ts";

/** One wait: how long it lasted, and whether it ended with the event or was only watched so far. */
export type Observed = { t: number; event: boolean };

/** The curve just after t. low and high: 95 % on the log(−log) scale; null at 1 and 0, where that is undefined. */
export type Step = { t: number; survival: number; low: number | null; high: number | null };

/** The share that still has not had the event, at each distinct time of one; t keeps the unit it came in. Censored rows
 * count as at risk until their time. Empty when there was no event: the share is then 1 throughout. Kaplan & Meier 1958,
 * J Am Stat Assoc 53:457; Greenwood's variance. */
export const kaplanMeier = (rows: readonly Observed[]): Step[] => [
  ...stepsOf(
    rows.filter(({ event }) => event).map(({ t }) => t),
    rows.filter(({ event }) => !event).map(({ t }) => t),
  ),
];

/** The same curve from the times of events and of those who were only watched until then, a step at a time. */
export function* stepsOf(eventsAt: readonly number[], censoredAt: readonly number[]): Generator<Step> {
  let survival = 1;
  let greenwood = 0;
  for (const { t, atRisk, here } of moments([eventsAt, censoredAt])) {
    const [events = 0] = here;
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    yield { t, survival, ...limits(survival, greenwood) };
  }
}

const limits = (survival: number, greenwood: number): Pick<Step, "low" | "high"> => {
  if (survival <= 0 || survival >= 1) return { low: null, high: null };
  const half = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
};

/** A product of fractions that should equal a level misses it by a few ulps. */
const ROUNDING = 1e-12;

/** The smallest t by which a share p had the event, with its 95 % interval; each null when its curve never gets there.
 * Nothing is extrapolated: a curve that falls to 0 has no limits there, so it closes no interval either.
 * Brookmeyer & Crowley 1982, Biometrics 38:29. */
export const quantileOf = (
  steps: Iterable<Step>,
  p: number,
): { value: number | null; low: number | null; high: number | null } => {
  const level = 1 - p + ROUNDING;
  const found: ReturnType<typeof quantileOf> = { value: null, low: null, high: null };
  for (const { t, survival, low, high } of steps) {
    if (survival <= level) found.value ??= t;
    if (low !== null && low <= level) found.low ??= t;
    if (high !== null && high <= level) found.high ??= t;
    if (found.value !== null && found.low !== null && found.high !== null) break;
  }
  return found;
};
