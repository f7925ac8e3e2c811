import type { Cause, Factor } from "#lib/alarms/notification.ts";
import { TARGET_SECONDS } from "#lib/conversation/waits.ts";
import { capitalised, count, duration, percent } from "#lib/format.ts";
import type { Counted } from "#lib/metrics/measure.ts";
import type { Piece } from "./piece.ts";

export type QueueFacts = {
  /** Open seconds of each who waits. */
  waits: readonly number[];
  /** Of the alarm that fires for waits; null = none does, or its cause is not known. */
  cause: Cause | null;
  /** Local time up to which data is complete where it is behind; null = nothing is. */
  staleSince: string | null;
};

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const inWords = (n: number): string => WORDS[n] ?? count(n);
const customers = (n: number): string => `${inWords(n)} ${n === 1 ? "customer" : "customers"}`;

/** Who waits, in one sentence, and why where an alarm knows; a wait of exactly five minutes has missed the five. */
export const queueSentence = ({ waits, cause, staleSince }: QueueFacts): Piece[] =>
  staleSince === null ? nowSentence(waits, cause) : thenSentence(waits, staleSince);

const lateOf = (waits: readonly number[]): number => waits.filter((seconds) => seconds >= TARGET_SECONDS).length;
const longestOf = (waits: readonly number[]): Piece => ({ text: duration(Math.max(...waits)), tone: "ho" });

const nowSentence = (waits: readonly number[], cause: Cause | null): Piece[] => {
  const late = lateOf(waits);
  if (waits.length === 0) return [{ text: "Nobody is waiting for a person." }];
  const begin =
    late === 0
      ? `${customers(waits.length)} ${waits.length === 1 ? "waits" : "wait"} for a person, none for five minutes: the longest `
      : `${customers(late)} ${late === 1 ? "has" : "have"} waited five minutes or more, the longest `;
  return [
    { text: capitalised(begin) },
    longestOf(waits),
    { text: late > 0 && cause ? `. ${causeSentence(cause)}` : "." },
  ];
};

const thenSentence = (waits: readonly number[], since: string): Piece[] => {
  const late = lateOf(waits);
  const end = "Nothing has come in since.";
  if (waits.length === 0) return [{ text: `At ${since} nobody was waiting for a person. ${end}` }];
  const begin =
    late === 0
      ? `${customers(waits.length)} had waited for a person, none for five minutes: the longest `
      : `${customers(late)} had waited five minutes or more, the longest `;
  return [{ text: `At ${since} ${begin}` }, longestOf(waits), { text: `. ${end}` }];
};

const UP: Record<Factor, string> = {
  arrivals: "more conversations",
  escalation_rate: "more escalations",
  handle_time: "longer answers",
  people: "too few people",
};
const OTHERS: Record<Factor, string> = {
  arrivals: "not escalations or people",
  escalation_rate: "not people",
  handle_time: "not escalations or people",
  people: "not escalations",
};

/** What pushed the load most, beside what the same hour of the weeks before was like. */
export const causeSentence = ({ factors, weeks }: Cause): string => {
  const first = factors[0];
  if (!first || first.log <= 0) return "Nothing is other than usual.";
  const beside = besideText(first.factor, first.now, first.usual);
  return `It is ${UP[first.factor]}, ${OTHERS[first.factor]}${beside ? `: ${beside}` : ""}${weeks > 0 ? "." : ", as far as is known."}`;
};

/** What a factor is now and usually, "3 answer, 5 usually"; empty where it is not known. */
export const besideText = (factor: Factor, now: number | null, usual: number | null): string => {
  if (now === null || usual === null) return "";
  if (factor === "escalation_rate") return `${percent(now)} escalated, ${percent(usual)} usually`;
  if (factor === "handle_time") return `${duration(now)} min an answer, ${duration(usual)} usually`;
  const whole = (n: number) => (Number.isInteger(n) || n >= 10 ? count(Math.round(n)) : n.toFixed(1));
  return factor === "people"
    ? `${whole(now)} ${now === 1 ? "answers" : "answer"}, ${whole(usual)} usually`
    : `${whole(now)} came, ${whole(usual)} usually`;
};

export type Lately = { since: string; offered: number; inTarget: Counted; left: number };

/** What became lately of those handed over. */
export const latelySentence = ({ since, offered, inTarget, left }: Lately): string => {
  if (offered === 0) return `Nobody was handed over since ${since}.`;
  const share =
    inTarget.n === 0
      ? "none of them decided yet"
      : `${percent(inTarget.part / inTarget.n)} of ${inTarget.n} answered within five minutes`;
  return `Since ${since}: ${count(offered)} handed over, ${share}, ${left === 0 ? "nobody" : count(left)} left.`;
};
