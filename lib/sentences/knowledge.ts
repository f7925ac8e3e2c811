import { count, label, percent, points } from "#lib/format.ts";
import type { Fix } from "#lib/knowledge/fixes.ts";
import type { Kind } from "#lib/knowledge/kinds.ts";
import type { Change } from "#lib/metrics/measure.ts";
import type { Decomposition } from "#lib/stats/decomposition/decompose.ts";
import type { Diagnosis } from "#lib/topics/board/diagnosis.ts";
import type { Ranged } from "#lib/topics/board/hours-saved.ts";
import type { Piece } from "./piece.ts";

/** A topic that rises beyond chance, what kind of problem it is, and what stands between it and an article; null = it cannot be
 * said yet. words: it has no name yet, and is called by what it says most. */
export type Announced = { topic: string; kind: Kind | null; diagnosis: Diagnosis["main"]; words?: readonly string[] };

const MISSING: Record<NonNullable<Diagnosis["main"]>, string> = {
  no_article: "where the article is missing",
  not_found: "whose article is not found",
  not_helped: "whose article does not help",
};

const KINDS: Record<Kind, string> = {
  product_bug: "a product bug no article will fix",
  policy: "which your own rules send to people",
  gap: "which people solve and the AI does not",
  as_designed: "which escalates no more than others",
};

/** What a topic is, after its name: "a product bug no article will fix"; "" = it cannot be said. */
export const whatItIs = ({ kind, diagnosis, words }: Omit<Announced, "topic">): string => {
  if (words) return "which has no name yet";
  if (kind === "product_bug" || kind === "policy") return KINDS[kind];
  if (diagnosis) return MISSING[diagnosis];
  return kind ? KINDS[kind] : "";
};

const SHOWN_WORDS = 3;

/** What has no name yet, by its most telling words: “audiobook, listen, sound”. */
export const wordsText = (words: readonly string[]): string => `“${words.slice(0, SHOWN_WORDS).join(", ")}”`;

const NUMBERS = ["No topic", "One topic", "Two topics", "Three topics", "Four topics", "Five topics"];
const MOST_NAMED = 3;

/** The first sentence: which topics push handoffs up, and whether the last fix works. tested: how many were looked at;
 * fix null = nothing was published. */
export const knowledgeSentence = (rising: readonly Announced[], tested: number, fix: Fix | null): Piece[] => [
  ...(tested === 0
    ? [{ text: "There is too little yet to say which topics push handoffs up." }]
    : risingPieces(rising)),
  ...(fix ? [{ text: ` ${fixSentence(fix)}` }] : []),
];

const UNREAD_SHARE = 0.02;

/** Said instead of what rises while more than 2 % of what is counted waits to be read: a topic whose conversations are still
 * half under another name would seem to fall, and its new name to rise. Null = so few that it may be told. */
export const countedAnewSentence = (unread: number, counted: number): Piece[] | null =>
  unread > UNREAD_SHARE * counted
    ? [
        { text: "Topics are being counted anew: what rises is told when that is done " },
        { text: `(${count(unread)} conversations to go).`, as: "statistics" },
      ]
    : null;

const risingPieces = (rising: readonly Announced[]): Piece[] => {
  if (rising.length === 0) return [{ text: "No topic came up more often than chance would bring." }];
  const named = rising.slice(0, MOST_NAMED);
  const rest = rising.length - named.length;
  const verb = rising.length === 1 ? "pushes" : "push";
  const pieces = named.flatMap((one, i): Piece[] => {
    const what = whatItIs(one);
    const isLast = i === named.length - 1 && rest === 0;
    const before = i === 0 ? "" : isLast ? " and " : " ";
    const after = isLast ? "." : ",";
    return [
      ...(before === "" ? [] : [{ text: before }]),
      { text: one.words ? wordsText(one.words) : label(one.topic), tone: "ho" },
      { text: what === "" ? after : `, ${what}${after}` },
    ];
  });
  const start = `${NUMBERS[rising.length] ?? `${rising.length} topics`} ${verb} handoffs up: `;
  return [{ text: start }, ...pieces, ...(rest > 0 ? [{ text: ` and ${count(rest)} more.` }] : [])];
};

