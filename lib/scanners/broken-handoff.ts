import { isCourtesy } from "#lib/conversation/courtesy.ts";
import { isCannedText } from "#lib/conversation/roles-in-messages.ts";
import type { EpisodeMark, Scanner, Talk, Turn } from "./scanner.ts";

const KEY = "broken_handoff";
const ACCEPTED_FROM = 0.5;

/** What breaks a handoff: it was announced and never came, the AI spoke into a person's conversation, what answered under a
 * person's name was sent by itself. And the thanks after a close, which are no return. Definitions 2.10. */
export const brokenHandoff: Scanner = {
  key: KEY,
  name: "Broken handoff",
  version: "1",
  acceptedFrom: ACCEPTED_FROM,
  says: {
    promise: "A handoff was announced and never came.",
    owned: "The AI spoke while a person owned the conversation.",
    canned: "This was sent by itself under a person’s name.",
    courtesy: "The customer only says thanks or good-bye after the end.",
  },
  inEpisode: (talk) => [...neverCame(talk), ...aiSpoke(talk), ...canned(talk), ...courtesies(talk)],
};

/** Whether a turn says, to the customer, that they are being or will be handed to a person. */
export const announcesHandoff = (turn: Turn): boolean => announcement(turn) !== undefined;

const announcement = ({ role, isPublic, kind, reading }: Turn) =>
  isPublic && (role === "ai" || role === "system") && kind !== "form"
    ? reading
        .hits(KEY)
        .find(({ phrase }) => phrase.label === "promised_never_came" && phrase.confidence >= ACCEPTED_FROM)
    : undefined;

const neverCame = ({ turns, broken }: Talk): EpisodeMark[] =>
  broken.inVain.flatMap(({ messageId, seconds }) => {
    const turn = turns.find(({ id }) => id === messageId);
    if (!turn) return [];
    const hit = announcement(turn);
    const value = seconds === null ? {} : { value: seconds };
    const said = hit
      ? { rule: hit.phrase.rule, confidence: hit.phrase.confidence, start: hit.start, end: hit.end }
      : { ...wholeOf(turn), rule: "promise.notice" };
    return [{ label: "promised_never_came", turn: messageId, ...said, ...value }];
  });

const aiSpoke = ({ turns, broken }: Talk): EpisodeMark[] =>
  broken.aiWhileHumanOwned.flatMap((messageId) => {
    const turn = turns.find(({ id }) => id === messageId);
    return turn ? [{ ...wholeOf(turn), rule: "owned.ai", label: "ai_spoke_while_human_owned", turn: messageId }] : [];
  });

const canned = ({ turns, history }: Talk): EpisodeMark[] =>
  turns.flatMap((turn) => {
    if (turn.role !== "human" || !turn.isPublic) return [];
    const common = { ...wholeOf(turn), label: "canned_reply", turn: turn.id };
    if (turn.automated || turn.kind === "auto_reply") return [{ ...common, rule: "canned.declared" }];
    return isCannedText(turn.text, history.cannedReplies) ? [{ ...common, rule: "canned.text", confidence: 0.9 }] : [];
  });

const courtesies = ({ turns, endedAt }: Talk): EpisodeMark[] =>
  turns.flatMap((turn) =>
    turn.role === "customer" && turn.isPublic && endedAt && turn.at && turn.at > endedAt && isCourtesy(turn.text)
      ? [{ ...wholeOf(turn), rule: "courtesy", label: "courtesy_after_close", turn: turn.id, confidence: 0.95 }]
      : [],
  );

const wholeOf = ({ text }: Turn) => ({ start: 0, end: text.length, confidence: 1 });
