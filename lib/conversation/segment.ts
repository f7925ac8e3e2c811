import type { Broken, EpisodeTag, Segment } from "./assessed.ts";
import type { Executed, Scene } from "./handoffs.ts";

/** The decision list of the definitions, first match wins; `rule` is the number that matched. */
export const segmentOf = (
  scene: Scene,
  handoffs: Executed[],
  broken: Broken,
): { segment: Segment; rule: number; tags: EpisodeTag[] } => {
  const tags = tagsOf(scene, handoffs, broken);
  const hasReply = scene.replies.length > 0;
  const wasQueued = scene.cut.handoffs.length > 0 || scene.cut.events.some(({ type }) => type === "queued");
  const aiDecided = handoffs.some((handoff) => isAiDecided(handoff, scene));
  const firstReplyAt = scene.replies[0]?.at;
  const aiBefore = scene.aiMessages.some(({ at }) => firstReplyAt === undefined || at <= firstReplyAt);

  if (scene.aiMessages.length === 0 && !aiDecided && (hasReply || wasQueued)) {
    return { segment: "human_only", rule: 1, tags: tags.filter((tag) => tag !== "human_takeover") };
  }
  if (handoffs.some(({ isTakeover }) => !isTakeover)) return { segment: "handoff", rule: 2, tags };
  if (aiBefore && hasReply) return { segment: "handoff", rule: 3, tags };
  if (hasReply) return { segment: "human_only", rule: 4, tags: [...tags, "ai_follow_up"] };
  if (scene.aiMessages.length > 0) return { segment: "ai_only", rule: 5, tags };
  return { segment: "other", rule: 6, tags };
};

/** Without a substantive answer a handoff is the AI's own only when the AI, its rules or the customer talking to it
 * decided; a routing form, an outage or a usage limit is none. */
const isAiDecided = ({ initiator, trigger, declared }: Executed, scene: Scene): boolean => {
  if (initiator === "operational" || initiator === "human_takeover") return false;
  const from = scene.kindOf(declared?.from ?? null);
  return from === "ai" || (from === null && trigger !== "unknown");
};

const tagsOf = (scene: Scene, handoffs: Executed[], broken: Broken): EpisodeTag[] => {
  const tags: EpisodeTag[] = [];
  const first = handoffs[0];
  const aiBeforeFirst = first && scene.aiMessages.some(({ at }) => at <= first.at);
  if (first && !aiBeforeFirst) tags.push(first.initiator === "operational" ? "bypass" : "no_attempt");
  else if (first && askedAtOnce(scene)) tags.push("no_attempt");
  if (handoffs.some(({ isTakeover }) => isTakeover)) tags.push("human_takeover");
  if (handoffs.length >= 2) tags.push("ping_pong");
  if (broken.inVain.length > 0) tags.push("failed_handoff");
  if (broken.aiWhileHumanOwned.length > 0) tags.push("ai_spoke_while_human_owned");
  return tags;
};

/** Before the AI had said anything of substance. */
const askedAtOnce = ({ asks, aiMessages }: Scene): boolean => {
  const [asked, answered] = [asks[0], aiMessages[0]];
  return asked !== undefined && answered !== undefined && asked < answered.at;
};