/** "Your Refunds fix worked." */
export const fixSentence = ({ topic, effect }: Pick<Fix, "topic" | "effect">): string => {
  const name = `Your ${label(topic)} fix`;
  if (!effect || effect.verdict === "too_early") return `Of ${name.replace("Your", "your")} it is too early to tell.`;
  return effect.verdict === "worked" ? `${name} worked.` : `${name} shows no effect.`;
};

/** "worked", "no effect" or "too early to say". */
export const verdictText = (effect: Fix["effect"]): string => {
  if (!effect || effect.verdict === "too_early") return "too early to say";
  return effect.verdict === "worked" ? "worked" : "no effect";
};

/** What the fix did against its controls: "−11.9 points against the controls (95 % −16.0 to −7.8), about 12 handoffs a week
 * fewer." */
export const effectText = ({ effect, perWeek }: Pick<Fix, "effect" | "perWeek">): string => {
  if (!effect) return "There is nothing before or after it to compare yet.";
  const { difference, low, high, verdict } = effect;
  const kept = perWeek === null ? null : Math.round(Math.abs(perWeek));
  const isTold = verdict === "worked" && kept !== null && kept > 0;
  const handoffs = isTold ? `, about ${count(kept)} ${kept === 1 ? "handoff" : "handoffs"} a week fewer` : "";
  return `${points(difference)} points against the controls (95\u202f% ${points(low)} to ${points(high)})${handoffs}.`;
};

/** The second sentence: where the rate stands, and from what it moved on the period it is compared with if it did. change null =
 * too few were counted to tell. */
export const rateSentence = (
  found: Decomposition | null,
  { n, before, change }: { n: number; before: string; change: Change | null },
): string => {
  if (!found) return `The AI took part in nothing in ${before} or in this period, so nothing can be compared.`;
  const stands = `The escalation rate is ${percent(found.now, 1)} (n ${count(n)})`;
  if (!change) return `${stands}; too few were counted to compare it with ${before}.`;
  const { difference, low, high, isReal } = change;
  const moved = points(difference);
  if (!isReal)
    return `${stands}: no real change on ${before} (${moved} points, 95\u202f% ${points(low)} to ${points(high)}).`;
  const [mix, rate] = [points(found.mix), points(found.rate)];
  return `${stands}, ${moved} points on ${before}: ${mix} because other questions came in, ${rate} because the same questions escalated more or less often.`;
};

/** "41 h", "0.4 h" or "under 0.1 h". */
export const hoursText = (hours: number): string => {
  if (hours < 0.1) return "under 0.1 h";
  return `${hours < 10 ? hours.toFixed(1) : count(Math.round(hours))} h`;
};

/** What fixing the topic that saves most would save; null = it is not known. */
export const savingSentence = (best: { topic: string; aMonth: Ranged } | null): string | null =>
  best &&
  `Writing or mending an article on ${label(best.topic)} would save about ${hoursText(best.aMonth.value)} of agent time a month (95\u202f% ${hoursText(best.aMonth.low)} to ${hoursText(best.aMonth.high)}).`;

/** What has no name yet: "3 groups of questions without a topic wait for a name; the newest: “audiobook, listen, sound”, 45
 * handoffs, 12 of them in the last seven days." Null = nothing waits. */
export const inboxSentence = (
  candidates: readonly { words: readonly string[]; size: number; newestWeek: number }[],
): string | null => {
  const [newest] = candidates.toSorted((a, b) => b.newestWeek - a.newestWeek || b.size - a.size);
  if (!newest) return null;
  const many = candidates.length;
  const groups =
    many === 1
      ? "One group of questions without a topic waits"
      : `${count(many)} groups of questions without a topic wait`;
  const words = newest.words.slice(0, 3).join(", ");
  return `${groups} for a name; ${many === 1 ? "it holds" : "most news in"} “${words}”: ${count(newest.size)} handoffs, ${count(newest.newestWeek)} of them in the last seven days.`;
};
