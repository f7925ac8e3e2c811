import type { Resolution, WaitOutcome } from "#lib/conversation/types.ts";
import { duration, durationUnit } from "#lib/format.ts";

export type HandoffFacts = {
  outcome: WaitOutcome;
  waitSeconds: number;
  promisedSeconds: number | null;
  repeated: boolean;
  resolution: Resolution;
  rating: { score: number; scaleMax: number } | null;
};

const RESOLVED: Record<Resolution, string | null> = {
  resolved: "solved",
  assumed: "ended without a further word",
  reopened: "came back within a week",
  unanswered: "never answered",
  unresolved: "not solved",
  pending: null,
};

const ENDED: Partial<Record<WaitOutcome, string>> = {
  left: "left before an answer",
  closed_unanswered: "closed without an answer",
  handed_back: "handed back to the AI",
  waiting: "still waiting",
};

/** What happened to one customer, from facts alone: the promise, the wait, the repetition, the end, the rating. */
export const handoffSentence = (facts: HandoffFacts): string => {
  const { outcome, waitSeconds, promisedSeconds, repeated, resolution, rating } = facts;
  const waited = `waited ${duration(waitSeconds)} ${durationUnit(waitSeconds)}`.trim();
  const promised = promisedSeconds ? `promised ${Math.round(promisedSeconds / 60)} minutes, ` : "";
  const said = repeated ? ", had to say it again" : "";
  const end = ENDED[outcome] ?? RESOLVED[resolution];
  const rated = rating ? `, rated ${rating.score} of ${rating.scaleMax}` : "";
  const text = `${promised}${waited}${said}${end ? `; ${end}` : ""}${rated}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
};
