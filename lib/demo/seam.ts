import { type Random, randomOf } from "#lib/random.ts";
import { readerFor } from "#lib/scanners/lexicon/packs.ts";
import type { Fact, Given, Seam } from "./fact.ts";
import { PLANTED, passesOn, type Story } from "./story.ts";
import { lastAt, say } from "./turns.ts";

const { seam: SHARES } = PLANTED;

/** How the seam of a handoff was made, drawn apart from everything else that is planted. */
export const seamOf = (story: Story, date: string, { id, language }: Fact): Seam | null => {
  if (readerFor(language) === null) return null;
  const random = randomOf(story.seed, id, "seam");
  const introduction = random.weighted(SHARES.introduction);
  const doesPass = passesOn(story, date);
  return {
    introduction,
    transferSaid: random.chance(SHARES.transferSaid),
    noRepeatSaid: random.chance(SHARES.noRepeatSaid),
    waitSaid: random.chance(SHARES.waitSaid),
    repeatsSolution: random.chance(SHARES.repeatsSolution),
    ...givenAgain(random, introduction),
    passed: {
      summary: random.chance(SHARES.passed.summary) && doesPass,
      attempted: random.chance(SHARES.passed.attempted) && doesPass,
      nextSteps: random.chance(SHARES.passed.nextSteps) && doesPass,
    },
  };
};

const givenAgain = (
  random: Random,
  introduction: Seam["introduction"],
): Pick<Seam, "asksFor" | "resends" | "given"> => {
  const asks = random.chance(SHARES.asksAgain) && introduction !== "warm";
  const asksFor = random.weighted({ order: 0.5, email: 0.15, issue: 0.35 });
  const gives = random.weighted<Given | "nothing">({ order: 0.35, email: 0.15, nothing: 0.5 });
  const resends = random.chance(SHARES.resends);
  const something = random.weighted<Given>({ order: 0.7, email: 0.3 });
  const asked = asks && asksFor !== "issue" ? asksFor : null;
  return {
    asksFor: asks ? asksFor : null,
    resends: resends || asked !== null,
    given: asked ?? (resends ? something : gives === "nothing" ? null : gives),
  };
};

/** A person asks again between the first reply and the customer's next words. */
export const askAgain = (fact: Fact, repliedAt: number, nextAt: number): void => {
  if (fact.seam?.asksFor) say(fact, (repliedAt + nextAt) / 2, "human", "asks_again");
};

/** A person proposes on the way to the solution what the AI had. */
export const proposeAgain = (fact: Fact, solvedAt: number): void => {
  if (fact.seam?.repeatsSolution) say(fact, (lastAt(fact) + solvedAt) / 2, "human", "again");
};
