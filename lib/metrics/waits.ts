import type { WaitOutcome } from "#lib/conversation/assessed.ts";
import { aalenJohansen } from "#lib/stats/survival/aalen-johansen.ts";
import { kaplanMeier, quantileOf } from "#lib/stats/survival/kaplan-meier.ts";
import type { Measurement } from "./measure.ts";

export type RiskOutcome = WaitOutcome;
export type Risk = { seconds: number; outcome: RiskOutcome };

/** The wait that a share p of customers would not exceed if nobody left (Kaplan–Meier; those who left, were handed
 * back or still wait are censored), in seconds with its 95 % interval. value null = not reached. n = all at risk. */
export const waitQuantile = (risks: Risk[], p: number): Measurement => {
  const curve = kaplanMeier(risks.map(({ seconds, outcome }) => ({ t: seconds, event: outcome === "answered" })));
  const { value, low, high } = quantileOf(curve, p);
  return { value, low, high, n: risks.length, part: risks.filter(({ outcome }) => outcome === "answered").length };
};

export const medianWait = (risks: Risk[]): Measurement => waitQuantile(risks, 0.5);

export type IncidencePoint = { seconds: number; answered: number; left: number; other: number; waiting: number };

/** What had become of all handoffs after each of the given waits (Aalen–Johansen): shares that add to 1. Empty when
 * nobody was handed over. */
export const incidence = (risks: Risk[], seconds: number[]): IncidencePoint[] => {
  if (risks.length === 0) return [];
  const steps = aalenJohansen(risks.map((risk) => ({ t: risk.seconds, cause: causeOf(risk.outcome) })));
  return seconds.map((at) => {
    const last = steps.findLast(({ t }) => t <= at);
    const { answered, left, other, waiting } = last ?? { answered: 0, left: 0, other: 0, waiting: 1 };
    return { seconds: at, answered, left, other, waiting };
  });
};

const causeOf = (outcome: RiskOutcome) => {
  if (outcome === "answered" || outcome === "left") return outcome;
  return outcome === "waiting" ? null : "other";
};
