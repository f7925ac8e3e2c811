import type { Random } from "#lib/random.ts";
import type { Fact } from "./fact.ts";
import { PLANTED } from "./story.ts";
import { lastAt, MINUTE, say, silent, talkToAi } from "./turns.ts";

/** A conversation that no person sees, and how the customer goes. */
export const aiOnly = (fact: Fact, random: Random): void => {
  talkToAi(fact, random);
  const parting = random.weighted(PLANTED.aiPartings);
  fact.parting = parting;
  if (parting === "thanks") say(fact, soon(fact, random), "customer", "thanks");
  if (parting === "own_word") say(fact, soon(fact, random), "customer", "more");
  if (parting === "asks_in_vain") {
    say(fact, soon(fact, random), "customer", "ask_person");
    say(fact, lastAt(fact) + random.between(2, 7) * 1000, "ai", "second_answer");
  }
  if (parting === "announced") say(fact, lastAt(fact) + random.between(20, 60) * 1000, "ai", "notice");
  if (parting === "thanks" || random.chance(0.4)) fact.endedAt = lastAt(fact) + 10 * MINUTE;
  else if (parting === "own_word") {
    fact.endedBy = "never";
    fact.endedAt = lastAt(fact);
  } else silent(fact);
};

const soon = (fact: Fact, random: Random): number => lastAt(fact) + random.logNormal(50, 0.6) * 1000;
