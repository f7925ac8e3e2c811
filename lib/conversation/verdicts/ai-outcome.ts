import type { AiOutcome, AttributedRating, EpisodeTag } from "../assessed.ts";
import { isCourtesy } from "../courtesy.ts";
import type { Scene } from "../handoffs.ts";
import { isCustomer } from "../roles-in-messages.ts";
import type { Message } from "../types.ts";
import { isNegative } from "./scale.ts";

type Setting = {
  scene: Scene;
  tags: EpisodeTag[];
  /** Those of the episode. */
  ratings: AttributedRating[];
  /** Later ratings change nothing, so that a mature verdict stands. */
  maturesAt: Date | null;
  /** Silence after which the customer's last word is taken to be the end. */
  silenceMs: number;
  now: Date;
};
export type JudgedAi = { outcome: AiOutcome; reassessAt: Date | null };

/** What became of an episode that the AI handled alone. The customer's rating says most; without one, asking for a person
 * in vain or having the last word is unhappy, a thank-you for an answer confirms, and the AI's last word followed by a
 * close or silence is assumed to have helped. What speaks against that is ambiguous. Definitions 2.2. */
export const judgeAi = (setting: Setting): JudgedAi => {
  const { scene, silenceMs, now } = setting;
  const last = lastWord(scene);
  const hasLastWord = last !== null && isCustomer(last) && !isThanks(last, scene);
  if (scene.cut.endedAt === null) {
    const givenUpAt = hasLastWord ? new Date(last.at.getTime() + silenceMs + 1) : null;
    if (givenUpAt === null || now < givenUpAt) return { outcome: "pending", reassessAt: givenUpAt };
  }
  return { outcome: verdict(setting, last, hasLastWord), reassessAt: null };
};

const verdict = (
  { scene, tags, ratings, maturesAt }: Setting,
  last: Message | null,
  hasLastWord: boolean,
): AiOutcome => {
  const rating = ratings.findLast(({ leg, at }) => leg !== "human" && (maturesAt === null || at <= maturesAt));
  if (rating?.satisfied) return "confirmed";
  if (scene.asks.length > 0 || hasLastWord || (rating && isNegative(rating))) return "left_unhappy";
  if (rating || tags.includes("failed_handoff") || brokeOff(scene)) return "ambiguous";
  const parting = scene.cut.messages.findLast(isCustomer);
  if (parting && isThanks(parting, scene)) return "confirmed";
  return last?.kind === "message" || last?.kind === "unknown" ? "assumed" : "ambiguous";
};

/** The last public word of the customer or the AI before the end, after which surveys come; what was sent by itself is
 * nobody's. */
const lastWord = ({ cut: { messages, endedAt } }: Scene): Message | null =>
  messages.findLast(
    (message) =>
      (endedAt === null || message.at <= endedAt) &&
      (isCustomer(message) ||
        (message.authorKind === "ai" && message.visibility === "public" && message.kind !== "auto_reply")),
  ) ?? null;

/** Thanks are for something: an answer came before them. */
const isThanks = ({ text, at }: Message, { aiMessages }: Scene): boolean =>
  isCourtesy(text) && aiMessages.some((answer) => answer.at <= at);

/** The customer left, or the AI failed, after its last answer. */
const brokeOff = ({ cut, aiMessages }: Scene): boolean => {
  const answeredAt = aiMessages.at(-1)?.at;
  return cut.events.some(
    ({ type, at }) => (type === "abandoned" || type === "bot_error") && answeredAt !== undefined && at >= answeredAt,
  );
};
