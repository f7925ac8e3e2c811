import type { WaitOutcome } from "#lib/conversation/assessed.ts";
import type { Cause } from "#lib/stats/survival/aalen-johansen.ts";
import { incidenceOf } from "#lib/stats/survival/incidence.ts";
import { quantileOf, stepsOf } from "#lib/stats/survival/kaplan-meier.ts";
import { type Measurement, ratio } from "./measure.ts";
import type { Metric } from "./metric.ts";

export type RiskOutcome = WaitOutcome;
export type Risk = { seconds: number; outcome: RiskOutcome };

/** The wait that a share p of customers would not exceed if nobody left (Kaplan–Meier; those who left, were handed
 * back or still wait are censored), in seconds with its 95 % interval. value null = not reached. n = all at risk. */
export const waitQuantile = (risks: readonly Risk[], p: number): Measurement => {
  const [answered, others]: [number[], number[]] = [[], []];
  for (const { seconds, outcome } of risks) (outcome === "answered" ? answered : others).push(seconds);
  const { value, low, high } = quantileOf(stepsOf(answered, others), p);
  return { value, low, high, n: risks.length, part: answered.length };
};

export const medianWait = (risks: Risk[]): Measurement => waitQuantile(risks, 0.5);

/** A sum of fractions misses what it should equal by a few ulps. */
const ROUNDING = 1e-9;

/** The share of all handed over that a person answered in less than so many seconds (Aalen–Johansen; those who still wait
 * are censored), with its 95 % interval and standard error. n = all at risk, part = those answered in time. At 0 and 1,
 * where the log(−log) interval is undefined, it is a counted share as long as nobody is censored before. */
export const answeredUnder = (risks: Risk[], seconds: number): Measurement => {
  const part = risks.filter((risk) => risk.outcome === "answered" && risk.seconds < seconds).length;
  const counted = ratio({ part, n: risks.length });
  const rows = risks.map((risk) => ({ t: risk.seconds, cause: causeOf(risk.outcome) }));
  const found = incidenceOf(rows, "answered", { under: seconds });
  if (!found || (found.se === 0 && Math.abs(found.value - (counted.value ?? 0)) < ROUNDING)) return counted;
  const { value, low, high, se } = found;
  return { value, low, high, se, part, n: risks.length };
};

/** How a definition makes its value of risk rows; null = it needs none: its value is part ÷ whole. */
export const estimatorOf = ({
  unit,
  incidenceUnderSeconds: under,
}: Pick<Metric, "unit" | "incidenceUnderSeconds">): ((risks: Risk[]) => Measurement) | null => {
  if (unit === "seconds") return medianWait;
  return under === undefined ? null : (risks) => answeredUnder(risks, under);
};

const causeOf = (outcome: RiskOutcome): Cause | null => {
  if (outcome === "answered" || outcome === "left") return outcome;
  return outcome === "waiting" ? null : "other";
};
