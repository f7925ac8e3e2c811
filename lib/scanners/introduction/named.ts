import type { Hit } from "../reading/phrase-index.ts";
import type { Turn } from "../scanner.ts";
import { isFormal, isOwn } from "./generic.ts";

/** Where what is said of the customer's case ends and another matter begins. */
const BORDER =
  /[,;()<>"]|:(?!\d)|\s[-–—]{1,3}\s|(?<![a-z'])(?:please|pls|plz|can you|could you|can i|can we|may i|may we|would you|do you|have you|did you|are you|feel free|kindly|so (?:we|i|that)|so|if|we'd|we would|we'll|we will|we can|we're here|i'd|i would|i'll|i will|let (?:us|me|'s)|dm|which|what's|what is|how can|to (?:help|assist))(?![a-z'])/;

const WORD = /[a-z\u00c0-\u024f][a-z0-9\u00c0-\u024f']{1,30}/g;
/** Replies that are late are no case of a customer's. */
const OF_REPLY = /\b(?:reply|replies|replying|response|respond\w{0,3}|getting back|answer\w{0,3})\b/;
/** Before a name that is called, there is no article. */
const ARTICLE = /(?:\b(?:the|your|our|a|an|with|at|to|from|in|on|of|for|about|and|by|via|using)\s)$/;
const FURTHEST = 120;

/** The stretch after a beginning ("sorry to hear that your …"), or before an end ("… is not good enough"), in which a
 * customer's own case is named, by the first word that is not everybody's; null = nothing of their own stands there. */
export const namedBeside = (turn: Turn, hit: Hit): { start: number; end: number } | null => {
  const { phrase, start, end, sentence } = hit;
  const isAsked = phrase.rule.endsWith(".asked") || phrase.rule.endsWith(".tagged");
  if (isAsked && !sentence.text.includes("?")) return null;
  if (phrase.rule.endsWith(".sorry") && turn.reading.own.slice(start, end).includes(",")) return null;
  const { clause, at } = clauseOf(turn, hit);
  const isSlot = isAsked || [".helped", ".stated"].some((ending) => phrase.rule.endsWith(ending));
  const word = OF_REPLY.test(clause) ? null : ownWordIn(turn.text, clause, at, isSlot);
  return word && { start: Math.min(start, word.start), end: Math.max(end, word.end) };
};

type Clause = { clause: string; at: number };

const clauseOf = (turn: Turn, hit: Hit): Clause => {
  const { rule } = hit.phrase;
  if (rule.endsWith(".before")) return clauseBefore(turn, hit);
  if (rule.endsWith(".tagged")) return sentenceBefore(turn, hit);
  return clauseAfter(turn, rule.endsWith(".stated") ? { ...hit, end: hit.start } : hit);
};

const clauseAfter = ({ reading: { own } }: Turn, { end, sentence }: Hit): Clause => {
  const rest = own.slice(end, Math.min(end + FURTHEST, sentence.start + sentence.text.length));
  const said = rest.replace(/^[\s,]{1,4}/, "");
  return { clause: said.slice(0, BORDER.exec(said)?.index ?? said.length), at: end + rest.length - said.length };
};

const clauseBefore = ({ reading: { own } }: Turn, { start, sentence }: Hit): Clause => {
  // "…, that's not good enough" judges the clause before the comma.
  const before = own
    .slice(Math.max(sentence.start, start - FURTHEST), start)
    .replace(/[\s,]{0,4}(?:that|this)?[\s,]{0,4}$/, "");
  const clause = before.slice(before.search(/[^,;:()]*$/));
  return { clause, at: own.lastIndexOf(clause, start - clause.length) };
};

const GREETING = /^\W{0,3}(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day))\b[^,]{0,40},/;

const sentenceBefore = ({ reading: { own } }: Turn, { start, sentence }: Hit): Clause => {
  const before = own.slice(Math.max(sentence.start, start - FURTHEST), start);
  const said = before.replace(GREETING, "");
  // A single word is called out rather than told.
  const clause = said.trim().includes(" ") ? said : "";
  return { clause, at: start - clause.length };
};

const ownWordIn = (
  text: string,
  clause: string,
  at: number,
  isSlot: boolean,
): { start: number; end: number } | null => {
  for (const { 0: word, index } of clause.matchAll(WORD)) {
    const [before, after] = [clause.slice(0, index), clause.slice(index + word.length)];
    const isSaid = isOwn(word) && !(isSlot && isFormal(word)) && !/[@^/*#]$/.test(before);
    if (isSaid && !isCalled(text.slice(at + index), before, after))
      return { start: at + index, end: at + index + word.length };
  }
  return null;
};

/** A capital at the end of a clause that no article opens is the customer's name. */
const isCalled = (word: string, before: string, after: string): boolean =>
  /^[A-Z][a-z]/.test(word) && /^[\s.!?]*$/.test(after) && !ARTICLE.test(before) && before.trim() !== "";
