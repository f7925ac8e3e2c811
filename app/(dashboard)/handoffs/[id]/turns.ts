import type { Turn } from "#app/_components/transcript.tsx";
import type { Dossier } from "#db/conversation.ts";
import { clock, label, lengthText } from "#lib/format.ts";
import { type Judge, notesOf } from "./finding-notes.ts";
import { agentOf } from "./legs.ts";
import { type Item, storyOf, stretchesOf } from "./transcript.ts";

/** The transcript in words ready for eyes: each leg opens with its name, findings are numbered through. */
export const turnsOf = (dossier: Dossier, zone: string, now: Date, judge: Judge): Turn[] => {
  const { handoffs } = dossier;
  const answeredBy = new Set(handoffs.map(({ firstReplyMessageId }) => firstReplyMessageId));
  const openings = legOpenings(dossier, now);
  let number = 0;
  return storyOf(dossier).flatMap((item, i): Turn[] => {
    const turn = turnOf(item, { dossier, zone, judge }, () => ++number);
    const isAnswer = item.is === "message" && answeredBy.has(item.message.id);
    const opening = i === 0 ? openings.ai : isAnswer ? openings.human : null;
    return opening ? [{ ...opening, key: `leg ${turn.key}`, at: turn.at }, turn] : [turn];
  });
};

type Opening = { is: "leg"; leg: "ai" | "human"; text: string };

const legOpenings = (dossier: Dossier, now: Date): Record<"ai" | "human", Opening | null> => {
  const stretches = stretchesOf(dossier, now);
  const opening = (leg: "ai" | "human", name: string, ...who: (string | null | undefined)[]): Opening | null => {
    const stretch = stretches.find((one) => one.leg === leg);
    if (!stretch) return null;
    return { is: "leg", leg, text: [`${name}, ${lengthText(stretch.seconds)}`, ...who].filter(Boolean).join(" · ") };
  };
  const { conversation, handoffs } = dossier;
  const [ai, team] = [conversation.participants.find(({ kind }) => kind === "ai"), handoffs[0]?.team];
  return {
    ai: opening("ai", "AI leg", ai?.name),
    human: opening("human", "Agent leg", agentOf(dossier), team ? `team ${label(team)}` : null),
  };
};

type Context = { dossier: Dossier; zone: string; judge: Judge };

const turnOf = (item: Item, context: Context, nextNumber: () => number): Turn => {
  const { dossier, zone } = context;
  const at = clock(item.at, zone);
  if (item.is === "event") {
    return { is: "event", key: `${item.at.getTime()} ${item.text}`, at, leg: item.leg, text: item.text };
  }
  if (item.is === "seam") return seamOf(item.handoff, at);
  const { message } = item;
  const { conversation } = dossier;
  const author = conversation.participants.find(({ id }) => id === message.authorId);
  return {
    is: "message",
    key: message.id,
    at,
    leg: item.leg,
    author: nameOf(message.authorKind, author?.name ?? null, conversation.customer?.name ?? null),
    isAi: message.authorKind === "ai",
    isAgent: message.authorKind === "human",
    isInternal: message.visibility === "internal",
    text: message.text,
    quoted: message.quoted,
    articles: (message.ai?.retrieval ?? []).map(({ id, title }) => title ?? id),
    findings: notesOf(
      { text: message.text, findings: item.findings },
      { ...context, reviews: dossier.reviews },
      nextNumber,
    ),
  };
};

const seamOf = (handoff: Dossier["handoffs"][number], at: string): Turn => {
  const { handoffId, team, isTakeover, inHours, queuePosition, trigger, reason, waitSeconds } = handoff;
  const { waitBusinessSeconds: openSeconds } = handoff;
  const position = queuePosition === null ? "" : ` Position ${queuePosition} in the queue.`;
  const isAllOpen = Math.floor(openSeconds) === Math.floor(waitSeconds);
  return {
    is: "seam",
    key: handoffId,
    at,
    to: `${team ? `to team ${label(team)}, ` : ""}${inHours ? "in open hours" : "while closed"}.${position}`,
    says: isTakeover ? "A person stepped in, no handoff was declared" : `The source says: ${reason ?? label(trigger)}`,
    queue: isTakeover ? null : lengthText(waitSeconds),
    note: isAllOpen ? "All of it in open hours" : `${lengthText(openSeconds)} of it in open hours`,
  };
};

const nameOf = (kind: string, name: string | null, customer: string | null): string => {
  if (kind === "customer") return name ?? customer ?? "Customer";
  if (kind === "ai") return name ?? "AI";
  return name ?? (kind === "human" ? "Agent" : "System");
};
