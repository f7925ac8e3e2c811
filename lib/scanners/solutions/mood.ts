import { ACTION_OF, FILLERS, HELPERS, JOINERS, MOODS, type Mood, NOMINALS } from "../lexicon/en/solution-words.ts";
import type { Token } from "./tokens.ts";

/** How far back the word that decides about a step can stand. */
const REACH = 12;
const LONGEST_PHRASE = 4;

/** How a step is put that begins at a word: an imperative at the beginning of its clause is told, else the nearest
 * deciding words before it decide; `before` is the mood of the step before it in the sentence. A step with nothing of the
 * kind is spoken of. */
export const moodAt = (tokens: readonly Token[], at: number, before: Mood | null): Mood => {
  if (!(tokens[at]?.word ?? "").endsWith("ed")) return moodOfForm(tokens, at, before);
  // What is in the past can be asked about, and is told of otherwise.
  const nearest = nearestMood(tokens, at);
  return nearest === null || nearest === "known" ? "known" : "asked";
};

const moodOfForm = (tokens: readonly Token[], at: number, before: Mood | null): Mood => {
  const first = clauseStart(tokens, at);
  const word = tokens[at]?.word ?? "";
  if (first !== null && !isGerund(word) && !NOMINALS.has(word)) return "told";
  if (first !== null && isHelp(tokens, at)) return "told";
  if (first === null && before && JOINERS.has(tokens[at - 1]?.word ?? "")) return before;
  return nearestMood(tokens, at) ?? moodOfVerb(tokens, at) ?? "known";
};

const isGerund = (word: string): boolean => word.endsWith("ing") && word.length > 5;

/** Where the clause of a word begins, when only fillers stand before it there; null = other words do. */
const clauseStart = (tokens: readonly Token[], at: number): number | null => {
  for (let i = at; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i];
    if (!token || (i !== at && !FILLERS.has(token.word) && !/^\d+$/.test(token.word))) return null;
    if (token.isAfterPause) return i;
  }
  return null;
};

const isHelp = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(at + 1, at + REACH).some(({ word }) => HELPERS.has(word));

const nearestMood = (tokens: readonly Token[], at: number): Mood | null => {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const mood = moodEndingAt(tokens, i);
    // "I can try restarting it from here", "instead of trying": what stands before the trying says who does it.
    if (mood) return (TRYING.has(tokens[i]?.word ?? "") ? moodEndingAt(tokens, i - 1) : null) ?? mood;
  }
  return null;
};

const TRYING = new Set("try trying attempt attempting consider just simply".split(" "));

const VERB_REACH = 6;

/** What a verb before it that nothing introduces makes of a step that is named by its thing: "switch on airplane mode". */
const moodOfVerb = (tokens: readonly Token[], at: number): Mood | null => {
  for (let i = at - 1; i >= Math.max(0, at - VERB_REACH); i--) {
    if (ACTION_OF.has(tokens[i]?.word ?? "")) return clauseStart(tokens, i) === null ? null : "told";
    if (tokens[i]?.isAfterPause) return null;
  }
  return null;
};

const moodEndingAt = (tokens: readonly Token[], at: number): Mood | null => {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    if (at - length + 1 < 0) continue;
    const words = tokens.slice(at - length + 1, at + 1).map(({ word }) => word);
    const mood = MOODS.get(words.join(" "));
    if (mood) return mood;
  }
  return null;
};
