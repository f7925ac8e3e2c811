import type { LegMark, LegStretch } from "#app/_components/leg-head.tsx";
import type { Dossier } from "#db/conversation.ts";
import { clock, count, lengthText, time } from "#lib/format.ts";
import { type Stretch, stretchesOf } from "./transcript.ts";

/** The head of the page: each leg with its length, what it holds, and the moments that matter on it. */
export const legsOf = (dossier: Dossier, zone: string, now: Date): LegStretch[] =>
  stretchesOf(dossier, now).map((stretch) => ({
    leg: stretch.leg,
    seconds: stretch.seconds,
    length: lengthText(stretch.seconds),
    detail: detailOf(stretch, dossier),
    from: time(stretch.from, zone),
    to: time(stretch.to, zone),
    marks: marksOf(stretch, dossier, zone),
  }));

const firstHandoff = ({ handoffs }: Dossier) => handoffs.find(({ ordinal }) => ordinal === 1);

export const agentOf = (dossier: Dossier): string | null => {
  const agentId = firstHandoff(dossier)?.agentId;
  return dossier.conversation.participants.find(({ id }) => id === agentId)?.name ?? null;
};

const detailOf = ({ leg, seconds, messages }: Stretch, dossier: Dossier): string => {
  const said = `${count(messages)} ${messages === 1 ? "message" : "messages"}`;
  if (leg === "ai") return said;
  if (leg === "human") return [said, agentOf(dossier)].filter((part) => part !== null).join(", ");
  const open = firstHandoff(dossier)?.waitBusinessSeconds ?? 0;
  return Math.floor(open) === Math.floor(seconds) ? "in open hours" : `${lengthText(open)} of it in open hours`;
};

const marksOf = ({ leg, from, to, seconds }: Stretch, dossier: Dossier, zone: string): LegMark[] => {
  const handoff = firstHandoff(dossier);
  const shareAt = (at: Date) => (at.getTime() - from.getTime()) / 1000 / seconds;
  if (leg === "ai" && handoff?.askedAt && handoff.askedAt >= from && handoff.askedAt <= to) {
    return [{ text: `asked ${clock(handoff.askedAt, zone)}`, share: shareAt(handoff.askedAt), isMissed: false }];
  }
  if (leg !== "queue" || handoff?.promisedWaitSeconds == null || handoff.promisedWaitSeconds > seconds) return [];
  const promisedBy = new Date(from.getTime() + handoff.promisedWaitSeconds * 1000);
  return [{ text: `answer promised by ${clock(promisedBy, zone)}`, share: shareAt(promisedBy), isMissed: true }];
};
