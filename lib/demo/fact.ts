import type { Introduction } from "#lib/conversation/assessed.ts";
import type { Trigger } from "#lib/conversation/types.ts";
import type { Team, Topic } from "./story.ts";

/** What a turn is for; its words are found by it. */
export type Says =
  | "opening"
  | "answer"
  | "more"
  | "second_answer"
  | "ask_person"
  | "notice"
  | "thanks"
  | "first_reply"
  | "asks_again"
  | "again"
  | "repetition"
  | "near_miss"
  | "detail"
  | "solution"
  | "return"
  | "return_reply";
export type Turn = { at: number; by: "customer" | "ai" | "human"; says: Says };

export type Handed = {
  at: number;
  trigger: Trigger;
  /** A person stepped in by himself. */
  isTakeover: boolean;
  promisedSeconds: number | null;
  outcome: "answered" | "left";
  /** How one left: said so, or just went and the desk closed the chat later. Null for who was answered. */
  leftHow: "explicit" | "silent" | null;
  /** Open seconds until the reply or the leaving. */
  waitSeconds: number;
  endsAt: number;
};

/** How a handoff was made and received, as it shows in words and in what was passed on. */
export type Seam = {
  introduction: Introduction;
  /** What the AI tells the customer; a wait only where one is promised. */
  transferSaid: boolean;
  noRepeatSaid: boolean;
  waitSaid: boolean;
  /** The person proposes what the AI's first answer had. */
  repeatsSolution: boolean;
  /** What the customer had given before the handoff, and is asked for again. */
  asksFor: Given | "issue" | null;
  /** The customer sends again what is in `given`. */
  resends: boolean;
  /** What the customer gave to the AI beside the story itself. */
  given: Given | null;
  passed: { summary: boolean; attempted: boolean; nextSteps: boolean };
};
export type Given = "order" | "email";

/** thanks, the AI's last word, the customer's, asking for a person whom nobody brings, or a handoff that is announced and
 * never comes. */
export type Parting = "thanks" | "quiet" | "own_word" | "asks_in_vain" | "announced";

/** One conversation as it truly happens; instants in milliseconds. Everything that is measured can be counted from it. */
export type Fact = {
  id: string;
  startedAt: number;
  language: "en" | "de";
  channel: "web_chat" | "whatsapp" | "email";
  topic: Topic;
  tier: "standard" | "plus" | "business";
  team: Team;
  agent: string;
  customer: number;
  /** Id of the first conversation of a customer who comes again the same day. */
  sameCustomerAs: string | null;
  /** When the customer began another conversation about the same. */
  followedAt: number | null;
  segment: "ai_only" | "handoff" | "human_only";
  /** How the customer left an AI that was alone; null for others. */
  parting: Parting | null;
  isSpam: boolean;
  turns: Turn[];
  handoff: Handed | null;
  /** Null = the AI handed nobody over, or not in a language that is scanned. */
  seam: Seam | null;
  /** The customer wrote again after a person's first reply. */
  speaksAgainAt: number | null;
  repeats: boolean;
  /** never = the customer has the last word and nobody closes. */
  endedBy: "closed" | "silence" | "never";
  endedAt: number;
  returnsAt: number | null;
  /** End of what followed the return. */
  closedAgainAt: number | null;
  /** When a survey went out; null = none did. */
  surveyAt: number | null;
  rating: { at: number; score: number } | null;
  /** A second ticket about the same, merged into this one. */
  hasMergedTwin: boolean;
};

/** Every instant at which the source would send the conversation anew, earliest first. */
export const changesOf = (fact: Fact): number[] => {
  const { turns, handoff, rating, endedBy, endedAt, closedAgainAt } = fact;
  const instants = [
    ...turns.map(({ at }) => at),
    handoff?.at,
    handoff?.endsAt,
    rating?.at,
    endedBy === "closed" ? endedAt : null,
    closedAgainAt,
  ];
  return [...new Set(instants.filter((at): at is number => at != null))].sort((a, b) => a - b);
};

/** No conversation changes later than this after it began. */
export const LONGEST_MS = 40 * 86_400_000;
