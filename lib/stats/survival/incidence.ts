import type { Estimate } from "../difference.ts";
import { Z95 } from "../proportions/wilson.ts";
import type { Cause, Ended } from "./aalen-johansen.ts";
import { moments } from "./at-risk.ts";

/** Within: ended at this time or earlier. Under: ended earlier, as a target "under five minutes" means. */
export type Until = { within: number } | { under: number };

/** A share from 0 to 1. low and high: 95 % on the log(−log) scale; null at 0 and 1, where that is undefined. */
export type Incidence = Estimate & { low: number | null; high: number | null };

/** The share of all waits that one way of ending them has taken by a time, in the unit of t; the other ways compete with
 * it. The variance is the delta method's, p(1 − p) ÷ n where nothing is censored. Null when there was no wait.
 * Aalen & Johansen 1978, Scand J Stat 5:141; variance as in Marubini & Valsecchi 1995, 10.3. */
export const incidenceOf = (rows: readonly Ended[], cause: Cause, until: Until): Incidence | null => {
  if (rows.length === 0) return null;
  const steps = stepsOf(rows, cause, until);
  const value = steps.at(-1)?.incidence ?? 0;
  let variance = 0;
  for (const { waiting, incidence, atRisk: n, all, own } of steps) {
    const after = value - incidence;
    // Where the last ones at risk all end, nothing comes after: the term is 0 × ∞.
    if (all < n) variance += (after ** 2 * all) / (n * (n - all));
    variance += (waiting ** 2 * own * (n - own)) / n ** 3 - (2 * after * waiting * own) / n ** 2;
  }
  const se = Math.sqrt(Math.max(0, variance));
  return { value, se, ...limits(value, se) };
};

/** waiting: just before. incidence: just after. all and own: how many ended here, and how many of them by the cause. */
type Step = { waiting: number; incidence: number; atRisk: number; all: number; own: number };

const stepsOf = (rows: readonly Ended[], cause: Cause, until: Until): Step[] => {
  const steps: Step[] = [];
  let waiting = 1;
  let incidence = 0;
  const timesOf = (is: (given: Cause | null) => boolean) => rows.filter((row) => is(row.cause)).map(({ t }) => t);
  const lists = [
    timesOf((one) => one === cause),
    timesOf((one) => one !== null && one !== cause),
    timesOf((one) => one === null),
  ];
  for (const { t, atRisk, here } of moments(lists)) {
    if ("within" in until ? t > until.within : t >= until.under) break;
    const [own = 0, others = 0] = here;
    const all = own + others;
    if (all === 0) continue;
    incidence += (waiting * own) / atRisk;
    steps.push({ waiting, incidence, atRisk, all, own });
    waiting *= 1 - all / atRisk;
  }
  return steps;
};

const limits = (value: number, se: number): Pick<Incidence, "low" | "high"> => {
  if (value <= 0 || value >= 1) return { low: null, high: null };
  const half = (Z95 * se) / (value * Math.abs(Math.log(value)));
  return { low: value ** Math.exp(half), high: value ** Math.exp(-half) };
};
