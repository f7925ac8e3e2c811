import type { Cut } from "../episodes.ts";
import { isCustomer } from "../roles-in-messages.ts";
import type { AuthorKind } from "../types.ts";

/** When the customer of an episode asked for a person, in order: as events of the source say, and where a handoff is
 * declared to be the customer's wish without one since the handoff before it, at the customer's last words before it. */
export const asksOf = (
  { events, handoffs, messages }: Pick<Cut, "events" | "handoffs" | "messages">,
  kindOf: (participantId: string | null) => AuthorKind | null,
): Date[] => {
  const asks = events.filter(({ type }) => type === "ask_human").map(({ at }) => at);
  let since = Number.NEGATIVE_INFINITY;
  for (const { at, trigger, from } of handoffs) {
    const isStated = asks.some((ask) => ask.getTime() > since && ask <= at);
    if (trigger === "customer_request" && kindOf(from) !== "human" && !isStated) {
      const words = messages.findLast((message) => isCustomer(message) && message.at <= at);
      if (words && words.at.getTime() > since) asks.push(words.at);
    }
    since = at.getTime();
  }
  return asks.sort((a, b) => a.getTime() - b.getTime());
};
