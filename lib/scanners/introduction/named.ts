import type { Hit } from "../reading/reading.ts";
import type { Turn } from "../scanner.ts";
import { isFormal, isOwn } from "./generic.ts";

/** Where what is said of the customer's case ends and another matter begins. */
const BORDER =
  /[,;:()<>"]|\s[-–—]{1,3}\s|(?<![a-z'])(?:please|pls|plz|can you|could you|can i|can we|may i|may we|would you|do you|have you|did you|are you|feel free|kindly|so (?:we|i|that)|so|if|we'd|we would|we'll|we will|we can|we're here|i'd|i would|i'll|i will|let (?:us|me|'s)|dm|which|what's|what is|how can|to (?:help|assist))(?![a-z'])/;

const WORD = /[a-z\u00c0-\u024f][a-z0-9\u00c0-\u024f']{1,30}/g;
/** Replies that are late are no case of a customer's. */
const OF_REPLY = /\b(?:reply|replies|replying|response|respond\w{0,3}|getting back|answer\w{0,3})\b/;
/** Before a name that is called, there is no article. */
const ARTICLE = /(?:\b(?:the|your|our|a|an|with|at|to|from|in|on|of|for|about|and|by|via|using)\s)$/;
const FURTHEST = 120;

/** The stretch after a beginning ("sorry to hear that your …") in which a customer's own case is named, by the first word
 * that is not everybody's; null = it goes on with nothing of their own. */
export const namedAfter = ({ text, reading: { own } }: Turn, { phrase, end, sentence }: Hit): { end: number } | null => {
  if (phrase.rule.endsWith(".asked") && !sentence.text.includes("?")) return null;
  const rest = own.slice(end, Math.min(end + FURTHEST, sentence.start + sentence.text.length));
  const border = BORDER.exec(rest)?.index ?? rest.length;
  const clause = rest.slice(0, border);
  if (OF_REPLY.test(clause)) return null;
  const isSlot = phrase.rule.endsWith(".asked") || phrase.rule.endsWith(".helped");
  for (const { 0: word, index } of clause.matchAll(WORD)) {
    const isAName = isCalled(text, end + index, word, clause.slice(index + word.length), own.slice(0, end + index));
    if (isOwn(word) && !(isSlot && isFormal(word)) && !isAName && !/[@^/*#]$/.test(clause.slice(0, index)))
      return { end: end + index + word.length };
  }
  return null;
};

/** A capital at the end of a clause that no article opens is the customer's name. */
const isCalled = (text: string, at: number, word: string, after: string, before: string): boolean =>
  /^[A-Z][a-z]/.test(text.slice(at, at + word.length)) && /^[\s.!?]*$/.test(after) && !ARTICLE.test(before);
