import { humanAsk } from "#lib/scanners/human-ask.ts";
import type { Turn } from "#lib/scanners/scanner.ts";
import type { Cut } from "../episodes.ts";
import { isCustomer } from "../roles-in-messages.ts";
import type { AuthorKind } from "../types.ts";

/** A button pressed and the sentence beside it are one ask. */
const SAME_MS = 60_000;

type Said = Pick<Cut, "events" | "handoffs" | "messages"> & {
  /** The messages as read; null = their language has no pack. */
  turns: Turn[] | null;
  /** From when on a person has it in hand; null = never. */
  firstReplyAt: Date | null;
};

/** When the customer of an episode asked for a person, in order: as events of the source say, as the words say before the
 * conversation is handed over or a person speaks, and where a handoff is declared to be the customer's wish without either
 * since the handoff before it, at the customer's last words before it. */
export const asksOf = (said: Said, kindOf: (participantId: string | null) => AuthorKind | null): Date[] => {
  const { events, handoffs, messages } = said;
  const stated = events.filter(({ type }) => type === "ask_human").map(({ at }) => at);
  const inWords = asksInWords(said).filter((at) => stated.every((one) => Math.abs(Number(one) - Number(at)) > SAME_MS));
  const asks = [...stated, ...inWords];
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

const asksInWords = ({ turns, handoffs, firstReplyAt }: Said): Date[] => {
  const ends = [handoffs[0]?.at, firstReplyAt].flatMap((at) => at?.getTime() ?? []);
  const until = Math.min(...ends, Number.POSITIVE_INFINITY);
  return (turns ?? []).flatMap((turn) => {
    if (!turn.at || turn.at.getTime() > until || turn.role !== "customer" || !turn.isPublic) return [];
    const marks = humanAsk.inTurn?.(turn, []) ?? [];
    return marks.some(({ confidence }) => confidence >= humanAsk.acceptedFrom) ? [turn.at] : [];
  });
};
