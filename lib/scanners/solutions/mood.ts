import { FILLERS, HELPERS, JOINERS, MOODS, type Mood } from "../lexicon/en/solution-words.ts";
import type { Token } from "./tokens.ts";

/** How far back the word that decides about a step can stand. */
const REACH = 12;
const LONGEST_PHRASE = 4;

/** How a step is put that begins at a word: an imperative at the beginning of its clause is told, else the nearest
 * deciding words before it decide; `before` is the mood of the step before it in the sentence. A step with nothing of the
 * kind is spoken of. */
export const moodAt = (tokens: readonly Token[], at: number, before: Mood | null): Mood => {
  const first = clauseStart(tokens, at);
  const word = tokens[at]?.word ?? "";
  if (first !== null && !isGerund(word)) return "told";
  if (first !== null && isHelp(tokens, at)) return "told";
  if (first === null && before && JOINERS.has(tokens[at - 1]?.word ?? "")) return before;
  const nearest = nearestMood(tokens, at);
  return nearest === "told" && isToldOfSelf(tokens, at) ? "known" : (nearest ?? "known");
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
    if (mood) return mood;
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

const SELF = new Set(["i", "we", "ill", "ive", "weve", "im"]);
const THANKS = new Set(["thanks", "thank", "appreciate"]);

/** "I can try restarting it from here" and "thanks for trying" ask the customer for nothing. */
const isToldOfSelf = (tokens: readonly Token[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const word = tokens[i]?.word ?? "";
    const next = tokens[i + 1]?.word ?? "";
    if (THANKS.has(word) && (next === "for" || next === "you")) return true;
    if (word === "i" || word === "we") return !ADVISES.has(next) && !ADVISES.has(tokens[i + 2]?.word ?? "");
    if (SELF.has(word)) return tokens[i + 1] !== undefined && SELF_DOES.has(next);
    if (tokens[i]?.isAfterPause) return false;
  }
  return false;
};

const ADVISES = new Set(
  "suggest recommend advise ask need want would like encourage recommended suggested".split(" "),
);
const SELF_DOES = new Set("try tried trying go be just attempted".split(" "));
