import type { ReadingReason } from "./state.ts";

const DAY_MS = 86_400_000;

/** Late edits, ratings and deletions change conversations that nothing points at any more, so the newest are read again:
 * three days of them each night, five weeks of them each week. */
const SWEEPS = [
  { reason: "nightly", every: DAY_MS, reaches: 3 * DAY_MS },
  { reason: "weekly", every: 7 * DAY_MS, reaches: 35 * DAY_MS },
] as const satisfies { reason: ReadingReason; every: number; reaches: number }[];

export type Sweep = { reason: ReadingReason; from: Date; to: Date };

/** Which re-readings are due at `now`, given when a source was added and when each kind was last asked for. */
export const dueSweeps = (
  { createdAt, lastAsked }: { createdAt: Date; lastAsked: Partial<Record<ReadingReason, Date>> },
  now: Date,
): Sweep[] =>
  SWEEPS.filter(({ reason, every }) => now.getTime() - (lastAsked[reason] ?? createdAt).getTime() >= every).map(
    ({ reason, reaches }) => ({ reason, from: new Date(now.getTime() - reaches), to: now }),
  );
