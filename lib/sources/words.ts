import type { ReadingReason, SourceState } from "./state.ts";

export type Told = {
  kind: string;
  state: SourceState;
  failingSince: Date | null;
  watermarkAt: Date | null;
};

/** A source is asked every minute; after three without a complete answer it is behind. */
const BEHIND_MS = 3 * 60_000;

/** How a source is at `now`, in a few words. */
export const stateText = ({ kind, state, failingSince, watermarkAt }: Told, now: Date): string => {
  if (state === "checking") return failingSince ? "credentials not checked yet" : "checking the credentials";
  if (state === "refused") return "not connected";
  if (state === "paused") return "paused";
  if (state === "removing") return "being removed with its conversations";
  if (kind === "push") return "takes what is sent";
  if (kind === "import") return "imported";
  if (kind === "demo") return "made-up data";
  if (failingSince) return "cannot be read";
  if (!watermarkAt) return "being read for the first time";
  return now.getTime() - watermarkAt.getTime() > BEHIND_MS ? "behind" : "up to date";
};

/** Whether somebody should look at it. */
export const isInTrouble = ({ state, failingSince }: Told): boolean =>
  state === "refused" || ((state === "active" || state === "checking") && failingSince !== null);

export const REASON_TEXT: Record<ReadingReason, string> = {
  backfill: "the past, for the first time",
  nightly: "the last three days again, for late edits, ratings and deletions",
  weekly: "the last five weeks again, for late edits, ratings and deletions",
  asked: "again, because it was asked for",
};

export type Pace = { perMinute: number; secondsLeft: number | null };

const SHORTEST_MS = 5000;

/** How fast the past is being read, and for how much longer at that pace; null left = the vendor does not say how much
 * there is. Null before it has gone on for five seconds, and when nothing has been read. */
export const paceOf = (
  { done, total, startedAt }: { done: number; total: number | null; startedAt: Date | null },
  now: Date,
): Pace | null => {
  const elapsedMs = startedAt ? now.getTime() - startedAt.getTime() : 0;
  if (elapsedMs < SHORTEST_MS || done === 0) return null;
  const perMinute = (done * 60_000) / elapsedMs;
  return { perMinute, secondsLeft: total === null ? null : (Math.max(0, total - done) * 60) / perMinute };
};
