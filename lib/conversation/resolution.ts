import type { Handoff, History, Resolution, Segment } from "./assessed.ts";
import { isCourtesy } from "./courtesy.ts";
import type { Cut } from "./episodes.ts";
import type { Scene } from "./handoffs.ts";
import { isCustomer } from "./roles-in-messages.ts";
import { topicOf } from "./topic.ts";
import type { Conversation } from "./types.ts";

const WINDOW_MS = 7 * 86_400_000;

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
 * that never ends although nobody answered its handoff for seven days counts as unanswered. Definitions 2.5, 2.6. */
export const judgeResolution = (setting: Setting): Judged => {
  const { scene, handoffs, now } = setting;
  const { endedAt } = scene.cut;
  const lastHandoffAt = handoffs.at(-1)?.at ?? null;
  if (endedAt === null) {
    if (lastHandoffAt === null) return { resolution: "pending", resolutionAt: null, maturesAt: null, reassessAt: null };
    const givenUpAt = new Date(lastHandoffAt.getTime() + WINDOW_MS);
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

const cameBack = ({ next, history, conversation }: Setting, endedAt: Date, until: Date): boolean => {
  if (next && next.startedAt <= until) return true;
  const mine = topicOf(conversation);
  return history.contacts.some(
    ({ startedAt, topic }) =>
      startedAt > endedAt && startedAt <= until && (topic === null || mine === null || topic === mine),
  );
};
