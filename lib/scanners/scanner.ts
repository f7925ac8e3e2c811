import type { Broken, Finding, Handoff, History } from "#lib/conversation/assessed.ts";
import type { AuthorKind, Conversation, ConversationEvent, DeclaredHandoff, Message } from "#lib/conversation/types.ts";
import type { Reading } from "./reading/reading.ts";

/** One thing somebody said, as scanners read it. */
export type Turn = Pick<Message, "id" | "kind" | "automated" | "text" | "ai"> & {
  role: AuthorKind;
  /** False = a note that the customer never saw. */
  isPublic: boolean;
  /** Null = not known, as where a text is read by itself. */
  at: Date | null;
  reading: Reading;
};

/** What a scanner found in a turn: a span of its text, and what that says. */
export type Mark = Pick<Finding, "rule" | "label" | "start" | "end" | "confidence"> & {
  /** Id of the earlier turn that this one repeats. */
  earlier?: string;
  /** What was read in it: seconds of a promise, position in a queue. */
  value?: number;
};

/** What a scanner found in an episode; without a turn its evidence is a fact beside the words, said in `evidence`. */
export type EpisodeMark = Omit<Mark, "start" | "end"> & {
  turn: string | null;
  start?: number;
  end?: number;
  evidence?: string;
};

/** One episode of a conversation, as scanners see it. Instants are null where nothing of the kind happened. */
export type Talk = {
  /** In time order, notes included. */
  turns: Turn[];
  index: number;
  /** Executed handoffs; the first is the seam. */
  handoffs: (Handoff & { declared: DeclaredHandoff | null })[];
  events: ConversationEvent[];
  endedAt: Date | null;
  /** What went wrong between the AI and people. */
  broken: Pick<Broken, "inVain" | "aiWhileHumanOwned">;
  conversation: Conversation;
  /** What other conversations of the same customer tell. */
  history: History;
};

/** A pure detector of one phenomenon. */
export type Scanner = {
  key: string;
  /** What it looks for, for people. */
  name: string;
  /** Raised whenever its findings can come out differently; other phrases alone need no other version. */
  version: string;
  /** A finding below this is shown and does not count. */
  acceptedFrom: number;
  /** The plain sentence that explains a finding, by the beginning of its rule: the longest that fits is said. */
  says: Record<string, string>;
  /** What one turn says by itself, given what was said before it, oldest first. It is a function so that a long episode
   * is not copied for each of its turns. */
  inTurn?: (turn: Turn, before: () => Turn[]) => Mark[];
  /** Which turns of an episode are asked; every turn where absent. */
  looksAt?: (turn: Turn, talk: Talk) => boolean;
  /** What only the whole episode tells. */
  inEpisode?: (talk: Talk) => EpisodeMark[];
};
