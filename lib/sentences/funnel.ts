import type { AskEnding, FunnelRow, FunnelStep } from "#lib/metrics/funnel.ts";
import { isTooFew, ratio } from "#lib/metrics/measure.ts";

export const FUNNEL_NAME = "Asked for a person, and how far they got";

/** Where those who never reached a person were lost, if more were lost at one of the two places than chance would: the
 * 95 % interval of the one share of both leaves a half. Else the plain name. */
export const funnelTitle = (rows: readonly FunnelRow[]): string => {
  const lostAt = (step: FunnelStep) => rows.find((row) => row.step === step)?.never.n ?? 0;
  const [before, after] = [lostAt("handed"), lostAt("answered")];
  const share = ratio({ part: before, n: before + after });
  if (share.low === null || share.high === null || isTooFew(share)) return FUNNEL_NAME;
  if (share.low > 0.5) return "Most who asked in vain were never handed over";
  if (share.high < 0.5) return "Most who asked in vain were handed over and never answered";
  return FUNNEL_NAME;
};

/** What kept somebody from the next step. */
export const ENDING_TEXTS: Record<AskEnding, string> = {
  unhanded_left: "left",
  unhanded_closed: "closed on them",
  unhanded_given_up: "no answer for 7 days",
  unhanded_open: "still with the AI",
  unanswered_left: "left",
  unanswered_closed: "closed on them",
  unanswered_back: "handed back to the AI",
  unanswered_given_up: "no answer for 7 days",
  unanswered_open: "still waiting",
  unresolved: "answered, not resolved",
  unresolved_open: "not over yet",
  came_back: "came back",
  stay_open: "7 days not over",
  stayed: "stayed resolved",
};

export const STEP_TEXTS: Record<FunnelStep, string> = {
  asked: "Asked for a person",
  handed: "Handed over",
  answered: "Answered",
  resolved: "Resolved",
  stayed: "Stayed resolved",
};
