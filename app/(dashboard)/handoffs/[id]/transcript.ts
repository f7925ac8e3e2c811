import type { Dossier } from "#db/conversation.ts";
import type { AuthorKind, Message } from "#lib/conversation/types.ts";

export type Leg = "ai" | "queue" | "human";

/** One line of the story: something said, the seam, or something that happened; leg null = nobody spoke after it. */
export type Item =
  | { is: "message"; at: Date; leg: Leg; message: Message; findings: Dossier["findings"] }
  | { is: "seam"; at: Date; handoff: Dossier["handoffs"][number] }
  | { is: "event"; at: Date; leg: Leg | null; text: string };

const EVENTS: Record<string, string> = {
  resolved: "Marked as resolved",
  closed: "Closed",
  abandoned: "The customer left",
  reopened: "Reopened",
  handed_back: "Handed back to the AI",
  ask_human: "Asked for a person",
  assigned: "Assigned",
  bot_error: "The bot failed",
};

/** Everything in the order it happened, each message with who was holding the conversation. */
export const storyOf = (dossier: Dossier): Item[] => {
  const { conversation, handoffs, findings } = dossier;
  const seams = handoffs.map((handoff) => ({ is: "seam" as const, at: handoff.at, handoff }));
  const lastAt = conversation.messages.at(-1)?.at ?? conversation.createdAt;
  const legOf = (at: Date, authorKind: AuthorKind): Leg =>
    handoffs.length === 0 ? onlyLegOf(dossier) : legAt({ at, authorKind }, handoffs);
  const happened = (at: Date, text: string): Item => ({
    is: "event",
    at,
    leg: at < lastAt ? legOf(at, "customer") : null,
    text,
  });
  const events = conversation.events.flatMap(({ at, type }) => {
    const text = EVENTS[type];
    return text ? [happened(at, text)] : [];
  });
  const asked = askTimesOf(dossier).map((at) => happened(at, "Asked for a person, by the reason of the handoff"));
  const messages: Item[] = conversation.messages.map((message) => ({
    is: "message" as const,
    at: message.at,
    leg: legOf(message.at, message.authorKind),
    message,
    findings: findings.filter(({ messageId }) => messageId === message.id),
  }));
  // Stable: at one instant what was said stands before what followed from it, but whoever steps in does so by speaking.
  const [takeovers, moves] = [seams.filter(isTakeover), seams.filter((seam) => !isTakeover(seam))];
  return [...takeovers, ...messages, ...asked, ...moves, ...events].sort((a, b) => a.at.getTime() - b.at.getTime());
};

/** Asks that no event tells of: the words that a handoff declared to be the customer’s wish followed on. */
const askTimesOf = ({ conversation, episodes, handoffs }: Dossier): Date[] => {
  const told = conversation.events.filter(({ type }) => type === "ask_human").map(({ at }) => at.getTime());
  const known = [...episodes.map(({ firstHumanAskAt }) => firstHumanAskAt), ...handoffs.map(({ askedAt }) => askedAt)];
  const times = new Set(known.flatMap((at) => at?.getTime() ?? []));
  return [...times].filter((at) => !told.includes(at)).map((at) => new Date(at));
};

const isTakeover = ({ handoff }: { handoff: Dossier["handoffs"][number] }): boolean => handoff.isTakeover;

/** Who held the first episode when nobody handed anything over. */
const onlyLegOf = ({ episodes }: Pick<Dossier, "episodes">): Leg =>
  episodes.find(({ episode }) => episode === 0)?.segment === "human_only" ? "human" : "ai";

const legAt = ({ at, authorKind }: Pick<Message, "at" | "authorKind">, handoffs: Dossier["handoffs"]): Leg => {
  if (authorKind === "human") return "human";
  const handoff = handoffs.findLast((one) => one.at <= at);
  if (!handoff) return "ai";
  if (authorKind === "ai" && handoff.waitEndedAt === null) return "queue";
  return handoff.waitEndedAt !== null && handoff.waitEndedAt <= at ? "human" : "queue";
};

export type Stretch = { leg: Leg; from: Date; to: Date; seconds: number; messages: number };

/** The three stretches of the first handoff's episode, by the clock; a wait still open lasts until `now`. Without a
 * handoff there is a single one. */
export const stretchesOf = (dossier: Dossier, now: Date): Stretch[] => {
  const { episodes, handoffs, conversation } = dossier;
  const handoff = handoffs.find(({ ordinal }) => ordinal === 1);
  const episode = episodes.find((one) => one.episode === (handoff?.episode ?? 0));
  const start = episode?.startedAt ?? conversation.createdAt;
  const last = conversation.messages.at(-1)?.at ?? start;
  const end = episode?.endedAt ?? last;
  const stretch = (leg: Leg, from: Date, to: Date): Stretch[] => {
    if (to <= from) return [];
    const messages = conversation.messages.filter(({ at }) => at >= from && (at < to || to >= end)).length;
    return [{ leg, from, to, seconds: (to.getTime() - from.getTime()) / 1000, messages }];
  };
  if (!handoff) return stretch(onlyLegOf(dossier), start, end);
  const answeredAt = handoff.waitEndedAt ?? now;
  return [
    ...stretch("ai", start, handoff.at),
    ...stretch("queue", handoff.at, answeredAt),
    ...(handoff.outcome === "answered" ? stretch("human", answeredAt, end) : []),
  ];
};
