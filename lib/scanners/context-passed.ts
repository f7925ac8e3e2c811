import { fieldMarks, onceEach, packetMarks } from "./context/in-fields.ts";
import { partsToldIn } from "./context/in-words.ts";
import type { EpisodeMark, Scanner, Talk, Turn } from "./scanner.ts";

/** A person's note so near to the handoff is part of it; those of the AI and of the system are until somebody answers. */
const NEAR_MS = 10 * 60_000;
const UNANSWERED_MS = 24 * 3_600_000;

/** Which of five parts of the context the person was given at the first handoff of an episode: in the packet that the source
 * declares, in notes beside the handoff, or in fields of the conversation. A part that is not found is no proof that it was
 * not given: `contextPassedOf` says where that is known. */
export const contextPassed: Scanner = {
  key: "context_passed",
  name: "Context passed on",
  version: "1",
  acceptedFrom: 0.5,
  says: {
    "": "The agent was given a part of the context.",
    "packet.": "The handoff carried it.",
    "note.": "A note beside the handoff tells it.",
    "field.": "The conversation shows it to the agent.",
    "field.history": "The agent answers in the thread in which the AI spoke, and can read all of it.",
  },
  inEpisode: (talk) => {
    const [handoff] = talk.handoffs;
    if (!handoff) return [];
    const { language } = talk.conversation;
    return [
      ...packetMarks(handoff.declared, language),
      ...onceEach(notesBeside(talk, handoff.at).flatMap(noteMarks)),
      ...threadMarks(talk, handoff.at),
      ...fieldMarks(talk.conversation),
    ];
  },
};

const notesBeside = ({ turns }: Talk, handoffAt: Date): Turn[] => {
  const at = handoffAt.getTime();
  const answeredAt = turns.find(
    (turn) => turn.role === "human" && turn.isPublic && turn.at && turn.at >= handoffAt,
  )?.at;
  const until = Math.min(answeredAt?.getTime() ?? Number.POSITIVE_INFINITY, at + UNANSWERED_MS);
  return turns.filter((turn) => {
    if (turn.isPublic || turn.at === null || turn.role === "customer") return false;
    const time = turn.at.getTime();
    return time >= at - NEAR_MS && time <= (turn.role === "human" ? Math.min(until, at + NEAR_MS) : until);
  });
};

const noteMarks = ({ id, reading }: Turn): EpisodeMark[] =>
  partsToldIn(reading).map(({ part, ...where }) => ({ ...where, rule: `note.${part}`, label: part, turn: id }));

const threadMarks = ({ turns }: Talk, handoffAt: Date): EpisodeMark[] => {
  const isShown = turns.some(
    ({ isPublic, at, role }) => isPublic && role !== "human" && at !== null && at <= handoffAt,
  );
  const evidence = "the agent answers in the thread in which the AI spoke";
  return isShown ? [{ rule: "field.history", label: "history", confidence: 0.9, turn: null, evidence }] : [];
};
