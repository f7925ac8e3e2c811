import type { Assessment } from "#lib/conversation/assessed.ts";
import { isCustomer } from "#lib/conversation/roles-in-messages.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { isCounted } from "#lib/scanners/registry.ts";
import { customerText } from "./customer-text.ts";

export type TopicText = {
  /** As `customerText` cleans it; empty = nothing was said. */
  text: string;
  /** When it was handed over first, else begun. */
  at: Date;
  isEscalated: boolean;
};

/** What a conversation says of its topic, from what was made of it; null = it is counted nowhere. */
export const topicTextOf = (
  conversation: Conversation,
  { episodes, handoffs, findings }: Assessment,
): TopicText | null => {
  const counted = episodes.filter(({ excluded }) => excluded === null);
  if (counted.length === 0) return null;
  const escalated = new Set(counted.filter(({ segment }) => segment === "handoff").map(({ index }) => index));
  const first = handoffs.find(({ episode }) => escalated.has(episode));
  const asks = new Set(
    findings.filter((one) => one.scanner === "human_ask" && isCounted(one)).map((one) => one.messageId),
  );
  const turns = conversation.messages
    .filter(isCustomer)
    .map(({ id, text, at }) => ({ text, at, asksForHuman: asks.has(id) }));
  return {
    text: customerText(turns, first?.at ?? null) ?? "",
    at: first?.at ?? conversation.createdAt,
    isEscalated: escalated.size > 0,
  };
};
