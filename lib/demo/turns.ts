import type { Random } from "#lib/random.ts";
import type { Fact, Says, Turn } from "./fact.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const lastAt = ({ turns, startedAt }: Fact): number => turns.at(-1)?.at ?? startedAt;

/** Adds a turn; returns its instant. */
export const say = (fact: Fact, at: number, by: Turn["by"], says: Says): number => {
  fact.turns.push({ at, by, says });
  return at;
};

/** The AI's leg up to its last answer: one to three rounds. */
export const talkToAi = (fact: Fact, random: Random): void => {
  let at = say(fact, fact.startedAt + random.between(2, 7) * 1000, "ai", "answer");
  const rounds = random.whole(0, 2);
  for (let round = 0; round < rounds; round++) {
    at = say(fact, at + random.logNormal(45, 0.6) * 1000, "customer", "more");
    at = say(fact, at + random.between(2, 7) * 1000, "ai", "second_answer");
  }
};

/** Nobody closes it; silence does. */
export const silent = (fact: Fact): void => {
  fact.endedBy = "silence";
  fact.endedAt = lastAt(fact);
};
