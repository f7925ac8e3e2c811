import { isCourtesy } from "#lib/conversation/courtesy.ts";
import { normalised } from "#lib/conversation/roles-in-messages.ts";
import { announcesTransfer } from "#lib/conversation/verdicts/announced.ts";
import type { EpisodeMark, Scanner, Talk, Turn } from "./scanner.ts";

/** Where the seam itself is torn: a handoff that is announced and never comes, an AI that goes on speaking while a person
 * has it in hand, a machine's reply under a person's name, and a thank-you that is no new question. Definitions 2.10. */
export const brokenHandoff: Scanner = {
  key: "broken_handoff",
  name: "Broken handoff",
  version: "1",
  acceptedFrom: 0.5,
  says: {
    never_came: "The AI announces a handoff, and none comes.",
    ai_spoke: "The AI speaks while a person has it in hand.",
    canned: "A machine’s reply under a person’s name: it does not stop the clock.",
    courtesy: "Only thanks: no new question, and no reopening.",
  },
  inEpisode: (talk) => [...neverCame(talk), ...spokenOver(talk), ...canned(talk), ...courtesies(talk)],
};

const markOf = (turn: Turn, rule: string, label: string, confidence: number): EpisodeMark => ({
  ...{ turn: turn.id, rule, label, confidence, start: 0, end: turn.text.length },
});

const isReply = ({ role, isPublic, automated, kind }: Turn): boolean =>
  role === "human" && isPublic && !automated && kind !== "auto_reply";

const neverCame = ({ turns, handoffs }: Talk): EpisodeMark[] => {
  if (handoffs.length > 0) return [];
  const at = turns.findIndex(announcesTransfer);
  const turn = turns[at];
  if (!turn || turns.slice(at).some(isReply)) return [];
  return [markOf(turn, "never_came", "promised_never_came", 0.9)];
};

const spokenOver = ({ turns, handoffs: [handoff], events, endedAt }: Talk): EpisodeMark[] => {
  const from = handoff && turns.find((turn) => isReply(turn) && turn.at && turn.at >= handoff.at)?.at;
  if (!from) return [];
  const backAt = events.find(({ type, at }) => type === "handed_back" && at >= from)?.at ?? endedAt;
  return turns
    .filter(({ role, isPublic, kind }) => role === "ai" && isPublic && (kind === "message" || kind === "unknown"))
    .filter(({ at }) => at !== null && at > from && (!backAt || at < backAt))
    .map((turn) => markOf(turn, "ai_spoke", "ai_spoke_while_human_owned", 0.95));
};

const canned = ({ turns, history: { cannedReplies } }: Talk): EpisodeMark[] =>
  turns.flatMap((turn) => {
    if (turn.role !== "human" || !turn.isPublic) return [];
    if (turn.automated || turn.kind === "auto_reply") return [markOf(turn, "canned.declared", "canned_reply", 1)];
    const isKnown = cannedReplies.size > 0 && cannedReplies.has(normalised(turn.text));
    return isKnown ? [markOf(turn, "canned.repeated", "canned_reply", 0.9)] : [];
  });

const courtesies = ({ turns, events }: Talk): EpisodeMark[] => {
  const closedAt = events.find(({ type }) => type === "closed" || type === "resolved")?.at;
  if (!closedAt) return [];
  return turns
    .filter(
      ({ role, isPublic, at, text }) => role === "customer" && isPublic && at && at > closedAt && isCourtesy(text),
    )
    .map((turn) => markOf(turn, "courtesy", "courtesy_after_close", 0.95));
};
