import type { Episode, History } from "../assessed.ts";
import type { Cut } from "../episodes.ts";
import { topicOf } from "../topic.ts";
import type { Conversation } from "../types.ts";

const DAY_MS = 86_400_000;
/** After so long a return is another need. */
export const WINDOW_MS = 7 * DAY_MS;
const REPEAT_MS = 3 * DAY_MS;

type Setting = { conversation: Conversation; cut: Cut; next: Cut | undefined; history: History; now: Date };
export type Returns = Pick<Episode, "isReopened" | "hasRepeatContact"> & { reassessAt: Date | null };

/** Whether the customer of a closed episode came back: in the same conversation within 7 days (a new episode, which thanks
 * do not open), or in another within 72 h about the same, as far as topics are known. Null = it was not closed, its
 * customer is not known (repeat contact), or the time is not over. Definitions 2.6. */
export const judgeReturns = ({ conversation, cut, next, history, now }: Setting): Returns => {
  const { endedAt, endedBy } = cut;
  if (endedAt === null || endedBy !== "closed") return { isReopened: null, hasRepeatContact: null, reassessAt: null };
  const [reopenUntil, repeatUntil] = [new Date(endedAt.getTime() + WINDOW_MS), new Date(endedAt.getTime() + REPEAT_MS)];
  return {
    isReopened: now < reopenUntil ? null : isWithin(next, reopenUntil),
    hasRepeatContact:
      conversation.customer === null || now < repeatUntil
        ? null
        : wroteAnew(conversation, history, endedAt, repeatUntil),
    reassessAt: [repeatUntil, reopenUntil].find((at) => now < at) ?? null,
  };
};

/** Whether an episode follows by then. */
export const isWithin = (next: Cut | undefined, until: Date): boolean => next !== undefined && next.startedAt <= until;

/** Whether the same customer began another conversation about the same after `endedAt`, until `until`. */
export const wroteAnew = (conversation: Conversation, { contacts }: History, endedAt: Date, until: Date): boolean => {
  const mine = topicOf(conversation);
  return contacts.some(
    ({ startedAt, topic }) =>
      startedAt > endedAt && startedAt <= until && (topic === null || mine === null || topic === mine),
  );
};
