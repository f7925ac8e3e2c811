import type { WaitOutcome } from "#lib/conversation/assessed.ts";
import { aalenJohansen, type Cause } from "#lib/stats/survival/aalen-johansen.ts";
import { kaplanMeier, quantileOf } from "#lib/stats/survival/kaplan-meier.ts";
import type { Risk } from "./waits.ts";

/** open: seconds in open hours; wall: by the clock on the wall. */
export type Clock = "open" | "wall";

/** One wait by both clocks and what ended it. */
export type Wait = { outcome: WaitOutcome; isSilent: boolean } & Record<Clock, number>;

/** A risk row that also says whether a leaving was in silence. */
export type FateRisk = Risk & Pick<Wait, "isSilent">;

export const risksOn = (waits: readonly Wait[], clock: Clock): FateRisk[] =>
  waits.map(({ outcome, isSilent, [clock]: seconds }) => ({ outcome, isSilent, seconds }));

export const FATES = ["answered", "waiting", "other", "left", "silent"] as const satisfies (Cause | "waiting")[];
export type Fate = (typeof FATES)[number];

/** Shares of all at risk, which add to 1. */
export type FatePoint = { seconds: number } & Record<Fate, number>;

/** What ended a wait; null = it goes on. */
export const fateOf = ({ outcome, isSilent }: Pick<Wait, "outcome" | "isSilent">): Cause | null => {
  if (outcome === "waiting") return null;
  if (outcome === "left") return isSilent ? "silent" : "left";
  return outcome === "answered" ? "answered" : "other";
};

const stepsOf = (risks: readonly FateRisk[]) =>
  aalenJohansen(risks.map((risk) => ({ t: risk.seconds, cause: fateOf(risk) })));

/** What had become of all handoffs after each of the given waits (Aalen–Johansen; those who still wait are censored).
 * Empty when nobody was handed over. */
export const fatesAfter = (risks: readonly FateRisk[], seconds: readonly number[]): FatePoint[] => {
  if (risks.length === 0) return [];
  const steps = stepsOf(risks);
  return seconds.map((at) => {
    const last = steps.findLast(({ t }) => t <= at);
    const { answered, waiting, other, left, silent } = last ?? START;
    return { seconds: at, answered, waiting, other, left, silent };
  });
};

const START = { answered: 0, waiting: 1, other: 0, left: 0, silent: 0 };
const ROUNDING = 1e-12;

/** The seconds after which a share p of all handed over had a person's answer, nobody left out; null = never reached. */
export const answeredBy = (risks: readonly FateRisk[], p: number): number | null =>
  stepsOf(risks).find(({ answered }) => answered >= p - ROUNDING)?.t ?? null;

/** The wait that a share p of all did not exceed, however it ended, in seconds with its 95 % interval; each null = not
 * reached. Only those who still wait are censored. */
export const endedBy = (risks: readonly Risk[], p: number) =>
  quantileOf(kaplanMeier(risks.map(({ seconds, outcome }) => ({ t: seconds, event: outcome !== "waiting" }))), p);

/** Minutes that a curve can be drawn over, with the distance of its ticks. */
const AXES = [
  { minutes: 30, every: 5 },
  { minutes: 60, every: 10 },
  { minutes: 120, every: 30 },
  { minutes: 240, every: 60 },
  { minutes: 480, every: 120 },
  { minutes: 1440, every: 240 },
  { minutes: 2880, every: 480 },
  { minutes: 10_080, every: 1440 },
];

const WEEK = { minutes: 10_080, every: 1440 };
const MOST_ENDED = 0.9;

/** The shortest axis, half an hour or more, on which nine of ten waits end. */
export const axisOf = (risks: readonly Risk[]): { minutes: number; every: number } => {
  const end = endedBy(risks, MOST_ENDED).value ?? risks.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  return AXES.find(({ minutes }) => minutes * 60 >= end) ?? WEEK;
};
