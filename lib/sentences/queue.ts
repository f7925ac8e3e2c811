import type { Cause, Factor, FactorChange } from "#lib/alarms/notification.ts";
import { TARGET_SECONDS } from "#lib/conversation/waits.ts";
import { capitalised, count, duration, percent, time } from "#lib/format.ts";
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
    { text: late > 0 && cause?.named ? `. ${causeSentence(cause)}` : "." },
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

const HELD = {
  all: "Alarms on the queue are holding their state: none fires, none clears.",
  some: "Some alarms on the queue are holding their state, as their rules say.",
  none: "Alarms on the queue go on for now, as their rules say.",
};

/** That data is late, in two parts: up to when it is complete, and what alarms and waits are by it. */
export const staleSentence = (since: string, held: keyof typeof HELD): [until: string, then: string] => [
  `Data until ${since}.`,
  `${HELD[held]} Waits are shown as of ${since}.`,
];

const UP: Record<Factor, string> = {
  arrivals: "more conversations",
  escalation_rate: "more escalations",
  handle_time: "longer answers",
  people: "too few people",
};
const NOT: Partial<Record<Factor, string>> = { escalation_rate: "escalations", people: "people" };

/** What pushed the load, beside what the same hour of the weeks before was like; or that there are too few to tell, or that
 * all is as usual. What it was not is said only of what is known to have moved by less than a third as much. */
export const causeSentence = ({ factors, named, isUsual, isOfAll }: Cause): string => {
  const of = (name: Factor) => factors.find(({ factor }) => factor === name);
  const first = named && of(named);
  if (!first) {
    if (isUsual) return "Conversations, escalations, handle time and people are as usual at this hour.";
    const n = of("arrivals")?.n ?? 0;
    return `Too few to tell why: ${count(n)} ${n === 1 ? "conversation" : "conversations"} and ${answers(of("people")?.n ?? 0)} in the hour.`;
  }
  const not = factors.flatMap(({ factor, log, error }) =>
    factor !== named && error !== null && log < first.log / 3 ? (NOT[factor] ?? []) : [],
  );
  const others = not.length > 0 ? `, not ${not.toSorted().join(" or ")}` : "";
  return `It is ${UP[first.factor]}${others}: ${besideText(first)}${isOfAll ? ", in all queues together" : ""}.`;
};

const SHARED = 0.05;

/** What each factor has of what pushed the load up, the one with most first; null = nothing did. */
export const sharesSentence = ({ factors }: Cause): string | null => {
  const pushed = factors.filter(({ share }) => share >= SHARED);
  const each = pushed.map(
    ({ factor, share, isClear }) =>
      `${FACTOR_NAMES[factor].toLowerCase()} ${percent(share)}${isClear ? "" : " (may be chance)"}`,
  );
  return each.length === 0 ? null : `Share of what pushed the load up: ${each.join(", ")}.`;
};

/** What the numbers of a cause are of, and what they are held against. */
export const basisText = ({ from, to, weeks, isOfAll }: Cause, zone: string): string =>
  `${time(new Date(from), zone)} to ${time(new Date(to), zone)}${isOfAll ? ", all queues together" : ""}; usual is ${weeks === 1 ? "the week" : `the ${count(weeks)} weeks`} before at this hour. Bold is more than chance.`;

export const FACTOR_NAMES: Record<Factor, string> = {
  arrivals: "Arrivals",
  escalation_rate: "Escalation rate",
  handle_time: "Handle time",
  people: "People",
};

const answers = (n: number): string => `${count(n)} ${n === 1 ? "answer" : "answers"}`;
const whole = (n: number): string => count(Math.round(n));

/** What a factor is now, of how many, and usually; where that is not known, of how many it is not. */
export const besideText = ({ factor, now, usual, n }: FactorChange): string => {
  if (now === null || usual === null) return `too few to tell, n ${count(n)}`;
  if (factor === "arrivals") return `${whole(now)} came, ${whole(usual)} usually`;
  if (factor === "escalation_rate") return `${percent(now)} of ${count(n)} escalated, ${percent(usual)} usually`;
  if (factor === "handle_time") return `${count(n)} took ${duration(now)} min each, ${duration(usual)} usually`;
  if (now < 1) return `nobody answers, ${whole(usual)} usually`;
  return `${whole(now)} gave ${answers(n)}, ${whole(usual)} usually`;
};

/** How it is known that somebody left before an answer. */
export const howLeft = (how: "explicit" | "silent" | null): string =>
  how === "explicit" ? "said so or closed it, certain" : "fell silent, likely";

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
