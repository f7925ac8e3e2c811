import { expectation } from "#lib/scanners/expectation.ts";
import type { Scene } from "../handoffs.ts";

/** A promise made so shortly before the handoff is meant for its wait. */
const BEFORE_MS = 120_000;

/** What the AI, an agent or the system last promised the customer for a wait in words: seconds, or a place in the queue.
 * Null = nothing that can be held against the clock, or the language has no pack. */
export const promisedIn = (
  { turns }: Scene,
  label: "wait_estimate" | "queue_position",
  handedAt: Date,
  endedAt: Date | null,
): number | null => {
  const from = handedAt.getTime() - BEFORE_MS;
  const promised = (turns ?? []).flatMap((turn) => {
    const isMeant = turn.at && turn.at.getTime() >= from && (endedAt === null || turn.at < endedAt);
    if (!isMeant || turn.role === "customer" || !turn.isPublic) return [];
    const marks = expectation.inTurn?.(turn, () => []) ?? [];
    return marks.filter((mark) => mark.label === label && mark.confidence >= expectation.acceptedFrom);
  });
  return promised.findLast(({ value }) => value !== undefined)?.value ?? null;
};
