import { announcesHandoff } from "#lib/scanners/broken-handoff.ts";
import type { Broken } from "../assessed.ts";
import { aiWhileHumanOwned, type Executed, ownerAt, type Scene } from "../handoffs.ts";

/** So long a handoff may follow the sentence that announces it. */
const GRACE_MS = 10 * 60_000;

/** Judges what was announced while the AI had the conversation: in vain when neither a handoff nor a person's reply follows
 * in the episode, and it is over or ten minutes have passed. Definitions 2.10. */
export const judgeBroken = (scene: Scene, executed: Executed[], now: Date): Broken => {
  const { endedAt, endedBy, events } = scene.cut;
  // Where all fell silent the end is the last word said, which may be the announcement: nobody ended that wait.
  const closedAt = endedBy === "inactive" ? null : endedAt;
  const open = announcements(scene).filter(
    ({ at }) => !executed.some((handoff) => handoff.at >= at) && !scene.replies.some((reply) => reply.at >= at),
  );
  const isOver = (at: Date) => endedAt !== null || now.getTime() - at.getTime() >= GRACE_MS;
  const endOf = (at: Date) => events.find((event) => event.type === "abandoned" && event.at >= at)?.at ?? closedAt;
  const [pending] = open.filter(({ at }) => !isOver(at));
  return {
    inVain: open
      .filter(({ at }) => isOver(at))
      .map(({ id, at }) => ({ messageId: id, seconds: secondsBetween(at, endOf(at)) })),
    aiWhileHumanOwned: aiWhileHumanOwned(scene).map(({ id }) => id),
    reassessAt: pending ? new Date(pending.at.getTime() + GRACE_MS) : null,
  };
};

const secondsBetween = (from: Date, to: Date | null): number | null =>
  to && Math.max(0, (to.getTime() - from.getTime()) / 1000);

/** What the AI or the system said of a handoff to come, by the kind of the message or in words, while nobody else had it. */
const announcements = (scene: Scene): { id: string; at: Date }[] => {
  const { messages } = scene.cut;
  const inWords = new Set((scene.turns ?? []).filter(announcesHandoff).map(({ id }) => id));
  const announced = messages.filter(
    ({ id, kind, authorKind, visibility }) =>
      inWords.has(id) || (kind === "transfer_notice" && authorKind === "ai" && visibility === "public"),
  );
  if (announced.length === 0) return [];
  const owner = ownerAt(scene);
  return announced.filter(({ at }) => ["none", "ai"].includes(owner(at)));
};
