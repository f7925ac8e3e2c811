import { isCourtesy } from "./courtesy.ts";
import type { Cut } from "./episodes.ts";
import type { Scene } from "./handoffs.ts";
import { isCustomer } from "./roles-in-messages.ts";
import type { Conversation, History, Resolution, Segment } from "./types.ts";

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
  lastHandoffAt: Date | null;
  history: History;
  now: Date;
};

/** Whether the customer's need was met, seven days after the episode ended. Only mature verdicts count; an episode
 * that never ends although nobody answered its handoff for seven days counts as unanswered. Definitions 2.5, 2.6. */
export const judgeResolution = (setting: Setting): Judged => {
  const { scene, lastHandoffAt, now } = setting;
  const { endedAt } = scene.cut;
  if (endedAt === null) {
    if (lastHandoffAt === null) return { resolution: "pending", resolutionAt: null, maturesAt: null, reassessAt: null };
    const givenUpAt = new Date(lastHandoffAt.getTime() + WINDOW_MS);
    if (now < givenUpAt) {
      return { resolution: "pending", resolutionAt: givenUpAt, maturesAt: givenUpAt, reassessAt: givenUpAt };
    }
    const resolution = scene.replies.length === 0 ? "unanswered" : "unresolved";
    return { resolution, resolutionAt: givenUpAt, maturesAt: givenUpAt, reassessAt: null };
  }
  const maturesAt = new Date(endedAt.getTime() + WINDOW_MS);
  if (now < maturesAt) return { resolution: "pending", resolutionAt: endedAt, maturesAt, reassessAt: maturesAt };
  return { resolution: verdict(setting, endedAt, maturesAt), resolutionAt: endedAt, maturesAt, reassessAt: null };
};

const verdict = (setting: Setting, endedAt: Date, until: Date): Resolution => {
  const { scene, segment } = setting;
  const answers = segment === "ai_only" ? scene.aiMessages : scene.replies;
  if (answers.length === 0) return "unanswered";
  if (cameBack(setting, endedAt, until)) return "reopened";
  if (scene.cut.endedBy === "closed") return "resolved";
  const last = scene.cut.messages.findLast(
    (message) => message.visibility === "public" && !(isCustomer(message) && isCourtesy(message.text)),
  );
  return last && !isCustomer(last) ? "assumed" : "unresolved";
};

const cameBack = ({ next, history, conversation }: Setting, endedAt: Date, until: Date): boolean => {
  if (next && next.startedAt <= until) return true;
  return history.contacts.some(
    ({ startedAt, topic }) =>
      startedAt > endedAt &&
      startedAt <= until &&
      (topic === null || conversation.topic === null || topic === conversation.topic),
  );
};
