import type { Resolution, WaitOutcome } from "#lib/conversation/assessed.ts";
import { capitalised, lengthText } from "#lib/format.ts";
import type { Piece } from "./piece.ts";

export type HandoffFacts = {
  outcome: WaitOutcome;
  /** A person stepped in before anybody waited. */
  isTakeover: boolean;
  /** By the clock, and in open hours. */
  waitSeconds: number;
  waitBusinessSeconds: number;
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

/** What happened to one customer, from facts alone: the promise, the wait, the repetition, the end, the rating. The wait
 * is the one on the clock, which the customer sat through; its open hours are added when they are fewer. */
export const handoffSentence = (facts: HandoffFacts): Piece[] => {
  const { outcome, promisedSeconds, repeated, resolution, rating } = facts;
  const promised = promisedSeconds ? `promised ${promiseOf(promisedSeconds)}, ` : "";
  const end = ENDED[outcome] ?? RESOLVED[resolution];
  const rated = rating ? `, rated ${rating.score} of ${rating.scaleMax}` : "";
  return [
    ...waitOf(facts, promised),
    { text: `${repeated ? ", had to say it again" : ""}${end ? `; ${end}` : ""}${rated}.` },
  ];
};

const waitOf = ({ isTakeover, waitSeconds, waitBusinessSeconds }: HandoffFacts, promised: string): Piece[] => {
  if (isTakeover) return [{ text: capitalised(`${promised}a person stepped in`) }];
  const waited: Piece[] = [{ text: capitalised(`${promised}waited `) }, { text: lengthText(waitSeconds), tone: "ho" }];
  if (Math.floor(waitSeconds) === Math.floor(waitBusinessSeconds)) return waited;
  return [...waited, { text: ` (${lengthText(waitBusinessSeconds)} in open hours)`, as: "statistics" }];
};

const promiseOf = (seconds: number): string => {
  if (seconds % 60 !== 0) return lengthText(seconds);
  return seconds === 60 ? "1 minute" : `${seconds / 60} minutes`;
};
