import type { Resolution, WaitOutcome } from "#lib/conversation/assessed.ts";
import { TARGET_SECONDS } from "#lib/conversation/waits.ts";
import { count, label, lengthText } from "#lib/format.ts";

/** Why a handoff is worth reading, in the order in which they are chosen from. */
export const REASONS = [
  "unhappy",
  "repeated",
  "left",
  "empty_room",
  "promise_broken",
  "asked_long",
  "ping_pong",
  "unanswered",
  "reopened",
  "best",
] as const;
export type Reason = (typeof REASONS)[number];

/** A handoff for one reason; one that has several reasons comes several times. */
export type Candidate = {
  conversationId: string;
  /** The same for all conversations of one customer. */
  customer: string;
  reason: Reason;
  /** How strongly: of one reason the larger is read first. */
  weight: number;
  topic: string | null;
  tier: string | null;
  outcome: WaitOutcome;
  waitSeconds: number;
  waitBusinessSeconds: number;
  /** From the customer's request for a person to the handoff; null when none was made. */
  askedSeconds: number | null;
  promisedSeconds: number | null;
  /** Findings of an explicit repetition. */
  repeats: number;
  executedHandoffs: number;
  resolution: Resolution;
  score: number | null;
  scaleMax: number | null;
  startedAt: Date;
  endedAt: Date | null;
  handoffAt: Date;
};

/** Ten of one kind would teach one thing. */
const MOST_OF_ONE = 3;
const TEN = 10;

/** Up to ten handoffs to read: first the strongest of each reason, then the second strongest, until there are ten; at most
 * three of one reason and one of a customer. The same candidates, in any order, give the same ten. */
export const tenToRead = (candidates: readonly Candidate[]): Candidate[] => {
  const ranked = candidates.toSorted(
    (a, b) =>
      b.weight - a.weight || (a.conversationId < b.conversationId ? -1 : a.conversationId > b.conversationId ? 1 : 0),
  );
  const byReason = Map.groupBy(ranked, ({ reason }) => reason);
  const chosen: Candidate[] = [];
  const known = new Set<string>();
  const isNew = (one: Candidate) => !known.has(one.customer) && !known.has(one.conversationId);
  for (let round = 0; round < MOST_OF_ONE; round++) {
    for (const reason of REASONS) {
      const next = byReason.get(reason)?.find(isNew);
      if (!next || chosen.length === TEN) continue;
      chosen.push(next);
      known.add(next.customer).add(next.conversationId);
    }
  }
  return chosen;
};

const rated = ({ score, scaleMax }: Candidate): string => `rated ${score} of ${scaleMax}`;

const HAPPENED: Record<Reason, (one: Candidate) => string> = {
  unhappy: (one) => `waited ${lengthText(one.waitBusinessSeconds)}, then ${rated(one)}`,
  repeated: ({ repeats }) => (repeats > 1 ? `said it again ${count(repeats)} times` : "had to say it again"),
  left: ({ waitBusinessSeconds }) => `left after ${lengthText(waitBusinessSeconds)}`,
  empty_room: ({ waitBusinessSeconds }) => `answered after ${lengthText(waitBusinessSeconds)} to an empty room`,
  promise_broken: (one) => `promised ${lengthText(one.promisedSeconds ?? 0)}, waited ${lengthText(one.waitSeconds)}`,
  asked_long: ({ askedSeconds }) => `asked for a person ${lengthText(askedSeconds ?? 0)} before the handoff`,
  ping_pong: ({ executedHandoffs }) => `handed over ${count(executedHandoffs)} times`,
  unanswered: () => "closed without an answer",
  reopened: () => "solved, and back within a week",
  best: (one) =>
    `answered in ${lengthText(one.waitBusinessSeconds)}${one.resolution === "pending" ? "" : " and solved"}, ${rated(one)}`,
};

/** What happened, in one line. */
export const happenedText = (one: Candidate): string => {
  const what = HAPPENED[one.reason](one);
  return one.topic ? `${label(one.topic)}: ${what}` : what.charAt(0).toUpperCase() + what.slice(1);
};

/** Why it was chosen, as it is printed below it. A wait is called long from the target on. */
export const reasonText = (one: Candidate): string => {
  const { reason, tier } = one;
  const whose = tier ? `, ${label(tier).toLowerCase()}` : "";
  const text = REASON_TEXTS[reason];
  const said = typeof text === "string" ? text : text(one);
  return `${said}${reason === "left" || reason === "unanswered" ? whose : ""}`;
};

const isLong = ({ waitBusinessSeconds }: Candidate): boolean => waitBusinessSeconds >= TARGET_SECONDS;
const FAR_OVER = 2;

const REASON_TEXTS: Record<Reason, string | ((one: Candidate) => string)> = {
  unhappy: (one) => (isLong(one) ? "low rating after a long wait" : "low rating"),
  repeated: "what was said did not come along",
  left: (one) => (isLong(one) ? "long wait, no answer" : "no answer"),
  empty_room: "the customer had gone",
  promise_broken: ({ waitSeconds, promisedSeconds }) =>
    waitSeconds >= FAR_OVER * (promisedSeconds ?? 0) ? "far over what was promised" : "over what was promised",
  asked_long: "a long way to a person",
  ping_pong: "to and fro between AI and people",
  unanswered: "nobody replied",
  reopened: "solved too early",
  best: "among the best, worth copying",
};
