import { randomOf } from "#lib/random.ts";
import type { Fact } from "./fact.ts";
import { localDate, PLANTED, type Story, weekOffset } from "./story.ts";

/** What the AI's answers of a conversation rest on: an article, one that fits in part only, or nothing. */
export type RestsOn = "article" | "weak" | "none";

/** What they rest on where an article holds the answer; drawn apart from everything else that is planted. What the AI hands over for want of an article rests on none, and what it
 * was not sure of on a weak one. */
export const restsOn = (story: Story, fact: Fact): RestsOn => {
  const trigger = fact.handoff?.trigger ?? null;
  const finds = randomOf(story.seed, fact.id, "article").chance(isThere(story, fact) ? findsOf(fact) : 0);
  if (!finds || trigger === "no_kb_result") return "none";
  return trigger === "low_confidence" ? "weak" : "article";
};

const findsOf = ({ topic, segment }: Fact): number => {
  const { found, unhelpful } = PLANTED.articles;
  if (segment !== "handoff") return found.alone;
  return topic === unhelpful.topic ? unhelpful.found : found.handed;
};

/** Articles are in English; the one that was planted is there from its week on. */
const isThere = (story: Story, { topic, startedAt, language }: Fact): boolean => {
  const { knowledgeFix: fix } = PLANTED;
  if (language !== "en") return false;
  return topic !== fix.topic || weekOffset(story, localDate(new Date(startedAt))) >= fix.fromWeek;
};
