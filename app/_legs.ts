import type { Legs } from "#app/_components/leg-bar.tsx";
import type { ListedRecord } from "#db/metrics/list.ts";

type Times = Pick<ListedRecord, "startedAt" | "endedAt" | "outcome"> & {
  handoffAt: Date;
  waitSeconds: number;
  waitBusinessSeconds: number;
};

/** The three legs of a handoff; the wait is that in open hours. */
export const legsFrom = ({ startedAt, endedAt, handoffAt, waitSeconds, waitBusinessSeconds, outcome }: Times): Legs => {
  const repliedAt = handoffAt.getTime() + waitSeconds * 1000;
  const agent = outcome === "answered" ? Math.max(0, ((endedAt?.getTime() ?? repliedAt) - repliedAt) / 1000) : null;
  return { ai: (handoffAt.getTime() - startedAt.getTime()) / 1000, queue: waitBusinessSeconds, agent };
};
