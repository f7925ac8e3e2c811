import { wordsOf } from "../reading/words.ts";
import type { Turn } from "../scanner.ts";
import { isFormal, isOwn } from "./generic.ts";

const SHORTEST = 4;

/** How many different words of content a turn shares with what the customer wrote before, and the stretch of the first to
 * the last of them; null = none. */
export const sharedWith = (turn: Turn, before: Turn[]): { words: number; start: number; end: number } | null => {
  const said = new Set(
    before.flatMap(({ role, reading }) => (role === "customer" ? wordsOf(reading.own).filter(isContent) : [])),
  );
  const shared = [...new Set(wordsOf(turn.reading.own).filter((word) => isContent(word) && said.has(word)))];
  if (shared.length === 0) return null;
  const places = shared.map((word) => ({ at: turn.reading.own.indexOf(word), word })).filter(({ at }) => at >= 0);
  const start = Math.min(...places.map(({ at }) => at));
  const end = Math.max(...places.map(({ at, word }) => at + word.length));
  return places.length === 0 ? null : { words: shared.length, start, end };
};

const isContent = (word: string): boolean => word.length >= SHORTEST && isOwn(word) && !isFormal(word);
