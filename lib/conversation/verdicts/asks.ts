import { isOneAsk } from "#lib/scanners/human-ask.ts";
import type { Cut } from "../episodes.ts";
import { isCustomer } from "../roles-in-messages.ts";
import type { AuthorKind } from "../types.ts";

type Told = Pick<Cut, "events" | "handoffs" | "messages">;

/** When the customer of an episode asked for a person, in order: in their own words (`said`), as events of the source tell,
 * and where a handoff is declared to be the customer's wish without one since the handoff before it, at the customer's last
 * words before it. An event and the sentence it tells of are one. */
export const asksOf = (
  { events, handoffs, messages }: Told,
  kindOf: (participantId: string | null) => AuthorKind | null,
  said: Date[],
): Date[] => {
  const words = messages.filter(isCustomer);
  const spoken = words.map(({ at }) => at);
  const told = events
    .filter(({ type, at }) => type === "ask_human" && !said.some((saidAt) => isOneAsk(saidAt, at, spoken)))
    .map(({ at }) => at);
  const asks = [...said, ...told];
  let since = Number.NEGATIVE_INFINITY;
  for (const { at, trigger, from } of handoffs) {
    const isStated = asks.some((ask) => ask.getTime() > since && ask <= at);
    if (trigger === "customer_request" && kindOf(from) !== "human" && !isStated) {
      const last = words.findLast((message) => message.at <= at);
      if (last && last.at.getTime() > since) asks.push(last.at);
    }
    since = at.getTime();
  }
  return asks.sort((a, b) => a.getTime() - b.getTime());
};
