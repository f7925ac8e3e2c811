import { businessSeconds } from "#lib/time/business-time.ts";
import type { Calendar } from "#lib/time/calendar.ts";
import type { Ask, Handoff, WaitOutcome } from "../assessed.ts";
import type { Scene } from "../handoffs.ts";
import { isCustomer } from "../roles-in-messages.ts";

type Setting = { scene: Scene; handoffs: Handoff[]; calendar: Calendar; now: Date };
type Ending = { outcome: WaitOutcome; at: Date | null };

/** What became of the first time the customer asked for a person: how soon a handoff followed, if any did, and how long
 * it took until a person replied. An ask that nobody follows up ends as the episode does. Null = nobody asked.
 * Definitions 2.3, second clock. */
export const judgeAsk = ({ scene, handoffs, calendar, now }: Setting): Ask | null => {
  const [askedAt] = scene.asks;
  if (!askedAt) return null;
  const after = handoffs.filter(({ at }) => at >= askedAt);
  const handedAt = after[0]?.at ?? null;
  const ending = endingOf(askedAt, scene, after);
  const end = ending.at ?? now;
  return {
    count: scene.asks.length,
    told: scene.asksTold,
    toHandoffSeconds: handedAt && secondsBetween(askedAt, handedAt),
    toHandoffTurns: handedAt && turnsBetween(askedAt, handedAt, scene),
    outcome: ending.outcome,
    waitSeconds: Math.max(0, secondsBetween(askedAt, end)),
    waitBusinessSeconds: businessSeconds(calendar, askedAt, end),
  };
};

const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 1000;

/** How often the customer had to speak again: messages after the one that asked. */
const turnsBetween = (askedAt: Date, handedAt: Date, { cut }: Scene): number =>
  cut.messages.filter((message) => isCustomer(message) && message.at > askedAt && message.at <= handedAt).length;

const endingOf = (askedAt: Date, { cut, replies }: Scene, after: Handoff[]): Ending => {
  const answers = [
    ...replies.map(({ at }) => at).filter((at) => at >= askedAt),
    ...after.flatMap(({ firstReplyAt }) => firstReplyAt ?? []),
  ];
  if (answers.length > 0) {
    return { outcome: "answered", at: new Date(Math.min(...answers.map((at) => at.getTime()))) };
  }
  const last = after.at(-1);
  if (last) return { outcome: last.outcome, at: last.waitEndedAt };
  const leftAt = cut.events.find(({ type, at }) => type === "abandoned" && at >= askedAt)?.at;
  if (leftAt) return { outcome: "left", at: leftAt };
  if (cut.endedAt === null || cut.endedAt < askedAt) return { outcome: "waiting", at: null };
  return { outcome: cut.endedBy === "inactive" ? "left" : "closed_unanswered", at: cut.endedAt };
};
