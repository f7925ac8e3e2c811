import type { Episode, Handoff } from "./assessed.ts";
import type { Repetition } from "./verdicts/seam.ts";

/** Seconds after which a wait is too long for its customer, and after which it is a failure. */
export const BANDS = { soon: 300, late: 900 };

export const WAIT_BANDS = ["under_5", "5_to_15", "over_15"] as const;
export type WaitBand = (typeof WAIT_BANDS)[number];
export type PromiseKept = "kept" | "broken";

/** How long a person was waited for in open minutes; null = nobody answered, or nobody was waited for. */
export const waitBandOf = ({
  outcome,
  isTakeover,
  waitBusinessSeconds,
}: Pick<Handoff, "outcome" | "isTakeover" | "waitBusinessSeconds">): WaitBand | null => {
  if (outcome !== "answered" || isTakeover) return null;
  return bandAt(waitBusinessSeconds);
};

/** The band that a wait to an answer falls into. */
export const bandAt = (seconds: number): WaitBand => {
  if (seconds < BANDS.soon) return "under_5";
  return seconds <= BANDS.late ? "5_to_15" : "over_15";
};

/** Gone so soon that it says nothing about the wait. */
const SHORT_SECONDS = 30;

/** What became of the announced wait, as the metric promiseKept counts it; null = none was announced, or it is not told. */
export const promiseOf = ({
  outcome,
  isTakeover,
  waitSeconds,
  promisedWaitSeconds,
}: Pick<Handoff, "outcome" | "isTakeover" | "waitSeconds" | "promisedWaitSeconds">): PromiseKept | null => {
  if (promisedWaitSeconds === null || isTakeover) return null;
  const isOver = waitSeconds > promisedWaitSeconds;
  if (outcome === "answered") return isOver ? "broken" : "kept";
  if (outcome === "left") return waitSeconds < SHORT_SECONDS ? null : "broken";
  return outcome === "waiting" && !isOver ? null : "broken";
};

/** Whether the customer had to say it again, as the metric contextRepetition counts it: said so or was asked for it again;
 * null = wrote nothing after a person had, or their language is not read. */
export const isRepeatedIn = (
  { customerSpokeAfterHuman }: Pick<Episode, "customerSpokeAfterHuman">,
  repetition: Repetition | null,
): boolean | null => (customerSpokeAfterHuman && repetition ? repetition.explicit || repetition.askedAgain : null);
