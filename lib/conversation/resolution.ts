import type { Handoff, History, Resolution, Segment } from "./assessed.ts";
import { isCourtesy } from "./courtesy.ts";
import type { Cut } from "./episodes.ts";
import type { Scene } from "./handoffs.ts";
import { isCustomer } from "./roles-in-messages.ts";
import type { Conversation } from "./types.ts";
import { isWithin, WINDOW_MS, wroteAnew } from "./verdicts/returns.ts";

export type Judged = {
  resolution: Resolution;
  resolutionAt: Date | null;
  maturesAt: Date | null;
  reassessAt: Date | null;
};
type Setting = {
  conversation: Conversation;
  scene: Scene;
  segment: Segment;
  next: Cut | undefined;
  handoffs: Handoff[];
  history: History;
  now: Date;
};

/** Whether the customer's need was met, seven days after the episode ended. Only mature verdicts count; an episode
 * that never ends although nobody answered its handoff for seven days counts as unanswered, and one in which the AI left
 * the customer's last word unanswered for as long as unresolved. Definitions 2.5, 2.6. */
export const judgeResolution = (setting: Setting): Judged => {
  const { scene, now } = setting;
  const { endedAt } = scene.cut;
  if (endedAt === null) {
    const openSince = lastUnmetAt(setting);
    if (openSince === null) return { resolution: "pending", resolutionAt: null, maturesAt: null, reassessAt: null };
    const givenUpAt = new Date(openSince.getTime() + WINDOW_MS);
    if (now < givenUpAt) {
      return { resolution: "pending", resolutionAt: givenUpAt, maturesAt: givenUpAt, reassessAt: givenUpAt };
    }
    const resolution = lastAnswerAt(setting) === null ? "unanswered" : "unresolved";
    return { resolution, resolutionAt: givenUpAt, maturesAt: givenUpAt, reassessAt: null };
  }
  const maturesAt = new Date(endedAt.getTime() + WINDOW_MS);
  if (now < maturesAt) return { resolution: "pending", resolutionAt: endedAt, maturesAt, reassessAt: maturesAt };
  return { resolution: verdict(setting, endedAt, maturesAt), resolutionAt: endedAt, maturesAt, reassessAt: null };
};

/** What keeps an episode open: the last handoff, or what the customer last told the AI. */
const lastUnmetAt = ({ scene, segment, handoffs }: Setting): Date | null => {
  const handedAt = handoffs.at(-1)?.at ?? null;
  if (handedAt || segment !== "ai_only" || scene.cut.endsByItselfAt) return handedAt;
  return scene.cut.messages.findLast(isCustomer)?.at ?? null;
};

const verdict = (setting: Setting, endedAt: Date, until: Date): Resolution => {
  const answeredAt = lastAnswerAt(setting);
  if (answeredAt === null) return "unanswered";
  if (cameBack(setting, endedAt, until)) return "reopened";
  if (setting.scene.cut.endedBy === "closed") return "resolved";
  const hasMoreToSay = setting.scene.cut.messages.some(
    (message) => isCustomer(message) && message.at > answeredAt && !isCourtesy(message.text),
  );
  return hasMoreToSay ? "unresolved" : "assumed";
};

/** The last word of those who are judged: the AI where it was alone, else the people, a call taken being a word too. */
const lastAnswerAt = ({ scene, segment, handoffs }: Setting): Date | null => {
  if (segment === "ai_only") return scene.aiMessages.at(-1)?.at ?? null;
  const times = [...scene.replies.map(({ at }) => at), ...handoffs.flatMap(({ firstReplyAt }) => firstReplyAt ?? [])];
  return times.length === 0 ? null : new Date(Math.max(...times.map((at) => at.getTime())));
};

const cameBack = ({ next, history, conversation }: Setting, endedAt: Date, until: Date): boolean =>
  isWithin(next, until) || wroteAnew(conversation, history, endedAt, until);
